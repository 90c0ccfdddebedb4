using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Map.Web.Data;
using Map.Web.Data.Erasing;

namespace Map.Web.Drafts;

/// <summary>A draft in the list of one's own.</summary>
public sealed record DraftEntry(string Form, string Json, DateTime SavedAt);

/// <summary>
/// A form's draft on the server, for the day the device is lost. It waits its turn at the gate but leaves no line in the audit and tells
/// nobody: nothing that readers see has changed. Each act asks the database whether its person may edit; the mode of the site it does not ask, for words are kept in any.
/// </summary>
public sealed class ServerDrafts
{
    private readonly WriteGate gate;
    private readonly MapDbs dbs;
    private readonly TimeProvider clock;
    private readonly ErasedKeys? erased;

    internal ServerDrafts(WriteGate gate, MapDbs dbs, TimeProvider clock, ErasedKeys? erased = null) => (this.gate, this.dbs, this.clock, this.erased) = (gate, dbs, clock, erased);

    public async Task<KeptDraft<T>?> ReadAsync<T>(string userId, string form, CancellationToken cancel = default) where T : class
    {
        await using var db = dbs.CreateDbContext();
        await Admission.MustBeOfDeskAsync(db, userId, cancel);
        var row = await db.Drafts.SingleOrDefaultAsync(d => d.UserId == userId && d.Form == form, cancel);
        return row is not null && DraftJson.Read<T>(row.Json) is { } draft ? new(new DateTimeOffset(row.SavedAt, TimeSpan.Zero), draft) : null;
    }

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<DraftEntry>> OfAsync(string userId, string formsStartingWith, CancellationToken cancel = default)
    {
        await using var db = dbs.CreateDbContext();
        await Admission.MustBeOfDeskAsync(db, userId, cancel);
        return await db.Drafts.Where(d => d.UserId == userId && d.Form.StartsWith(formsStartingWith))
            .OrderByDescending(d => d.SavedAt).Select(d => new DraftEntry(d.Form, d.Json, d.SavedAt)).ToListAsync(cancel);
    }

    /// <exception cref="DatabaseBusyException">Nothing was kept here; the device has its copy.</exception>
    /// <exception cref="NotAllowedException">This person may not edit any longer.</exception>
    public Task KeepAsync<T>(string userId, string form, T draft, CancellationToken cancel = default) => WriteAsync(userId, async db =>
    {
        if (erased?.Holds(form) == true || await db.IsErasedAsync(form, cancel)) { return; }
        var row = await db.Drafts.SingleOrDefaultAsync(d => d.UserId == userId && d.Form == form, cancel);
        if (row is null) { db.Drafts.Add(row = new DraftRow { UserId = userId, Form = form }); }
        row.Json = DraftJson.Of(draft);
        row.SavedAt = clock.GetUtcNow().UtcDateTime;
    }, cancel);

    /// <exception cref="DatabaseBusyException">The draft is still there.</exception>
    public Task ClearAsync(string userId, string form, CancellationToken cancel = default) =>
        WriteAsync(userId, async db => db.Drafts.RemoveRange(await db.Drafts.Where(d => d.UserId == userId && d.Form == form).ToListAsync(cancel)), cancel);

    private async Task WriteAsync(string userId, Func<MapDb, Task> work, CancellationToken cancel)
    {
        using var turn = await TurnAsync(cancel);
        try
        {
            await using var db = dbs.ForWriting();
            await Admission.MustBeOfDeskAsync(db, userId, cancel);
            await work(db);
            await db.SaveChangesAsync(cancel);
        }
        // Another process holds the file longer than a save waits, or the disk is full.
        catch (Exception fault) when (fault is DbUpdateException or DbException) { throw new DatabaseBusyException(fault); }
    }

    private async Task<IDisposable> TurnAsync(CancellationToken cancel)
    {
        try { return await gate.EnterAsync(cancel); }
        // The file is damaged.
        catch (NotAllowedException fault) { throw new DatabaseBusyException(fault); }
    }
}

public static class DraftServices
{
    /// <summary>Drafts on the device (one per form that opens them) and on the server.</summary>
    public static IServiceCollection AddDrafts(this IServiceCollection services)
    {
        // The one who erases adds to the same.
        services.TryAddSingleton<ErasedKeys>();
        return services.AddTransient<BrowserDrafts>()
            .AddSingleton(all => new ServerDrafts(all.GetRequiredService<WriteGate>(), all.GetRequiredService<MapDbs>(), all.GetRequiredService<TimeProvider>(), all.GetRequiredService<ErasedKeys>()));
    }
}
