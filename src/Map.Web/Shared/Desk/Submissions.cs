using Microsoft.EntityFrameworkCore;
using Map.Core.Events;
using Map.Core.Review;
using Map.Web.Data;
using Map.Web.Drafts;

namespace Map.Web.Shared.Desk;

/// <summary>Puts things into the queue and takes them out of it, inside the write that moves the record itself.</summary>
internal static class Submissions
{
    public const string Events = "Events", ControlClaims = "ControlClaims", ZoneSeries = "ZoneSeries", Zones = "Zones", Sources = "Sources", Actors = "Actors", Places = "Places", Views = "Views", Stories = "Stories";

    /// <summary>The change a person has waiting beside a public record, or has got back; one for each of them.</summary>
    public static Task<ReviewRow?> OwnChangeAsync(MapDb db, string table, long id, string person, CancellationToken cancel = default) =>
        db.Reviews.Where(it => it.Table == table && it.RowId == id && it.Kind == ReviewKind.Change && it.SubmittedById == person && (it.State == ReviewState.Waiting.Id || it.State == ReviewState.SentBack.Id))
            .OrderByDescending(it => it.Id).FirstOrDefaultAsync(cancel);

    /// <summary>Keeps a change of an event that readers see until somebody approves it.</summary>
    public static Task<ReviewRow> ProposeAsync(MapDb db, EventRow row, EventDraft draft, Editor editor, DateTime now, CancellationToken cancel)
    {
        var proposed = DraftJson.Copy(draft);
        proposed.Status = Asked(draft.Status);
        return ProposeAsync(db, Events, row.Id, row.Version, proposed, LoadDraft.From(row), draft.Reason, editor, now, cancel);
    }

    /// <summary>Keeps a change of what readers see until somebody approves it; the record stays as it is. A person's next change of it takes the place of the one before.</summary>
    public static async Task<ReviewRow> ProposeAsync<TDraft>(MapDb db, string table, long id, Guid version, TDraft proposed, TDraft standing, string why, Editor editor, DateTime now, CancellationToken cancel) =>
        await KeepAsync(db, await OwnChangeAsync(db, table, id, editor.Id, cancel), table, id, version, proposed, standing, why, editor, now, cancel);

    /// <param name="own">The change whose place it takes; null for one that waits by itself.</param>
    public static async Task<ReviewRow> KeepAsync<TDraft>(MapDb db, ReviewRow? own, string table, long id, Guid version, TDraft proposed, TDraft standing, string why, Editor editor, DateTime now, CancellationToken cancel)
    {
        var review = own ?? db.Reviews.Add(new() { Table = table, RowId = id, Kind = ReviewKind.Change }).Entity;
        (review.Proposed, review.Base, review.BaseVersion) = (DraftJson.Of(proposed), DraftJson.Of(standing), version);
        Submit(review, why, editor, now);
        await db.SaveChangesAsync(cancel);
        return review;
    }

    /// <summary>Keeps the wish that a public record should go until somebody approves it; a second one is the same.</summary>
    public static async Task<ReviewRow> ProposeDeletionAsync<TDraft>(MapDb db, string table, long id, Guid version, TDraft standing, string why, Editor editor, DateTime now, CancellationToken cancel)
    {
        var review = await OwnDeletionAsync(db, table, id, editor.Id, cancel) ?? db.Reviews.Add(new() { Table = table, RowId = id, Kind = ReviewKind.Deletion }).Entity;
        (review.Base, review.BaseVersion) = (DraftJson.Of(standing), version);
        Submit(review, why, editor, now);
        await db.SaveChangesAsync(cancel);
        return review;
    }

    public static Task<ReviewRow?> OwnDeletionAsync(MapDb db, string table, long id, string person, CancellationToken cancel = default) =>
        db.Reviews.Where(it => it.Table == table && it.RowId == id && it.Kind == ReviewKind.Deletion && it.SubmittedById == person && (it.State == ReviewState.Waiting.Id || it.State == ReviewState.SentBack.Id))
            .OrderByDescending(it => it.Id).FirstOrDefaultAsync(cancel);

    /// <summary>Asking for a look at a public record proposes it as public.</summary>
    public static string Asked(string status) => status == EventStatus.Review.Id ? EventStatus.Published.Id : status;

    /// <summary>What stands in the queue of a record that no reader sees.</summary>
    public static Task<ReviewRow?> WaitingAsync(MapDb db, string table, long id, CancellationToken cancel = default) =>
        db.Reviews.FirstOrDefaultAsync(it => it.Table == table && it.RowId == id && it.Kind == ReviewKind.New && it.State == ReviewState.Waiting.Id, cancel);

