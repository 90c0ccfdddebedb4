namespace Map.Core.Reading.Naming;

/// <summary>Goes through one sentence for the names of places, known and unknown.</summary>
internal sealed class PlaceScan(PlaceNames known, NameSentence sentence, int number, IReadOnlyList<bool> taken)
{
    private const int MostNames = 3;

    /// <summary>Kinds that make even the first word of a sentence a place.</summary>
    private static readonly HashSet<string> SureKinds = ["village", "town", "airbase", "airport", "camp", "crossing", "checkpoint", "countryside", "district", "neighbourhood", "neighborhood", "province"];

    /// <summary>With a capital behind a name these make it the name of a building or a street.</summary>
    private static readonly HashSet<string> Buildings = ["square", "street", "road", "hospital", "university", "school", "mosque", "stadium", "hotel", "gate", "roundabout", "market", "church", "tower", "company", "foundation", "avenue", "park"];

    private static readonly HashSet<string> ArabicKinds = ["حي", "مدينة", "بلدة", "قرية", "محافظة", "ريف", "مخيم", "معبر", "مطار", "جبل", "ناحية", "منطقة"];

    private readonly List<PlaceFound> found = [];

    private PlaceLists? lists;

    private PlaceLists Lists => lists ??= new PlaceLists(known, sentence, taken, found);

    /// <summary>The places in their order.</summary>
    /// <param name="sure">Names that are places elsewhere in the article.</param>
    public IReadOnlyList<PlaceFound> Find(IReadOnlySet<string> sure)
    {
        found.Clear();
        for (var at = 0; at < sentence.Tokens.Count; at++)
        {
            if (!taken[at] && sentence.Tokens[at].IsWord && At(at, sure) is { } place)
            {
                found.Add(place);
                at = place.Last;
                if (InBrackets(place) is { } arabic)
                {
                    found.Add(arabic);
                    at = arabic.Last;
                }
            }
        }

        return found;
    }

    /// <summary>The same name in Arabic letters in the brackets behind it.</summary>
    private PlaceFound? InBrackets(PlaceFound place)
    {
        var first = place.Last + 1;
        first += first < sentence.Tokens.Count && PlaceWords.IsKind(sentence.Low(first)) ? 1 : 0;
        if (!sentence.Is(first, "(") || first + 1 >= sentence.Tokens.Count)
        {
            return null;
        }

        if (!sentence.Tokens[first + 1].IsArabic)
        {
            return OtherName(place, first + 1);
        }

        var last = ++first;
        while (last + 1 < sentence.Tokens.Count && sentence.Tokens[last + 1].IsArabic)
        {
            last++;
        }

        first += last > first && ArabicKinds.Contains(sentence.Tokens[first].Text) ? 1 : 0;
        return IsFree(first, last) && sentence.Is(last + 1, ")") ? place with { First = first, Last = last } : null;
    }

    /// <summary>"Ras al-Ayn (Serekaniye)": an unknown name alone in the brackets is another name of the place.</summary>
    private PlaceFound? OtherName(PlaceFound place, int first)
    {
        var last = first;
        while (last + 1 < sentence.Tokens.Count && (sentence.IsNaming(last + 1) || sentence.IsJoint(last + 1)))
        {
            last++;
        }

        return sentence.IsNaming(first) && sentence.Is(last + 1, ")") && IsFree(first, last) && Runs.IsPlainName(sentence, first, last) && !sentence.Tokens[first].IsAcronym && Runs.Names(sentence, first, last) <= MostNames
            && PlaceNames.NationAt(sentence, first) is null && known.LongestAt(sentence, first) is null ? place with { First = first, Last = last } : null;
    }

    private PlaceFound? At(int at, IReadOnlySet<string> sure)
    {
        if (sentence.Tokens[at].Joined && at > 0 && !sentence.IsArticle(at - 1) && !(found.Count > 0 && found[^1].Last == at - 1) && sentence.Low(at - 1) is not ("pro" or "anti" or "non" or "trans"))
        {
            return null;
        }

        if (PlaceNames.NationAt(sentence, at) is { } nation && IsFree(at, nation.Last) && !(nation.Last + 1 < sentence.Tokens.Count && sentence.Tokens[nation.Last + 1].Joined && (sentence.Low(nation.Last + 1) is "american" or "related" || Nations.OfAdjective(sentence.Low(nation.Last + 1)) is not null)) && sentence.Low(nation.Last + 1) is not ("dollar" or "dollars"))
        {
            return Of(at, nation.Last, [new NameHit<KnownPlace>(known.CountryOf(nation.Nation), nation.Nation.Name, true)]);
        }

        if (known.LongestAt(sentence, at) is { } hit && IsFree(at, hit.Last) && !OpensLonger(at, hit.Last))
        {
            if (Accept(at, hit.Last, hit.Hits, sure) is { } accepted)
            {
                return accepted;
            }
        }

        return sentence.Tokens[at].IsArabic ? WithParticle(at) : Unknown(at, sure);
    }

