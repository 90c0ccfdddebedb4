using System.Text.Encodings.Web;
using System.Text.Json;
using Map.Core.Chain;
using Map.Web.Data.Backups;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Map.Web.Data.Erasing;

/// <summary>What is to be erased, and why.</summary>
/// <param name="Paths">Fields by the history's words for them; null for the whole record.</param>
/// <param name="Elsewhere">Also drafts and lines of other records that hold the same words.</param>
public sealed record Erasure(string Table, long Id, IReadOnlyList<string>? Paths, string Reason, bool Elsewhere);

/// <param name="Copies">Kept copies of a source that nothing names any more.</param>
public sealed record ErasureOutcome(int Texts, int Lines, int Drafts, IReadOnlyList<string> Copies)
{
    /// <summary>No byte is left in the files. False where a long reading held them: it is done at the next start.</summary>
    public bool IsSwept { get; init; }
}

/// <summary>
/// Erases texts for good: in the row, in every line of the history they stood in, in the log of acts, in drafts, in copies of sources, and then in the files themselves. What stays is a line of the history that
/// says who erased, when, why and which lines, and the lines themselves without their texts.
/// </summary>
public sealed class Eraser
{
    /// <summary>What stands where a text may not be missing.</summary>
    public const string Word = "[erased]";

    /// <summary>Words shorter than this are looked for in the record alone.</summary>
    private const int Telling = 8;
    private const int AtOnce = 500;
    private static readonly JsonSerializerOptions AsDrafts = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly WriteGate gate;
    private readonly SweptFiles files;
    private readonly ArchivedCopies copies;
    private readonly TimeProvider clock;
    private readonly KeptBackups? backups;
    private readonly ErasedKeys? open;

    internal Eraser(WriteGate gate, SweptFiles files, ArchivedCopies copies, TimeProvider clock, KeptBackups? backups = null, ErasedKeys? open = null) =>
        (this.gate, this.files, this.copies, this.clock, this.backups, this.open) = (gate, files, copies, clock, backups, open);

    /// <summary>Null where there is nothing of it. The gate asks whether they may.</summary>
    public async Task<ErasureOutcome?> RunAsync(Erasure asked, Acting by, Guid requestId, CancellationToken cancel = default)
    {
        var request = new WriteRequest(by, asked.Reason, requestId) { Act = "erase", Target = $"{asked.Table} {asked.Id}" };
        if (await gate.RunAsync(request, db => EraseAsync(db, asked, request, cancel), cancel) is not { } outcome) return null;
        foreach (var copy in outcome.Copies) copies.Erase(copy);
        // Whoever began this may leave: what was erased is swept all the same.
        var isSwept = await files.SweepAsync(CancellationToken.None);
        backups?.AskSoon();
        return outcome with { IsSwept = isSwept };
    }

