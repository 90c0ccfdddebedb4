using System.Text.RegularExpressions;
using Map.Core.Events;

namespace Map.Core.Reading;

/// <summary>Who else an event concerns: the group of the person it is about, whoever acts by those he sends, people where nobody else protests, whom somebody left who left as well.</summary>
internal sealed partial class DraftConcerned(Affiliations groups, StandIns known)
{
    private IReadOnlyList<ActorMention> leftBefore = [];
    private IReadOnlyList<DraftActor> held = [];

    [GeneratedRegex("^(?:fled|fleeing|escaped)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Flight();

    [GeneratedRegex("^(?:defect(?:ed|ions?)|split from|broke away|left the)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Leaving();

    [GeneratedRegex(@"\b(?:sent|dispatched|ordered|instructed|tasked)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Sends();

    [GeneratedRegex(@"\b(?:also|too|likewise|as well)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Also();

    public void Enter() => (leftBefore, held) = ([], []);

    public IReadOnlyList<DraftActor> With(DraftSentence sentence, DraftPiece piece, IReadOnlyList<DraftActor> found)
    {
        var roles = found.ToList();
        Senders(sentence, piece, roles);
        Leavers(sentence, piece, roles);
        LetGo(piece, roles);
        foreach (var actor in roles.Where(one => IsAbout(piece, one)).Select(one => groups.Of(one.Actor)).OfType<ActorMention>().ToList())
        {
            DraftRoles.Add(roles, actor, ActorRole.Party.Id);
        }

        if (piece.Type == "protest" && roles.All(one => one.Role != ActorRole.Initiator.Id) && known.People(piece.Words, piece.Trigger) is { } people)
        {
            DraftRoles.Add(roles, people, ActorRole.Initiator.Id);
        }

        return roles;
    }

    /// <summary>Somebody is killed, held or dismissed, flees, or speaks: his group has to do with it.</summary>
    private static bool IsAbout(DraftPiece piece, DraftActor one) => piece.Type switch
    {
        "killing" or "detention" => one.Role == ActorRole.Victim.Id,
        "politics" => one.Role == ActorRole.Target.Id,
        "statement" => one.Role == ActorRole.Initiator.Id,
        "movement" => one.Role == ActorRole.Initiator.Id && Flight().IsMatch(piece.Words),
        _ => false,
    };

    /// <summary>"Y sent a squad": his group did it, by his order.</summary>
    private void Senders(DraftSentence sentence, DraftPiece piece, List<DraftActor> roles)
    {
        if (piece.Type is "statement" or "politics" || !Sends().IsMatch(sentence.Masked[..(piece.Trigger - sentence.Sentence.Start)]) && !Sends().IsMatch(piece.Words))
        {
            return;
        }

        for (var i = 0; i < roles.Count; i++)
        {
            if (roles[i].Role == ActorRole.Initiator.Id && groups.Of(roles[i].Actor) is { } group && roles.All(one => !DraftRoles.IsSame(one.Actor, group)))
            {
                roles[i] = roles[i] with { Role = ActorRole.Party.Id };
                roles.Insert(0, new DraftActor(group, ActorRole.Initiator.Id));
                return;
            }
        }
    }

    /// <summary>"He was released": by whom the paragraph said that he was held.</summary>
    private void LetGo(DraftPiece piece, List<DraftActor> roles)
    {
        if (piece.Type != "detention")
        {
            return;
        }

        if (!DraftTitles.IsRelease(piece))
        {
            held = [.. roles.Where(one => one.Role != ActorRole.Claimant.Id)];
        }
        else if (roles.Count == 0)
        {
            roles.AddRange(held.Select(one => one.Role == ActorRole.Initiator.Id ? one : one with { Role = ActorRole.Party.Id }));
        }
    }

    /// <summary>"They have also defected": from whom the others of this paragraph did.</summary>
    private void Leavers(DraftSentence sentence, DraftPiece piece, List<DraftActor> roles)
    {
        if (piece.Type != "politics" || !Leaving().IsMatch(piece.Words))
        {
            return;
        }

        var left = roles.Where(one => one.Role == ActorRole.Target.Id).Select(one => one.Actor).ToList();
        if (left.Count == 0 && Also().IsMatch(sentence.Masked))
        {
            foreach (var actor in leftBefore)
            {
                DraftRoles.Add(roles, actor, ActorRole.Target.Id);
            }
        }

        leftBefore = left.Count > 0 ? left : leftBefore;
    }
}
