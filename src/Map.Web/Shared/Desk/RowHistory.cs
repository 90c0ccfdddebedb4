using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Map.Web.Data;

namespace Map.Web.Shared.Desk;

/// <summary>One field's change as people read it.</summary>
/// <param name="Act">What was changed together, newest first.</param>
public sealed record HistoryLine(Guid Act, DateTime At, string Who, string? Why, string Field, string? Old, string? New);

/// <summary>What was done to a row and what belongs to it, with ids turned into names.</summary>
public static class RowHistory
{
    private const int Most = 400;

    /// <summary>Columns that repeat another one, or only order rows.</summary>
    private static readonly HashSet<string> Unsaid = ["EarliestDay", "LatestDay", "Lasted", "SaidDay", "Position", "Dataset", "EventId"];

    /// <summary>Newest first.</summary>
    public static async Task<IReadOnlyList<HistoryLine>> OfAsync(MapDb db, string table, long id, CancellationToken cancel = default)
    {
        var rows = await db.HistoryOf(table, id).Take(Most).ToListAsync(cancel);
        var said = rows.Select(r => (Row: r, Name: r.Field.Split('.')[^1])).Where(r => !Unsaid.Contains(r.Name)).ToList();
        var names = await NamesAsync(db, [.. said.Select(r => (r.Name, r.Row.Old)).Concat(said.Select(r => (r.Name, r.Row.New)))], cancel);
        string? Named(string field, string? value) => value is not null && names.TryGetValue((field, value), out var name) ? name : value;
        return [.. said.Select(r => new HistoryLine(r.Row.RequestId, r.Row.At, r.Row.Who, r.Row.Why, r.Row.Field, Named(r.Name, r.Row.Old), Named(r.Name, r.Row.New)))
            .Where(line => !string.IsNullOrEmpty(line.Old) || !string.IsNullOrEmpty(line.New))];
    }

    private static async Task<Dictionary<(string Field, string Value), string>> NamesAsync(MapDb db, List<(string Field, string? Value)> values, CancellationToken cancel)
    {
        List<long> Ids(params string[] fields) => [.. values.Where(v => fields.Contains(v.Field)).Select(v => long.TryParse(v.Value, CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id != 0).Distinct()];
        var (places, actors, sources) = (Ids("PlaceId"), Ids("ActorId", "ClaimantId"), Ids("SourceId"));
        var names = new Dictionary<(string, string), string>();
        foreach (var p in await db.Places.Where(p => places.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToListAsync(cancel)) { names[("PlaceId", Text(p.Id))] = p.Name; }
        foreach (var a in await db.Actors.Where(a => actors.Contains(a.Id)).Select(a => new { a.Id, a.Name }).ToListAsync(cancel))
        {
            names[("ActorId", Text(a.Id))] = a.Name;
            names[("ClaimantId", Text(a.Id))] = a.Name;
        }
        foreach (var s in await db.Sources.Where(s => sources.Contains(s.Id)).Select(s => new { s.Id, s.Title }).ToListAsync(cancel)) { names[("SourceId", Text(s.Id))] = s.Title; }
        return names;
    }

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);
}
