using System.Globalization;
using Map.Core.Chain;
using Map.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Shared.Desk;

/// <summary>A field of two versions, where they differ.</summary>
/// <param name="Path">As the history calls it.</param>
/// <param name="Before">In the words of its form; null where it was erased.</param>
/// <param name="By">The acts between the two that changed it, newest first.</param>
public sealed record ComparedField(string Path, string? Before, string? After, IReadOnlyList<PastAct> By)
{
    /// <summary>The row of the record it belongs to, as the history calls it; blank for the record's own.</summary>
    public string Part => Path.Contains('/', StringComparison.Ordinal) ? Path.Split('.')[0] : "";
}

/// <summary>Two versions of one record, field by field.</summary>
/// <param name="From">The earlier, by the number of the line that left it; 0 for what stood before the first.</param>
/// <param name="Name">Null where the record is gone, and its history stands.</param>
public sealed record ComparedRecord(string Table, long Id, RecordName? Name, RecordPast Past, long From, long To, IReadOnlyList<ComparedField> Fields)
{
    /// <summary>Of a zone the two grounds, well-known binary; null where it is not kept, or nothing of it differs.</summary>
    public (byte[]? Before, byte[]? After) Ground { get; init; }

    public long Newest => Past.Acts is [var act, ..] ? act.Number : 0;

    /// <param name="from">Null for the version before the later one.</param>
    /// <param name="to">Null for the newest.</param>
    /// <returns>Null where there is no such record, nor any history of it.</returns>
    public static async Task<ComparedRecord?> ReadAsync(MapDb db, string table, long id, long? from, long? to, Language lang, CancellationToken cancel = default)
    {
        if (!RecordName.Tables.Contains(table)) { return null; }
        await using var moment = await db.OneMomentAsync(cancel);
        var name = await RecordName.OfAsync(db, table, id, cancel);
        if (await RecordPast.OfAsync(db, table, id, cancel) is not { } past) { return null; }
        var numbers = past.Acts.Select(act => act.Number).Append(0).ToList();
        // A number between two acts, or of another record's line, is the version that stood then.
        long Version(long number) => numbers.First(known => known <= number || known == 0);
        var last = Version(to ?? numbers[0]);
        var first = from is { } asked ? Version(asked) : numbers.SkipWhile(number => number >= last).FirstOrDefault();
        (first, last) = (Math.Min(first, last), Math.Max(first, last));
        var (before, after) = (past.After(first), past.After(last));
        var between = past.Acts.Where(act => act.Number > first && act.Number <= last).ToList();
        var paths = before.Keys.Union(after.Keys).Where(path => !RowHistory.Unsaid.Contains(path.Split('.')[^1]) && before.GetValueOrDefault(path) != after.GetValueOrDefault(path))
            // What the erasure changed is said by its own line.
            .Where(path => !(before.GetValueOrDefault(path).IsErased && after.GetValueOrDefault(path).IsErased)).ToList();
        var names = await NamedValues.OfAsync(db, paths.SelectMany(path => new[] { (path, before.GetValueOrDefault(path).Words), (path, after.GetValueOrDefault(path).Words) }), cancel);
        if (table == "Zones" && await db.Zones.Where(it => it.Id == id).Select(it => it.Shape).SingleOrDefaultAsync(cancel) is { } shape) { names.AddShape(shape); }
        var row = table != "Zones" ? null : await db.Zones.SingleOrDefaultAsync(it => it.Id == id, cancel);
        var grounds = row is null ? (null, null) : (await db.ShapeAsync(before, row, cancel), await db.ShapeAsync(after, row, cancel));
        string? Words(string path, PastText text) => text.IsErased ? null : HistoryValue.Of(path, names.Of(path, text.Words), lang);
        return new(table, id, name, past, first, last,
            [.. paths.OrderBy(Place).ThenBy(path => path, StringComparer.Ordinal)
                .Select(path => new ComparedField(path, Words(path, before.GetValueOrDefault(path)), Words(path, after.GetValueOrDefault(path)), [.. between.Where(act => Told(act, path))]))
                .Where(field => field.Before != field.After || field.Path == nameof(ZoneRow.Shape))])
        {
            Ground = grounds,
        };
    }

    private static bool Told(PastAct act, string path) => act.Lines.Any(line => line.Field == path || (line.Field == ErasedLines.Field && act.Lines.Count == 1));

    /// <summary>The record's own fields first, in the order of its form as far as one field speaks for all.</summary>
    private static (int, long, int) Place(string path)
    {
        var part = path.Split('.')[0];
        var (kind, number) = path.Contains('/', StringComparison.Ordinal) ? (part.Split('/')[0], long.Parse(part.Split('/')[1], CultureInfo.InvariantCulture)) : ("", 0L);
        string[] first = ["Status", "Type", "Title", "TitleAr", "Name", "NameAr", "PlaceId", "Holders", "Posture", "Edtf", "FromEdtf", "ToEdtf"];
        var at = Array.IndexOf(first, path.Split('.')[^1]);
        return (Array.IndexOf(["", "Actors", "Figures", "Claims", "Names", "Relations"], kind), number, at < 0 ? first.Length : at);
    }
}
