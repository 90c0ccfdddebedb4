using Map.Core.Events;
using Map.Web.Data;
using Map.Web.Drafts;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.EditEvents;

/// <summary>An event as the editor saw it in the table.</summary>
public sealed record SeenEvent(long Id, Guid Version);

/// <summary>What became of one event of a batch.</summary>
/// <param name="Version">Its version now, where it is known.</param>
/// <param name="Problem">Why it was left as it was; null where nothing stood in the way.</param>
/// <param name="Changed">False also where it was already as asked.</param>
public sealed record ChangedEvent(long Id, string Title, Guid? Version, string? Problem, bool Changed);

/// <summary>
/// Changes many events by one act: each is checked and saved as from its own form, with revisions of its own, all in one transaction. One that is
/// refused is left as it was and does not hold up the others. An act is taken back as a whole for every event that nobody has changed since.
/// </summary>
public sealed class ChangeEvents(WriteGate gate, SaveEvent save)
{
    /// <summary>Others wait for the gate meanwhile, and would give up after five seconds.</summary>
    public const int MostAtOnce = 200;

    /// <param name="progress">Told how many are done, after each.</param>
    public Task<IReadOnlyList<ChangedEvent>> RunAsync(IReadOnlyList<SeenEvent> events, EventChange change, string reason, Editor editor, Guid act, bool arabic = false, Action<int>? progress = null, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(events.Count, MostAtOnce);
        return gate.RunAsync<IReadOnlyList<ChangedEvent>>(new WriteRequest(editor.Name, reason, act) { Act = "change", Target = Target(events.Count, events[0].Id) }, async db =>
        {
            var outcomes = new List<ChangedEvent>();
            foreach (var seen in events)
            {
                outcomes.Add(await ChangeAsync(db, seen, change, reason, arabic, cancel));
                progress?.Invoke(outcomes.Count);
            }
            return outcomes;
        }, cancel);
    }

    public Task<IReadOnlyList<ChangedEvent>> TakeBackAsync(Guid act, string reason, Editor editor, Guid requestId, bool arabic = false, CancellationToken cancel = default) =>
        gate.RunAsync<IReadOnlyList<ChangedEvent>>(new WriteRequest(editor.Name, reason, requestId) { Act = "undo", Target = $"change {act}" }, async db =>
        {
            var ids = await db.Revisions.Where(r => r.RequestId == act && r.Table == "Events").Select(r => r.RowId).Distinct().ToListAsync(cancel);
            var outcomes = new List<(EventRow Row, string? Problem)>();
            foreach (var id in ids)
            {
                if (await db.Events.FindAsync([id], cancel) is not { } row) { continue; }
                var standing = await db.TakeBackAsync(act, id, whole: true, cancel);
                outcomes.Add((row, standing.Count == 0 ? null : arabic ? "تغيّر منذ ذلك الحين وبقي كما هو." : "It was changed since, and stands as it is."));
            }
            // Versions move when rows are written.
            await db.SaveChangesAsync(cancel);
            return [.. outcomes.Select(it => new ChangedEvent(it.Row.Id, it.Row.Title, it.Row.Version, it.Problem, it.Problem is null))];
        }, cancel);

    private async Task<ChangedEvent> ChangeAsync(MapDb db, SeenEvent seen, EventChange change, string reason, bool arabic, CancellationToken cancel)
    {
        if (await LoadDraft.RowAsync(db, seen.Id, cancel) is not { DeletedAt: null } row)
        {
            return new(seen.Id, $"{seen.Id}", null, arabic ? "لم يعد هذا الحدث موجوداً." : "This event is not there any longer.", false);
        }
        if (row.Version != seen.Version)
        {
            return new(row.Id, row.Title, row.Version, arabic ? "غيّره شخص آخر في هذه الأثناء؛ يظهر الآن كما هو. كرّر التغيير إن بقي صحيحاً." : "Somebody else changed it meanwhile; it is shown as it is now. Change it again if that still holds.", false);
        }
        var draft = LoadDraft.From(row);
        var before = DraftJson.Of(draft);
        change.Put(draft);
        if (DraftJson.Of(draft) == before) { return new(row.Id, row.Title, row.Version, null, false); }
        // Its position was accepted when it was recorded.
        (draft.Reason, draft.PositionConfirmed) = (reason.Trim(), true);
        var outcome = await save.WithinAsync(db, draft, arabic, cancel);
        return new(row.Id, row.Title, row.Version, outcome.Saved ? null : string.Join(' ', outcome.Problems.Select(problem => problem.Message).Distinct()), outcome.Saved);
    }

    private static string Target(int count, long first) => count == 1 ? $"event {first}" : $"{count} events";
}
