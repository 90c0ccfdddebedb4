using System.Net;
using System.Text;
using System.Text.Json;
using Map.Core.Tables;
using Map.Web.Canvas;
using Map.Web.Data;
using Map.Core.Tests.Tables;
using Map.Web.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Tests.Public;

/// <summary>The rows and sources of a view as files: exactly what the map shows of it, and harmless wherever they are opened.</summary>
public sealed class ViewFilesTests(ViewFilesTests.Server server) : IClassFixture<ViewFilesTests.Server>
{
    private const string All = "date=2019-12-31&window=all&box=30,34,39,43";
    /// <summary>A day that claims of control reach.</summary>
    private const string Held = "date=2019-01-10&window=all&box=30,34,39,43";

    private readonly WebHost host = server.Host;

    [Fact]
    public async Task A_table_of_events_holds_what_the_filters_leave_and_nothing_else()
    {
        await using var db = await host.Dbs.CreateDbContextAsync();
        var all = await db.PublicEvents.Where(row => row.Latitude != null).ToListAsync();
        Assert.NotEmpty(all);
        Assert.Equal(all.Select(row => row.Id).Order(), (await RowsAsync("events.csv", All)).Select(Id).Order());

        foreach (var type in all.Select(row => row.Type).Distinct())
        {
            Assert.Equal(all.Where(row => row.Type == type).Select(row => row.Id).Order(), (await RowsAsync("events.csv", $"{All}&types={type}")).Select(Id).Order());
        }
        var one = all[0];
        var near = FormattableString.Invariant($"{one.Latitude - .1},{one.Longitude - .1},{one.Latitude + .1},{one.Longitude + .1}");
        Assert.Contains(one.Id, (await RowsAsync("events.csv", $"date=2019-12-31&window=all&box={near}")).Select(Id));
        Assert.Empty(await RowsAsync("events.csv", "date=1990-01-01&window=7d&box=30,34,39,43"));
        Assert.Empty(await RowsAsync("events.csv", $"{All}&layers=control"));

        static long Id(IReadOnlyDictionary<string, string> row) => long.Parse(row["id"], null);
    }

