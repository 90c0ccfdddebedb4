using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Map.Web.Data;

namespace Map.Web.Shared.Desk;

/// <summary>Who is at the form: the id the database knows, and the name the history shows.</summary>
public sealed record Editor(string Id, string Name)
{
    /// <summary>Signed in with a second factor or a passkey.</summary>
    public bool IsStrong { get; init; }

    /// <summary>What this person asks of the write gate.</summary>
    public WriteRequest Writes(string why, Guid requestId, Right right = Right.Edit) => new(Acting.Person(Id, Name, right, IsStrong), why, requestId);
}

/// <summary>Asks the database, before every act, who is asking and whether they may still edit.</summary>
public sealed class EditorNow(AuthenticationStateProvider authentication, IDbContextFactory<MapDb> databases)
{
    /// <summary>Null where the person may not edit, or not any longer.</summary>
    public async Task<Editor?> FindAsync()
    {
        var person = (await authentication.GetAuthenticationStateAsync()).User;
        await using var db = await databases.CreateDbContextAsync();
        if (!await RoleNow.IsAsync(db, person, Roles.Editor, Roles.Reviewer, Roles.Admin)) { return null; }
        var id = person.FindFirstValue(ClaimTypes.NameIdentifier)!;
        var name = await db.Users.Where(u => u.Id == id).Select(u => u.DisplayName.Length > 0 ? u.DisplayName : u.UserName).SingleAsync();
        return new(id, name ?? id) { IsStrong = person.IsStrong() };
    }
}
