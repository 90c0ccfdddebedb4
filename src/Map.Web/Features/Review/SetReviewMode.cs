using Map.Core.Review;
using Map.Web.Data;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.Review;

/// <summary>Changes who lets statements out. An administrator's act.</summary>
public sealed class SetReviewMode(WriteGate gate)
{
    /// <exception cref="NotAllowedException">This person is no administrator now.</exception>
    public Task<bool> RunAsync(string mode, Editor editor, Guid requestId, CancellationToken cancel = default) =>
        gate.RunAsync(new WriteRequest(editor.Name, $"review set to {mode}", requestId) { Act = "setting", Target = "review" }, async db =>
        {
            var isAdmin = await db.Users.AnyAsync(user => user.Id == editor.Id && !user.Disabled, cancel)
                && await (from held in db.UserRoles join role in db.Roles on held.RoleId equals role.Id where held.UserId == editor.Id && role.Name == Roles.Admin select held).AnyAsync(cancel);
            if (!isAdmin) { throw new NotAllowedException("Only an administrator changes this.", "لا يغيّر هذا إلا مدير."); }
            if (!ReviewMode.IsKnown(mode)) { return false; }
            var row = await db.Settings.FindAsync([Reviewing.Setting], cancel) ?? db.Settings.Add(new() { Key = Reviewing.Setting }).Entity;
            row.Value = mode;
            return true;
        }, cancel);
}
