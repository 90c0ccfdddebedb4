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

    /// <summary>Who loses ground has it taken from him, by whom it is lost to.</summary>
    [GeneratedRegex("^(?:lost|losing|ceded)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Loses();

    /// <summary>"The offensive of X", "warplanes of X": X attacks.</summary>
    [GeneratedRegex(@"\b(?:offensive|campaign|operation|advance|aircraft|warplane|plane|jet|helicopter|drone|gun|artillery|battery|batteries)s?\W+(?:of|from|belonging to)\W+(?:the\W+)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex MeansOf();

    [GeneratedRegex(@"\bto\W+(?:the\W+)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex To();

    [GeneratedRegex(@"\b(?:at|against|over)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Against();

    /// <summary>"The X-controlled town": X says whose the ground is and takes no part.</summary>
    [GeneratedRegex(@"^-(?:controlled|held|run|occupied|dominated|designated|inhabited|administered|linked|affiliated|majority)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Adjective();

    [GeneratedRegex(@"^-(?:allied|aligned|inspired|leaning)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Friend();

    [GeneratedRegex(@",\W*an?\W+(?:\w+\W+)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Described();

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

    /// <summary>A statement is against whom it blames, says to have done something, or makes confess.</summary>
    [GeneratedRegex(@"\b(?:curs|accus|blam|denounc|condemn|insult|mock|threaten|slam|attack|criticis|criticiz|expos)(?:e|es|ed|ing|s)?\W+(?:\w+\W+){0,2}?$|\bagainst\W+(?:the\W+)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Blames();

    [GeneratedRegex(@"\b(?:that|saying|claiming|alleging)\W+(?:the\W+)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SaysThat();

    [GeneratedRegex(@"^\W*(?:\w+ly\W+)?(?:had|has|have|was behind|were behind|is behind)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex HasDone();

    [GeneratedRegex(@"^'s?\W+(?:\w+\W+)?(?:confessions?|admissions?|testimony)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SaidByHim();

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
    [GeneratedRegex(@"^\W*(?:\w+\W+){0,3}?(?<who>it|its|they|their|he|his|she|her|the (?:group|movement|organi[sz]ation|faction|alliance|coalition|army))\b|\b(?<who>it|they|he|she)\W+(?:\w+\W+)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Pronoun();

    public static List<DraftActor> Of(DraftSentence sentence, DraftPiece piece, ActorMention? claimant, Antecedents before)
    {
        var near = sentence.Actors.Concat(sentence.StandIns).Where(piece.Holds).OrderBy(actor => actor.Start).ToList();
        near = [.. near.Where(actor => TakesPart(sentence, piece, actor, near))];
        var passive = IsPassive(sentence, piece);
        var roles = new List<DraftActor>();
        foreach (var actor in near.Where(actor => claimant is null || actor.Start != claimant.Start || near.Count == 1))
        {
            Add(roles, actor, RoleOf(sentence, piece, actor, passive, claimant));
        }

        if (roles.All(one => one.Role != ActorRole.Initiator.Id) && !passive)
        {
            var subject = sentence.Actors.LastOrDefault(actor => actor.End <= piece.Start && actor != claimant && actor.Start != claimant?.Start) ?? (Pronoun().Match(sentence.Text[..(piece.Trigger - sentence.Sentence.Start)]) is { Success: true } pronoun ? before.Of(pronoun.Groups["who"].Value) : null);
            if (subject is not null && (subject.Id ?? subject.Name) != (claimant?.Id ?? claimant?.Name))
            {
                Add(roles, subject, IsSuffered(piece) ? ActorRole.Target.Id : ActorRole.Initiator.Id);
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
        if (actor.Kind == "civilians" && piece.Type is "killing" or "detention" or "strike" or "explosion" or "clash")
        {
            return ActorRole.Victim.Id;
        }

        if (IsSuffered(piece))
        {
            return actor.Start < piece.Trigger ? ActorRole.Target.Id : To().IsMatch(before) || By().IsMatch(before) ? ActorRole.Initiator.Id : behind.Contains(',', StringComparison.Ordinal) ? ActorRole.Target.Id : ActorRole.Party.Id;
        }

        if (piece.Type is "killing" or "detention" && actor.Kind == "person" && actor.End <= piece.Trigger && Possessive().IsMatch(sentence.Masked[(actor.End - sentence.Sentence.Start)..(piece.Trigger - sentence.Sentence.Start)]))
        {
            return ActorRole.Victim.Id;
        }

        if (piece.Type is "killing" or "detention" && actor.Kind != "person" && RankOf().IsMatch(sentence.Masked[(actor.End - sentence.Sentence.Start)..]))
        {
            return ActorRole.Party.Id;
        }

        if (piece.Type == "protest" && Against().IsMatch(behind))
        {
            return ActorRole.Target.Id;
        }

        if (piece.Type is "clash" or "strike" && actor.Start > piece.Trigger && MeansOf().IsMatch(before))
        {
            return ActorRole.Initiator.Id;
        }

        if (actor.Start <= piece.Trigger ? !passive : By().IsMatch(before) || Founds(piece, behind) || (piece.Words.StartsWith("defections", StringComparison.OrdinalIgnoreCase) && actor.Kind == "person"))
        {
            return ActorRole.Initiator.Id;
        }

        return piece.Type switch
        {
            "statement" when actor.Start > piece.Trigger && (Blames().IsMatch(before) || (SaysThat().IsMatch(before) && HasDone().IsMatch(After(sentence, actor)))) => ActorRole.Target.Id,
            "statement" when SaidByHim().IsMatch(After(sentence, actor)) => ActorRole.Target.Id,
            "politics" when (PutAside().IsMatch(piece.Words) && actor.Kind == "person") || (Leaving().IsMatch(piece.Words) && behind.Length > 0 && actor.Kind != "person") => ActorRole.Target.Id,
            "politics" or "movement" or "statement" => ActorRole.Party.Id,
            "detention" when DraftTitles.IsRelease(piece) || Accused().IsMatch(behind) => ActorRole.Party.Id,
            "detention" when actor.Kind is not ("person" or "civilians") && !HeadOf().IsMatch(before) => ActorRole.Target.Id,
            "killing" or "detention" => ActorRole.Victim.Id,
            _ => ActorRole.Target.Id,
        };
    }

    private static bool IsSuffered(DraftPiece piece) => piece.Type == "control-change" && Loses().IsMatch(piece.Words);

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

    /// <summary>"The X-held town", and ", an X-aligned group," behind a name: X says whose the ground is and whose friend somebody.</summary>
    public static bool IsAdjective(DraftSentence sentence, ActorMention actor) => Adjective().IsMatch(After(sentence, actor))
        || (Friend().IsMatch(After(sentence, actor)) && Described().IsMatch(sentence.Masked[..(actor.Start - sentence.Sentence.Start)]));

    private static bool TakesPart(DraftSentence sentence, DraftPiece piece, ActorMention actor, List<ActorMention> near)
    {
        if (IsAdjective(sentence, actor) || (actor.Kind == "outlet" && ToldTo().IsMatch(sentence.Masked[..(actor.Start - sentence.Sentence.Start)])))
        {
            return false;
        }

        if (actor.Start >= piece.Trigger)
        {
            return piece.Type is "politics" or "statement" || !LeadsAway().IsMatch(Behind(sentence, piece, actor));
        }

        return !near.Exists(other => other.Start >= actor.End && other.End <= piece.Trigger && sentence.Masked[(actor.End - sentence.Sentence.Start)..(other.Start - sentence.Sentence.Start)] is var between
            && (AnotherClause().IsMatch(between) || (piece.Words.Split(' ')[0].EndsWith("ing", StringComparison.OrdinalIgnoreCase) && With().IsMatch(between))));
    }

    /// <summary>One actor has one role: the first it is found in.</summary>
    public static void Add(List<DraftActor> roles, ActorMention actor, string role)
    {
        if (roles.All(one => !IsSame(one.Actor, actor)))
        {
            roles.Add(new DraftActor(actor, role));
        }
    }

    public static bool IsSame(ActorMention one, ActorMention other) => (one.Id ?? one.Name) == (other.Id ?? other.Name);
}
