using Map.Core.Events;
using Map.Core.Places;
using Map.Core.Review;
using Map.Web.Data;
using Map.Web.Features.EditEvents;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Map.Web.Tests.Data;
using Microsoft.AspNetCore.Identity;

namespace Map.Web.Tests.EditEvents;

/// <summary>A real database with one editor, two places, two actors and a source, and what saves and removes events in it.</summary>
internal sealed class Desk : IDisposable
{
    public const string EditorId = "the-editor";
    public static readonly Editor Editor = new(EditorId, "Rana");

    private Desk(TestDatabase database)
    {
        Database = database;
        Save = new SaveEvent(database.Gate, TimeProvider.System);
        Remove = new RemoveEvent(database.Gate, TimeProvider.System);
    }

    public TestDatabase Database { get; }
    public SaveEvent Save { get; }
    public RemoveEvent Remove { get; }

    public static async Task<Desk> OpenAsync()
    {
        var desk = new Desk(await TestDatabase.CreateAsync());
        await desk.Database.Gate.RunAsync(TestDatabase.Request(), db =>
        {
            db.Places.AddRange(Place(1, "azaz", "Azaz", "أعزاز", 36.586, 37.044), Place(2, "idlib", "Idlib", "إدلب", 35.93, 36.63));
            db.Actors.AddRange(Actor(1, "hts", "Hayat Tahrir al-Sham"), Actor(2, "turkey", "Türkiye"));
            db.Sources.Add(new() { Id = 1, Key = "article", Title = "An article", Outlet = "A paper", Reliability = "B", PublishedEdtf = "2024-01" });
            db.Users.Add(new() { Id = EditorId, UserName = "rana@example.org", DisplayName = "Rana" });
            db.UserRoles.Add(new IdentityUserRole<string> { UserId = EditorId, RoleId = Roles.Editor });
            // What waits for a reviewer has tests of its own.
            db.Settings.Add(new() { Key = Reviewing.Setting, Value = ReviewMode.Open.Id });
            return Task.FromResult(true);
        });
        return desk;
    }

    /// <summary>A draft with something in every field.</summary>
    public static EventDraft Whole() => new()
    {
        Id = NewEventId.Make(),
        Type = "detention",
        Title = "Convoy stopped near Azaz",
        TitleAr = "توقيف رتل قرب أعزاز",
        DateText = "early January 2018",
        DateAnchor = "2018-02",
        SourcePhrase = "in the first days of January",
        PlaceKey = "azaz",
        PlaceName = "Azaz",
        Coordinates = "36.6, 37.05",
        Precision = "near",
        PublicPrecision = "district",
        PrivateNote = "Told by a resident; never name the street.",
        GradeSet = "contested",
        GradeReason = "Both sides deny it",
        Description = "Two lines,\nand what is agreed.",
        Status = "published",
        Reason = "first record",
        Actors = [new() { ActorId = 1, ActorKey = "hts", Name = "Hayat Tahrir al-Sham", Role = "initiator" }, new() { ActorId = 2, ActorKey = "turkey", Name = "Türkiye", Role = "party" }],
        Figures = [new() { Kind = "detained", Low = "2", Best = "3", High = "5" }],
        Claims =
        [
            new()
            {
                Field = "attribution", Says = "A team stopped the convoy", SaysAr = "أوقف فريق الرتل", ClaimantId = 1, ClaimantKey = "hts", SaidOn = "20 January 2018", When = "5 January 2018",
                PlaceKey = "idlib", PlaceText = "Idlib", RadiusKm = "7.5", Quote = "we stopped it", SourceId = 1, SourceKey = "article", Credibility = 3, Denies = false,
            },
            new()
            {
                Field = "event", Says = "It was not so", ClaimantText = "local residents", Denies = true, Credibility = 5,
                NewSource = new() { Title = "A statement", Outlet = "A channel", Author = "A speaker", Url = "https://example.org/a", Published = "22 January 2018", Language = "ar", Reliability = "D", Kind = "statement", Licence = "unknown" },
            },
        ],
    };

    public async Task<SaveOutcome> SaveAsync(EventDraft draft, Guid? request = null) => await Save.RunAsync(draft, Editor, request ?? Guid.NewGuid());

    /// <summary>The event as the form would open it.</summary>
    public async Task<EventDraft> OpenAsync(long id)
    {
        await using var db = Database.Dbs.CreateDbContext();
        return LoadDraft.From((await LoadDraft.RowAsync(db, id))!);
    }

    public async Task<IReadOnlyList<HistoryLine>> HistoryAsync(long id)
    {
        await using var db = Database.Dbs.CreateDbContext();
        return await RowHistory.OfAsync(db, "Events", id);
    }

    public void Dispose() => Database.Dispose();

    private static PlaceRow Place(long id, string key, string name, string arabic, double latitude, double longitude) => new()
    {
        Id = id,
        Key = key,
        Name = name,
        NameAr = arabic,
        Latitude = latitude,
        Longitude = longitude,
        Kind = "city",
        Rank = 1,
        Adm1 = "Aleppo",
        Names = [new() { Name = name, NameKey = NameKey.Of(name) }, new() { Name = arabic, Language = "ar", NameKey = NameKey.Of(arabic) }],
    };

    private static ActorRow Actor(long id, string key, string name) => new() { Id = id, Key = key, Name = name, Names = [new() { Name = name, NameKey = NameKey.Of(name) }] };
}
