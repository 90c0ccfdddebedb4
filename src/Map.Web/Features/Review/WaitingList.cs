using Map.Web.Data;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.Review;

/// <summary>What of the queue is asked for; each part blank for all.</summary>
/// <param name="Kind">new, change or deletion.</param>
/// <param name="Assigned">Id of who is to decide, or "nobody".</param>
/// <param name="By">Id of who sent it.</param>
/// <param name="Of">One of <see cref="Kinds"/>.</param>
public sealed record QueueQuery(string Kind, string Assigned, string By, string Of = "")
{
    public const string Nobody = "nobody", Events = "events", Control = "control", Zones = "zones", Sources = "sources", Actors = "actors", Places = "places", Views = "views", Stories = "stories";

    public static readonly IReadOnlyList<string> Kinds = [Events, Control, Zones, Sources, Actors, Places, Views, Stories];
}

/// <summary>One thing that waits, as the list tells it.</summary>
public sealed record QueueItem(long Id, string Kind, string Table, QueuedName Name, string SubmittedBy, DateTime SubmittedAt, string? Why, string? AssignedTo, int OpenComments);

/// <summary>The queue with what it can be narrowed to.</summary>
/// <param name="People">Who sent what waits, and how many each.</param>
/// <param name="Kinds">Of <see cref="QueueQuery.Kinds"/> those of which any wait.</param>
public sealed record QueuePageOf(IReadOnlyList<QueueItem> Items, int All, IReadOnlyList<(string Id, string Name, int Count)> People, IReadOnlyList<string> Kinds);

/// <summary>Reads the queue, oldest first.</summary>
public static class WaitingList
{
    private const int Most = 500;

    public static async Task<QueuePageOf> FindAsync(MapDb db, IEnumerable<IReviewsRecords> records, QueueQuery query, CancellationToken cancel = default)
    {
        var all = db.InQueue();
        var people = await all.GroupBy(it => it.SubmittedById).Select(of => new { of.Key, Name = of.Max(it => it.SubmittedBy), Count = of.Count() }).ToListAsync(cancel);
        var rows = await Ordered(Narrowed(all, query)).Take(Most).ToListAsync(cancel);
        var names = new Dictionary<long, QueuedName>();
        foreach (var of in rows.GroupBy(it => it.Table))
        {
            foreach (var (id, name) in records.FirstOrDefault(it => it.Table == of.Key) is { } known ? await known.NamesAsync(db, [.. of], cancel) : new Dictionary<long, QueuedName>()) { names[id] = name; }
        }
        var tables = await all.Select(it => it.Table).Distinct().ToListAsync(cancel);
        var reviews = rows.Select(it => it.Id).ToList();
        var comments = await db.ReviewComments.Where(it => reviews.Contains(it.ReviewId) && it.ResolvedAt == null).GroupBy(it => it.ReviewId).Select(of => new { of.Key, Count = of.Count() }).ToDictionaryAsync(of => of.Key, of => of.Count, cancel);
        return new(
            [.. rows.Where(it => names.ContainsKey(it.Id)).Select(it => new QueueItem(it.Id, it.Kind, it.Table, names[it.Id], it.SubmittedBy, it.SubmittedAt, it.Why, it.AssignedTo, comments.GetValueOrDefault(it.Id)))],
            people.Sum(it => it.Count),
            [.. people.OrderBy(it => it.Name, StringComparer.CurrentCulture).Select(it => (it.Key, it.Name ?? it.Key, it.Count))],
            [.. QueueQuery.Kinds.Where(kind => tables.Exists(table => Tables(kind).Contains(table)))]);
    }

    /// <summary>What comes after this one in the queue, or its beginning; null where nothing else waits.</summary>
    public static async Task<long?> NextAsync(MapDb db, ReviewRow after, QueueQuery query, CancellationToken cancel = default)
    {
        var others = Ordered(Narrowed(db.InQueue(), query).Where(it => it.Id != after.Id));
        return await others.Where(it => it.SubmittedAt > after.SubmittedAt || (it.SubmittedAt == after.SubmittedAt && it.Id > after.Id)).Select(it => (long?)it.Id).FirstOrDefaultAsync(cancel)
            ?? await others.Select(it => (long?)it.Id).FirstOrDefaultAsync(cancel);
    }

    private static string[] Tables(string kind) => kind switch
    {
        QueueQuery.Events => [Submissions.Events],
        QueueQuery.Control => [Submissions.ControlClaims],
        QueueQuery.Sources => [Submissions.Sources],
        QueueQuery.Actors => [Submissions.Actors],
        QueueQuery.Places => [Submissions.Places],
        QueueQuery.Views => [Submissions.Views],
        QueueQuery.Stories => [Submissions.Stories],
        _ => [Submissions.ZoneSeries, Submissions.Zones],
    };

    private static IQueryable<ReviewRow> Ordered(IQueryable<ReviewRow> rows) => rows.OrderBy(it => it.SubmittedAt).ThenBy(it => it.Id);

    private static IQueryable<ReviewRow> Narrowed(IQueryable<ReviewRow> rows, QueueQuery query)
    {
        if (query.Kind.Length > 0) { rows = rows.Where(it => it.Kind == query.Kind); }
        if (query.Of.Length > 0)
        {
            var tables = Tables(query.Of);
            rows = rows.Where(it => tables.Contains(it.Table));
        }
        if (query.By.Length > 0) { rows = rows.Where(it => it.SubmittedById == query.By); }
        return query.Assigned switch
        {
            "" => rows,
            QueueQuery.Nobody => rows.Where(it => it.AssignedToId == null),
            _ => rows.Where(it => it.AssignedToId == query.Assigned),
        };
    }
}
