using Map.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Tests.Data;

public class EventTextsTests
{
    [Theory]
    [InlineData("clash", true)]
    [InlineData("CLASH idlib", true)]
    [InlineData("cla", true)]
    [InlineData("lash", false)]
    [InlineData("clash aleppo", false)]
    [InlineData("اشتباك", true)]
    [InlineData("الباب", true)]
    [InlineData("باب", true)]
    [InlineData("Bāb", true)]
    [InlineData("معره", true)]
    [InlineData("Ahrar", true)]
    [InlineData("movement of the free", true)]
    [InlineData("nightfall", true)]
    [InlineData("secret", false)]
    [InlineData("\"clash\" OR x", false)]
    [InlineData("!!", false)]
    public async Task An_event_is_found_by_the_beginnings_of_its_words_in_any_spelling_and_by_no_private_field(string typed, bool isFound)
    {
        using var database = await FilledAsync();
        await using var read = database.Dbs.CreateDbContext();
        Assert.Equal(isFound ? [7L] : [], await read.EventsWithWordsAsync(typed));
    }

    [Fact]
    public async Task Every_write_is_found_from_its_commit_on_and_nothing_that_is_not_public()
    {
        using var database = await FilledAsync();
        await ChangeAsync(e => e.Title = "Shelling, Idlib");
        Assert.Equal((0, 1), (await CountAsync("clash"), await CountAsync("shelling")));
        await ChangeAsync(e => e.Status = "withdrawn");
        Assert.Equal(0, await CountAsync("shelling"));
        await ChangeAsync(e => e.Status = "published");
        await ChangeAsync(e => e.Delete(DateTime.UtcNow));
        Assert.Equal(0, await CountAsync("shelling"));
        await ChangeAsync(e => e.Restore());
        Assert.Equal(1, await CountAsync("shelling"));

        await WriteAsync(async db => (await db.Actors.SingleAsync()).Name = "Harakat");
        Assert.Equal((0, 1), (await CountAsync("movement"), await CountAsync("harakat")));
        await WriteAsync(async db => db.ActorNames.Remove(await db.ActorNames.SingleAsync()));
        Assert.Equal(0, await CountAsync("ahrar"));
        await WriteAsync(async db => (await db.Places.SingleAsync()).Name = "Manbij");
        Assert.Equal((0, 1), (await CountAsync("bab"), await CountAsync("manbij")));
        await WriteAsync(async db => db.EventActors.Remove(await db.EventActors.SingleAsync()));
        Assert.Equal(0, await CountAsync("harakat"));

        await WriteAsync(async db => db.Events.Remove(await db.Events.SingleAsync()));
        using var raw = database.Open();
        Assert.Equal((0L, 0L), (raw.Ask("SELECT COUNT(*) FROM EventTexts"), raw.Ask("SELECT COUNT(*) FROM EventTextsDue")));
        raw.Ask("INSERT INTO EventWords (EventWords) VALUES ('integrity-check')");

        async Task<int> CountAsync(string typed)
        {
            await using var read = database.Dbs.CreateDbContext();
            return (await read.EventsWithWordsAsync(typed)).Count;
        }
        Task ChangeAsync(Action<EventRow> change) => WriteAsync(async db => change(await db.Events.SingleAsync()));
        Task<bool> WriteAsync(Func<MapDb, Task> change) => database.Gate.RunAsync(TestDatabase.Request(), async db => { await change(db); return true; });
    }

    [Fact]
    public async Task A_database_of_an_older_version_is_filled_and_what_others_wrote_is_made_up_for()
    {
        using var database = await FilledAsync();
        using (var raw = database.Open())
        {
            raw.Ask("DELETE FROM EventTexts");
            raw.Ask("INSERT INTO EventTextsDue SELECT Id FROM Events");
            raw.Ask("INSERT INTO Events (Id, Dataset, Type, Title, TitleAr, Edtf, EarliestDay, LatestDay, Lasted, DatePhrase, DateAnchor, PlaceId, PlaceText, Latitude, Longitude, Precision, Description, Status, DeletedAt, Version, ChangedAt) SELECT Id + 1, Dataset, Type, 'Raid', TitleAr, Edtf, EarliestDay, LatestDay, Lasted, DatePhrase, DateAnchor, PlaceId, PlaceText, Latitude, Longitude, Precision, Description, Status, DeletedAt, Version, ChangedAt FROM Events");
        }
        await using (var writing = database.Dbs.ForWriting()) await EventTexts.BringUpInPartsAsync(writing, _ => { }, default);
        await using var read = database.Dbs.CreateDbContext();
        Assert.Equal([7], await read.EventsWithWordsAsync("clash"));
        Assert.Equal([8], await read.EventsWithWordsAsync("raid"));
        Assert.Equal([7, 8], await read.EventsWithWordsAsync("nightfall"));
    }

    private static async Task<TestDatabase> FilledAsync()
    {
        var database = await TestDatabase.CreateAsync();
        await database.Gate.RunAsync(TestDatabase.Request(), db =>
        {
            var source = db.Sources.Add(new SourceRow { Key = "s", Title = "secret source" }).Entity;
            var actor = new ActorRow { Key = "a", Name = "Movement of the Free", NameAr = "حركة الأحرار", Names = [new ActorNameRow { Name = "Ahrar", NameKey = "x" }] };
            var row = TestDatabase.Event(7);
            row.TitleAr = "اشتباك مسلّح";
            row.Description = "Before nightfall, near Ma'arra (معرّة).";
            row.DatePhrase = "secret phrase";
            row.Place = new PlaceRow { Key = "p", Name = "al-Bab", NameAr = "الباب", Latitude = 36, Longitude = 37 };
            row.Actors.Add(new EventActorRow { Actor = actor });
            row.Claims.Add(new ClaimRow { Says = "secret words", Quote = "secret quote", Source = source });
            return Task.FromResult(db.Events.Add(row).Entity.Id);
        });
        return database;
    }
}
