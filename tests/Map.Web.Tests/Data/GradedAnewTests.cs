using Map.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Tests.Data;

/// <summary>A summary grade follows from sources and from who belongs to whom: where these change, whoever keeps grades hears of the events.</summary>
public sealed class GradedAnewTests : IAsyncLifetime
{
    private readonly List<DataChanged> told = [];
    private TestDatabase database = null!;

    public async Task InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        await ChangeAsync(db =>
        {
            var source = db.Sources.Add(new SourceRow { Key = "s", Title = "A report" }).Entity;
            db.Sources.Add(new SourceRow { Key = "other", Title = "Another report" });
            var group = db.Actors.Add(new ActorRow { Key = "group", Name = "A group" }).Entity;
            db.Actors.Add(new ActorRow { Key = "leader", Name = "Its leader" });
            var cited = TestDatabase.Event(7);
            cited.Claims.Add(new ClaimRow { Says = "so", Source = source });
            var taken = TestDatabase.Event(8);
            taken.Actors.Add(new EventActorRow { Actor = group, Role = "initiator" });
            db.AddRange(cited, taken, TestDatabase.Event(9));
            return Task.CompletedTask;
        });
        database.Changes.Listen(told.Add);
    }

    public Task DisposeAsync()
    {
        database.Dispose();
        return Task.CompletedTask;
    }

    [Theory]
    [InlineData("Reliability")]
    [InlineData("Outlet")]
    [InlineData("Side")]
    [InlineData("Cites")]
    public async Task What_a_grade_follows_from_in_a_source_touches_the_events_that_cite_it(string field)
    {
        await ChangeAsync(async db => db.Entry(await db.Sources.SingleAsync(s => s.Key == "s")).Property(field).CurrentValue = "B");
        Assert.Equal([7L], told.Single().Events);
        Assert.True(told.Single().Parts.HasFlag(DataParts.Events));
    }

    [Fact]
    public async Task A_sources_title_and_a_source_that_nobody_cites_touch_no_event()
    {
        await ChangeAsync(async db => (await db.Sources.SingleAsync(s => s.Key == "s")).Title = "A report, corrected");
        await ChangeAsync(async db => (await db.Sources.SingleAsync(s => s.Key == "other")).Reliability = "A");
        Assert.All(told, change => Assert.False(change.Parts.HasFlag(DataParts.Events)));
    }

    [Fact]
    public async Task A_new_leader_touches_the_events_of_the_party_and_an_alliance_does_not()
    {
        await RelateAsync("allied_with");
        Assert.False(told[^1].Parts.HasFlag(DataParts.Events));
        await RelateAsync("led_by");
        Assert.Equal([8L], told[^1].Events);
    }

    private Task<bool> RelateAsync(string kind) => ChangeAsync(async db => db.ActorRelations.Add(new ActorRelationRow
    {
        Key = kind,
        Kind = kind,
        From = await db.Actors.SingleAsync(a => a.Key == "group"),
        To = await db.Actors.SingleAsync(a => a.Key == "leader"),
        Source = await db.Sources.SingleAsync(s => s.Key == "s"),
    }));

    private Task<bool> ChangeAsync(Func<MapDb, Task> change) => database.Gate.RunAsync(TestDatabase.Request(), async db => { await change(db); return true; });
}