    /// <summary>"Tal" is a town, and only the beginning of "Tal Mardikh".</summary>
    private bool OpensLonger(int first, int last) =>
        first == last && PlaceWords.Opens(sentence.Low(first)) && sentence.IsNaming(last + 1) && !sentence.Tokens[last].Possessive && !WordLists.IsOrdinary(sentence.Low(last + 1)) && !PlaceWords.IsKind(sentence.Low(last + 1));

    /// <summary>A well-known place with the Arabic "and", "in" or "to" written in one with it.</summary>
    private PlaceFound? WithParticle(int at)
    {
        var text = sentence.Tokens[at].Text;
        if (text.Length < 4 || text[0] is not ('و' or 'ب' or 'ل'))
        {
            return null;
        }

        var hits = known.Called(text[1..]).Where(place => place.Rank <= PlaceNames.WellKnown && place.Id.Length > 0).Select(place => new NameHit<KnownPlace>(place, place.Name, true)).ToList();
        return hits.Count > 0 ? Of(at, at, hits) : null;
    }

    private PlaceFound? Accept(int first, int last, IReadOnlyList<NameHit<KnownPlace>> hits, IReadOnlySet<string> sure)
    {
        var names = Runs.Names(sentence, first, last);
        if (sentence.Tokens[first].IsArabic)
        {
            return hits.Any(hit => hit.IsSpelt && hit.Known.Rank <= 4) || last > first ? Of(first, last, hits) : null;
        }

        var naming = sentence.IsArticle(first) ? first + 1 : first;
        var (evidence, _, kind) = PlaceContext.Of(sentence, first, last);
        if (names == 1 && !sentence.IsArticle(first) && (WordLists.IsOrdinary(sentence.Low(naming)) || PlaceWords.IsNoPlace(sentence.Low(naming)) || PersonWords.IsTitle(sentence.Low(naming)))
            && (sentence.IsOpening(first) || sentence.IsHeadline || evidence != PlaceEvidence.Sure || PlaceWords.IsNoPlace(sentence.Low(naming))))
        {
            return null;
        }

        if (last + 1 < sentence.Tokens.Count && sentence.Tokens[last + 1].IsCapital && Buildings.Contains(sentence.Low(last + 1)) && !hits.Any(hit => hit.Known.Rank <= 2))
        {
            return null;
        }

        var wellKnown = hits.Any(hit => hit.Known.Rank <= PlaceNames.WellKnown && (hit.IsSpelt || names > 1 || hit.Name.Length > 5) && IsUsual(hit));
        if (wellKnown && names == 1 && !hits.Any(hit => hit.IsSpelt) && (evidence == PlaceEvidence.None || PlaceContext.IsOfMind(sentence, first)))
        {
            return null;
        }

        if (names == 1 && sentence.Low(first - 1) == "the" && hits.Any(hit => hit.Known.Id.Length > 0) && (!(last + 1 < sentence.Tokens.Count) || !sentence.Tokens[last + 1].IsWord || PersonWords.DoesOrIs(sentence.Low(last + 1)) || sentence.Low(last + 1) is "and" or "or" or "in" or "on" or "with" or "for" or "to" or "by" or "from" or "at" or "that" or "which") && !sentence.Tokens[last].Possessive)
        {
            return null;
        }

        if (wellKnown ? !IsPartOfPerson(first, last) || evidence == PlaceEvidence.Sure : sure.Contains(NameIndex<KnownPlace>.Solid(sentence.Between(first, last))))
        {
            return Of(first, last, hits);
        }

        if (IsBesideName(first, last))
        {
            return null;
        }

        var enough = WordLists.IsGiven(sentence.Low(naming)) && names == 1 ? kind.Length > 0
            : PlaceWords.Opens(sentence.Low(first)) && names > 1 ? true
            : evidence == PlaceEvidence.Sure || (evidence == PlaceEvidence.Some && hits.Any(hit => hit.IsSpelt) && (names > 1 || !sentence.IsOpening(first)))
                || Lists.AfterList(first);
        return enough && !(PlaceContext.IsOfMind(sentence, first) && names == 1) ? Of(first, last, hits) : null;
    }

