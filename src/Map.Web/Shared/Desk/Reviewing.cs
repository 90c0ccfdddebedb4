using Microsoft.EntityFrameworkCore;
using Map.Core.Events;
using Map.Core.Review;
using Map.Web.Data;

namespace Map.Web.Shared.Desk;

/// <summary>The rule that holds and what somebody may do by it, as the database has both now. Read it inside the write it judges: a page, a cookie or an open circuit may remember something else.</summary>
public sealed record Reviewing(ReviewMode Mode, ReviewRole Role, Editor Editor)
{
    public const string Setting = "review";

    public bool PublishesAlone => ReviewRules.PublishesAlone(Mode, Role);
    public bool MayDecide => ReviewRules.MayDecide(Mode, Role);

    public static async Task<Reviewing> OfAsync(MapDb db, Editor editor, CancellationToken cancel = default)
    {
        var roles = await (from held in db.UserRoles
                           join role in db.Roles on held.RoleId equals role.Id
                           join user in db.Users on held.UserId equals user.Id
                           where user.Id == editor.Id && !user.Disabled
                           select role.Name).ToListAsync(cancel);
        var may = roles.Exists(role => role is Roles.Reviewer or Roles.Admin) ? ReviewRole.Reviewer : roles.Contains(Roles.Editor) ? ReviewRole.Editor : ReviewRole.None;
        return new(await ModeAsync(db, cancel), may, editor);
    }

    public static async Task<ReviewMode> ModeAsync(MapDb db, CancellationToken cancel = default) =>
        ReviewMode.Of(await db.Settings.Where(setting => setting.Key == Setting).Select(setting => setting.Value).SingleOrDefaultAsync(cancel));

    public Verdict Save(string? from, string to, bool isSubmitter = false) => ReviewRules.Save(Mode, Role, from, to, isSubmitter);

    /// <summary>Refuses what changes at once what readers see, where that is not this person's to do alone.</summary>
    /// <param name="isPublic">True where readers see any of the records before or after.</param>
    public void MustPublishAlone(bool isPublic)
    {
        if (Role == ReviewRole.None) { throw NotAllowedException.NoDesk(); }
        if (isPublic && !PublishesAlone) { throw NotAllowedException.Together(); }
    }

    public void MustRemove(bool isPublic)
    {
        if (Role == ReviewRole.None) { throw NotAllowedException.NoDesk(); }
        if (!ReviewRules.MayRemove(Mode, Role, isPublic)) { throw NotAllowedException.Public(); }
    }

    public static bool IsPublic(EventRow row) => row.Status == EventStatus.Published.Id;
}
