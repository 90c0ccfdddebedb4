using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Map.Web.Data;

namespace Map.Web.Shared;

/// <summary>What somebody may do at this moment, asked of the database: a cookie or an open circuit may remember an older answer.</summary>
public static class RoleNow
{
    public static async Task<bool> IsAsync(MapDb db, ClaimsPrincipal person, params string[] roles)
    {
        var id = person.FindFirstValue(ClaimTypes.NameIdentifier);
        return id is not null
            && await db.Users.AnyAsync(u => u.Id == id && !u.Disabled)
            && await (from held in db.UserRoles join role in db.Roles on held.RoleId equals role.Id where held.UserId == id && roles.Contains(role.Name) select held).AnyAsync();
    }
}
