using Map.Core.Events;
using Map.Core.Review;
using Map.Web.Data;
using Map.Web.Features.EditActors;
using Map.Web.Features.EditControl;
using Map.Web.Features.EditEvents;
using Map.Web.Features.EditPlaces;
using Map.Web.Features.EditSources;
using Map.Web.Features.EditStories;
using Map.Web.Features.EditViews;
using Map.Web.Features.Review;
using Map.Web.Features.Zones;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Map.Web.Tests.Data;
using Map.Web.Tests.EditEvents;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Tests.Review;

/// <summary>A desk with two editors, two reviewers and an administrator, under a rule of review.</summary>
internal sealed class Queue : IDisposable
{
    public static readonly Editor Rana = Desk.Editor, Omar = new("omar", "Omar"), Lina = new("lina", "Lina"), Sami = new("sami", "Sami"), Admin = new("admin", "Ada"), Reader = new("reader", "Rita");

    private Queue(Desk desk)
    {
        Desk = desk;
        var search = new DeskSearch(desk.Database.Dbs);
        Claims = new(desk.Database.Gate, TimeProvider.System);
        Zones = new(desk.Database.Gate, TimeProvider.System);
        Copies = new(desk.Database.Folder);
        (Sources, Actors, Places) = (new(desk.Database.Gate, Copies, TimeProvider.System), new(desk.Database.Gate, TimeProvider.System), new(desk.Database.Gate, TimeProvider.System, new(DistrictMap.Shipped)));
        Records = [new ReviewEvents(desk.Save, search), new ReviewControlClaims(Claims, search), new ReviewZones(Zones, search, TimeProvider.System), new ReviewSources(Sources, search), new ReviewActors(Actors, search), new ReviewPlaces(Places, search), new ReviewViews(new(desk.Database.Gate, TimeProvider.System), search), new ReviewStories(new(desk.Database.Gate, TimeProvider.System), search)];
        Decide = new(desk.Database.Gate, Records, desk.Database.Dbs, TimeProvider.System);
        Discuss = new(desk.Database.Gate, TimeProvider.System);
        TakeBack = new(desk.Database.Gate, TimeProvider.System);
        Rule = new(desk.Database.Gate);
        Change = new(desk.Database.Gate, desk.Save);
        Merge = new(desk.Database.Gate, desk.Save, TimeProvider.System);
    }

    public Desk Desk { get; }
    public SaveControlClaims Claims { get; }
    public SaveZones Zones { get; }
    public SaveSource Sources { get; }
    public SaveActor Actors { get; }
    public SavePlace Places { get; }
    public ArchivedCopies Copies { get; }
    public IReadOnlyList<IReviewsRecords> Records { get; }
    public DecideReview Decide { get; }
    public DiscussReview Discuss { get; }
    public TakeBackSubmission TakeBack { get; }
    public SetReviewMode Rule { get; }
    public ChangeEvents Change { get; }
    public MergeEvents Merge { get; }

    public static async Task<Queue> OpenAsync(ReviewMode mode)
    {
        var queue = new Queue(await Desk.OpenAsync());
        await queue.WriteAsync(async db =>
        {
            foreach (var (person, role) in new[] { (Omar, Roles.Editor), (Lina, Roles.Reviewer), (Sami, Roles.Reviewer), (Admin, Roles.Admin), (Reader, Roles.Viewer) })
            {
                db.Users.Add(new() { Id = person.Id, UserName = $"{person.Id}@example.org", DisplayName = person.Name });
                db.UserRoles.Add(new IdentityUserRole<string> { UserId = person.Id, RoleId = role });
            }
            (await db.Settings.SingleAsync(setting => setting.Key == Reviewing.Setting)).Value = mode.Id;
        });
        return queue;
    }

    public Task<SaveOutcome> SaveAsync(EventDraft draft, Editor who) => Desk.Save.RunAsync(draft, who, Guid.NewGuid());

    /// <summary>An event that readers see.</summary>
    public async Task<long> PublishedAsync()
    {
        var draft = Desk.Whole();
        (draft.PublicPrecision, draft.Reason) = ("", "first record");
        Assert.True((await SaveAsync(draft, Lina)).Saved);
        if (await WaitingOrNullAsync(draft.Id) is { } review) { await ApproveAsync(review.Id, Sami); }
        Assert.NotNull(await PublicAsync(draft.Id));
        return draft.Id;
    }

    /// <summary>A change of its title that somebody makes in the form.</summary>
    public async Task<SaveOutcome> RetitleAsync(long id, string title, Editor who, string status = "published")
    {
        var draft = await Desk.OpenAsync(id);
        (draft.Title, draft.Reason, draft.Status) = (title, $"{who.Name} read it again", status);
        return await SaveAsync(draft, who);
    }

    public async Task<ReviewRow> WaitingAsync(long id) => await WaitingOrNullAsync(id) ?? throw new InvalidOperationException("Nothing waits.");

    public async Task<ReviewRow?> WaitingOrNullAsync(long id)
    {
        await using var db = Desk.Database.Dbs.CreateDbContext();
        return await db.Reviews.SingleOrDefaultAsync(it => it.RowId == id && it.State == "waiting");
    }

    public async Task<ReviewRow> RowAsync(long review)
    {
        await using var db = Desk.Database.Dbs.CreateDbContext();
        return await db.Reviews.SingleAsync(it => it.Id == review);
    }

    /// <summary>What a reviewer has before them now, with the title they read.</summary>
    public async Task<(Looked Looked, string Title)> LookAsync(long review)
    {
        await using var db = Desk.Database.Dbs.CreateDbContext();
        await using var moment = await db.OneMomentAsync(default);
        var row = await db.Reviews.SingleAsync(it => it.Id == review);
        var read = (await Records.Single(it => it.Table == row.Table).ReadAsync(db, row, Language.English, default))!;
        return (new(review, row.Version, read.Version), read.Name.Title);
    }

    public async Task<Decision> ApproveAsync(long review, Editor who) => await Decide.ApproveAsync((await LookAsync(review)).Looked, who, Guid.NewGuid());

    /// <summary>What readers have of it; null where nothing.</summary>
    public async Task<EventRow?> PublicAsync(long id)
    {
        await using var db = Desk.Database.Dbs.CreateDbContext();
        return await db.PublicEvents.SingleOrDefaultAsync(e => e.Id == id);
    }

    public async Task<string> StatusAsync(long id)
    {
        await using var db = Desk.Database.Dbs.CreateDbContext();
        return await db.Events.Where(e => e.Id == id).Select(e => e.Status).SingleAsync();
    }

    public async Task<AuditRow> LastActAsync()
    {
        await using var db = Desk.Database.Dbs.CreateDbContext();
        return await db.Audit.OrderByDescending(line => line.Id).FirstAsync();
    }

    public async Task<T> AskAsync<T>(Func<MapDb, Task<T>> question)
    {
        await using var db = Desk.Database.Dbs.CreateDbContext();
        return await question(db);
    }

    /// <summary>All that stands on the page of something in the queue.</summary>
    public async Task<ReviewedRecord> ReadAsync(long review)
    {
        await using var db = Desk.Database.Dbs.CreateDbContext();
        var row = await db.Reviews.SingleAsync(it => it.Id == review);
        return (await Records.Single(it => it.Table == row.Table).ReadAsync(db, row, Language.English, default))!;
    }

    public Task WriteAsync(Func<MapDb, Task> write) => Desk.Database.Gate.RunAsync(TestDatabase.Request(), async db =>
    {
        await write(db);
        return true;
    });

    public void Dispose() => Desk.Dispose();
}
