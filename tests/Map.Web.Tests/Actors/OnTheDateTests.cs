using System.Net.Http.Json;
using Bunit;
using Map.Core.Time;
using Map.Web.Canvas;
using Map.Web.Data;
using Map.Web.Features.Explore;
using Map.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Tests.Actors;

/// <summary>What an event's actors are called, and whose colour they wear, follows its date: in the list, the search, the card and the pop-up.</summary>
public sealed class OnTheDateTests : IAsyncLifetime
{
    private const long Early = 1L << 41, Late = Early + 1, Unsure = Early + 2;
    private WebHost host = null!;

    public async Task InitializeAsync()
    {
        host = await WebHost.StartSmallAsync();
        await host.Gate.RunAsync(Data.TestDatabase.Request(), async db =>
        {
            var hts = await db.Actors.SingleAsync(actor => actor.Key == "hts");
            var front = new ActorRow { Key = "front", Name = "The Front", NameAr = "الجبهة", Names = [Name("Old Front", "en"), Name("الجبهة القديمة", "ar")] };
            var renamed = new ActorRow { Key = "renamed", Name = "Renamed Front" };
            db.AddRange(front, renamed);
            var source = await db.Sources.FirstAsync();
            db.AddRange(Relation("formed", hts, "formed_from", renamed, "2017-01", source), Relation("left", renamed, "left", hts, "2018-06-01", source), Relation("named", front, "renamed_to", renamed, "2016-07-28", source));
            db.AddRange(Event(Early, "2014-05-01", front), Event(Late, "2018-08-08", front), Event(Unsure, "[2014-05-01..2018-08-08]", front));
            return true;
        });
    }

    [Theory]
    [InlineData(Early, "Old Front", "الجبهة القديمة", "hts")]
    [InlineData(Late, "Renamed Front", "Renamed Front", null)]
    [InlineData(Unsure, "The Front", "الجبهة", null)]
    public async Task The_name_of_the_day_and_the_colour_of_the_lineage_stand_everywhere(long id, string english, string arabic, string? holder)
    {
        var told = Assert.Single((await host.Http.GetFromJsonAsync<EventCard>($"data/event/{id}.json"))!.Actors);
        Assert.Equal((english, arabic, holder), (told.Name, told.NameAr, told.Holder));

        await using var db = await host.Dbs.CreateDbContextAsync();
        var listed = Assert.Single(await ListedEvent.ReadAsync(db, [id], default));
        Assert.StartsWith(english, listed.SecondLine(Language.English), StringComparison.Ordinal);
        Assert.StartsWith(arabic, listed.SecondLine(Language.Arabic), StringComparison.Ordinal);

        await using var page = new BunitContext();
        page.Services.AddPages();
        var reading = await EventReading.ReadAsync(db, id, false, default);
        var name = page.Render<EventCardView>(card => card.Add(c => c.Reading, reading).Add(c => c.Address, "/")).Find(".card-actors .actor-name");
        Assert.Equal((english, "/actors/front", holder is not null), (name.TextContent, name.GetAttribute("href"), name.QuerySelector($".swatch-{holder}") is not null));
    }

    [Fact]
    public async Task A_search_calls_actors_by_their_names_of_the_date_shown_and_says_which_spelling_answered()
    {
        await using var db = await host.Dbs.CreateDbContextAsync();
        var index = await SearchIndex.ReadAsync(db, default);
        var early = Assert.Single(index.Find("The Front", Language.English, day: Day(2014, 5, 1)), found => found.Key == "front");
        Assert.Equal(("Old Front", "The Front", "hts"), (early.Name, early.Matched, early.Holder));
        // What it was renamed to is found by itself.
        Assert.Equal("The Front", Assert.Single(index.Find("The Front", Language.English, day: Day(2018, 8, 8)), found => found.Key == "front").Name);
        var usual = Assert.Single(index.Find("The Front", Language.English), found => found.Key == "front");
        Assert.Equal(("The Front", null), (usual.Name, usual.Matched));
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    private static int Day(int year, int month, int day) => Days.Of(new DateOnly(year, month, day));

    private static ActorNameRow Name(string name, string language) => new() { Name = name, Language = language, NameKey = Core.Places.NameKey.Of(name), ValidEdtf = "../2016-07-27" };

    private static ActorRelationRow Relation(string key, ActorRow from, string kind, ActorRow to, string edtf, SourceRow source)
    {
        var span = EdtfText.Parse(edtf);
        return new() { Key = key, From = from, Kind = kind, To = to, Edtf = edtf, EarliestDay = span.EarliestDay, LatestDay = span.LatestDay, Source = source };
    }

    private static EventRow Event(long id, string edtf, ActorRow actor)
    {
        var (row, span) = (Data.TestDatabase.Event(id), EdtfText.Parse(edtf));
        (row.Edtf, row.EarliestDay, row.LatestDay, row.Lasted) = (edtf, span.EarliestDay, span.LatestDay, span.Lasted);
        row.Actors.Add(new EventActorRow { Actor = actor, Role = "initiator" });
        return row;
    }
}
