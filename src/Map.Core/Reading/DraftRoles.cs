using System.Text.RegularExpressions;
using Map.Core.Events;

namespace Map.Core.Reading;

/// <summary>Who did it and to whom, by where names stand around the telling words.</summary>
internal static partial class DraftRoles
{
    [GeneratedRegex(@"\b(?:was|were|been|being|are|is|got)\W+(?:\w+ly\W+)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Passive();

    [GeneratedRegex(@"\bby\W+(?:\w+\W+){0,4}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex By();

    /// <summary>Who died did not do it.</summary>
    [GeneratedRegex(@"^(?:died|succumbed|lost (?:his|her|their) li)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Suffered();

    /// <summary>"The X-controlled town": X says whose the ground is and takes no part.</summary>
    [GeneratedRegex(@"^-(?:controlled|held|run|occupied|dominated|designated|inhabited|administered|linked|affiliated|majority)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Adjective();

    /// <summary>"The X-backed fighters", "gunmen loyal to X": X stands behind them.</summary>
    [GeneratedRegex(@"^-(?:backed|supported|allied|aligned|sponsored|funded|trained)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Backer();

    [GeneratedRegex(@"\b(?:linked|loyal|allied|affiliated|aligned|tied|close) (?:to|with)\W+(?:the\W+)?$|\b(?:backed|supported|sponsored) by\W+(?:the\W+)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex LoyalTo();

    /// <summary>"X's arrest": X is who was arrested.</summary>
    [GeneratedRegex(@"^'s?\W+(?:\w+\W+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Possessive();

    /// <summary>Whom a source told it has no part in it.</summary>
    [GeneratedRegex(@"\b(?:told|telling|informed|confirmed to)\W+(?:the\W+)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ToldTo();

    /// <summary>What stands in "is in retreat" and "have been able to capture" is done, not suffered.</summary>
    [GeneratedRegex("^(?:in|able|no) ", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NeverPassive();

    /// <summary>Behind these words stands what the event is about, or something else altogether, and nobody it happened to.</summary>
    [GeneratedRegex(@"\b(?:what|which|whose|where|because|amid|despite|without|citing|calling for|call(?:s|ed) for|in response)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex LeadsAway();

    /// <summary>Between two names in front of the telling words: the first belongs to another clause.</summary>
    [GeneratedRegex(@"\b(?:that|which|while|when)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex AnotherClause();

    /// <summary>"…, with X arresting": who arrests has nothing to do with who stands before.</summary>
    [GeneratedRegex(@"(?<!\b(?:along|together)\W+)\bwith\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex With();

    [GeneratedRegex(@"\b(?:accused of|suspected of|on suspicion|on charges|charged with|attempting to|links? (?:to|with)|ties (?:to|with))\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Accused();

    [GeneratedRegex(@"\b(?:leader|head|commander|chief|emir|founder|deputy|spokesman|mufti|judge)s? of\W+(?:the\W+)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex HeadOf();

    /// <summary>"The X commander Y": Y is meant, X says whose he is.</summary>
    [GeneratedRegex(@"^(?:\W+\w+){0,2}?\W+(?:commander|leader|member|fighter|official|spokesman|chief|officer|cleric|judge|emir|deputy)s?(?:\W+\w+)?\W+ሐ", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex RankOf();

    [GeneratedRegex("^(?:formed|founded|established|created)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Formed();

    [GeneratedRegex(@"^\W+(?:the\W+)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NextTo();

    [GeneratedRegex("^(?:sidelined|dismissed|sacked|replaced|demoted|expelled)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex PutAside();

    [GeneratedRegex("^(?:defect(?:ed|ions?)|split from|broke away|left the)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Leaving();

    [GeneratedRegex(@"^\W*(?:they|it|he|she|the (?:group|movement|organi[sz]ation|faction))(?: also| later| then)* (?:announced|claimed responsibility|(?:said|reported|claimed|stated|confirmed)(?: that)? (?:it|its|they|their|he|she)\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex PronounOfItself();

    [GeneratedRegex(@"^\W*(?:\w+ly |has |have |had |also )*(?:announced|claimed responsibility|(?:said|reported|claimed|stated|confirmed)(?: that)? (?:it|its|they|their|he|she)\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OfItself();

    /// <summary>A party that reports its own deed; an outlet never does.</summary>
    private static bool SpeaksOfItself(DraftSentence sentence, DraftPiece piece, ActorMention claimant) =>
        piece.Type == "statement"
        || (claimant.End <= sentence.Sentence.Start && PronounOfItself().IsMatch(sentence.Masked))
        || (claimant.Kind is not ("outlet" or "institution") && claimant.Start >= sentence.Sentence.Start && claimant.End <= sentence.Sentence.End
            && OfItself().IsMatch(sentence.Masked[(claimant.End - sentence.Sentence.Start)..]));

    /// <summary>Only these stand for whom the sentence before named.</summary>
    [GeneratedRegex(@"^\W*(?:\w+\W+){0,3}?(?:it|its|they|their|he|his|she|her|the (?:group|movement|organi[sz]ation|faction|alliance|coalition|army))\b|\b(?:it|they|he|she)\W+(?:\w+\W+)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Pronoun();

    public static List<DraftActor> Of(DraftSentence sentence, DraftPiece piece, ActorMention? claimant, IReadOnlyList<ActorMention> before)
    {
        var near = sentence.Actors.Where(piece.Holds).ToList();
        near = [.. near.Where(actor => TakesPart(sentence, piece, actor, near))];
        var passive = IsPassive(sentence, piece);
        var roles = new List<DraftActor>();
        foreach (var actor in near.Where(actor => claimant is null || actor.Start != claimant.Start || near.Count == 1))
        {
            Add(roles, actor, RoleOf(sentence, piece, actor, passive, claimant));
        }

        if (roles.All(one => one.Role != ActorRole.Initiator.Id) && !passive)
        {
            var subject = sentence.Actors.LastOrDefault(actor => actor.End <= piece.Start && actor != claimant && actor.Start != claimant?.Start) ?? (before.Count > 0 && Pronoun().IsMatch(sentence.Text[..(piece.Trigger - sentence.Sentence.Start)]) ? before[0] : null);
            if (subject is not null && (subject.Id ?? subject.Name) != (claimant?.Id ?? claimant?.Name))
            {
                Add(roles, subject, ActorRole.Initiator.Id);
            }
        }

        if (claimant is not null)
        {
            Add(roles, claimant, SpeaksOfItself(sentence, piece, claimant) && roles.All(one => one.Role != ActorRole.Initiator.Id) ? ActorRole.Initiator.Id : ActorRole.Claimant.Id);
        }

        return roles;
    }

    private static string RoleOf(DraftSentence sentence, DraftPiece piece, ActorMention actor, bool passive, ActorMention? claimant)
    {
        if (actor.Start == claimant?.Start)
        {
            return SpeaksOfItself(sentence, piece, actor) ? ActorRole.Initiator.Id : ActorRole.Claimant.Id;
        }

        var before = sentence.Masked[..(actor.Start - sentence.Sentence.Start)];
        if (Backer().IsMatch(After(sentence, actor)) || LoyalTo().IsMatch(before))
        {
            return ActorRole.Party.Id;
        }

        var behind = Behind(sentence, piece, actor);
        if (piece.Type is "killing" or "detention" && actor.Kind == "person" && actor.End <= piece.Trigger && Possessive().IsMatch(sentence.Masked[(actor.End - sentence.Sentence.Start)..(piece.Trigger - sentence.Sentence.Start)]))
        {
            return ActorRole.Victim.Id;
        }

        if (piece.Type is "killing" or "detention" && actor.Kind != "person" && RankOf().IsMatch(sentence.Masked[(actor.End - sentence.Sentence.Start)..]))
        {
            return ActorRole.Party.Id;
        }

        if (actor.Start <= piece.Trigger ? !passive : By().IsMatch(before) || Founds(piece, behind) || (piece.Words.StartsWith("defections", StringComparison.OrdinalIgnoreCase) && actor.Kind == "person"))
        {
            return ActorRole.Initiator.Id;
        }

        return piece.Type switch
        {
            "politics" when (PutAside().IsMatch(piece.Words) && actor.Kind == "person") || (Leaving().IsMatch(piece.Words) && behind.Length > 0 && actor.Kind != "person") => ActorRole.Target.Id,
            "politics" or "movement" or "statement" => ActorRole.Party.Id,
            "detention" when DraftTitles.IsRelease(piece) || Accused().IsMatch(behind) => ActorRole.Party.Id,
            "detention" when actor.Kind != "person" && !HeadOf().IsMatch(before) => ActorRole.Target.Id,
            "killing" or "detention" => ActorRole.Victim.Id,
            _ => ActorRole.Target.Id,
        };
    }

    private static bool IsPassive(DraftSentence sentence, DraftPiece piece) =>
        Suffered().IsMatch(piece.Words) || Passive().IsMatch(sentence.Masked[..(piece.Trigger - sentence.Sentence.Start)]) && !NeverPassive().IsMatch(piece.Words);

    /// <summary>"Formed in spring, X …".</summary>
    private static bool Founds(DraftPiece piece, string behind) => piece.Type == "politics" && Formed().IsMatch(piece.Words) && NextTo().IsMatch(behind);

    /// <summary>The words between the telling ones and a name behind them; "" in front of them.</summary>
    private static string Behind(DraftSentence sentence, DraftPiece piece, ActorMention actor)
    {
        var end = piece.Trigger + piece.Words.Length;
        return actor.Start < end ? "" : sentence.Masked[(end - sentence.Sentence.Start)..(actor.Start - sentence.Sentence.Start)];
    }

    private static string After(DraftSentence sentence, ActorMention actor) => sentence.Masked[(actor.End - sentence.Sentence.Start)..];

    private static bool TakesPart(DraftSentence sentence, DraftPiece piece, ActorMention actor, List<ActorMention> near)
    {
        if (Adjective().IsMatch(After(sentence, actor)) || (actor.Kind == "outlet" && ToldTo().IsMatch(sentence.Masked[..(actor.Start - sentence.Sentence.Start)])))
        {
            return false;
        }

        if (actor.Start >= piece.Trigger)
        {
            return piece.Type is "politics" or "statement" || !LeadsAway().IsMatch(Behind(sentence, piece, actor));
        }

        return !near.Exists(other => other.Start > actor.Start && other.End <= piece.Trigger && sentence.Masked[(actor.End - sentence.Sentence.Start)..(other.Start - sentence.Sentence.Start)] is var between
            && (AnotherClause().IsMatch(between) || (piece.Words.Split(' ')[0].EndsWith("ing", StringComparison.OrdinalIgnoreCase) && With().IsMatch(between))));
    }

    /// <summary>One actor has one role: the first it is found in.</summary>
    private static void Add(List<DraftActor> roles, ActorMention actor, string role)
    {
        if (roles.All(one => (one.Actor.Id ?? one.Actor.Name) != (actor.Id ?? actor.Name)))
        {
            roles.Add(new DraftActor(actor, role));
        }
    }
}
