using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Map.Web.Shared;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Data.FirstLoad;

/// <summary>Once the server listens: the first load, then the address and the set-up link on the console.</summary>
internal sealed class FirstLoadWorker(FirstLoader loader, FirstAdmin admin, LoadState state, IDbContextFactory<MapDb> dbs, IServer server, IConfiguration configuration,
    IHostApplicationLifetime lifetime, ILogger<FirstLoadWorker> log) : BackgroundService
{
    private const int Corrupt = 11, NoDatabase = 26;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!await ListeningAsync(stoppingToken)) return;
        try
        {
            Console.WriteLine($"SQLite {SqliteEngine.Version}{(SqliteEngine.IsSystems ? " (the system's)" : "")}");
            // A system's engine may bear an old number and be mended all the same: its distribution sees to it.
            if (!SqliteEngine.IsSystems && SqliteEngine.Version < SqliteEngine.Mended)
                log.LogWarning("SQLite {Version} is older than {Mended}, which mends CVE-2025-6965: bring the system's libsqlite3 or the package up to date.", SqliteEngine.Version, SqliteEngine.Mended);
            if (!state.IsReady) await loader.RunAsync(stoppingToken);
            state.Open();
            var address = Address;
            if (await IsSoundAsync(stoppingToken)) await admin.EnsureAsync(address);
            Console.WriteLine($"Map is at {address}");
            state.Complete();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The next start goes on with the file this one was reading.
        }
    }

    /// <summary>A damaged file often answers for months; better to know while the last good backup is near.</summary>
    private async Task<bool> IsSoundAsync(CancellationToken stopping)
    {
        string? damage;
        try
        {
            await using var db = await dbs.CreateDbContextAsync(stopping);
            var found = await db.Database.SqlQueryRaw<string>("SELECT quick_check AS Value FROM pragma_quick_check(10)").ToListAsync(stopping);
            damage = found is ["ok"] ? null : string.Join("; ", found);
        }
        catch (SqliteException broken) when (broken.SqliteErrorCode is Corrupt or NoDatabase)
        {
            damage = broken.Message;
        }
        state.Check(damage);
        if (damage is not null)
            log.LogCritical("The database file is damaged. Stop the server, keep the data folder as it is, and bring back the last backup. SQLite says: {Damage}", damage);
        return damage is null;
    }

    private string Address =>
        (configuration.PublicUrl()?.ToString() ?? server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "").TrimEnd('/');

    private async Task<bool> ListeningAsync(CancellationToken stopping)
    {
        var started = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var up = lifetime.ApplicationStarted.Register(() => started.TrySetResult(true));
        using var down = stopping.Register(() => started.TrySetResult(false));
        return await started.Task;
    }
}
