using Map.Core.Sources;
using Map.Core.Review;
using Map.Web.Data;
using Map.Web.Features.EditSources;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Map.Web.Tests.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Tests.EditSources;

/// <summary>A real database with one editor, two sources and an event that rests on one, and what saves and removes sources in it.</summary>
internal sealed class SourceDesk : IDisposable
{
    public const string EditorId = "the-editor";
    public static readonly Editor Editor = new(EditorId, "Rana");

    private SourceDesk(TestDatabase database)
    {
        Database = database;
        Copies = new ArchivedCopies(database.Folder);
        Save = new SaveSource(database.Gate, Copies, TimeProvider.System);
        Remove = new RemoveSource(database.Gate, TimeProvider.System);
    }

    public TestDatabase Database { get; }
    public ArchivedCopies Copies { get; }
    public SaveSource Save { get; }
    public RemoveSource Remove { get; }

    public static async Task<SourceDesk> OpenAsync()
    {
        var desk = new SourceDesk(await TestDatabase.CreateAsync());
        await desk.Database.Gate.RunAsync(TestDatabase.Request(), db =>
        {
            db.Sources.AddRange(
                new() { Id = 1, Key = "report", Title = "A report", Outlet = "A paper", Url = "https://example.org/a", Reliability = "B", Kind = "news", PublishedEdtf = "2020-06-01", LinkState = LinkStates.Dead, CheckedAt = new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc) },
                new() { Id = 2, Key = "agency", Title = "An agency's wire", Reliability = "C", Kind = "news" });
            var happened = TestDatabase.Event(4001, "Clash told of in a report");
            happened.Claims.Add(new() { Says = "It was so", SourceId = 1, ClaimantText = "its author" });
            db.Events.Add(happened);
            db.Users.Add(new() { Id = EditorId, UserName = "rana@example.org", DisplayName = "Rana" });
            db.UserRoles.Add(new IdentityUserRole<string> { UserId = EditorId, RoleId = Roles.Editor });
            // What waits for a reviewer has tests of its own.
            db.Settings.Add(new() { Key = Reviewing.Setting, Value = ReviewMode.Open.Id });
            return Task.FromResult(true);
        });
        return desk;
    }

    /// <summary>A new source with something in every field but a kept copy.</summary>
    public static SourceSheet Whole() => new()
    {
        Source = new() { Title = "Another report", Outlet = "A channel", Author = "A writer", Url = "https://example.org/c", Published = "early January 2018", Language = "ar", Reliability = "D", Kind = "party-media", Licence = "all rights" },
        Side = "Türkiye + 4",
        SideReason = "Owned by them",
        SideReasonAr = "ملك لهم",
        Cites = [new() { Id = 2, Key = "agency", Title = "An agency's wire" }],
        ArchiveUrl = "https://web.archive.org/web/2020/https://example.org/c",
        PrivateNote = "For the desk",
        Reason = "a report",
    };

    public Task<SourceOutcome> SaveAsync(SourceSheet sheet, Guid? request = null, bool arabic = false) => Save.RunAsync(sheet, Editor, request ?? Guid.NewGuid(), arabic);

    /// <summary>The source as its form would open it.</summary>
    public Task<SourceSheet> OpenAsync(long id) => AskAsync(async db => LoadSource.From(await db.Sources.SingleAsync(source => source.Id == id), await LoadSource.AllAsync(db)));

    public Task<SourceRow> RowAsync(long id) => AskAsync(db => db.Sources.SingleAsync(source => source.Id == id));

    public async Task<T> AskAsync<T>(Func<MapDb, Task<T>> question)
    {
        await using var db = Database.Dbs.CreateDbContext();
        return await question(db);
    }

    public void Dispose() => Database.Dispose();
}
