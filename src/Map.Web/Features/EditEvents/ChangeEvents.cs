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
/// <param name="Waits">True where it went to review, and readers see what they saw before.</param>
public sealed record ChangedEvent(long Id, string Title, Guid? Version, string? Problem, bool Changed, bool Waits = false);

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
        return gate.RunAsync<IReadOnlyList<ChangedEvent>>(editor.Writes(reason, act) with { Act = "change", Target = Target(events.Count, events[0].Id) }, async db =>
        {
            var judge = await Reviewing.OfAsync(db, editor, cancel);
            var asked = await DraftsAsync(db, events, change, arabic, cancel);
            var names = await KnownNames.ForAsync(db, Mentions.All([.. asked.Select(it => it.Draft).OfType<EventDraft>().Select(EventMentions.Of)]), cancel);
            foreach (var (one, done) in asked.Select((one, index) => (one, index + 1)))
            {
                if (one is { Row: { } row, Draft: { } draft })
                {
                    // Its position was accepted when it was recorded.
                    (draft.Reason, draft.PositionConfirmed) = (reason.Trim(), true);
                    (var problems, one.Waits) = await save.OneOfManyAsync(db, row, draft, names, judge, arabic, cancel);
                    one.Problem = problems.Count > 0 ? string.Join(' ', problems.Select(problem => problem.Message).Distinct()) : null;
                }
                progress?.Invoke(done);
            }
            // Once for all: versions move when rows are written.
            await db.SaveChangesAsync(cancel);
            return [.. asked.Select(it => new ChangedEvent(it.Id, it.Row?.Title ?? $"{it.Id}", it.Row?.Version, it.Problem, it is { Draft: not null, Problem: null }, it.Waits))];
        }, cancel);
    }

    public Task<IReadOnlyList<ChangedEvent>> TakeBackAsync(Guid act, string reason, Editor editor, Guid requestId, bool arabic = false, CancellationToken cancel = default) =>
        gate.RunAsync<IReadOnlyList<ChangedEvent>>(editor.Writes(reason, requestId) with { Act = "undo", Target = $"change {act}" }, async db =>
        {
            var judge = await Reviewing.OfAsync(db, editor, cancel);
            var ids = await db.Revisions.Where(r => r.RequestId == act && r.Table == "Events").Select(r => r.RowId).Distinct().ToListAsync(cancel);
            var outcomes = new List<(EventRow Row, string? Problem)>();
            foreach (var id in ids)
            {
                if (await db.Events.FindAsync([id], cancel) is not { } row) { continue; }
                var wasPublic = Reviewing.IsPublic(row);
                var standing = await db.TakeBackAsync(act, id, whole: true, cancel);
                if (standing.Count == 0) { judge.MustPublishAlone(wasPublic || Reviewing.IsPublic(row)); }
                outcomes.Add((row, standing.Count == 0 ? null : arabic ? "تغيّر منذ ذلك الحين وبقي كما هو." : "It was changed since, and stands as it is."));
            }
            // Versions move when rows are written.
            await db.SaveChangesAsync(cancel);
            return [.. outcomes.Select(it => new ChangedEvent(it.Row.Id, it.Row.Title, it.Row.Version, it.Problem, it.Problem is null))];
        }, cancel);

    /// <summary>Of each event its row, and its draft with the change in it; no draft where there is nothing to change, or it cannot be.</summary>
    private static async Task<List<Asked>> DraftsAsync(MapDb db, IReadOnlyList<SeenEvent> events, EventChange change, bool arabic, CancellationToken cancel)
    {
        var rows = await LoadDraft.RowsAsync(db, [.. events.Select(seen => seen.Id)], cancel);
        return [.. events.Select(seen =>
        {
            if (rows.GetValueOrDefault(seen.Id) is not { DeletedAt: null } row) { return new Asked(seen.Id) { Problem = arabic ? "لم يعد هذا الحدث موجوداً." : "This event is not there any longer." }; }
            var one = new Asked(seen.Id) { Row = row };
            if (row.Version != seen.Version)
            {
                one.Problem = arabic ? "غيّره شخص آخر في هذه الأثناء؛ يظهر الآن كما هو. كرّر التغيير إن بقي صحيحاً." : "Somebody else changed it meanwhile; it is shown as it is now. Change it again if that still holds.";
                return one;
            }
            var draft = LoadDraft.From(row);
            var before = DraftJson.Of(draft);
            change.Put(draft);
            one.Draft = DraftJson.Of(draft) == before ? null : draft;
            return one;
        })];
    }

    private sealed class Asked(long id)
    {
        public long Id { get; } = id;
        public EventRow? Row { get; init; }
        public EventDraft? Draft { get; set; }
        public string? Problem { get; set; }
        public bool Waits { get; set; }
    }

    private static string Target(int count, long first) => count == 1 ? $"event {first}" : $"{count} events";
}
