namespace Map.Core.Reading.Naming;

/// <summary>Persons the lexicon lacks: by kunya, title, given name, what they say or what is said of them.</summary>
internal sealed class PersonNames(ActorNames known, PlaceNames places)
{
    private const int MostNames = 5;

    /// <summary>What bears persons' names.</summary>
    private static readonly HashSet<string> Buildings = ["mosque", "hospital", "school", "street", "square", "roundabout", "stadium", "shrine", "university", "prize"];

    public void Find(FoundInSentence found)
    {
        for (var at = 0; at < found.Sentence.Tokens.Count; at++)
        {
            if (Runs.At(found, at) is { } run)
            {
                InRun(found, run.First, run.Last);
                at = run.Last;
            }
        }
    }

    private void InRun(FoundInSentence found, int first, int last)
    {
        var sentence = found.Sentence;
        if (!sentence.Tokens[last].Possessive && Buildings.Contains(sentence.Low(last + 1)))
        {
            return;
        }

        var titled = false;
        for (var at = first; at < last; at++)
        {
            var low = sentence.Low(at);
            if (low is "sheikh" or "shaykh" or "sheik" && places.LongestAt(sentence, at) is { } village && village.Last >= last && village.Hits.Count > 0 && !PersonWords.DoesOrIs(sentence.Low(last + 1)))
            {
                return;
            }

            if (sentence.IsNaming(at) && !sentence.IsArticle(at - 1) && !PersonWords.IsKunya(low) && (PersonWords.IsTitle(low) || (PersonWords.IsRole(low) && WordLists.IsOrdinary(low))) && !sentence.Tokens[at + 1].Joined)
            {
                (first, titled) = (at + 1, true);
            }
            else if (at == first && sentence.IsNaming(at) && (Nations.OfAdjective(low) is not null || WordLists.IsOrdinary(low)) && !sentence.IsJoint(at + 1))
            {
                first = at + 1;
            }
        }

        while (first < last && sentence.IsNaming(last) && !sentence.IsArticle(last - 1) && !(Runs.Names(sentence, first, last) == 2 && WordLists.IsGiven(sentence.Low(first))) && (WordLists.IsOrdinary(sentence.Low(last)) || Nations.OfAdjective(sentence.Low(last)) is not null))
        {
            last = LastNaming(sentence, first, last - 1);
        }

        if (Kunya(found, first, last) is { } kunya)
        {
            if (kunya.Last < last)
            {
                InRun(found, kunya.Last + 1, last);
            }

            return;
        }

        if (Runs.Names(sentence, first, last) is var names && names is 0 or > MostNames || !sentence.IsNaming(first) && !sentence.IsArticle(first) || !Runs.IsPlainName(sentence, first, names == 2 && WordLists.IsGiven(sentence.Low(first)) ? first : last) || (names == 1 && (PersonWords.IsTitle(sentence.Low(last)) || PersonWords.IsRole(sentence.Low(last)))))
        {
            return;
        }

        if (PlaceContext.Apposition(sentence, last) is not null || IsOtherNameOfPlace(sentence, first))
        {
            return;
        }

        if (titled && sentence.IsArticle(first) && names == 1 && sentence.Low(first - 1) is "sheikh" or "shaykh" or "shaikh" && !PersonWords.DoesOrIs(sentence.Low(last + 1)))
        {
            return;
        }

        var isPlace = places.IsPlace(sentence, first, last) || (PlaceWords.Opens(sentence.Low(first)) && names > 1);
        if (titled ? !(isPlace && names == 1) || !IsLocated(sentence, first) : !isPlace && IsPerson(found, first, last, names))
        {
            Take(found, first, last, IsOutlet(found, first, last, names) ? "outlet" : "person");
        }
    }

