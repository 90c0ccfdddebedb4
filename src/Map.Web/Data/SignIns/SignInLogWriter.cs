using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Data.SignIns;

/// <summary>Writes what signing in leaves in the log of acts, at once where nothing was written for a second, and once more when the server ends.</summary>
internal sealed class SignInLogWriter(SignInLog signIns, TimeProvider clock, ILogger<SignInLogWriter> log) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1), AfterFault = TimeSpan.FromSeconds(30);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try { await TryAsync(isTold: true, cancellationToken); }
        catch (ObjectDisposedException)
        {
            // Whoever ends the server took away what it stands on first.
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await signIns.DueAsync(stoppingToken);
            for (var isFirst = true; !await TryAsync(isFirst, stoppingToken); isFirst = false) { await Task.Delay(AfterFault, clock, stoppingToken); }
            await Task.Delay(Between, clock, stoppingToken);
        }
    }

    private async Task<bool> TryAsync(bool isTold, CancellationToken cancel)
    {
        try
        {
            await signIns.WriteAsync(cancel);
            return true;
        }
        // Busy, full, damaged: whoever signs in is not kept out by that, and what was counted is written later.
        catch (Exception fault) when (fault is DatabaseBusyException or NotAllowedException or DbUpdateException or SqliteException)
        {
            if (isTold) { log.LogWarning("What signing in leaves in the log of acts could not be written now: {Reason}", fault.GetBaseException().Message); }
            return false;
        }
    }
}
