namespace Map.Core.Reading.Naming;

/// <summary>Tells an unknown name for a place by the places it stands in a row with.</summary>
/// <param name="found">The places of the sentence met so far, in their order.</param>
internal sealed class PlaceLists(PlaceNames known, NameSentence sentence, IReadOnlyList<bool> taken, IReadOnlyList<PlaceFound> found)
{
    /// <summary>"from Saraqib to X".</summary>
    public bool IsGoal(int first, int last) =>
        Runs.Before(sentence, first, passThe: false) is var to && sentence.Low(to) == "to" && found.Count > 0 && found[^1].Last == to - 1 && sentence.Low(found[^1].First - 1) is "from" or "between" && !sentence.Tokens[last].Possessive;

    /// <summary>True where the name goes on a list of places: "in Saraqib, Binnish and X".</summary>
    public bool AfterList(int first)
    {
        var before = Runs.Before(sentence, first);
        var comma = sentence.Is(first - 1, ",");
        if (found.Count == 0 || !(comma || (before >= 0 && sentence.Low(before) is "and" or "or")))
        {
            return false;
        }

        var end = comma ? first - 2 : sentence.Is(before - 1, ",") ? before - 2 : before - 1;
        while (end > found[^1].Last && (PlaceWords.IsKind(sentence.Low(end)) || sentence.Low(end) is "the"))
        {
            end--;
        }

        return found[^1].Last == end && (!comma || IsListAhead(first));
    }

    /// <summary>True where a list of places begins with the name: "from X, Saraqib and Binnish".</summary>
    public bool BeforeList(int first, int last)
    {
        var (before, next) = (Runs.Before(sentence, first, passThe: false), last + 2);
        return before >= 0 && PlaceWords.IsPreposition(sentence.Low(before)) && (sentence.Is(last + 1, ",") || sentence.Low(last + 1) == "and") && next < sentence.Tokens.Count && !taken[next]
            && known.LongestAt(sentence, next) is { } other && other.Hits.Any(hit => hit.Known.Rank <= 5) && !PersonWords.DoesOrIs(sentence.Low(other.Last + 1));
    }

    private bool IsListAhead(int first)
    {
        for (var at = first; at < sentence.Tokens.Count; at++)
        {
            if (sentence.Low(at) is "and" or "or")
            {
                return sentence.IsNaming(at + 1) || sentence.IsArticle(at + 1) || PlaceWords.IsPreposition(sentence.Low(at + 1));
            }

            if (!sentence.IsNaming(at) && !sentence.IsJoint(at) && !sentence.IsArticle(at) && !sentence.Is(at, ","))
            {
                return false;
            }
        }

        return false;
    }
}
