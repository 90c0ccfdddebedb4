using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Map.Web.Data;

/// <summary>Lets the saves of ASP.NET Core Identity queue at the write gate. One instance per context.</summary>
internal sealed class GatedSaves(WriteGate gate) : SaveChangesInterceptor, IDisposable
{
    private IDisposable? turn;

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        turn = await gate.EnterAsync(cancellationToken);
        return result;
    }

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) =>
        throw new NotSupportedException("Saves of accounts wait for their turn: use SaveChangesAsync.");

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Dispose();
        return ValueTask.FromResult(result);
    }

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public override Task SaveChangesCanceledAsync(DbContextEventData eventData, CancellationToken cancellationToken = default)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        turn?.Dispose();
        turn = null;
    }
}
