using Map.Core.Chain;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Data.PastDays;

/// <summary>The end of a day in the history: days between which nothing was written have the same one.</summary>
/// <param name="Line">The last line until then, 0 for none.</param>
/// <param name="Load">The last load of files until then, 0 for none.</param>
public readonly record struct EndOfDay(long Line, long Load);

/// <summary>Makes what was public at the end of a past day out of what is public today, by folding the history back.</summary>
internal sealed class PastDays
{
    private static readonly string[] Shown = ["Events", "ControlClaims", "ZoneSeries"];

    private readonly MapDbs dbs;
    private readonly DataFolder folder;
    private readonly DistrictMap districts;

    public PastDays(MapDbs dbs, DataFolder folder, DistrictMap districts)
    {
        (this.dbs, this.folder, this.districts) = (dbs, folder, districts);
        // What a run before this one left: nobody knows any more whether it still holds.
        Clear(folder.Database);
    }

    /// <summary>Removes all files of past days. Who holds one open goes on reading it, where the system allows that, and nobody opens it again.</summary>
    public static void Clear(string database)
    {
        if (FolderOf(database) is not { Exists: true } files) return;
        foreach (var file in files.EnumerateFiles())
        {
            try
            {
                file.Delete();
            }
            catch (IOException)
            {
                // Where an open file cannot be deleted the next start does it.
            }
        }
    }

    /// <summary>The day on which something became public for the first time; null where nothing ever did. What ships with the product became public when it was loaded.</summary>
    public async Task<DateOnly?> FirstAsync(CancellationToken cancel)
    {
        await using var db = dbs.CreateDbContext();
        var load = await db.Audit.Where(act => act.Act == "load").MinAsync(act => (DateTime?)act.At, cancel);
        var shown = await db.Revisions.Where(line => Shown.Contains(line.Table) && line.Field == nameof(EventRow.Status) && line.New == "published").MinAsync(line => (DateTime?)line.At, cancel);
        return new[] { load, shown }.Min() is { } first ? DateOnly.FromDateTime(first) : null;
    }

    public async Task<EndOfDay> EndOfAsync(DateOnly day, CancellationToken cancel)
    {
        var end = EndOf(day);
        await using var db = dbs.CreateDbContext();
        // By number and not by the clock: the state at that line was one that readers saw.
        return new(await db.Revisions.Where(line => line.At < end).OrderByDescending(line => line.Id).Select(line => line.Id).FirstOrDefaultAsync(cancel),
            await db.Audit.Where(act => act.Act == "load" && act.At < end).MaxAsync(act => (long?)act.Id, cancel) ?? 0);
    }

    /// <summary>Takes a second at the events that ship, and grows with all that is public. One at a time.</summary>
    public async Task<PastDay> MakeAsync(DateOnly day, EndOfDay end, CancellationToken cancel)
    {
        FolderOf(folder.Database).Create();
        var path = Path.Combine(FolderOf(folder.Database).FullName, $"{Guid.NewGuid():N}.db");
        try
        {
            var (head, gone) = await Task.Run(() => Fold(path, day, end), cancel);
            await BringUpAsync(path, cancel);
            return new PastDay(path, head, gone);
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }

    /// <summary>Would it be the same if it were made now? False where something was withdrawn, given back, erased or told more coarsely since.</summary>
    public async Task<bool> StandsAsync(PastDay day, CancellationToken cancel)
    {
        await using var db = dbs.CreateDbContext();
        await using var moment = await db.OneMomentAsync(cancel);
        var head = await HeadAsync(db, cancel);
        if (head == day.Head) return true;
        // A record that is newer than the day has no part in it, whatever becomes of it.
        var since = db.Revisions.Where(line => line.Id > day.Head && !db.Revisions.Any(came => came.Id > day.Head && came.Table == line.Table && came.RowId == line.RowId
            && came.Field == nameof(EventRow.Status) && came.Old == null && came.Salt != null));
        var isOther = await since.AnyAsync(line => line.Field == ErasedLines.Field || line.Field == nameof(EventRow.Status) || line.Field == nameof(EventRow.DeletedAt) || line.Field == nameof(EventRow.PublicPrecision) || line.Field.EndsWith(nameof(EventRow.PlaceId)), cancel)
            // What is told coarsely is told on every day as it is today.
            || await since.AnyAsync(line => line.Table == "Events" && db.PublicEvents.Any(e => e.Id == line.RowId && e.PublicPrecision != null), cancel)
            || await since.AnyAsync(line => line.Table == "Places" && !db.PublicPlaces.Any(place => place.Id == line.RowId), cancel);
        if (!isOther) day.Head = head;
        return !isOther;
    }

    private static Task<long> HeadAsync(MapDb db, CancellationToken cancel) => db.Revisions.OrderByDescending(line => line.Id).Select(line => line.Id).FirstOrDefaultAsync(cancel);

    private static DateTime EndOf(DateOnly day) => day.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    private static DirectoryInfo FolderOf(string database) => new(Path.Combine(Path.GetDirectoryName(database)!, "past"));

    private (long Head, WhatIsGone Gone) Fold(string path, DateOnly day, EndOfDay end)
    {
        using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, ForeignKeys = false }.ToString());
        copy.Open();
        // Made anew wherever it is lost.
        copy.Run("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF");
        copy.Run("ATTACH @now AS now", ("@now", folder.Database));
        using var all = copy.BeginTransaction(deferred: true);
        var head = copy.Ask<long?>("SELECT MAX(Id) FROM now.Revisions") ?? 0;
        CopiedRows.Take(copy, EndOf(day), isEmpty: end == default);
        using var db = dbs.CreateDbContext();
        var gone = end == default ? new WhatIsGone(0, 0) : EarlierRows.FoldBack(copy, db.Model, end.Line, EndOf(day));
        all.Commit();
        copy.Run("DETACH now");
        return (head, gone);
    }

    /// <summary>What is shown of coarsely told places, and the words of what was folded back, by the rules of today.</summary>
    private async Task BringUpAsync(string path, CancellationToken cancel)
    {
        var writing = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, ForeignKeys = false }.ToString();
        await using var db = new MapDb(new DbContextOptionsBuilder<MapDb>().UseSqlite(writing).Options);
        await db.Database.OpenConnectionAsync(cancel);
        await db.Database.ExecuteSqlRawAsync("PRAGMA synchronous = OFF", cancel);
        await using (var transaction = await db.Database.BeginTransactionAsync(cancel))
        {
            await ShownEvents.BringUpAsync(db, districts, cancel);
            await EventTexts.BringUpAsync(db, cancel);
            await transaction.CommitAsync(cancel);
        }
        await db.Database.ExecuteSqlRawAsync("PRAGMA analysis_limit = 1000; ANALYZE", cancel);
    }
}
