using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Data.PastDays;

/// <summary>What was public at the end of a past day, in a database of its own that is only read. It holds no note, account, draft or history, and nothing that is not public today.</summary>
public sealed class PastDay : IDbContextFactory<MapDb>, IDisposable
{
    private readonly string path, connection;
    private readonly DbContextOptions<MapDb> reading;

    internal PastDay(string path, long head, WhatIsGone gone)
    {
        (this.path, Head, Gone) = (path, head, gone);
        connection = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly }.ToString();
        reading = new DbContextOptionsBuilder<MapDb>().UseSqlite(connection).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).Options;
        Bytes = new FileInfo(path).Length;
    }

    public WhatIsGone Gone { get; }

    public long Bytes { get; }

    /// <summary>The last line of the history after which it is known to stand.</summary>
    internal long Head { get; set; }

    public MapDb CreateDbContext() => new(reading);

    public void Dispose()
    {
        using (var any = new SqliteConnection(connection)) SqliteConnection.ClearPool(any);
        try
        {
            File.Delete(path);
        }
        catch (IOException)
        {
            // Where an open file cannot be deleted the next start does it.
        }
    }
}

/// <summary>What of a past day cannot be shown as it was.</summary>
/// <param name="Withdrawn">Events and control claims that were public then and are not today.</param>
/// <param name="Redrawn">Zones whose ground was drawn anew since, when nobody kept what they gave up: they are shown with the ground of today.</param>
public sealed record WhatIsGone(int Withdrawn, int Redrawn);
