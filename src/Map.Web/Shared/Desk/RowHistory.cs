using Map.Core.Chain;
using Microsoft.EntityFrameworkCore;
using Map.Web.Data;

namespace Map.Web.Shared.Desk;

/// <summary>One field's change as people read it.</summary>
/// <param name="Act">What was changed together, newest first.</param>
/// <param name="Number">The line's own, by which the version that it left is asked for.</param>
/// <param name="Record">The title of the record it is from, where that was merged into this one; null for this one's own.</param>
public sealed record HistoryLine(Guid Act, DateTime At, string Who, string? Why, string Field, string? Old, string? New, string? Record = null, string Table = "", long Row = 0, long Number = 0)
{
    /// <summary>Its texts were erased for somebody's safety: what stood there nobody can tell.</summary>
    public bool IsErased { get; init; }
}

/// <summary>What was done to a row and what belongs to it, with ids turned into names.</summary>
public static class RowHistory
{
    private const int Most = 400;

    /// <summary>Columns that repeat another one, or only order rows.</summary>
    internal static readonly IReadOnlySet<string> Unsaid = new HashSet<string>
    {
        "EarliestDay", "LatestDay", "Lasted", "SaidDay", "Position", "Dataset", "EventId", "NameKey", "Rank", "Origin", "FromEarliest", "FromLatest", "ToEarliest", "ToLatest", "SeriesId", "OwnerId",
    };

    /// <summary>Newest first; with an event's own changes those of the records that were merged into it.</summary>
    public static async Task<IReadOnlyList<HistoryLine>> OfAsync(MapDb db, string table, long id, CancellationToken cancel = default)
    {
        var merged = table == "Events" ? await db.MergedIntoAsync(id, cancel) : [];
        var titles = await db.Events.Where(e => merged.Contains(e.Id)).ToDictionaryAsync(e => e.Id, e => e.Title, cancel);
        var rows = await db.HistoryOf(table, [id, .. merged]).Take(Most).ToListAsync(cancel);
        var said = rows.Select(r => (Row: r, Name: r.Field.Split('.')[^1])).Where(r => !Unsaid.Contains(r.Name)).ToList();
        var names = await NamedValues.OfAsync(db, said.SelectMany(r => new[] { (r.Row.Field, r.Row.Old), (r.Row.Field, r.Row.New) }), cancel);
        // A merge deletes what it merges: said once.
        var mergers = said.Where(r => r.Name == nameof(EventRow.MergedIntoId)).Select(r => (r.Row.RowId, r.Row.RequestId)).ToHashSet();
        return [.. said.Where(r => r.Name != nameof(EventRow.DeletedAt) || !mergers.Contains((r.Row.RowId, r.Row.RequestId)))
            .Select(r => new HistoryLine(r.Row.RequestId, r.Row.At, r.Row.Who, r.Row.Why, r.Row.Field, names.Of(r.Row.Field, r.Row.Old), names.Of(r.Row.Field, r.Row.New), titles.GetValueOrDefault(r.Row.RowId), r.Row.Table, r.Row.RowId, r.Row.Id)
            {
                IsErased = r.Row.Salt is null && r.Row.Field != ErasedLines.Field,
            })
            .Where(line => line.IsErased || !string.IsNullOrEmpty(line.Old) || !string.IsNullOrEmpty(line.New))];
    }
}
