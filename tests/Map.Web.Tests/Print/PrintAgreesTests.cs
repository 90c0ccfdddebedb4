using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Map.Core.Control;
using Map.Core.Time;
using Map.Web.Canvas;
using Map.Web.Data;
using Map.Web.Packs;
using Map.Web.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Map.Web.Tests.Print;

/// <summary>A print says what the map says: of its date, its part of the earth and its layers, as the product's own answers tell them.</summary>
public class PrintAgreesTests(PrintAgreesTests.Shipped shipped) : IClassFixture<PrintAgreesTests.Shipped>
{
    private readonly WebHost host = shipped.Host;

    [Theory]
    [InlineData("date=2017-01-28", "28 January 2017")]
    [InlineData("date=2018-01-20&window=7d&at=35.86,36.8,9&paper=a4-portrait", "20 January 2018")]
    [InlineData("date=2019-11-01&window=1y&box=35.2,36,36.9,39.5&paper=slide&types=clash,strike", "1 November 2019")]
    [InlineData("date=2023-12-20&window=90d&paper=square&lang=ar", "20 كانون الأول 2023")]
    [InlineData("date=2024-11-30&window=all&at=36.2,37.1,8&width=900&height=1300&grade=fair", "30 November 2024")]
    public async Task It_agrees_in_date_extent_layers_and_counts(string query, string date)
    {
        var page = await PageAsync(query);

        Assert.Contains(date, page.Words, StringComparison.Ordinal);
        var asked = MapAddress.Read(new Address(host.Address + "?" + query));
        Assert.Equal(StartingPoint.Iso(asked.Date!.Value), page.Said("date"));
        Assert.Equal(asked.Window ?? "30d", page.Said("window"));
        Assert.Equal("control,events,boundaries,places", page.Said("layers"));
        var box = page.Box;
        if (asked.Box is { } exact) AssertSame(exact, box);
        else Assert.True(box.South < (asked.At?.Latitude ?? 35.9) && box.North > (asked.At?.Latitude ?? 35.9) && box.West < (asked.At?.Longitude ?? 36.9) && box.East > (asked.At?.Longitude ?? 36.9));

        await using var db = await host.Dbs.CreateDbContextAsync();
        var state = await StartingPoint.ReadAsync(db, asked, null, default);
        var answer = await EventAnswer.OfAsync(db, host.Services.GetRequiredService<KnownEvents>(), StartingPoint.Part(state, box).Question, 10, default);
        Assert.Equal((answer.Certain, answer.Possible), (page.Certain, page.Possible));
        Assert.Equal(answer.Certain + answer.Possible, page.Marked);
        Assert.True(page.Marked > 2, "too few to tell");

        Assert.Equal((await HeldAsync(box, asked.Date.Value)).OrderBy(it => it.Key), page.Legend.OrderBy(it => it.Key));
        Assert.True(page.Legend.Count > 4, "too few to tell");
    }

    [Fact]
    public async Task Each_name_s_letter_leads_to_the_source_that_answers_for_the_place()
    {
        var page = await PageAsync("date=2019-11-01&at=36.2,37.1,9");
        var control = await host.Services.GetRequiredService<KnownControl>().ReadyAsync(default);
        var day = Days.Of(new DateOnly(2019, 11, 1));
        var looked = 0;
        foreach (var (name, letters) in page.Letters)
        {
            var cell = control.CellOf(control.Places.Single(place => place.Name == name && control.CellOf(place.Id) >= 0).Id);
            if (control.On(cell, day) is not { Certain: true, Now.Posture: not Posture.Contested })
                continue;
            var place = control.Cells[cell].Place;
            var answer = await host.Http.GetFromJsonAsync<JsonElement>(FormattableString.Invariant($"control?lat={place.Latitude}&lng={place.Longitude}&date=2019-11-01"));
            // A title may be cut short, and its first words are there.
            var title = answer.GetProperty("source").GetProperty("title").GetString()!;
            Assert.Contains($"{letters} {title[..Math.Min(title.Length, 20)]}", page.Notes, StringComparison.Ordinal);
            looked++;
        }
        Assert.True(looked > 12, $"only {looked} names with letters");
    }

