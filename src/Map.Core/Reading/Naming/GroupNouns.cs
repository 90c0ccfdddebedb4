namespace Map.Core.Reading.Naming;

/// <summary>Names that only a noun beside them tells for a group's or an outlet's: the faction X, X, a small group.</summary>
internal sealed class GroupNouns(ActorNames known, PlaceNames places)
{
    private static readonly HashSet<string> Links = ["named", "called", "dubbed", "namely", "like", "including", "include", "includes", "titled", "nicknamed"];

    private static readonly HashSet<string> Roles = ["leader", "commander", "spokesman", "spokesperson", "member", "emir", "chief", "fighter", "official", "deputy", "head"];

    private static readonly HashSet<string> Reporters = ["reporter", "reporters", "correspondent", "correspondents", "journalists"];

    /// <summary>Acronyms of things, which name nobody.</summary>
    private static readonly HashSet<string> Things = ["ied", "ieds", "idp", "idps", "vbied", "svbied", "uav", "uavs", "atgm", "gps", "tv", "ngo", "ngos", "suv", "dna", "pdf", "tow", "rpg", "covid", "us", "usd", "gmt", "utc", "pm", "am", "tnt", "mlrs", "sms", "cctv"];

    /// <summary>A run that a noun beside it calls a group or an outlet.</summary>
    public void Find(FoundInSentence found, int first, int last)
    {
        var sentence = found.Sentence;
        if (!Runs.IsPlainName(sentence, first, last) || places.IsPlace(sentence, first, last) || sentence.Low(first) is "abu" or "umm")
        {
            return;
        }

        if (first == last && sentence.Tokens[first].IsAcronym && sentence.Tokens[first].Text.Length is > 2 and < 7 && !sentence.Tokens[first].Text.Any(char.IsDigit) && !Things.Contains(sentence.Low(first)) && (PersonWords.DoesOrIs(sentence.Low(last + 1)) || IsAgent(sentence, first, last) || Reporters.Contains(sentence.Low(last + 1))))
        {
            GroupClaim.Take(known, found, first, last, Reporters.Contains(sentence.Low(last + 1)) ? "outlet" : "group");
            return;
        }

        if (Apposition(sentence, Runs.After(sentence, last)) is { } told)
        {
            GroupClaim.Take(known, found, first, last, told);
            return;
        }

        if (WordLists.IsGiven(sentence.Low(first)))
        {
            return;
        }

        var before = Runs.Before(sentence, first);
        var link = before >= 0 && (Links.Contains(sentence.Low(before)) || sentence.Low(before) == "as");
        if (link)
        {
            before -= sentence.Low(before) == "as" ? 2 : 1;
            before = sentence.Is(before, ",") ? before - 1 : before;
        }

        var noun = before >= 0 && !sentence.Tokens[before].IsCapital ? sentence.Low(before) : "";
        var after = Runs.After(sentence, last);
        if (before < 0 && sentence.Is(first - 1, ",") | (sentence.Is(first - 2, ",") && sentence.Low(first - 1) == "the") && (sentence.Is(after, ",") || sentence.Is(after, ".")))
        {
            noun = sentence.Low(sentence.Is(first - 1, ",") ? first - 2 : first - 3);
            link = false;
        }

        if (noun == "of" && sentence.Low(before - 1) is "tribe" or "tribes" or "clan" or "clans")
        {
            GroupClaim.Take(known, found, first, last, "group");
            return;
        }

        if (GroupWords.KindOfNoun(noun) is { } kind && (link || !noun.EndsWith('s')))
        {
            GroupClaim.Take(known, found, first, last, kind);
        }
        else if (after < sentence.Tokens.Count && !sentence.Tokens[last].Possessive && !sentence.Tokens[after].IsCapital && !sentence.Tokens[after].Joined && !sentence.IsOpening(first)
            && GroupWords.KindOfNoun(sentence.Low(after)) is { } behind && sentence.Low(after) is not ("party" or "center" or "centre" or "committee" or "council" or "station" or "firm" or "company"))
        {
            GroupClaim.Take(known, found, first, last, behind);
        }
    }

    /// <summary>"Between X and others", "attacked by X".</summary>
    private static bool IsAgent(NameSentence sentence, int first, int last) =>
        Runs.Before(sentence, first) is var before && before >= 0 && ((sentence.Low(before) == "between" && sentence.Low(last + 1) == "and") || (sentence.Low(before) == "by" && sentence.Low(before - 1).EndsWith("ed", StringComparison.Ordinal)));

    /// <summary>The kind that ", a small group …" behind a name says.</summary>
    private static string? Apposition(NameSentence sentence, int comma)
    {
        if (!sentence.Is(comma, ",") || sentence.Low(comma + 1) is not ("a" or "an" or "the" or "one"))
        {
            return null;
        }

        for (var at = comma + 2; at < Math.Min(sentence.Tokens.Count, comma + 9) && (sentence.Tokens[at].IsWord || sentence.Is(at, "-")); at++)
        {
            if (sentence.Low(at) is "of" or "in" or "who" or "that" or "which" or "for" or "from" or "leader" or "commander" or "member")
            {
                return null;
            }

            if (!sentence.Tokens[at].IsCapital && GroupWords.KindOfNoun(sentence.Low(at)) is { } kind && GroupWords.KindOfNoun(sentence.Low(at + 1)) is null && !Roles.Contains(sentence.Low(at + 1)))
            {
                return kind;
            }
        }

        return null;
    }
}
