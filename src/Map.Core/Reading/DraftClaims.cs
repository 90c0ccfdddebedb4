using System.Text.RegularExpressions;

namespace Map.Core.Reading;

/// <summary>Tells whether the article speaks for itself, quotes somebody, or passes on what nobody in particular says.</summary>
internal static partial class DraftClaims
{
    [GeneratedRegex(@"\baccording to (?:the |a |an )?(?<who>[^,.;]{2,60})", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex AccordingTo();

    [GeneratedRegex(@"\b(?:said|says|told|reported|reports|claimed|claims|claiming|announced|stated|asserted|alleged|accused(?! of\b)|accuses|accusing|blamed|confirmed|affirmed|contended|argued|added|wrote|denied|disclosed|documented|recorded|monitored|counted)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Says();

    [GeneratedRegex(@"\b(?:reportedly|allegedly|apparently|is believed|are believed|was accused of|were accused of|it was (?:also )?reported|is said to|are said to|was said to|rumou?red)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Hearsay();

    [GeneratedRegex(@"[\w’'-]+(?:\s+[\w’'-]+){0,7}\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex LastWords();

    [GeneratedRegex("^(?:it|they|he|she)(?: also)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex IsPronoun();

    /// <summary>"The account of X, in which he said": X says it.</summary>
    [GeneratedRegex(@"^(?:in which|wherein|where|when|and|but|whom|who)(?: he| she)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex WhereHe();

    /// <param name="before">Whom "it" or "they" may mean.</param>
    public static (DraftClaimant? Claimant, DraftCertainty Certainty) Of(DraftSentence sentence, Antecedents before)
    {
        if (Hearsay().IsMatch(sentence.Masked))
        {
            return (null, DraftCertainty.Unsure);
        }

        if (InWhat().IsMatch(sentence.Masked))
        {
            return (null, DraftCertainty.Told);
        }

        if (HisClaim().Match(sentence.Masked) is { Success: true } claim && Named(sentence, claim.Index, claim.Groups["who"].Index + claim.Groups["who"].Length) is { } claims)
        {
            return (claims, DraftCertainty.Claimed);
        }

        if (AccordingTo().Match(sentence.Masked) is { Success: true } according)
        {
            var who = according.Groups["who"];
            return (Named(sentence, who.Index, who.Index + who.Length), DraftCertainty.Claimed);
        }

        if (Says().Match(sentence.Masked) is { Success: true, Index: > 0 } says)
        {
            var from = sentence.Masked.LastIndexOfAny([',', ';', '“', '”', '"', '—', '–'], says.Index - 1) + 1;
            // "…, arrested by X for reasons reported differently": X acts and says nothing.
            if (Speaker(sentence, from, says.Index) is { } agent && ByAgent().IsMatch(sentence.Masked[..(agent.Start - sentence.Sentence.Start)]))
            {
                return (null, DraftCertainty.Told);
            }

            var claimant = Named(sentence, from, says.Index) ?? Subject(sentence, from) ?? Named(sentence, 0, from);
            claimant = claimant is { Actor: null } && WhereHe().IsMatch(claimant.Words) && sentence.Actors.LastOrDefault(actor => actor.Kind == "person" && actor.End <= sentence.Sentence.Start + from) is { } same ? new DraftClaimant(same.Text, same) : claimant;
            claimant = claimant is { Actor: null } && IsPronoun().IsMatch(claimant.Words) && before.Of(claimant.Words) is { } meant ? new DraftClaimant(meant.Text, meant) : claimant;
            return (claimant, claimant is null ? DraftCertainty.Unsure : DraftCertainty.Claimed);
        }

        return (null, DraftCertainty.Told);
    }

    [GeneratedRegex(@"\bby\W+(?:the\W+)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ByAgent();

    [GeneratedRegex(@"^\s*(?:an?|the|which|who|whose|its|his|her|their|\p{Ll}+ed|\p{Ll}+ing)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Aside();

    /// <summary>"X, an alliance backed by Y, announced": who announces stands in front of the aside.</summary>
    public static DraftClaimant? Subject(DraftSentence sentence, int to)
    {
        var comma = to > 1 ? sentence.Masked.LastIndexOf(',', to - 2) : -1;
        return comma > 0 && Aside().IsMatch(sentence.Masked[(comma + 1)..to]) && Speaker(sentence, 0, comma) is { } actor ? new DraftClaimant(actor.Text, actor) : null;
    }

    /// <summary>"Refuting X's claim that …": X says it.</summary>
    [GeneratedRegex(@"(?<who>[ለሐ]+)'s?\W+(?:\w+\W+)?(?:claim|allegation|accusation|assertion|account)s?\W+that\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex HisClaim();

    /// <summary>"… in what X said was a warning": that it happened is told, what it was is X's word.</summary>
    [GeneratedRegex(@"\b(?:in|as|for) what (?<who>[^,.;]{1,60}?) (?:said|says|described|called|claimed|claims|portrayed)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex InWhat();

    [GeneratedRegex(@"\b(?:is|are|was|were|stand|stands|stood) accused of\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Accused();

    /// <summary>True where somebody is accused and nobody is said to accuse.</summary>
    public static bool IsAccusation(DraftSentence sentence) => Accused().IsMatch(sentence.Masked);

    /// <summary>What somebody says a deed that is told was; null where nobody does.</summary>
    public static DraftAccount? Meaning(DraftSentence sentence, string title) =>
        InWhat().Match(sentence.Masked).Groups["who"] is { Success: true } who && Named(sentence, who.Index, who.Index + who.Length) is { } by
            ? new DraftAccount(sentence.Text, sentence.Sentence.Start, sentence.Sentence.Length, by, title, Events.ClaimField.Motive.Id) : null;

    [GeneratedRegex(@"^,? (?:of|from|for|in|at|with)(?: the)? $", RegexOptions.CultureInvariant)]
    private static partial Regex Belongs();

    /// <summary>The actor named last who is no part of a compound ("Turkey-backed") nor of what the one before belongs to ("Colonel A of B").</summary>
    private static ActorMention? Speaker(DraftSentence sentence, int from, int to)
    {
        var start = sentence.Sentence.Start;
        var actors = sentence.Actors.Where(actor => actor.Start >= start + from && actor.End <= start + to && !(actor.End < start + sentence.Masked.Length && sentence.Masked[actor.End - start] == '-')).ToList();
        var last = actors.Count - 1;
        while (last > 0 && actors[last - 1].Kind == "person" && Belongs().IsMatch(sentence.Masked[(actors[last - 1].End - start)..(actors[last].Start - start)]))
        {
            last--;
        }

        return last < 0 ? null : actors[last];
    }

    /// <summary>The actor named last in a stretch of the sentence, else its last words.</summary>
    public static DraftClaimant? Named(DraftSentence sentence, int from, int to)
    {
        if (Speaker(sentence, from, to) is { } actor)
        {
            return new DraftClaimant(actor.Text, actor);
        }

        var words = LastWords().Match(sentence.Text[from..to]).Value.Trim();
        return words.Length > 0 ? new DraftClaimant(words, null) : null;
    }
}
