using Map.Core.Chain;
using Map.Web.Data.Erasing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Map.Web.Data;

/// <summary>What stood in a field; or that it was erased, and nobody can tell any more.</summary>
public readonly record struct PastText(string? Words, bool IsErased = false)
{
    public static readonly PastText Erased = new(null, true);
}

/// <summary>One line of a record's history, its field as the record calls it.</summary>
public sealed record PastLine(long Number, string Field, PastText Old, PastText New);

/// <summary>One act upon a record, as its history tells it.</summary>
/// <param name="Number">Of its last line: what an address names the version by that it left.</param>
/// <param name="Request">The act itself, which may have touched other records too.</param>
public sealed record PastAct(long Number, Guid Request, DateTime At, string Who, string? Why, IReadOnlyList<PastLine> Lines);

/// <summary>
/// A record as each act left it: what stands now, folded back by the lines of its history, newest first. So a record that was there before its first line has a past too. What was erased since is erased in every version.
/// </summary>
public sealed class RecordPast
{
    private const string Ties = "Relations/";

    private readonly Dictionary<string, PastText> now;
    private readonly List<(PastLine Line, string? Emptied)> undone;

    private RecordPast(IReadOnlyList<PastAct> acts, Dictionary<string, PastText> now, List<(PastLine, string?)> undone) => (Acts, this.now, this.undone) = (acts, now, undone);

    /// <summary>Newest first.</summary>
    public IReadOnlyList<PastAct> Acts { get; }

    /// <summary>True where something stood before the first line, so that there is a version of it.</summary>
    public bool HasBefore => After(0).Any(it => !it.Key.Contains('/', StringComparison.Ordinal)) && !(Acts is [.., var first] && first.Lines.Any(line => line.Old.IsErased));

    /// <summary>Null where there neither is such a record nor any history of it.</summary>
    public static async Task<RecordPast?> OfAsync(MapDb db, string table, long id, CancellationToken cancel = default)
    {
        var parts = (await RecordParts.OfAsync(db, table, id, cancel)).ToList();
        var ties = table == "Actors" ? await db.ActorRelations.Where(tie => tie.FromId == id).ToListAsync(cancel) : [];
        parts.AddRange(ties.Select(tie => new RecordPart($"{Ties}{tie.Id}", tie)));
        var ids = ties.Select(tie => tie.Id).ToList();
        var rows = await db.Revisions.AsNoTracking().Where(line => (line.Table == table && line.RowId == id) || (line.Table == "ActorRelations" && ids.Contains(line.RowId))).OrderByDescending(line => line.Id).ToListAsync(cancel);
        if (parts.Count == 0 && rows.Count == 0) return null;
        // What an erasure found in the row is gone from it, and was there until then.
        var gone = rows.Where(row => row.Field == ErasedLines.Field).Select(row => (row.Id, Stretches: ErasedLines.Read(row.New))).ToList();
        var undone = new List<(PastLine, string?)>();
        foreach (var row in rows)
        {
            var line = LineOf(row);
            if (row.Field != ErasedLines.Field) { undone.Add((line, null)); continue; }
            var emptied = rows.Where(it => gone.Find(of => of.Id == row.Id).Stretches.Any(of => of.From <= it.Id && it.Id <= of.To)).Select(FieldOf).Distinct();
            undone.AddRange(emptied.Select(field => (line, (string?)field)));
        }
        var acts = rows.GroupBy(row => row.RequestId).Select(of => new PastAct(of.Max(row => row.Id), of.Key, of.First().At, of.First().Who, of.First().Why, [.. of.Select(LineOf)])).OrderByDescending(act => act.Number);
        return new([.. acts], Standing(db, parts), undone);
    }

    /// <summary>What each field held after that line; 0 for what stood before the first.</summary>
    public IReadOnlyDictionary<string, PastText> After(long number)
    {
        var version = new Dictionary<string, PastText>(now);
        foreach (var (line, emptied) in undone)
        {
            if (line.Number <= number) break;
            if (emptied is not null) version[emptied] = PastText.Erased;
            else if (line.Old is { IsErased: false, Words: null }) version.Remove(line.Field);
            else version[line.Field] = line.Old;
        }
        return version;
    }

    /// <summary>Whether a column is told by the history.</summary>
    internal static bool IsTold(object row, IReadOnlyProperty column) => column.Name is not (nameof(EventRow.Id) or nameof(EventRow.Version) or nameof(EventRow.ChangedAt) or "EventId")
        && !(row is PlaceNameRow or ActorNameRow && column.IsForeignKey())
        // Of a pasted text the history keeps its hash, which stands in a field of its own.
        && !(row is ArticleRow && column.Name == nameof(ArticleRow.Text));

    private static Dictionary<string, PastText> Standing(MapDb db, List<RecordPart> parts) =>
        (from part in parts
         from field in db.Entry(part.Row).Properties
         where IsTold(part.Row, field.Metadata)
         let words = RevisionText.Of(field.CurrentValue)
         where words is not null
         select (Path: part.Path.Length == 0 ? field.Metadata.Name : $"{part.Path}.{field.Metadata.Name}", Words: words)).ToDictionary(it => it.Path, it => new PastText(it.Words));

    private static PastLine LineOf(RevisionRow row) => row.Salt is null && row.Field != ErasedLines.Field
        ? new(row.Id, FieldOf(row), PastText.Erased, PastText.Erased)
        : new(row.Id, FieldOf(row), new(row.Old), new(row.New));

    private static string FieldOf(RevisionRow row) => row.Table == "ActorRelations" ? $"{Ties}{row.RowId}.{row.Field}" : row.Field;
}