    private bool IsPerson(FoundInSentence found, int first, int last, int names)
    {
        var sentence = found.Sentence;
        var (before, after) = (Runs.Before(sentence, first, passThe: false), Runs.After(sentence, last));
        var (low, next) = (before < 0 ? "" : sentence.Low(before), sentence.Low(after));
        var given = WordLists.IsGiven(sentence.Low(sentence.IsArticle(first) ? first + 1 : first));
        if (names == 1 && given && !sentence.IsHeadline && (Apposition(sentence, after) || PersonWords.IsSaying(next)))
        {
            return true;
        }

        if (low == "of" && PlaceWords.IsKind(sentence.Low(before - 1)))
        {
            return false;
        }

        if (names > 1 && given && !(sentence.IsHeadline && !IsNisba(sentence, last)))
        {
            return true;
        }

        if (sentence.IsHeadline || places.IsPlace(sentence, first, first) || sentence.Tokens[first].IsAcronym)
        {
            return false;
        }

        var role = before >= 0 && PersonWords.IsRole(low) && !(low is "named" or "called" && names == 1 && PlaceWords.IsKind(sentence.Low(before - 1)));
        if (role && !PlaceWords.IsPreposition(low) && !IsPlaceNamed(sentence, before))
        {
            return true;
        }

        if (names > 1)
        {
            return IsNisba(sentence, last) || PersonWords.IsSaying(next) || next is "who" or "whose" || (sentence.Is(after, ",") && sentence.Low(after + 1) is "who" or "whose")
                || Apposition(sentence, after) || (next is "of" or "from" or "at" or "with" && SaysBehind(sentence, after)) || PersonWords.IsHandled(low) || IsOffice(sentence, first, after) || low is "said" or "says" or "added" or "explained" or "wrote" or "argued" or "noted" or "recalled" or "asked" || PersonWords.IsMoving(next) || IsRenamed(sentence, after) || (low == "to" && sentence.Low(before - 1) == "according")
                || (next is "was" or "were" && PersonWords.IsHandled(sentence.Low(after + 1))) || IsHandledWith(found, low, after);
        }

        return !sentence.IsOpening(first) && (PersonWords.IsSaying(next) || next == "who" || (low == "to" && sentence.Low(before - 1) == "according")
            || (low is "arrested" or "detained" or "assassinated" or "kidnapped" or "executed" or "released") && !PlaceWords.IsKind(next)) && !found.Sentence.IsArticle(first);
    }

    /// <summary>Takes a name that begins with Abu or Umm; null where it is none, or a place.</summary>
    private Found? Kunya(FoundInSentence found, int first, int last)
    {
        var sentence = found.Sentence;
        if (!PersonWords.IsKunya(sentence.Low(first)) || first == last || !sentence.IsNaming(first))
        {
            return null;
        }

        var (end, names) = (first, 0);
        for (var at = first + 1; at <= last && names < MostNames; at++)
        {
            if (!sentence.IsNaming(at))
            {
                continue;
            }

            if (names > 0 && ((WordLists.IsOrdinary(sentence.Low(at)) && !sentence.IsArticle(at - 1)) || (PersonWords.IsTitle(sentence.Low(at)) && !sentence.IsArticle(at - 1)) || GroupWords.KindOfHead(sentence.Tokens[at]) is not null || (sentence.IsHeadline && !sentence.Tokens[at].Joined && names > 1)))
            {
                break;
            }

            names++;
            end = at;
        }

        if (names == 0)
        {
            return null;
        }

        if (PlaceContext.Apposition(sentence, end) is not null)
        {
            return null;
        }

        var place = places.LongestAt(sentence, first);
        if (place is { } met && met.Last >= end && (met.Hits.Any(hit => hit.Known.Rank <= PlaceNames.WellKnown) || IsLocated(sentence, first)))
        {
            return null;
        }

        if (place is null && IsLocated(sentence, first) && Runs.Before(sentence, first) is var before && sentence.Low(before) is "in" or "near" or "at" or "around" or "outside" or "of" && (sentence.Low(before) != "of" || PlaceWords.IsKind(sentence.Low(before - 1))) && sentence.IsArticle(first + 1) == false && PlaceWords.IsSurest(sentence.Low(before)) && !sentence.Tokens[end].Possessive)
        {
            return null;
        }

        if (end + 1 < sentence.Tokens.Count && sentence.Tokens[end + 1] is { IsNumber: true } number && number.Text.All(char.IsDigit) && number.Text.Length is > 1 and < 4 && sentence.Low(end + 2) is not ("people" or "persons" or "fighters" or "men" or "km" or "kilometres" or "kilometers"))
        {
            end++;
        }

        return Take(found, first, end, "person");
    }

    private Found? Take(FoundInSentence found, int first, int last, string kind)
    {
        var name = found.Sentence.Between(first, last);
        var actor = known.Called(name);
        return found.IsFree(first, last) ? found.Put(new Found(first, last, actor?.Name ?? name, actor?.Id is { Length: > 0 } id ? id : null, actor?.Kind ?? kind)) : null;
    }

    private static bool IsOutlet(FoundInSentence found, int first, int last, int names) =>
        names == 1 && !WordLists.IsGiven(found.Sentence.Low(first)) && found.Sentence.Low(Runs.After(found.Sentence, last)) is "reported" or "reports" or "published";