    private async Task<ErasureOutcome?> EraseAsync(MapDb db, Erasure asked, WriteRequest request, CancellationToken cancel)
    {
        var (table, id, paths) = (asked.Table, asked.Id, asked.Paths);
        if (!RecordParts.Tables.Contains(table) || paths?.Count == 0) return null;
        db.IsErasing = true;
        var parts = await RecordParts.OfAsync(db, table, id, cancel);
        var lines = await LinesAsync(db, asked, cancel);
        var texts = parts.SelectMany(part => part.Texts(db).Select(it => (Part: part, it.Path, it.Field))).Where(it => paths is null || paths.Contains(it.Path)).ToList();
        if (texts.Count == 0 && lines.Count == 0) return null;

        var words = Words(texts.Select(it => RevisionText.Of(it.Field.CurrentValue)).Concat(lines.Where(line => RecordParts.CanBeErased(line.Field.Split('.')[^1])).SelectMany(line => new[] { line.Old, line.New })));
        var key = paths is null && parts.Count > 0 ? KeyOf(parts[0].Row) : null;
        // Of a record that was deleted before, the key stands in its lines alone.
        var keys = paths is null ? lines.Where(line => line.Field == nameof(SourceRow.Key)).SelectMany(line => new[] { line.Old, line.New }).Append(key).OfType<string>().ToHashSet() : [];
        words.UnionWith(keys);
        var form = RecordParts.FormOf(table, id, parts.Count == 0 ? null : parts[0].Row);
        // Remembered before the rows are gone, and kept where that fails: then the record is there, and its form asks for it again.
        if (paths is null) foreach (var called in RecordParts.FormsByKey(table, keys)) open?.Add(called);
        var archived = texts.Where(it => it.Field.Metadata.Name == nameof(SourceRow.ArchiveSha256)).Select(it => (string)it.Field.CurrentValue!).ToList();

        if (paths is null) await EraseWholeAsync(db, table, id, parts, cancel);
        else foreach (var (part, _, field) in texts) Clear(db, part, field);
        await db.SaveChangesAsync(cancel);

        // Ground tells a spot as well as a name does: what the zone had before goes with it.
        var prints = paths is null ? lines.Where(line => line.Field == nameof(ZoneRow.Shape)).SelectMany(line => new[] { line.Old, line.New }).OfType<string>().ToList() : [];
        await db.PastShapes.Where(it => prints.Contains(it.Print)).ExecuteDeleteAsync(cancel);
        var emptied = lines.Select(line => line.Id).ToHashSet();
        if (asked.Elsewhere) emptied.UnionWith(await LinesWithAsync(db, words, cancel));
        await EmptyAsync(db, emptied, cancel);
        await EraseActsAsync(db, lines, words, asked.Elsewhere, keys, $"{table} {id}", cancel);
        var drafts = await EraseDraftsAsync(db, form, asked.Elsewhere ? words : [], cancel);
        var telling = asked.Elsewhere ? words.Where(it => it.Length >= Telling).ToList() : [];
        await ErasedReviews.EraseAsync(db, table, id, telling, [.. telling.Select(word => JsonSerializer.Serialize(word, AsDrafts)[1..^1])], cancel);

        db.Revisions.Add(new()
        {
            Table = table,
            RowId = id,
            Field = ErasedLines.Field,
            New = ErasedLines.Write(emptied),
            Why = request.Why,
            Who = request.Who,
            At = clock.GetUtcNow().UtcDateTime,
            RequestId = request.RequestId,
        });
        if (!await db.Settings.AnyAsync(it => it.Key == SweptFiles.Due, cancel)) db.Settings.Add(new() { Key = SweptFiles.Due, Value = "1" });
        await db.SaveChangesAsync(cancel);
        return new(texts.Count, emptied.Count, drafts, [.. archived.Where(hash => !db.Sources.Any(it => it.ArchiveSha256 == hash))]);
    }

    private static async Task<List<RevisionRow>> LinesAsync(MapDb db, Erasure asked, CancellationToken cancel)
    {
        var (table, id) = (asked.Table, asked.Id);
        var full = db.Revisions.AsNoTracking().Where(line => line.Salt != null && line.Field != ErasedLines.Field);
        var own = full.Where(line => line.Table == table && line.RowId == id);
        if (asked.Paths is { } paths) return await own.Where(line => paths.Contains(line.Field)).ToListAsync(cancel);
        var lines = await own.ToListAsync(cancel);
        if (table != "Actors") return lines;
        // What an actor's relations say belongs to the actor they begin from.
        var ties = db.ActorRelations.Where(it => it.FromId == id).Select(it => it.Id);
        return [.. lines, .. await full.Where(line => line.Table == "ActorRelations" && ties.Contains(line.RowId)).ToListAsync(cancel)];
    }

    /// <summary>Where something rests on the record its row stays, under another key and without a word.</summary>
    private static async Task EraseWholeAsync(MapDb db, string table, long id, IReadOnlyList<RecordPart> parts, CancellationToken cancel)
    {
        if (parts.Count == 0) return;
        if (!await RecordParts.IsUsedAsync(db, table, id, cancel))
        {
            db.RemoveRange(parts.Select(part => part.Row));
            return;
        }
        foreach (var part in parts)
            foreach (var (_, field) in part.Texts(db).ToList()) Clear(db, part, field);
        var before = KeyOf(parts[0].Row)!;
        var after = $"erased-{id}";
        switch (parts[0].Row)
        {
            case SourceRow row:
                row.Key = after;
                foreach (var other in await db.Sources.AsTracking().Where(it => it.Cites != null && it.Cites.Contains(before)).ToListAsync(cancel))
                    other.Cites = string.Join('+', other.Cites!.Split('+').Select(cited => cited == before ? after : cited));
                break;
            case ActorRow row:
                row.Key = after;
                foreach (var tie in await db.ActorRelations.AsTracking().Where(it => it.FromId == id).ToListAsync(cancel)) (tie.Key, tie.Claimant, tie.Note) = ($"{after}-{tie.Id}", null, null);
                break;
            case PlaceRow row:
                row.Key = after;
                break;
            case ZoneSeriesRow row:
                (row.Key, row.Status) = (after, "withdrawn");
                break;
        }
    }

    private static void Clear(MapDb db, RecordPart part, PropertyEntry field)
    {
        if (part.IsName) db.Remove(part.Row);
        else field.CurrentValue = field.Metadata.IsNullable ? null : Word;
    }

