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

    [GeneratedRegex(@"^\W*(?:\w+ly |has |have |had |also )*(?:announced|claimed responsibility|(?:said|reported|claimed|stated|confirmed)(?: that)? (?:it|its|they|their|he|she)\b)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OfItself();

    /// <summary>A party that reports its own deed; an outlet never does.</summary>
    private static bool SpeaksOfItself(DraftSentence sentence, DraftPiece piece, ActorMention claimant) =>
        piece.Type == "statement"
        || (claimant.Kind is not ("outlet" or "institution") && claimant.Start >= sentence.Sentence.Start && claimant.End <= sentence.Sentence.End
            && OfItself().IsMatch(sentence.Masked[(claimant.End - sentence.Sentence.Start)..]));

    /// <summary>Only these stand for whom the sentence before named.</summary>
    [GeneratedRegex(@"^\W*(?:\w+\W+){0,3}?(?:it|its|they|their|he|his|she|her|the (?:group|movement|organi[sz]ation|faction|alliance|coalition|army))\b|\b(?:it|they|he|she)\W+(?:\w+\W+)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Pronoun();

    public static List<DraftActor> Of(DraftSentence sentence, DraftPiece piece, ActorMention? claimant, IReadOnlyList<ActorMention> before)
    {
        var near = sentence.Actors.Where(piece.Holds).ToList();
        var passive = Passive().IsMatch(sentence.Masked[..(piece.Trigger - sentence.Sentence.Start)]);
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

        var acts = actor.Start < piece.Trigger ? !passive : By().IsMatch(sentence.Masked[..(actor.Start - sentence.Sentence.Start)]);
        var suffers = piece.Type is "killing" or "detention" ? ActorRole.Victim.Id : ActorRole.Target.Id;
        return acts ? ActorRole.Initiator.Id
            : piece.Type is "politics" or "movement" or "statement" ? ActorRole.Party.Id
            : suffers;
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
