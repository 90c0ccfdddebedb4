using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Map.Web.Data;

/// <summary>Lets the saves of ASP.NET Core Identity queue at the write gate, each with its line in the log of acts. One instance per context.</summary>
internal sealed class GatedSaves(WriteGate gate) : SaveChangesInterceptor, IDisposable
{
    private IDisposable? turn;
    private AuditRow? line;

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        turn = await gate.EnterAsync(cancellationToken);
        if (eventData.Context is MapDb db) { await NoteAsync(db, cancellationToken); }
        return result;
    }

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result) =>
        throw new NotSupportedException("Saves of accounts wait for their turn: use SaveChangesAsync.");

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        line = null;
        Dispose();
        return ValueTask.FromResult(result);
    }

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default) => LeaveAsync(eventData);

    public override Task SaveChangesCanceledAsync(DbContextEventData eventData, CancellationToken cancellationToken = default) => LeaveAsync(eventData);

    /// <summary>What of whose account is changed, never to what. A passkey that is used counts its uses, which is no change of the account.</summary>
    private async Task NoteAsync(MapDb db, CancellationToken cancel)
    {
        db.ChangeTracker.DetectChanges();
        var changed = db.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Select(entry => (Account: AccountOf(entry), What: WordOf(entry))).Where(it => it is { Account: not null, What: not null }).ToList();
        if (changed.Count == 0) { return; }
        var account = changed[0].Account!;
        db.Audit.Add(line = new AuditRow
        {
            At = gate.Now,
            Who = (await db.Users.FindAsync([account], cancel))?.DisplayName ?? account,
            Act = "account",
            Target = $"account {account}",
            Detail = string.Join(", ", changed.Select(it => it.What).Distinct()),
            RequestId = Guid.NewGuid(),
        });
    }

    private Task LeaveAsync(DbContextEventData eventData)
    {
        // Whoever tries again gets a line of that try.
        if (line is not null && eventData.Context is { } db) { db.Entry(line).State = EntityState.Detached; }
        line = null;
        Dispose();
        return Task.CompletedTask;
    }

    private static string? AccountOf(EntityEntry entry) => entry.Entity switch
    {
        MapUser user => user.Id,
        IdentityUserRole<string> held => held.UserId,
        IdentityUserToken<string> token => token.UserId,
        IdentityUserPasskey<string> key => key.UserId,
        _ => null,
    };

    private static string? WordOf(EntityEntry entry) => (entry.Entity, entry.State) switch
    {
        (MapUser, EntityState.Added) => "made",
        (MapUser, EntityState.Deleted) => "removed",
        (MapUser, _) => entry.Properties.Where(field => !Equals(field.OriginalValue, field.CurrentValue)).Select(field => field.Metadata.Name).ToList() switch
        {
            var fields when fields.Contains(nameof(MapUser.TwoFactorEnabled)) => "second factor",
            var fields when fields.Contains(nameof(MapUser.PasswordHash)) => "password",
            // What goes along with another change, and what only tells two changes apart.
            var fields when fields.TrueForAll(name => name is nameof(MapUser.ConcurrencyStamp) or nameof(MapUser.SecurityStamp)) => null,
            _ => "account",
        },
        (IdentityUserRole<string>, _) => "role",
        (IdentityUserToken<string>, _) => "codes",
        (IdentityUserPasskey<string>, EntityState.Modified) => null,
        (IdentityUserPasskey<string>, _) => "passkey",
        _ => null,
    };

    public void Dispose()
    {
        turn?.Dispose();
        turn = null;
    }
}
