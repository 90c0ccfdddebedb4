using System.Security.Claims;
using Map.Web.Data;
using Map.Web.Data.Erasing;
using Map.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.History;

public enum ErasureRefusal { NotAllowed, NoReason, NothingChosen, NotSure, NothingThere }

/// <param name="Paths">Fields that were marked.</param>
/// <param name="IsWhole">All of the record, whatever is marked.</param>
/// <param name="IsSure">It was confirmed that it cannot be undone.</param>
public sealed record ErasureWish(string Table, long Id, IReadOnlyList<string> Paths, bool IsWhole, string? Reason, bool IsSure, bool Elsewhere, Guid Request);

/// <summary>Erases what an administrator marked. Asked of the database, not of what the page has drawn.</summary>
public sealed class EraseRecord(Eraser eraser, IDbContextFactory<MapDb> dbs)
{
    public async Task<(ErasureRefusal? Refused, ErasureOutcome? Outcome)> RunAsync(ErasureWish wish, ClaimsPrincipal person, CancellationToken cancel = default)
    {
        Acting by;
        await using (var db = await dbs.CreateDbContextAsync(cancel))
        {
            if (!await RoleNow.IsAsync(db, person, Roles.Admin)) return (ErasureRefusal.NotAllowed, null);
            var id = person.FindFirstValue(ClaimTypes.NameIdentifier)!;
            var name = await db.Users.Where(u => u.Id == id).Select(u => u.DisplayName.Length > 0 ? u.DisplayName : u.UserName!).SingleAsync(cancel);
            by = Acting.Person(id, name, Right.Administer, person.IsStrong());
        }
        if (ErasureReason.Of(wish.Reason) is not { } reason) return (ErasureRefusal.NoReason, null);
        if (!wish.IsWhole && wish.Paths.Count == 0) return (ErasureRefusal.NothingChosen, null);
        if (!wish.IsSure) return (ErasureRefusal.NotSure, null);
        ErasureOutcome? outcome;
        try { outcome = await eraser.RunAsync(new(wish.Table, wish.Id, wish.IsWhole ? null : wish.Paths, reason.Kept, wish.Elsewhere), by, wish.Request, cancel); }
        // Somebody took the right away since it was asked a moment ago, or it takes a second factor.
        catch (NotAllowedException) { return (ErasureRefusal.NotAllowed, null); }
        return outcome is null ? (ErasureRefusal.NothingThere, null) : (null, outcome);
    }
}
