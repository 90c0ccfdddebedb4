using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Map.Web.Shared;

namespace Map.Web.Data.FirstLoad;

/// <summary>Once the server listens: the first load, then the address and the set-up link on the console.</summary>
internal sealed class FirstLoadWorker(FirstLoader loader, FirstAdmin admin, LoadState state, DataFolder folder, IServer server, IConfiguration configuration,
    IHostApplicationLifetime lifetime, ILogger<FirstLoadWorker> log) : BackgroundService
{
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
            if (folder.Damage is null) await admin.EnsureAsync(address);
            Console.WriteLine($"Map is at {address}");
            state.Complete();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The next start goes on with the file this one was reading.
        }
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
