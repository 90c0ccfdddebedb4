using System.Text.RegularExpressions;
using Map.Core.Events;

namespace Map.Core.Reading;

/// <summary>What a sentence calls somebody's admission, claim or accusation, and the next tells how it was made: of whom it speaks, the statement speaks.</summary>
internal sealed partial class DraftSayings
{
    private IReadOnlyList<DraftActor> spokenOf = [];

    [GeneratedRegex(@"\b(?:his|her|its|their|[ሐለ]+'s?)\W+(?:\w+\W+)?(?:admission|claim|accusation|allegation|revelation|confession|assertion|testimony)\b[^.;]*?\bthat\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NamedSaying();

    public void Enter() => spokenOf = [];

    public void Settle(DraftSentence sentence, IReadOnlyList<ToldDraft> drafts)
    {
        foreach (var draft in drafts.Where(draft => draft.Draft.Type == "statement" && draft.Of(ActorRole.Initiator.Id).Any()))
        {
            var known = draft.Draft.Actors.ToList();
            foreach (var one in spokenOf)
            {
                known.RemoveAll(other => other.Role == ActorRole.Party.Id && one.Role == ActorRole.Target.Id && DraftRoles.IsSame(one.Actor, other.Actor));
                DraftRoles.Add(known, one.Actor, one.Role);
            }

            draft.Give(known);
        }

        spokenOf = drafts.Count == 0 && NamedSaying().Match(sentence.Masked) is { Success: true } saying
            ? [.. sentence.Actors.Where(actor => actor.Start >= sentence.Sentence.Start + saying.Index + saying.Length).Select((actor, i) => new DraftActor(actor, i == 0 ? ActorRole.Target.Id : ActorRole.Party.Id))]
            : [];
    }
}
