using System.Globalization;
using System.Text.RegularExpressions;
using Map.Core.Events;

namespace Map.Core.Reading;

/// <summary>
/// Puts together what several people say of one event. Somebody dies once: who is said to have killed him by one and by another is disputed, and has to do with it. And somebody
/// who only says again, with no place, day or number, that a party did what was told of it before gives an account of that.
/// </summary>
internal static partial class DraftAccounts
{
    /// <summary>Who did it is told already: the reason is what is said of it.</summary>
    [GeneratedRegex(@"\b(?:in order to|so as to|because|due to|owing to|out of|for the sake of|blam\w+|accus\w+)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex GivesReason();

    public static void Join(IReadOnlyList<ToldDraft> drafts)
    {
        foreach (var deaths in drafts.Where(draft => Dead(draft) is not null).GroupBy(draft => Key(Dead(draft)!)).Where(same => same.Select(one => one.Sentence).Distinct().Count() > 1))
        {
            OneDeath([.. deaths]);
        }

        Again(drafts);
    }

    /// <summary>The one person whose death a draft tells; null where it tells of several or none.</summary>
    private static ActorMention? Dead(ToldDraft draft) => draft.Draft.Type == "killing" && draft.Of(ActorRole.Victim.Id).ToList() is [{ Kind: "person" } one] ? one : null;

    private static void OneDeath(IReadOnlyList<ToldDraft> drafts)
    {
        var accounts = drafts.Select(draft => AccountOf(draft, ClaimField.Attribution)).ToList();
        var killers = drafts.SelectMany(draft => draft.Of(ActorRole.Initiator.Id)).DistinctBy(Key).ToList();
        var isDisputed = killers.Count > 1 && drafts.Any(draft => draft.Of(ActorRole.Initiator.Id).Count() < killers.Count) || drafts.Any(draft => draft.Draft.Denials.Count > 0);
        var denials = drafts.SelectMany(draft => draft.Draft.Denials).ToList();
        var said = drafts.SelectMany(draft => draft.Of(ActorRole.Claimant.Id)).Concat(denials.Select(denial => denial.By.Actor).OfType<ActorMention>()).ToList();
        var (persons, date) = (drafts.Max(draft => draft.Draft.Persons), Day(drafts));
        for (var i = 0; i < drafts.Count; i++)
        {
            var roles = new List<DraftActor> { new(Dead(drafts[i])!, ActorRole.Victim.Id) };
            foreach (var (actor, role) in said.Select(one => (one, ActorRole.Claimant.Id)).Concat(killers.Select(one => (one, isDisputed ? ActorRole.Party.Id : ActorRole.Initiator.Id)))
                .Concat(drafts.SelectMany(draft => draft.Draft.Actors).Where(one => one.Role is not ("claimant" or "initiator")).Select(one => (one.Actor, one.Role))))
            {
                DraftRoles.Add(roles, actor, role);
            }

            drafts[i].Give(roles);
            drafts[i].Draft = drafts[i].Draft with { Persons = persons, Date = date, Denials = denials, Accounts = [.. drafts[i].Draft.Accounts, .. accounts.Where((account, at) => at != i && account is not null && !IsSame(account.By, drafts[i].Draft.Claimant)).OfType<DraftAccount>().DistinctBy(account => account.By.Actor is { } by ? Key(by) : account.By.Words)] };
        }
    }

    /// <summary>Days that differ and stand outside what is told are those of the saying: he died by the last of them.</summary>
    private static DateMention? Day(IReadOnlyList<ToldDraft> drafts)
    {
        var dates = drafts.Select(draft => draft.Draft.Date).OfType<DateMention>().DistinctBy(date => date.Edtf).ToList();
        var own = drafts.Where(draft => draft.Draft.Date is { } date && draft.Piece.Holds(date)).Select(draft => draft.Draft.Date!).ToList();
        return own.Count > 0 ? own[0]
            : dates.Count < 2 || dates.Select(date => date.Latest).Max() is not { } last ? dates.FirstOrDefault()
            : dates.First(date => date.Latest == last) with { Edtf = string.Create(CultureInfo.InvariantCulture, $"[..{last:yyyy-MM-dd}]"), Earliest = null };
    }

    private static void Again(IReadOnlyList<ToldDraft> drafts)
    {
        var again = new HashSet<ToldDraft>();
        foreach (var draft in drafts.Where(IsSaidAgain))
        {
            var told = drafts.TakeWhile(other => other != draft).Where(other => !again.Contains(other) && IsOfSame(other, draft)).ToList();
            told = told.Exists(other => other.Draft.Place is not null) ? told.FindAll(other => other.Draft.Place is not null) : told;
            if (told is [var first] && draft.Draft.Claimant?.Actor is { } claimant && AccountOf(draft, GivesReason().IsMatch(draft.Sentence.Text) ? ClaimField.Motive : ClaimField.Attribution) is { } account)
            {
                again.Add(draft);
                first.Add([claimant], ActorRole.Claimant.Id);
                first.Add(draft.Of(ActorRole.Party.Id), ActorRole.Party.Id);
                first.Draft = first.Draft with { Accounts = [.. first.Draft.Accounts, account] };
            }
        }
    }

    private static bool IsSaidAgain(ToldDraft draft) =>
        draft.Draft.Claimant?.Actor is { } by && draft.Sentence.Places.Count + draft.Sentence.Dates.Count + draft.Sentence.Figures.Count == 0
        && draft.Of(ActorRole.Initiator.Id).ToList() is { Count: > 0 } initiators && !initiators.Exists(one => DraftRoles.IsSame(one, by));

    private static bool IsOfSame(ToldDraft one, ToldDraft other) =>
        one.Draft.Type == other.Draft.Type && DraftTitles.Kind(one.Piece) == DraftTitles.Kind(other.Piece) && one.Sentence != other.Sentence && HasItsVictims(one, other)
        && one.Of(ActorRole.Initiator.Id).Any(actor => other.Of(ActorRole.Initiator.Id).Any(its => DraftRoles.IsSame(actor, its)));

    /// <summary>Whom the second names as hurt or held, the first does too.</summary>
    private static bool HasItsVictims(ToldDraft one, ToldDraft other) =>
        other.Of(ActorRole.Victim.Id, ActorRole.Target.Id).All(actor => one.Of(ActorRole.Victim.Id, ActorRole.Target.Id).Any(its => DraftRoles.IsSame(actor, its)));

    private static DraftAccount? AccountOf(ToldDraft draft, ClaimField field) => draft.Draft.Claimant is { } by
        ? new DraftAccount(draft.Sentence.Text, draft.Sentence.Sentence.Start, draft.Sentence.Sentence.Length, by, draft.Draft.Title, field.Id) : null;

    private static bool IsSame(DraftClaimant one, DraftClaimant? other) => one.Actor is { } actor && other?.Actor is { } same && DraftRoles.IsSame(actor, same);

    private static string Key(ActorMention actor) => actor.Id ?? actor.Name;
}