    /// <summary>Only the texts and what they could be guessed by: the digest stays, and with it the chain.</summary>
    private static async Task EmptyAsync(MapDb db, IReadOnlyCollection<long> numbers, CancellationToken cancel)
    {
        foreach (var some in numbers.Chunk(AtOnce))
            await db.Revisions.Where(line => some.Contains(line.Id)).ExecuteUpdateAsync(set => set.SetProperty(line => line.Old, (string?)null).SetProperty(line => line.New, (string?)null)
                .SetProperty(line => line.Why, (string?)null).SetProperty(line => line.Salt, (byte[]?)null), cancel);
    }

    private static async Task<HashSet<long>> LinesWithAsync(MapDb db, IReadOnlyCollection<string> words, CancellationToken cancel)
    {
        var found = new HashSet<long>();
        foreach (var word in words.Where(it => it.Length >= Telling))
            found.UnionWith(await db.Revisions.Where(line => line.Salt != null && line.Field != ErasedLines.Field && (line.Old!.Contains(word) || line.New!.Contains(word) || line.Why!.Contains(word))).Select(line => line.Id).ToListAsync(cancel));
        return found;
    }

    /// <summary>The log of acts keeps who did what when; not why in somebody's words, nor an answer with such words in it, which is kept for whoever asks again.</summary>
    private static async Task EraseActsAsync(MapDb db, List<RevisionRow> lines, IReadOnlyCollection<string> words, bool elsewhere, IReadOnlyCollection<string> keys, string target, CancellationToken cancel)
    {
        foreach (var some in lines.Select(line => line.RequestId).Distinct().Chunk(AtOnce))
        {
            await db.Audit.Where(it => some.Contains(it.RequestId)).ExecuteUpdateAsync(set => set.SetProperty(it => it.Detail, (string?)null), cancel);
            var answers = await db.Audit.Where(it => some.Contains(it.RequestId) && it.Outcome != null).Select(it => new { it.Id, it.Outcome }).ToListAsync(cancel);
            var telling = answers.Where(it => words.Any(word => it.Outcome!.Contains(word, StringComparison.Ordinal) || it.Outcome.Contains(AsJson(word), StringComparison.Ordinal))).Select(it => it.Id).ToList();
            await db.Audit.Where(it => telling.Contains(it.Id)).ExecuteUpdateAsync(set => set.SetProperty(it => it.Outcome, (string?)null), cancel);
            // What is new is called by its title; a number by itself tells nothing.
            var called = await db.Audit.Where(it => some.Contains(it.RequestId) && it.Target != null).Select(it => new { it.Id, it.Target }).ToListAsync(cancel);
            var named = called.Where(it => words.Any(word => word.Any(char.IsLetter) && it.Target!.Contains(word, StringComparison.Ordinal))).Select(it => it.Id).ToList();
            await db.Audit.Where(it => named.Contains(it.Id)).ExecuteUpdateAsync(set => set.SetProperty(it => it.Target, target), cancel);
        }
        foreach (var key in keys) await db.Audit.Where(it => it.Target!.Contains(key)).ExecuteUpdateAsync(set => set.SetProperty(it => it.Target, target), cancel);
        if (!elsewhere) return;
        foreach (var word in words.Where(it => it.Length >= Telling))
        {
            var json = AsJson(word);
            await db.Audit.Where(it => it.Detail!.Contains(word)).ExecuteUpdateAsync(set => set.SetProperty(it => it.Detail, (string?)null), cancel);
            await db.Audit.Where(it => it.Outcome!.Contains(word) || it.Outcome.Contains(json)).ExecuteUpdateAsync(set => set.SetProperty(it => it.Outcome, (string?)null), cancel);
        }
    }

    private static async Task<int> EraseDraftsAsync(MapDb db, string form, IReadOnlyCollection<string> words, CancellationToken cancel)
    {
        var gone = await db.Drafts.Where(it => it.Form == form).ExecuteDeleteAsync(cancel);
        foreach (var word in words.Where(it => it.Length >= Telling).Select(word => JsonSerializer.Serialize(word, AsDrafts)[1..^1]))
            gone += await db.Drafts.Where(it => it.Json.Contains(word)).ExecuteDeleteAsync(cancel);
        return gone;
    }

    private static string AsJson(string word) => JsonSerializer.Serialize(word)[1..^1];

    private static HashSet<string> Words(IEnumerable<string?> texts) => [.. texts.OfType<string>().Select(it => it.Trim()).Where(it => it.Length > 0)];

    private static string? KeyOf(object row) => row switch { SourceRow it => it.Key, ActorRow it => it.Key, PlaceRow it => it.Key, ViewRow it => it.Key, StoryRow it => it.Key, ControlClaimRow it => it.Key, ZoneSeriesRow it => it.Key, _ => null };
}