    [Fact]
    public async Task A_row_says_when_where_who_and_by_which_source()
    {
        var rows = await RowsAsync("events.csv", All);
        await using var db = await host.Dbs.CreateDbContextAsync();
        foreach (var row in rows)
        {
            var it = (await db.PublicEventAsync(long.Parse(row["id"], null), default))!;
            Assert.Equal((it.Title, it.Edtf, it.Type), (row["title"], row["date_edtf"], row["type"]));
            Assert.Equal(it.Latitude!.Value, double.Parse(row["latitude"], System.Globalization.CultureInfo.InvariantCulture), 6);
            Assert.Equal(it.Claims.Select(claim => claim.Source.Key).Distinct(), row["source_keys"].Split(' ', StringSplitOptions.RemoveEmptyEntries));
            foreach (var figure in it.Figures) { Assert.Equal($"{figure.Best}", row[$"{figure.Kind}_best"]); }
            Assert.EndsWith($"/?event={it.Id}", row["address"], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Words_that_look_like_formulas_are_harmless_and_come_back()
    {
        const string Formula = "=HYPERLINK(\"https://evil.example\",\"press\")";
        await using (var db = await host.Dbs.CreateDbContextAsync())
        {
            var row = await db.PublicEvents.Where(it => it.Latitude != null).FirstAsync();
            await host.Gate.RunAsync(TestDatabase.Request(), async write => (await write.Events.SingleAsync(it => it.Id == row.Id)).Title = Formula);
        }
        var rows = await RowsAsync("events.csv", All);
        var cell = Assert.Single(rows, row => row["title"].Contains("evil.example", StringComparison.Ordinal))["title"];
        Assert.Equal('\'', cell[0]);
        Assert.Equal(Formula, SafeCell.Original(cell));
    }

    [Fact]
    public async Task The_collection_for_maps_has_the_events_and_the_places_of_the_tables()
    {
        using var answer = await host.Http.GetAsync($"/view/view.geojson?{Held}");
        Assert.Equal("application/geo+json", answer.Content.Headers.ContentType!.MediaType);
        var features = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("features").EnumerateArray().ToList();
        IEnumerable<long> Ids(string layer) => features.Where(it => it.GetProperty("properties").GetProperty("layer").GetString() == layer).Select(it => it.GetProperty("properties").GetProperty("id").GetInt64()).Order();

        Assert.Equal((await RowsAsync("events.csv", Held)).Select(row => long.Parse(row["id"], null)).Order(), Ids("events"));
        var places = await RowsAsync("control.csv", Held);
        Assert.NotEmpty(places);
        Assert.Equal(places.Select(row => long.Parse(row["place_id"], null)).Order(), Ids("control"));
        Assert.All(features, it => Assert.Equal("Point", it.GetProperty("geometry").GetProperty("type").GetString()));
        Assert.All(places, row => Assert.NotEmpty(row["source_keys"]));
    }

    [Fact]
    public async Task Who_held_a_place_is_what_the_map_answers_there()
    {
        var rows = await RowsAsync("control.csv", Held);
        Assert.NotEmpty(rows);
        foreach (var row in rows)
        {
            var said = JsonDocument.Parse(await host.Http.GetStringAsync($"/control?lat={row["latitude"]}&lng={row["longitude"]}&date=2019-01-10")).RootElement;
            Assert.Equal(said.GetProperty("holders").EnumerateArray().Select(it => it.GetProperty("id").GetString()), row["holders"].Split('+'));
            Assert.Equal(said.GetProperty("posture").GetString(), row["posture"]);
        }
    }

    [Fact]
    public async Task Sources_are_those_of_what_is_visible_in_each_of_the_three_forms()
    {
        var rows = await RowsAsync("events.csv", $"{All}&layers=events");
        var keys = rows.SelectMany(row => row["source_keys"].Split(' ')).Distinct().Order(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(keys);
        var items = JsonDocument.Parse(await host.Http.GetStringAsync($"/view/sources.csl.json?{All}&layers=events")).RootElement.EnumerateArray().ToList();
        Assert.Equal(keys, items.Select(it => it.GetProperty("id").GetString()!).Order(StringComparer.Ordinal));
        var notes = (await host.Http.GetStringAsync($"/view/footnotes.txt?{All}&layers=events")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(keys.Count, notes.Length);
        Assert.StartsWith("1. ", notes[0], StringComparison.Ordinal);
        Assert.Equal(keys.Count, (await host.Http.GetStringAsync($"/view/sources.bib?{All}&layers=events")).Split('\n').Count(line => line.StartsWith('@')));
        Assert.Empty(JsonDocument.Parse(await host.Http.GetStringAsync("/view/sources.csl.json?date=1990-01-01&window=7d&box=30,34,39,43")).RootElement.EnumerateArray());
    }

    [Theory]
    [InlineData("date=yesterday")]
    [InlineData("window=7w")]
    [InlineData("date=2019-12-31&date=2019-12-30")]
    [InlineData("dat=2019-12-31")]
    [InlineData("box=1,2,3")]
    public async Task An_address_that_is_not_understood_is_refused_in_words(string query)
    {
        using var answer = await host.Http.GetAsync("/view/events.csv?" + query);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotEmpty(await answer.Content.ReadAsStringAsync());
    }

    private async Task<List<Dictionary<string, string>>> RowsAsync(string file, string query)
    {
        using var answer = await host.Http.GetAsync($"/view/{file}?{query}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("map-", answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'), StringComparison.Ordinal);
        var rows = Csv.Read(Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync()).TrimStart('\uFEFF'));
        return [.. rows.Skip(1).Select(row => rows[0].Zip(row).ToDictionary(it => it.First, it => it.Second))];
    }

    /// <summary>One server for all of them: they only read, but for a title.</summary>
    public sealed class Server : IAsyncLifetime
    {
        public WebHost Host { get; private set; } = null!;

        public async Task InitializeAsync() => Host = await WebHost.StartSmallAsync();

        public async Task DisposeAsync() => await Host.DisposeAsync();
    }
}
