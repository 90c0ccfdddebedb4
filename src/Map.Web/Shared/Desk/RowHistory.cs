using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Map.Web.Data;

namespace Map.Web.Shared.Desk;

/// <summary>One field's change as people read it.</summary>
/// <param name="Act">What was changed together, newest first.</param>
/// <param name="Record">The title of the record it is from, where that was merged into this one; null for this one's own.</param>
public sealed record HistoryLine(Guid Act, DateTime At, string Who, string? Why, string Field, string? Old, string? New, string? Record = null, string Table = "", long Row = 0);

/// <summary>What was done to a row and what belongs to it, with ids turned into names.</summary>
public static class RowHistory
{
    private const int Most = 400;

    /// <summary>Columns that repeat another one, or only order rows.</summary>
    private static readonly HashSet<string> Unsaid = ["EarliestDay", "LatestDay", "Lasted", "SaidDay", "Position", "Dataset", "EventId", "NameKey", "Rank", "Origin"];

    /// <summary>Newest first; with an event's own changes those of the records that were merged into it.</summary>
    public static async Task<IReadOnlyList<HistoryLine>> OfAsync(MapDb db, string table, long id, CancellationToken cancel = default)
    {
        var merged = table == "Events" ? await db.MergedIntoAsync(id, cancel) : [];
        var titles = await db.Events.Where(e => merged.Contains(e.Id)).ToDictionaryAsync(e => e.Id, e => e.Title, cancel);
        var rows = await db.HistoryOf(table, [id, .. merged]).Take(Most).ToListAsync(cancel);
        var said = rows.Select(r => (Row: r, Name: r.Field.Split('.')[^1])).Where(r => !Unsaid.Contains(r.Name)).ToList();
        var names = await NamesAsync(db, [.. said.Select(r => (r.Name, r.Row.Old)).Concat(said.Select(r => (r.Name, r.Row.New)))], cancel);
        string? Named(string field, string? value) => value is not null && names.TryGetValue((field, value), out var name) ? name : value;
        // A merge deletes what it merges: said once.
        var mergers = said.Where(r => r.Name == nameof(EventRow.MergedIntoId)).Select(r => (r.Row.RowId, r.Row.RequestId)).ToHashSet();
        return [.. said.Where(r => r.Name != nameof(EventRow.DeletedAt) || !mergers.Contains((r.Row.RowId, r.Row.RequestId)))
            .Select(r => new HistoryLine(r.Row.RequestId, r.Row.At, r.Row.Who, r.Row.Why, r.Row.Field, Named(r.Name, r.Row.Old), Named(r.Name, r.Row.New), titles.GetValueOrDefault(r.Row.RowId), r.Row.Table, r.Row.RowId))
            .Where(line => !string.IsNullOrEmpty(line.Old) || !string.IsNullOrEmpty(line.New))];
    }

    private static async Task<Dictionary<(string Field, string Value), string>> NamesAsync(MapDb db, List<(string Field, string? Value)> values, CancellationToken cancel)
    {
        List<long> Ids(params string[] fields) => [.. values.Where(v => fields.Contains(v.Field)).Select(v => long.TryParse(v.Value, CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id != 0).Distinct()];
        var (places, actors, sources, events) = (Ids("PlaceId"), Ids("ActorId", "ClaimantId", "FromId", "ToId"), Ids("SourceId"), Ids("MergedIntoId", MergedEvents.Field));
        var names = new Dictionary<(string, string), string>();
        foreach (var p in await db.Places.Where(p => places.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToListAsync(cancel)) { names[("PlaceId", Text(p.Id))] = p.Name; }
        foreach (var a in await db.Actors.Where(a => actors.Contains(a.Id)).Select(a => new { a.Id, a.Name }).ToListAsync(cancel))
        {
            foreach (var field in new[] { "ActorId", "ClaimantId", "FromId", "ToId" }) { names[(field, Text(a.Id))] = a.Name; }
        }
        foreach (var s in await db.Sources.Where(s => sources.Contains(s.Id)).Select(s => new { s.Id, s.Title }).ToListAsync(cancel)) { names[("SourceId", Text(s.Id))] = s.Title; }
        foreach (var e in await db.Events.Where(e => events.Contains(e.Id)).Select(e => new { e.Id, e.Title }).ToListAsync(cancel)) { names[("MergedIntoId", Text(e.Id))] = names[(MergedEvents.Field, Text(e.Id))] = e.Title; }
        return names;
    }

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
