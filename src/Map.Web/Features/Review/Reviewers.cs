using Map.Core.Review;
using Map.Web.Data;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.Review;

/// <summary>Who can be asked to decide, by the rule and the roles that hold now.</summary>
internal static class Reviewers
{
    public static async Task<IReadOnlyList<Editor>> OfAsync(MapDb db, CancellationToken cancel = default)
    {
        string[] roles = await Reviewing.ModeAsync(db, cancel) == ReviewMode.Open ? [Roles.Editor, Roles.Reviewer, Roles.Admin] : [Roles.Reviewer, Roles.Admin];
        var people = await (from held in db.UserRoles
                            join role in db.Roles on held.RoleId equals role.Id
                            join user in db.Users on held.UserId equals user.Id
                            where roles.Contains(role.Name) && !user.Disabled
                            select new { user.Id, user.DisplayName, user.UserName }).Distinct().ToListAsync(cancel);
        return [.. people.Select(it => new Editor(it.Id, it.DisplayName.Length > 0 ? it.DisplayName : it.UserName ?? it.Id)).OrderBy(it => it.Name, StringComparer.CurrentCulture)];
    }
}
