using System.Diagnostics;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Map.Web.Data;

/// <summary>Who writes, why, and under which id the form was sent.</summary>
/// <param name="By">Whose act it is, and what right it takes; asked of the database inside the write.</param>
/// <param name="Why">The reason given for the change; kept with every field's revision.</param>
/// <param name="RequestId">Made once per act by the client. A retry with the same id changes nothing and gets the first outcome.</param>
public sealed record WriteRequest(Acting By, string Why, Guid RequestId)
{
    public string Who => By.Name;

    /// <summary>One word for the audit line: save, publish, delete, undo, invite, role, …</summary>
    public string Act { get; set; } = "save";

    /// <summary>What the act was done to, such as "event 4001"; by default the first row touched.</summary>
    public string? Target { get; set; }
}

/// <summary>The database stayed locked, or too many saves were waiting: nothing was written, and the same request may be tried again.</summary>
public sealed class DatabaseBusyException(Exception? inner = null) : Exception("The database is busy. Nothing was saved; try again in a moment.", inner);

/// <summary>
/// The only way to write. One writer at a time, waiting without holding a thread; one transaction for the rows, the revision of every
/// changed field and the audit line, so that none exists without the others.
/// </summary>
public sealed class WriteGate : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim one = new(1, 1);
    private readonly AsyncLocal<bool> inside = new();
    private readonly MapDbs dbs;
    private readonly Changes changes;
    private readonly TimeProvider clock;
    private readonly DistrictMap districts;
    private readonly Admission admission;

    internal WriteGate(MapDbs dbs, Changes changes, TimeProvider clock, DistrictMap? districts = null, Admission? admission = null) =>
        (this.dbs, this.changes, this.clock, this.districts, this.admission) = (dbs, changes, clock, districts ?? DistrictMap.Shipped, admission ?? new(needsSecondFactor: false));

    /// <summary>
    /// Runs the work on a tracked context and commits what it changed; the work need not call SaveChanges. When the work changes nothing,
    /// nothing is recorded. The outcome is kept as JSON for retries: a small value or record, and never a secret.
    /// </summary>
    /// <exception cref="NotAllowedException">Whoever acts may not, or not any longer, or nobody may now; or the disk is full, or the file damaged.</exception>
    /// <exception cref="DatabaseBusyException">Within six seconds, when the database cannot be had.</exception>
    /// <exception cref="DbUpdateConcurrencyException">The row's Version is no longer the one the editor saw.</exception>
    public async Task<T> RunAsync<T>(WriteRequest request, Func<MapDb, Task<T>> work, CancellationToken cancel = default)
    {
        var waited = Stopwatch.StartNew();
        DataChanged? change;
        T outcome;
        using (await EnterAsync(cancel))
        {
            inside.Value = true;
            try
            {
                (outcome, change) = await WriteAsync(request, work, waited, cancel);
            }
            catch (Exception fault) when (StorageFault.Refusal(fault) is { } refused)
            {
                if (StorageFault.IsDamage(fault)) dbs.Folder.ReportDamage(fault.GetBaseException().Message);
                throw refused;
            }
            catch (Exception fault) when (fault is not DatabaseBusyException && StorageFault.IsBusy(fault))
            {
                throw new DatabaseBusyException(fault);
            }
        }
        if (change is not null) changes.Tell(change);
        return outcome;
    }

    /// <summary>By the clock that all lines are dated with.</summary>
    internal DateTime Now => clock.GetUtcNow().UtcDateTime;

    public void Dispose() => one.Dispose();

    /// <summary>Waits for the turn to write. Dispose what it returns to pass the turn on.</summary>
    internal async Task<IDisposable> EnterAsync(CancellationToken cancel)
    {
        if (inside.Value) throw new InvalidOperationException("A write inside a gated write would wait for itself: use the context that the gate handed to the work.");
        if (dbs.Folder.Damage is not null) throw StorageFault.Damaged();
        return await one.WaitAsync(Patience, cancel) ? new Turn(one) : throw new DatabaseBusyException();
    }

    private async Task<(T, DataChanged?)> WriteAsync<T>(WriteRequest request, Func<MapDb, Task<T>> work, Stopwatch waited, CancellationToken cancel)
    {
        await using var db = dbs.ForWriting();
        await using var transaction = await BeginAsync(db, waited, cancel);
        await admission.MustAdmitAsync(db, request.By, cancel);
        if (await db.Audit.AsNoTracking().FirstOrDefaultAsync(a => a.RequestId == request.RequestId && a.Outcome != null, cancel) is { } first)
            return (JsonSerializer.Deserialize<T>(first.Outcome!)!, null);

        var at = Now;
        var recorder = new ChangeRecorder(db, at);
        Corrections.NoteIn(db, at);
        var before = await TotalChangesAsync(db, cancel);
        var outcome = await work(db);
        await db.SaveChangesAsync(cancel);
        if (await TotalChangesAsync(db, cancel) == before) return (outcome, null);
        await RestsOnPublic.BringUpAsync(db, cancel);

        await ChainedRevisions.SealAsync(db, recorder.Rows(request), cancel);
        db.Audit.Add(new AuditRow
        {
            At = at,
            Who = request.Who,
            Act = request.Act,
            Target = request.Target ?? recorder.Target,
            Detail = request.Why,
            RequestId = request.RequestId,
            Outcome = JsonSerializer.Serialize(outcome),
        });
        await db.SaveChangesAsync(cancel);
        await ShownEvents.BringUpAsync(db, districts, cancel);
        await EventTexts.BringUpAsync(db, cancel);
        await transaction.CommitAsync(cancel);
        return (outcome, recorder.Touched);
    }

    /// <summary>BEGIN IMMEDIATE in short tries, so that a database locked elsewhere costs this save its patience and no other thread.</summary>
    private static async Task<IDbContextTransaction> BeginAsync(MapDb db, Stopwatch waited, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        connection.DefaultTimeout = 1;
        while (true)
        {
            try
            {
                var transaction = await db.Database.BeginTransactionAsync(cancel);
                connection.DefaultTimeout = 5;
                return transaction;
            }
            catch (SqliteException locked) when (locked.SqliteErrorCode is 5 or 6)
            {
                if (waited.Elapsed >= Patience) throw new DatabaseBusyException(locked);
                await Task.Delay(20, cancel);
            }
        }
    }

    private static Task<long> TotalChangesAsync(MapDb db, CancellationToken cancel) =>
        db.Database.SqlQueryRaw<long>("SELECT total_changes() AS Value").SingleAsync(cancel);

    private sealed class Turn(SemaphoreSlim one) : IDisposable
    {
        public void Dispose() => one.Release();
    }
}