    [Fact]
    public async Task What_is_visible_is_what_the_map_s_files_say_whatever_the_day()
    {
        var control = await host.Services.GetRequiredService<KnownControl>().ReadyAsync(default);
        var random = new Random(20191101);
        int drawn = 0, turning = 0;
        for (var i = 0; i < 4000; i++)
        {
            var cell = random.Next(control.Cells.Count);
            var day = Days.Of(new DateOnly(2012, 1, 1)) + random.Next(4800);
            var answer = control.On(cell, day);
            var state = CellState.On(control.Cells[cell].Timeline, day, control.To);
            Assert.Equal(answer is null, state is null);
            if (answer is null)
                continue;
            Assert.Equal(answer.Now.Posture == Posture.Left ? null : answer.Now, state!.Now);
            // Both halves are drawn only where they differ.
            Assert.Equal(!answer.Certain && !Equals(state.Kind, answer.Perhaps is null ? null : HoldingKind.Of(answer.Perhaps)), state.IsTurning);
            (drawn, turning) = (drawn + 1, turning + (state.IsTurning ? 1 : 0));
        }
        Assert.True(drawn > 1000 && turning > 10, $"{drawn} drawn, {turning} in the midst of a change");
    }

    [Fact]
    public async Task Layers_that_are_off_are_not_on_the_sheet()
    {
        var page = await PageAsync("date=2019-11-01&layers=boundaries");

        Assert.Null(page.Part("control"));
        Assert.Empty(page.Part("events")!.Elements());
        Assert.Null(page.Part("names"));
        Assert.Empty(page.Legend);
        Assert.Equal(0, page.Certain + page.Possible);
        Assert.DoesNotContain("UCDP", page.Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_event_of_the_address_is_ringed_where_it_is_shown()
    {
        await using var db = await host.Dbs.CreateDbContextAsync();
        var asked = new EventQuestion(new ListOrder(Days.Of(new DateOnly(2019, 10, 3)), Days.Of(new DateOnly(2019, 11, 1))), new Box(35.5, 36, 36.5, 38), null, null);
        var id = (await EventAnswer.OfAsync(db, host.Services.GetRequiredService<KnownEvents>(), asked, 1, default)).First[0];

        Assert.Single(Rings(await PageAsync($"date=2019-11-01&event={id}")));
        Assert.Empty(Rings(await PageAsync($"date=2017-11-01&event={id}")));
        Assert.Empty(Rings(await PageAsync("date=2019-11-01")));

        static IEnumerable<System.Xml.Linq.XElement> Rings(PrintedPage page) => page.Root.Descendants().Where(part => part.Attribute("data-chosen") is not null);
    }

    private async Task<Dictionary<string, int>> HeldAsync(MapBounds box, DateOnly date)
    {
        var control = await host.Services.GetRequiredService<KnownControl>().ReadyAsync(default);
        var held = new Dictionary<string, int>();
        for (var cell = 0; cell < control.Cells.Count; cell++)
        {
            var place = control.Cells[cell].Place;
            if (place.Latitude < box.South || place.Latitude > box.North || place.Longitude < box.West || place.Longitude > box.East)
                continue;
            if (control.On(cell, Days.Of(date)) is not { Now: { Posture: not Posture.Left } now })
                continue;
            var who = now.Posture is Posture.Contested or Posture.Joint ? now.Holders : [now.Holders[0]];
            var key = $"{(who.Count > 1 ? now.Posture : Posture.Holds).Id()} {string.Join('+', who.Order(StringComparer.Ordinal))}";
            held[key] = held.GetValueOrDefault(key) + 1;
        }
        return held;
    }

    private static void AssertSame(MapBounds asked, MapBounds printed)
    {
        Assert.Equal(asked.South, printed.South, 4);
        Assert.Equal(asked.West, printed.West, 4);
        Assert.Equal(asked.North, printed.North, 4);
        Assert.Equal(asked.East, printed.East, 4);
    }

    private async Task<PrintedPage> PageAsync(string query)
    {
        var answer = await host.Http.GetAsync("print.svg?fonts=named&" + query);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return new PrintedPage(await answer.Content.ReadAsStringAsync());
    }

    public sealed class Shipped : IAsyncLifetime
    {
        public WebHost Host { get; private set; } = null!;

        public async Task InitializeAsync() => Host = await WebHost.StartFullAsync();

        public Task DisposeAsync() => Host.DisposeAsync().AsTask();
    }
}
