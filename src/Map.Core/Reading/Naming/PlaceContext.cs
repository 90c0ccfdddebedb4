namespace Map.Core.Reading.Naming;

/// <summary>How much the words around a name say that it is a place.</summary>
internal enum PlaceEvidence
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A word that may stand before a person too: from, to, of.</summary>
    Some,

    /// <summary>A word that stands before places alone, or names their kind.</summary>
    Sure,
}

/// <summary>Reads the words beside a name.</summary>
internal static class PlaceContext
{
    /// <summary>What the words beside a name say, and the direction and the kind they give it.</summary>
    public static (PlaceEvidence Evidence, string Direction, string Kind) Of(NameSentence sentence, int first, int last)
    {
        var (direction, at) = ("", Runs.Before(sentence, first));
        while (at >= 0 && PlaceWords.IsDirection(sentence.Low(at)) || (at >= 0 && sentence.Low(at) is "western" or "the" or "rebel" or "held" or "opposition"))
        {
            direction = direction.Length == 0 && PlaceWords.IsDirection(sentence.Low(at)) ? sentence.Low(at) : direction;
            at = Runs.Before(sentence, at);
        }

        var low = at < 0 ? "" : sentence.Low(at);
        var next = sentence.Tokens[last].Possessive ? "" : sentence.Low(last + 1);
        if (PlaceWords.IsKind(next) && !sentence.Tokens[Math.Min(last + 1, sentence.Tokens.Count - 1)].Joined)
        {
            return (PlaceEvidence.Sure, direction, next);
        }

        if (next.Length > 0 && PlaceWords.IsDirection(next) && PlaceWords.IsKind(sentence.Low(last + 2)))
        {
            return (PlaceEvidence.Sure, next, sentence.Low(last + 2));
        }

        if (Apposition(sentence, last) is { } said)
        {
            return (PlaceEvidence.Sure, direction, said);
        }

        if (sentence.Is(last + 1, ",") && PlaceWords.IsDirection(sentence.Low(last + 2)) && sentence.Low(last + 3) is "of" or "from")
        {
            return (PlaceEvidence.Sure, direction, "");
        }

        if (sentence.Is(last + 1, ":") && sentence.IsOpening(first))
        {
            return (PlaceEvidence.Sure, direction, "");
        }

        if (low == "of" && IsKindOf(sentence, at) is { } kind)
        {
            return (PlaceEvidence.Sure, direction, kind);
        }

        if (low == "of" && PlaceWords.IsDirection(sentence.Low(at - 1)))
        {
            return (PlaceEvidence.Sure, direction.Length > 0 ? direction : Direction(sentence.Low(at - 1)), "");
        }

        if (direction.Length > 0 || PlaceWords.IsSurest(low) || (PlaceWords.IsKind(low) && low is not ("base" or "field" or "port" or "road" or "stronghold")))
        {
            return (PlaceEvidence.Sure, direction, PlaceWords.IsKind(low) ? low : "");
        }

        if (low is "from" or "to" or "for" && PlaceWords.IsMotion(sentence.Low(at - 1)))
        {
            return (PlaceEvidence.Sure, direction, "");
        }

        return (PlaceWords.IsPreposition(low) || PlaceWords.IsVerb(low) || low is "and" or "or" ? PlaceEvidence.Some : PlaceEvidence.None, direction, "");
    }

    /// <summary>"trust in X", "interest in X": no place.</summary>
    public static bool IsOfMind(NameSentence sentence, int first) =>
        Runs.Before(sentence, first) is var at && at > 0 && sentence.Low(at) == "in" && sentence.Low(at - 1) is "trust" or "interest" or "confidence" or "faith" or "believe" or "believes" or "believed" or "interested" or "published" or "wrote" or "writing" or "written" or "article" or "report" or "interview" or "disappointed" or "role";

    /// <summary>The kind that ", a village near …" behind a name says.</summary>
    public static string? Apposition(NameSentence sentence, int last)
    {
        if (!sentence.Is(last + 1, ",") || sentence.Low(last + 2) is not ("a" or "an" or "the" or "its" or "another"))
        {
            return null;
        }

        for (var at = last + 3; at < Math.Min(sentence.Tokens.Count, last + 8) && sentence.Tokens[at].IsWord; at++)
        {
            if (sentence.Low(at) is "of" or "in" or "near" or "from" or "who")
            {
                return null;
            }

            if (PlaceWords.IsKind(sentence.Low(at)) && sentence.Low(at + 1) is "" or "near" or "in" or "on" or "of" or "north" or "south" or "east" or "west" or "that" or "which" or "held" or "outside" or "close" or "under" or "where" or "with")
            {
                return sentence.Low(at);
            }
        }

        return null;
    }

    private static string? IsKindOf(NameSentence sentence, int of)
    {
        for (var at = of - 1; at >= Math.Max(0, of - 2); at--)
        {
            if (PlaceWords.IsKind(sentence.Low(at)) || sentence.Low(at) is "parts" or "centre" or "center" or "entrance" or "edge" or "edges" or "vicinity" or "side" or "outskirt" or "capital" or "residents" or "people" or "villagers" or "inhabitants" or "families" or "natives" or "siege" or "capture" or "recapture" or "fall" or "bombardment" or "shelling" or "bombing")
            {
                return sentence.Low(at);
            }
        }

        return null;
    }

    private static string Direction(string low) => low switch
    {
        "north" or "south" or "east" or "west" or "northeast" or "northwest" or "southeast" or "southwest" => low + "ern",
        _ => low,
    };
}
