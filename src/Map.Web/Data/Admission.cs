using Microsoft.EntityFrameworkCore;

namespace Map.Web.Data;

/// <summary>Lets an act into the gate, or says why not, by what the database holds at this moment.</summary>
/// <param name="needsSecondFactor">Reviewers and administrators act only when they signed in with one.</param>
internal sealed class Admission(bool needsSecondFactor)
{
    private static readonly string[] Desk = ["editor", "reviewer", "admin"], Trusted = ["reviewer", "admin"];

    /// <exception cref="NotAllowedException">This person may not, or nobody may now.</exception>
    public async Task MustAdmitAsync(MapDb db, Acting by, CancellationToken cancel)
    {
        if (by.Right is Right.Server or Right.Link) return;
        var roles = await RolesAsync(db, by.Account, cancel) ?? throw NotAllowedException.NoAccount();
        if (by.Right is Right.Own) return;
        if (by.Right is Right.Administer && !roles.Contains("admin")) throw NotAllowedException.NotAdministrator();
        if (!roles.Exists(role => Desk.Contains(role))) throw NotAllowedException.NoDesk();
        if (needsSecondFactor && !by.IsStrong && roles.Exists(role => Trusted.Contains(role))) throw NotAllowedException.SecondFactor();
        // Whoever looks after people and settings goes on: they are who ends the other two modes.
        if (by.Right is Right.Edit) (await SiteMode.ReadAsync(db, cancel)).MustBeNormal();
    }

    /// <summary>For what is kept of somebody's own at the desk and is nobody's record: in whatever mode the site is.</summary>
    /// <exception cref="NotAllowedException">This person may not edit, or not any longer.</exception>
    public static async Task MustBeOfDeskAsync(MapDb db, string account, CancellationToken cancel)
    {
        var roles = await RolesAsync(db, account, cancel) ?? throw NotAllowedException.NoAccount();
        if (!roles.Exists(role => Desk.Contains(role))) throw NotAllowedException.NoDesk();
    }

    /// <summary>Null where there is no such account, or it is disabled.</summary>
    private static async Task<List<string?>?> RolesAsync(MapDb db, string? account, CancellationToken cancel)
    {
        if (!await db.Users.AsNoTracking().AnyAsync(user => user.Id == account && !user.Disabled, cancel)) return null;
        return await (from held in db.UserRoles join role in db.Roles on held.RoleId equals role.Id where held.UserId == account select role.Name).ToListAsync(cancel);
    }
}
