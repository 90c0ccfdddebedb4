using Map.Core.Actors;
using Map.Core.Places;
using Map.Core.Review;
using Map.Web.Data;
using Map.Web.Features.EditActors;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Map.Web.Tests.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Tests.EditActors;

/// <summary>A real database with one editor, three actors, a source, an event and a relation, and what saves and removes actors in it.</summary>
internal sealed class ActorDesk : IDisposable
{
    public const string EditorId = "the-editor";
    public static readonly Editor Editor = new(EditorId, "Rana");

    private ActorDesk(TestDatabase database)
    {
        Database = database;
        Save = new SaveActor(database.Gate, TimeProvider.System);
        Remove = new RemoveActor(database.Gate, TimeProvider.System);
    }

    public TestDatabase Database { get; }
    public SaveActor Save { get; }
    public RemoveActor Remove { get; }

    public static async Task<ActorDesk> OpenAsync()
    {
        var desk = new ActorDesk(await TestDatabase.CreateAsync());
        await desk.Database.Gate.RunAsync(TestDatabase.Request(), db =>
        {
            db.Actors.AddRange(Actor(1, "front", "The Front", "الجبهة"), Actor(2, "body", "The Body", "الهيئة"), Actor(3, "army", "An Army", null));
            db.Sources.Add(new() { Id = 1, Key = "report", Title = "A report", Reliability = "B", PublishedEdtf = "2020-06-01" });
            db.ActorRelations.Add(new() { Id = 1, Key = "body-allied-army", FromId = 2, Kind = "allied_with", ToId = 3, Edtf = "2018", EarliestDay = 17532, LatestDay = 17896, SourceId = 1, Credibility = 3 });
            var happened = TestDatabase.Event(4001, "Clash near the Body");
            happened.Actors.Add(new() { ActorId = 2 });
            db.Events.Add(happened);
            db.Users.Add(new() { Id = EditorId, UserName = "rana@example.org", DisplayName = "Rana" });
            db.UserRoles.Add(new IdentityUserRole<string> { UserId = EditorId, RoleId = Roles.Editor });
            // What waits for a reviewer has tests of its own.
            db.Settings.Add(new() { Key = Reviewing.Setting, Value = ReviewMode.Open.Id });
            return Task.FromResult(true);
        });
        return desk;
    }

    /// <summary>A new actor with something in every field.</summary>
    public static ActorDraft Whole() => new()
    {
        Key = "free-brigades",
        Name = "Free Brigades",
        NameAr = "الألوية الحرة",
        Kind = "force",
        Holder = "sna",
        Valid = "since January 2017",
        Names = [new() { Name = "Brigades of the Free", Valid = "2017/2018" }, new() { Name = "Özgür Tugaylar", Language = "tr" }, new()],
        Relations =
        [
            new() { Kind = "formed_from", ToId = 1, ToName = "The Front", DateText = "early January 2017", SourceId = 1, SourceKey = "report", Claimant = "its author", Credibility = 2, Note = "one of two" },
            new() { Kind = "part_of", ToId = 3, ToName = "An Army", NewSource = new() { Title = "A statement", Published = "May 2019", Reliability = "C", Kind = "statement" } },
            new(),
        ],
        Note = "Noted",
        PrivateNote = "For the desk",
        Reason = "a report",
    };

    public Task<ActorOutcome> SaveAsync(ActorDraft draft, Guid? request = null, bool arabic = false) => Save.RunAsync(draft, Editor, request ?? Guid.NewGuid(), arabic);

    /// <summary>The actor as its form would open it.</summary>
    public async Task<ActorDraft> OpenAsync(long id)
    {
        await using var db = Database.Dbs.CreateDbContext();
        return LoadActor.From((await LoadActor.RowAsync(db, id))!, await LoadActor.RelationsAsync(db, id));
    }

    public async Task<T> AskAsync<T>(Func<MapDb, Task<T>> question)
    {
        await using var db = Database.Dbs.CreateDbContext();
        return await question(db);
    }

    public Task<List<string>> NamesAsync(long id) => AskAsync(db => db.ActorNames.Where(name => name.ActorId == id).OrderBy(name => name.Name).Select(name => name.Name).ToListAsync());

    public void Dispose() => Database.Dispose();

    private static ActorRow Actor(long id, string key, string name, string? arabic) => new()
    {
        Id = id,
        Key = key,
        Name = name,
        NameAr = arabic,
        Names = [.. new[] { name, arabic }.OfType<string>().Select(called => new ActorNameRow { Name = called, Language = called == name ? "en" : "ar", NameKey = NameKey.Of(called) })],
    };
}
