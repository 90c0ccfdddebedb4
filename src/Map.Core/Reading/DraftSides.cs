using System.Text.RegularExpressions;
using Map.Core.Events;

namespace Map.Core.Reading;

/// <summary>
/// Who fights whom, where one sentence says it in two clauses ("in the face of X's offensive, Y is in retreat") and where the sentences behind it in the paragraph
/// go on telling of the same fight and name one side or none.
/// </summary>
internal sealed partial class DraftSides
{
    private ToldDraft? fight;
    private List<ActorMention> attackers = [];
    private List<ActorMention> defenders = [];

    [GeneratedRegex(@"\b(?:in the face of|faced with|facing|under(?= (?:\w+ )?(?:attack|fire|pressure)))\b(?<clause>[^,;]*)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Faced();

    [GeneratedRegex(@"^(?:withdr|pull|retreat|in (?:full )?retreat|fled|fleeing|(?:forced|had|obliged|compelled|no choice but) to)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex GivesWay();

    [GeneratedRegex(@"\b(?:was|were|been|being)\W+(?:\w+ly\W+)?\w+$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex PassiveWords();

    public void Enter() => (fight, attackers, defenders) = (null, [], []);

    /// <summary>Settles the drafts of one sentence, then follows them into the next.</summary>
    public void Settle(DraftSentence sentence, IReadOnlyList<ToldDraft> drafts)
    {
        Face(sentence, drafts);
        foreach (var draft in drafts.Where(draft => draft.Draft.Type is "control-change" or "clash" or "strike" or "movement"))
        {
            GoOn(draft);
            var (by, to) = (draft.Of(ActorRole.Initiator.Id).ToList(), draft.Of(ActorRole.Target.Id, ActorRole.Victim.Id).ToList());
            if (draft.Draft.Type != "movement" && by.Count > 0 && to.Count > 0)
            {
                (attackers, defenders) = (by, to);
                fight = draft.Draft.Type == "clash" ? draft : fight;
            }
        }
    }

    /// <summary>Who gives way before an attack is whom the attack is on, and the attacker has to do with the retreat.</summary>
    private static void Face(DraftSentence sentence, IReadOnlyList<ToldDraft> drafts)
    {
        if (Faced().Match(sentence.Masked) is not { Success: true } faced)
        {
            return;
        }

        var (from, to) = (sentence.Sentence.Start + faced.Groups["clause"].Index, sentence.Sentence.Start + faced.Index + faced.Length);
        var attackers = sentence.Actors.Concat(sentence.StandIns).Where(actor => actor.Start >= from && actor.End <= to && !DraftRoles.IsAdjective(sentence, actor)).ToList();
        foreach (var way in drafts.Where(draft => (draft.Piece.Trigger < from || draft.Piece.Trigger >= to) && GivesWay().IsMatch(draft.Piece.Words)))
        {
            way.Give([.. way.Draft.Actors.Select(one => one.Role == ActorRole.Initiator.Id && attackers.Exists(actor => DraftRoles.IsSame(actor, one.Actor)) ? one with { Role = ActorRole.Party.Id } : one)]);
            way.Add(attackers, ActorRole.Party.Id);
            foreach (var attack in drafts.Where(draft => draft.Piece.Trigger >= from && draft.Piece.Trigger < to))
            {
                attack.Add(way.Of(ActorRole.Initiator.Id), ActorRole.Target.Id);
            }
        }
    }

    /// <summary>The same attackers take ground from the same defenders; ground that is taken by nobody in particular is taken by them. Who joins them there fights in the attack itself.</summary>
    private void GoOn(ToldDraft draft)
    {
        bool Attacks(ActorMention one) => attackers.Exists(attacker => DraftRoles.IsSame(attacker, one));
        var (by, to) = (draft.Of(ActorRole.Initiator.Id).ToList(), draft.Of(ActorRole.Target.Id, ActorRole.Victim.Id).ToList());
        if (draft.Draft.Type != "control-change" || attackers.Count == 0 || !draft.Sentence.Actors.All(one => Attacks(one) || by.Exists(other => DraftRoles.IsSame(one, other))))
        {
            return;
        }

        if (by.Count == 0 && to.Count == 0 && draft.Draft.Actors.Count == 0 && PassiveWords().IsMatch(draft.Piece.Words))
        {
            draft.Add(attackers, ActorRole.Initiator.Id);
            draft.Add(defenders, ActorRole.Target.Id);
        }
        else if (to.Count == 0 && by.Exists(Attacks))
        {
            draft.Add(defenders, ActorRole.Target.Id);
            fight?.Add(by, ActorRole.Initiator.Id);
            attackers = by;
        }
    }
}
