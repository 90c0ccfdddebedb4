using System.Runtime.CompilerServices;

namespace Map.Core.Reading.Naming;

/// <summary>The places known before reading: the gazetteer's, and by name alone those of the general list, cities and countries abroad.</summary>
internal sealed class PlaceNames
{
    /// <summary>Places up to this rank are known well enough that their name alone says place.</summary>
    public const int WellKnown = 3;

    private static readonly ConditionalWeakTable<Lexicon, PlaceNames> Made = [];

    private static readonly NameIndex<Nation> NationIndex = IndexNations();

    private readonly NameIndex<KnownPlace> index = new(together: true);
    private readonly Dictionary<string, KnownPlace> countries = new(StringComparer.Ordinal);

    private PlaceNames(Lexicon lexicon)
    {
        foreach (var place in lexicon.Places)
        {
            if (place.Kind == "country")
            {
                foreach (var nation in place.Names.Prepend(place.Name).Select(name => Nations.OfName(Token.Plain(name))).OfType<Nation>())
                {
                    countries.TryAdd(nation.Name, place);
                }

                continue;
            }

            foreach (var name in place.Names.Prepend(place.Name).Distinct())
            {
                index.Add(place, name, bySound: IsLike(place.Name, name));
            }
        }

        foreach (var row in WordLists.Rows("places").Concat(Nations.All.Where(nation => nation.Capital.Length > 0).Select(nation => new[] { nation.Capital })))
        {
            var names = row.Length > 1 ? row[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [];
            if (index.Called(row[0]).Where(place => place.Rank <= WellKnown).MinBy(place => place.Rank) is { } met)
            {
                foreach (var name in names.Where(name => !index.Called(name).Any()))
                {
                    index.Add(met, name, bySound: false);
                }
            }
            else
            {
                var place = new KnownPlace("", row[0], names, "region", double.NaN, double.NaN, 0, WellKnown, null, null);
                foreach (var name in names.Prepend(row[0]))
                {
                    index.Add(place, name, bySound: row.Length > 1 && name.Length > 8);
                }
            }
        }
    }

    /// <summary>The names of a lexicon, made once for all who look in it.</summary>
    public static PlaceNames Of(Lexicon lexicon) => Made.GetValue(lexicon, given => new PlaceNames(given));

    /// <summary>The gazetteer's place for a country; one without id where it lacks it.</summary>
    public KnownPlace CountryOf(Nation nation) =>
        countries.GetValueOrDefault(nation.Name) ?? new KnownPlace("", nation.Name, nation.Names, "country", double.NaN, double.NaN, 0, 1, null, null);

    /// <summary>The longest known place name that begins at a token, and the places that bear it.</summary>
    public (int Last, IReadOnlyList<NameHit<KnownPlace>> Hits)? LongestAt(NameSentence sentence, int first)
    {
        if (!Opens(sentence, first))
        {
            return null;
        }

        if (!sentence.PlacesAt.TryGetValue(first, out var found))
        {
            sentence.PlacesAt[first] = found = index.LongestAt(sentence, first, (from, to, name) => Fits(sentence, from, to, name));
        }

        return found;
    }

    /// <summary>The places that bear what these tokens write.</summary>
    public IReadOnlyList<NameHit<KnownPlace>> HitsOf(NameSentence sentence, int first, int last) => Opens(sentence, first) ? index.HitsOf(sentence, first, last, (from, to, name) => Fits(sentence, from, to, name)) : [];

    /// <summary>The places of a written name.</summary>
    public IEnumerable<KnownPlace> Called(string name) => index.Called(name);

    /// <summary>The country named at a token, and where its name ends.</summary>
    public static (int Last, Nation Nation)? NationAt(NameSentence sentence, int first)
    {
        if (!sentence.IsNaming(first) && !sentence.Tokens[first].IsArabic)
        {
            return null;
        }

        return NationIndex.LongestAt(sentence, first, (from, to, name) => FitsNation(sentence, from, to, name)) is { } found ? (found.Last, found.Hits[0].Known) : null;
    }

    /// <summary>True for a name that says place by itself: well known, or of several words.</summary>
    public bool IsPlace(NameSentence sentence, int first, int last) =>
        HitsOf(sentence, first, last).Any(hit => (hit.Known.Rank <= WellKnown && (hit.IsSpelt || Runs.Names(sentence, first, last) > 1)) || (hit.IsSpelt && (hit.Known.Rank <= 5 || Runs.Names(sentence, first, last) > 1)))
        || (NationAt(sentence, first) is { } nation && nation.Last >= last);

    private static NameIndex<Nation> IndexNations()
    {
        var index = new NameIndex<Nation>();
        foreach (var nation in Nations.All)
        {
            foreach (var name in nation.Names)
            {
                index.Add(nation, name, bySound: false);
            }
        }

        return index;
    }

    private static bool FitsNation(NameSentence sentence, int first, int last, string name)
    {
        for (var at = first; at <= last; at++)
        {
            if (!sentence.Tokens[at].IsCapital && sentence.Low(at) is not ("of" or "the" or "and"))
            {
                return false;
            }
        }

        return NameIndex<Nation>.Solid(name) == NameIndex<Nation>.Solid(sentence.Between(first, last)) && sentence.Tokens[first].Text != "Us";
    }

    /// <summary>A spelling of the name, or long enough not to be met by chance; not "Berea" for Aleppo.</summary>
    private static bool IsLike(string usual, string name) => name.Length > 7 || Places.NameKey.Of(usual) == Places.NameKey.Of(name) || Places.NameKey.Of(name).TrimEnd('ʌ') == Places.NameKey.Of(usual).TrimEnd('ʌ');

    private static bool Opens(NameSentence sentence, int first) => sentence.Tokens[first].IsCapital || sentence.Tokens[first].IsArabic || sentence.IsArticle(first);

    private static bool Fits(NameSentence sentence, int first, int last, string name)
    {
        for (var at = first; at <= last; at++)
        {
            var token = sentence.Tokens[at];
            if (!token.IsCapital && !token.IsArabic && !token.IsNumber && !sentence.IsJoint(at) && !(at > first && PlaceWords.IsKind(token.Low)))
            {
                return false;
            }
        }

        return NameIndex<KnownPlace>.Solid(name) == sentence.Solid(first, last) || !HasOrdinary(sentence, first, last);
    }

    /// <summary>Ordinary words and adjectives of nations sound like many a village; only the letters of a name make them one.</summary>
    private static bool HasOrdinary(NameSentence sentence, int first, int last)
    {
        for (var at = first; at <= last; at++)
        {
            var low = sentence.Low(at);
            if (sentence.IsNaming(at) && !sentence.Tokens[at].Joined && (WordLists.IsOrdinary(low) || WordLists.LooksOrdinary(low) || Nations.OfAdjective(low) is not null || PersonWords.DoesOrIs(low)) && !PlaceWords.IsKind(low))
            {
                return true;
            }
        }

        return false;
    }
}