    /// <summary>A name nobody knows, where the words around it leave no doubt.</summary>
    private PlaceFound? Unknown(int at, IReadOnlySet<string> sure)
    {
        if (!(sentence.IsNaming(at) || sentence.IsArticle(at)) || sentence.Tokens[at].IsArabic || sentence.IsHeadline || sentence.Tokens[at].IsAcronym)
        {
            return null;
        }

        var last = at;
        while (last + 1 < sentence.Tokens.Count && !sentence.Tokens[last].Possessive && (sentence.IsNaming(last + 1) || sentence.IsJoint(last + 1) || sentence.IsArticle(last + 1)) && !taken[last + 1] && !sentence.Tokens[last + 1].IsAcronym)
        {
            last++;
        }

        while (last > at && (!sentence.IsNaming(last) || (WordLists.IsOrdinary(sentence.Low(last)) && !(last == at + 1 && PlaceWords.Opens(sentence.Low(at)))) || PlaceWords.IsKind(sentence.Low(last))))
        {
            last--;
        }

        var names = Runs.Names(sentence, at, last);
        if (names is 0 or > MostNames || sentence.Tokens[last].Text.Any(char.IsDigit) || !sentence.IsNaming(last) || !(Runs.IsPlainName(sentence, at, last) || (names == 2 && PlaceWords.Opens(sentence.Low(at)) && SureKinds.Contains(PlaceContext.Of(sentence, at, last).Kind))) || PlaceWords.IsKind(sentence.Low(at)) || PlaceWords.IsDirection(sentence.Low(at)))
        {
            return null;
        }

        if (sure.Contains(NameIndex<KnownPlace>.Solid(sentence.Between(at, last))) || (PlaceWords.Opens(sentence.Low(at)) && names > 1))
        {
            return Of(at, last, []);
        }

        var (evidence, _, kind) = PlaceContext.Of(sentence, at, last);
        var low = sentence.Low(at);
        if ((sentence.Low(at - 1) == "the" && kind.Length == 0) || PlaceWords.IsNoPlace(low) || (PersonWords.IsTitle(low) && !(low is "sheikh" or "shaykh" && sentence.IsArticle(at + 1))) || (sentence.IsOpening(at) && !(SureKinds.Contains(kind) && !WordLists.LooksOrdinary(low))) || WordLists.IsGiven(sentence.IsArticle(at) ? sentence.Low(at + 1) : low) && kind.Length == 0)
        {
            return null;
        }

        if (evidence == PlaceEvidence.Some && names == 1 && !sentence.Tokens[last].Possessive && sentence.Low(at - 1) == "at")
        {
            return Of(at, last, []);
        }

        if (evidence == PlaceEvidence.Some && names == 2 && sentence.IsArticle(last - 1) && sentence.Low(last)[^1] is not ('i' or 'y') && !PersonWords.IsSaying(sentence.Low(last + 1)) && Runs.Before(sentence, at) is var from && sentence.Low(from) is "from" or "to" or "at")
        {
            return Of(at, last, []);
        }

        var placed = evidence == PlaceEvidence.Sure && (kind.Length > 0 ? IsPlaceKind(kind) : !sentence.Tokens[last].Possessive && !PlaceContext.IsOfMind(sentence, at));
        return placed || Lists.IsGoal(at, last) || (names <= 2 && Runs.Before(sentence, at, passThe: false) is var verb && PlaceWords.TakesPlace(sentence.Low(verb))) || Lists.BeforeList(at, last) || Lists.AfterList(at) && !sentence.Tokens[last].Possessive && !PersonWords.DoesOrIs(sentence.Low(last + 1)) ? Of(at, last, []) : null;
    }

    private static bool IsPlaceKind(string kind) => kind is not ("field" or "base" or "bases" or "square" or "road" or "corridor" or "axis" or "pocket" or "enclave" or "stronghold" or "farm" or "port" or "area" or "areas" or "region" or "regions" or "frontline" or "frontlines" or "front") || kind is "area" or "region";

    /// <summary>A name of its own, or a spelling of it; not one of another age or tongue that is some other word in a text.</summary>
    private static bool IsUsual(NameHit<KnownPlace> hit) =>
        hit.Known.Id.Length == 0 || hit.Name.Length > 6 || NameIndex<KnownPlace>.Solid(hit.Name) == NameIndex<KnownPlace>.Solid(hit.Known.Name) || Places.NameKey.Of(hit.Name) == Places.NameKey.Of(hit.Known.Name);

    private bool IsPartOfPerson(int first, int last)
    {
        var before = first - 1;
        return before >= 0 && !taken[before] && sentence.IsNaming(before) && !sentence.Tokens[before].Possessive && (WordLists.IsGiven(sentence.Low(before)) || PersonWords.IsKunya(sentence.Low(before)))
            && !PlaceWords.IsDirection(sentence.Low(before)) && last >= first;
    }

    private bool IsBesideName(int first, int last)
    {
        var before = first - 1;
        return (before >= 0 && !sentence.IsHeadline && sentence.IsNaming(before) && !sentence.Tokens[before].Possessive && !WordLists.IsOrdinary(sentence.Low(before)) && !PlaceWords.IsDirection(sentence.Low(before)) && !PlaceWords.IsKind(sentence.Low(before)) && Nations.OfAdjective(sentence.Low(before)) is null)
            || (last + 1 < sentence.Tokens.Count && sentence.IsNaming(last + 1) && !sentence.Tokens[last].Possessive && !PlaceWords.IsKind(sentence.Low(last + 1)) && !WordLists.IsOrdinary(sentence.Low(last + 1)))
            || (last + 1 < sentence.Tokens.Count && sentence.IsArticle(last + 1) && sentence.IsNaming(last + 2));
    }

    private bool IsFree(int first, int last)
    {
        for (var at = first; at <= last; at++)
        {
            if (taken[at])
            {
                return false;
            }
        }

        return true;
    }

    private PlaceFound Of(int first, int last, IReadOnlyList<NameHit<KnownPlace>> hits)
    {
        var (_, direction, kind) = PlaceContext.Of(sentence, first, last);
        return new PlaceFound(number, first, last, sentence.Between(first, last), hits, direction, kind);
    }
}