    /// <summary>A last name with the article and an ending that says whence somebody comes: al-Hamwi, al-Julani.</summary>
    private static bool IsNisba(NameSentence sentence, int last) => sentence.IsArticle(last - 1) && sentence.Low(last) is { Length: > 3 } low && low[^1] is 'i' or 'y';

    /// <summary>", a researcher on …" behind a name.</summary>
    private static bool Apposition(NameSentence sentence, int comma)
    {
        if (!sentence.Is(comma, ","))
        {
            return false;
        }

        for (var at = comma + 1; at < Math.Min(sentence.Tokens.Count, comma + 10) && (sentence.Tokens[at].IsWord || sentence.Is(at, "-")); at++)
        {
            if (PersonWords.IsRole(sentence.Low(at)) && (sentence.Low(comma + 1) is "a" or "an" or "the" or "his" or "her" or "its" or "their" or "former" or "one" or "who" || PersonWords.IsRole(sentence.Low(comma + 1)) || Nations.OfAdjective(sentence.Low(comma + 1)) is not null || sentence.Tokens[comma + 1].IsAcronym))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Both X and Y were shot".</summary>
    private static bool IsHandledWith(FoundInSentence found, string before, int after)
    {
        var sentence = found.Sentence;
        if (sentence.Low(after) == "and" && Runs.At(found, after + 1) is { } other)
        {
            var verb = Runs.After(sentence, other.Last);
            return before == "both" || (sentence.Low(verb) == "were" && PersonWords.IsHandled(sentence.Low(verb + 1)));
        }

        return false;
    }

    /// <summary>"its director, X, said": between commas behind a role.</summary>
    private static bool IsOffice(NameSentence sentence, int first, int after) => sentence.Is(first - 1, ",") && PersonWords.IsRole(sentence.Low(first - 2)) && (sentence.Is(after, ",") || sentence.Is(after, "."));

    /// <summary>"(real name: …", ", a.k.a. …" behind a name.</summary>
    private static bool IsRenamed(NameSentence sentence, int at) =>
        (sentence.Is(at, "(") || sentence.Is(at, ",")) && (sentence.Low(at + 1) is "aka" or "alias" or "nicknamed" or "dubbed" || (sentence.Low(at + 1) is "known" or "better" or "also" && (sentence.Low(at + 2) is "as" or "known")) || (sentence.Low(at + 1) is "real" or "his" or "her" && sentence.Low(at + 2) is "name" or "real"));

    /// <summary>"X of the Y Foundation wrote".</summary>
    private static bool SaysBehind(NameSentence sentence, int of)
    {
        for (var at = of + 1; at < Math.Min(sentence.Tokens.Count, of + 9) && sentence.Tokens[at].IsWord; at++)
        {
            if (PersonWords.IsSaying(sentence.Low(at)))
            {
                return at > of + 1;
            }

            if (!sentence.IsNaming(at) && !sentence.IsArticle(at) && sentence.Low(at) is not ("the" or "for" or "of" or "and" or "on"))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>"Ras al-Ayn, also called X".</summary>
    private bool IsOtherNameOfPlace(NameSentence sentence, int first)
    {
        var at = first - 1;
        while (at > 0 && (sentence.Is(at, ",") || sentence.Low(at) is "also" or "called" or "known" or "as" or "or" or "locally" or "in" or "kurdish" or "arabic"))
        {
            at--;
        }

        return at >= 0 && at < first - 2 && Enumerable.Range(Math.Max(0, at - 2), Math.Min(3, at + 1)).Any(from => places.HitsOf(sentence, from, at).Any(hit => hit.Known.Rank <= PlaceNames.WellKnown));
    }

    private static bool IsLocated(NameSentence sentence, int first) =>
        Runs.Before(sentence, first) is var before && before >= 0 && (PlaceWords.IsPreposition(sentence.Low(before)) || PlaceWords.IsKind(sentence.Low(before)) || PlaceWords.IsDirection(sentence.Low(before)) || PlaceWords.IsVerb(sentence.Low(before)));

    private static bool IsPlaceNamed(NameSentence sentence, int role) => sentence.Low(role) is "named" or "called" && (PlaceWords.IsKind(sentence.Low(role - 1)) || GroupWords.KindOfNoun(sentence.Low(role - 1)) is not null);

    private static int LastNaming(NameSentence sentence, int first, int at)
    {
        while (at > first && !sentence.IsNaming(at))
        {
            at--;
        }

        return at;
    }
}
