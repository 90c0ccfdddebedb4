using System.Globalization;
using Map.Core.Chain;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Data.Erasing;

/// <summary>One field as it would be erased: what stands there, and what stood there.</summary>
public sealed record ErasableField(string Path, string? Now, IReadOnlyList<string> Before, int Lines);

/// <summary>What an erasure would take of a record.</summary>
/// <param name="Lines">All its lines in the history that still have texts.</param>
/// <param name="Drafts">Forms of it that somebody has open or left unsaved, on the server.</param>
public sealed record ErasableRecord(string Table, long Id, bool IsThere, IReadOnlyList<ErasableField> Fields, int Lines, int Drafts)
{
    /// <summary>Null where there is no such record, nor any history of it.</summary>
    public static async Task<ErasableRecord?> ReadAsync(MapDb db, string table, long id, CancellationToken cancel = default)
    {
        if (!RecordParts.Tables.Contains(table)) return null;
        var parts = await RecordParts.OfAsync(db, table, id, cancel);
        var lines = await db.Revisions.AsNoTracking().Where(line => line.Table == table && line.RowId == id && line.Salt != null && line.Field != ErasedLines.Field)
            .OrderBy(line => line.Id).Select(line => new { line.Field, line.Old, line.New }).ToListAsync(cancel);
        if (parts.Count == 0 && lines.Count == 0) return null;
        var now = parts.SelectMany(part => part.Texts(db)).ToDictionary(it => it.Path, it => RevisionText.Of(it.Field.CurrentValue));
        var names = await NamesAsync(db, [.. now.Select(it => (it.Key, it.Value)), .. lines.Select(line => (line.Field, line.Old)), .. lines.Select(line => (line.Field, line.New))], cancel);
        var told = lines.Where(line => RecordParts.CanBeErased(line.Field.Split('.')[^1])).ToLookup(line => line.Field);
        var fields = now.Keys.Union(told.Select(it => it.Key)).Select(path => new ErasableField(path, Named(path, now.GetValueOrDefault(path)),
            [.. told[path].SelectMany(line => new[] { line.Old, line.New }).OfType<string>().Where(text => text.Length > 0 && text != now.GetValueOrDefault(path)).Distinct().Select(text => Named(path, text)!)], told[path].Count()));
        var form = RecordParts.FormOf(table, id, parts.Count == 0 ? null : parts[0].Row);
        return new(table, id, parts.Count > 0, [.. fields.OrderBy(it => it.Path.Contains('/', StringComparison.Ordinal)).ThenBy(it => it.Path, StringComparer.Ordinal)], lines.Count, await db.Drafts.CountAsync(it => it.Form == form, cancel));

        string? Named(string path, string? text) => text is not null && names.TryGetValue((path.Split('.')[^1], text), out var name) ? name : text;
    }

    /// <summary>What stands as a number is shown by its name.</summary>
    private static async Task<Dictionary<(string Field, string Text), string>> NamesAsync(MapDb db, IReadOnlyList<(string Path, string? Text)> values, CancellationToken cancel)
    {
        List<long> Ids(string field) => [.. values.Where(it => it.Text is not null && it.Path.Split('.')[^1] == field).Select(it => long.Parse(it.Text!, CultureInfo.InvariantCulture)).Distinct()];
        var (places, actors) = (Ids(nameof(EventRow.PlaceId)), Ids(nameof(ClaimRow.ClaimantId)));
        var names = await db.Places.Where(it => places.Contains(it.Id)).Select(it => new { it.Id, it.Name }).ToDictionaryAsync(it => (nameof(EventRow.PlaceId), it.Id.ToString(CultureInfo.InvariantCulture)), it => it.Name, cancel);
        foreach (var it in await db.Actors.Where(it => actors.Contains(it.Id)).Select(it => new { it.Id, it.Name }).ToListAsync(cancel)) names[(nameof(ClaimRow.ClaimantId), it.Id.ToString(CultureInfo.InvariantCulture))] = it.Name;
        return names;
    }
}
