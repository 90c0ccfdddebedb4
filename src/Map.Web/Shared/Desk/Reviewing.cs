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

    /// <summary>Whether what other records rest on goes at once by this person's act; where it does not, the wish waits.</summary>
    public static async Task<bool> MayRemoveAsync(MapDb db, IRestedOn row, Editor editor, CancellationToken cancel)
    {
        var judge = await OfAsync(db, editor, cancel);
        if (judge.Role == ReviewRole.None) { throw NotAllowedException.NoDesk(); }
        return ReviewRules.MayRemove(judge.Mode, judge.Role, row.Status == EventStatus.Published.Id);
    }

    public void MustRemove(bool isPublic)
    {
        if (Role == ReviewRole.None) { throw NotAllowedException.NoDesk(); }
        if (!ReviewRules.MayRemove(Mode, Role, isPublic)) { throw NotAllowedException.Public(); }
    }

    /// <summary>Of records whose changes cannot wait beside them: why this person may not save so; null where they may, or where it waits with the record itself.</summary>
    public string? RefusesPublic(string? from, string to, Language lang) => (Role, Save(from, to)) switch
    {
        (ReviewRole.None, _) => lang.Say(NotAllowedException.NoDesk().Message, NotAllowedException.NoDesk().Arabic),
        (_, Verdict.Waits) when from == EventStatus.Published.Id => lang.Say(
            "Readers see this, and here a change of it is not one person’s. Ask a reviewer to take it off the map; changed as a draft, it is published by a reviewer who did not write it.",
            "القراء يرون هذا، وتغييره هنا ليس لشخص واحد. اطلب من مراجع أن يزيله عن الخريطة؛ ثم يُغيَّر مسودةً وينشره مراجع لم يكتبه."),
        (_, Verdict.Refused) when EventStatus.TryGet(to, out _) => lang.Say("It is in review: a reviewer takes it out of there.", "هو قيد المراجعة: المراجع هو من يخرجه منها."),
        _ => null,
    };

    /// <summary>Whether this person wrote any of these rows, by the name in their history.</summary>
    public Task<bool> WroteAsync(MapDb db, string table, IReadOnlyCollection<long> ids, CancellationToken cancel = default) =>
        db.Revisions.AnyAsync(line => line.Table == table && ids.Contains(line.RowId) && line.Who == Editor.Name, cancel);

    public static bool IsPublic(EventRow row) => row.Status == EventStatus.Published.Id;
}