    /// <summary>After a record that no reader sees was saved, or one was published or taken off: the queue says the same as its state.</summary>
    /// <param name="status">The state it has come into.</param>
    /// <param name="waiting">What of it stood in the queue before.</param>
    /// <returns>What waits of it; null where nothing does.</returns>
    public static async Task<ReviewRow?> FollowAsync(MapDb db, string table, long id, string status, ReviewRow? waiting, string why, Editor editor, DateTime now, CancellationToken cancel)
    {
        if (status != EventStatus.Review.Id)
        {
            if (waiting is not null) { Leave(waiting, status, why, editor, now); }
            return null;
        }
        if (waiting is not null)
        {
            AddAuthor(waiting, editor);
            return waiting;
        }
        var review = await db.Reviews.Where(it => it.Table == table && it.RowId == id && it.Kind == ReviewKind.New && (it.State == ReviewState.SentBack.Id || it.State == ReviewState.Waiting.Id)).OrderByDescending(it => it.Id).FirstOrDefaultAsync(cancel)
            ?? db.Reviews.Add(new() { Table = table, RowId = id, Kind = ReviewKind.New }).Entity;
        Submit(review, why, editor, now);
        await db.SaveChangesAsync(cancel);
        return review;
    }

    /// <summary>A record that nobody has seen yet is its editor's draft again; beside a public one nothing changes.</summary>
    public static async Task OutOfQueueAsync(MapDb db, ReviewRow review, CancellationToken cancel = default)
    {
        if (review.Kind != ReviewKind.New) { return; }
        var (of, draft) = (EventStatus.Review.Id, EventStatus.Draft.Id);
        switch (review.Table)
        {
            case Events when await db.Events.FindAsync([review.RowId], cancel) is { } row && row.Status == of: row.Status = draft; break;
            case ControlClaims when await db.ControlClaims.FindAsync([review.RowId], cancel) is { } row && row.Status == of: row.Status = draft; break;
            case ZoneSeries when await db.ZoneSeries.FindAsync([review.RowId], cancel) is { } row && row.Status == of: row.Status = draft; break;
            case Zones when await db.Zones.FindAsync([review.RowId], cancel) is { } row && row.Status == of: row.Status = draft; break;
            case Views when await db.Views.FindAsync([review.RowId], cancel) is { } row && row.Status == of: row.Status = draft; break;
            case Stories when await db.Stories.FindAsync([review.RowId], cancel) is { } row && row.Status == of: row.Status = draft; break;
            case Sources or Actors or Places when await RestedOnAsync(db, review.Table, review.RowId, cancel) is { } row && row.Status == of: row.Status = draft; break;
        }
    }

    public static async Task<IRestedOn?> RestedOnAsync(MapDb db, string table, long id, CancellationToken cancel) => table switch
    {
        Sources => await db.Sources.FindAsync([id], cancel),
        Actors => await db.Actors.FindAsync([id], cancel),
        Places => await db.Places.FindAsync([id], cancel),
        _ => null,
    };

    public static void Decide(ReviewRow review, ReviewState state, string? why, Editor editor, DateTime now) =>
        (review.State, review.DecidedById, review.DecidedBy, review.DecidedAt, review.DecidedWhy) = (state.Id, editor.Id, editor.Name, now, string.IsNullOrWhiteSpace(why) ? null : why.Trim());

    /// <summary>True where this person wrote any of what waits: sent it, changed it while it waited, or, of a record nobody has seen yet, wrote on it since readers last saw it.</summary>
    public static async Task<bool> IsOwnAsync(MapDb db, ReviewRow review, Editor editor, CancellationToken cancel = default)
    {
        if (review.SubmittedById == editor.Id || review.AuthorIds.Split(' ').Contains(editor.Id)) { return true; }
        if (review.Kind != ReviewKind.New) { return false; }
        var ofRecord = db.Revisions.Where(it => (it.Table == review.Table && it.RowId == review.RowId)
            || (review.Table == ZoneSeries && it.Table == Zones && db.Zones.Any(zone => zone.Id == it.RowId && zone.SeriesId == review.RowId))
            || (review.Table == Actors && it.Table == "ActorRelations" && db.ActorRelations.Any(tie => tie.Id == it.RowId && tie.FromId == review.RowId)));
        var seen = await ofRecord.Where(it => it.Table == review.Table && it.Field == nameof(EventRow.Status) && it.New == EventStatus.Published.Id).MaxAsync(it => (long?)it.Id, cancel) ?? 0;
        return await ofRecord.AnyAsync(it => it.Id > seen && it.Who == editor.Name, cancel);
    }

    private static void Submit(ReviewRow review, string why, Editor editor, DateTime now)
    {
        (review.State, review.SubmittedById, review.SubmittedBy, review.SubmittedAt, review.Why) = (ReviewState.Waiting.Id, editor.Id, editor.Name, now, string.IsNullOrWhiteSpace(why) ? null : why.Trim());
        (review.DecidedById, review.DecidedBy, review.DecidedAt, review.DecidedWhy) = (null, null, null, null);
        AddAuthor(review, editor);
    }

    private static void AddAuthor(ReviewRow review, Editor editor)
    {
        if (!review.AuthorIds.Split(' ').Contains(editor.Id)) { review.AuthorIds = $"{review.AuthorIds} {editor.Id}".Trim(); }
    }

    private static void Leave(ReviewRow review, string status, string why, Editor editor, DateTime now) => Decide(review,
        status == EventStatus.Published.Id ? ReviewState.Approved : review.SubmittedById == editor.Id ? ReviewState.TakenBack : ReviewState.SentBack, why, editor, now);
}
