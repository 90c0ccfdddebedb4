using Microsoft.EntityFrameworkCore;

namespace Map.Web.Data;

/// <summary>Brings the database file to the form this version writes. The caller holds the data folder, so nobody else is migrating.</summary>
internal static class Migrator
{
    /// <param name="first">Done before a database that is in use is changed, with the names of what is due.</param>
    public static async Task MigrateAsync(MapDb db, ILogger log, Func<IReadOnlyList<string>, Task>? first = null)
    {
        if (await LockIsLeftAsync(db))
        {
            log.LogWarning("A migration was interrupted the last time. Its lock is removed and the migration finished.");
            await db.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsLock");
        }
        if ((await db.Database.GetPendingMigrationsAsync()).ToList() is not { Count: > 0 } due) return;
        if (first is not null && (await db.Database.GetAppliedMigrationsAsync()).Any()) await first(due);
        await db.Database.MigrateAsync();
    }

    private static async Task<bool> LockIsLeftAsync(MapDb db)
    {
        var tables = db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'");
        return await tables.SingleAsync() > 0
            && await db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS Value FROM __EFMigrationsLock").SingleAsync() > 0;
    }
}
