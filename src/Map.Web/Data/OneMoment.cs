using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Data;

/// <summary>Several questions about one state of the data, whatever is written meanwhile.</summary>
public static class OneMoment
{
    /// <summary>All that this context reads until the answer is disposed of is as of its first reading. It holds no writer up.</summary>
    public static async Task<IAsyncDisposable> OneMomentAsync(this MapDb db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        // Deferred: the usual BEGIN IMMEDIATE would take the writer's lock.
        var moment = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        await db.Database.UseTransactionAsync(moment, cancel);
        return moment;
    }
}
