using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using Map.Core.Time;
using Map.Web.Canvas;
using Map.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Tests.Packs;

/// <summary>/data/coverage.json of a server on everything that ships.</summary>
public class CoverageTests(CoverageTests.FullServer server) : IClassFixture<CoverageTests.FullServer>
{
    private readonly WebHost host = server.Host;

    [Fact]
    public async Task Each_month_of_a_box_counts_the_different_reporters_that_the_tables_have_there()
    {
        await using var db = await host.Dbs.CreateDbContextAsync();
        var told = await (from row in db.PublicEvents
                          join claim in db.Claims on row.Id equals claim.EventId
                          where row.Latitude != null && row.EarliestDay != Days.OpenStart
                          select new { row.Latitude, row.Longitude, row.EarliestDay, claim.ClaimantText, claim.Source.Kind, claim.Source.Outlet, claim.Source.Title }).ToListAsync();
        var claimed = await db.PublicControlClaims.Where(row => row.EarliestDay != Days.OpenStart).Select(row => new { row.Place.Latitude, row.Place.Longitude, row.EarliestDay, row.Source.Outlet, row.Source.Title }).ToListAsync();
        var random = new Random(8);
        for (var turn = 0; turn < 30; turn++)
        {
            double south = 32 + random.NextDouble() * 4, west = 35.5 + random.NextDouble() * 5, side = Math.Pow(random.NextDouble(), 2) * 4 + 0.02;
            var (north, east) = (south + side, west + side);
            bool IsIn(double? latitude, double? longitude) => latitude >= south && latitude <= north && longitude >= west && longitude <= east;
            var expected = told.Where(row => IsIn(row.Latitude, row.Longitude))
                .SelectMany(row => (row.Kind == "dataset" && row.ClaimantText is { } text && text != "UCDP names no outlet" ? text.Split(';') : [Own(row.Outlet, row.Title)]).Select(name => (Month: MonthOf(row.EarliestDay), Key: Plain(name))))
                .Concat(claimed.Where(row => IsIn(row.Latitude, row.Longitude)).Select(row => (Month: MonthOf(row.EarliestDay), Key: Plain(Own(row.Outlet, row.Title)))))
                .Where(it => it.Key.Length > 0).Distinct().GroupBy(it => it.Month).ToDictionary(group => group.Key, group => group.Count());
            var answer = (await host.Http.GetFromJsonAsync<CoverageFile>(Url(south, west, north, east)))!;
            var months = answer.Counts.Select((count, i) => (Month: DateOnly.ParseExact(answer.From + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture).AddMonths(i).ToString("yyyy-MM", CultureInfo.InvariantCulture), count))
                .Where(it => it.count > 0).ToDictionary(it => it.Month, it => it.count);
            Assert.Equal(expected.OrderBy(it => it.Key, StringComparer.Ordinal), months.OrderBy(it => it.Key, StringComparer.Ordinal));
            Assert.All(answer.Counts.Zip(answer.Names), it => Assert.Equal(Math.Min(it.First, 8), it.Second.Count));
            if (answer.Counts.Count > 0)
                Assert.True(answer.Counts[0] > 0 && answer.Counts[^1] > 0);
        }
    }

    [Fact]
    public async Task Who_reports_most_in_a_month_is_named_first()
    {
        var answer = (await host.Http.GetFromJsonAsync<CoverageFile>(Url(35, 36, 37, 38)))!;
        var at = (2018 - int.Parse(answer.From![..4], CultureInfo.InvariantCulture)) * 12 + 1 - int.Parse(answer.From[5..], CultureInfo.InvariantCulture);
        Assert.Equal("SOHR", answer.Names[at][0]);
        Assert.Contains("Reuters News", answer.Names.SelectMany(names => names));
    }

    [Fact]
    public async Task Where_nobody_reports_the_answer_is_empty()
    {
        var answer = (await host.Http.GetFromJsonAsync<CoverageFile>(Url(10, 10, 11, 11)))!;
        Assert.Null(answer.From);
        Assert.Empty(answer.Counts);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?south=35&west=36&north=37")]
    [InlineData("?south=35&west=36&north=37&east=x")]
    [InlineData("?south=35&west=36&north=37&east=NaN")]
    [InlineData("?south=35&west=36&north=37&east=1e9")]
    [InlineData("?south=35&south=34&west=36&north=37&east=38")]
    [InlineData("?south=37&west=36&north=35&east=38")]
    [InlineData("?south=35&west=38&north=37&east=36")]
    public async Task What_is_no_part_of_the_earth_is_refused_with_a_reason(string query)
    {
        using var answer = await host.Http.GetAsync($"data/coverage.json{query}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("problem", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Who_has_the_answer_already_gets_304_until_somebody_else_reports()
    {
        using var first = await host.Http.GetAsync(Url(36, 37, 37, 38));
        Assert.True(first.Headers.CacheControl!.NoCache);
        Assert.Equal(HttpStatusCode.NotModified, await AgainAsync());

        await host.Gate.RunAsync(new WriteRequest(Acting.Server("tester"), "a test", Guid.NewGuid()), async db =>
        {
            var place = await db.Places.FirstAsync(row => row.Latitude > 36.2 && row.Latitude < 36.8 && row.Longitude > 37.2 && row.Longitude < 37.8);
            var day = Days.Of(new DateOnly(2017, 5, 4));
            db.ControlClaims.Add(new ControlClaimRow { Key = "desk-coverage", PlaceId = place.Id, Holders = "sdf", Edtf = "2017-05-04", EarliestDay = day, LatestDay = day, Source = new SourceRow { Key = "desk-new", Title = "A report", Outlet = "Nobody else" } });
            return 1;
        });
        Assert.Equal(HttpStatusCode.OK, await AgainAsync());
        Assert.Contains("Nobody else", (await host.Http.GetFromJsonAsync<CoverageFile>(Url(36, 37, 37, 38)))!.Names.SelectMany(names => names));

        async Task<HttpStatusCode> AgainAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Url(36, 37, 37, 38));
            request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using var answer = await host.Http.SendAsync(request);
            return answer.StatusCode;
        }
    }

    private static string Url(double south, double west, double north, double east) =>
        string.Create(CultureInfo.InvariantCulture, $"data/coverage.json?south={south}&west={west}&north={north}&east={east}");

    private static string MonthOf(int day) => Days.Date(day).ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static string Own(string? outlet, string title) => System.Text.RegularExpressions.Regex.Replace(outlet ?? title, @" \((mirror|copy): .*", "");

    private static string Plain(string name) => new([.. name.ToLowerInvariant().Where(char.IsLetterOrDigit)]);

    public sealed class FullServer : IAsyncLifetime
    {
        public WebHost Host { get; private set; } = null!;

        public async Task InitializeAsync() => Host = await WebHost.StartFullAsync();

        public async Task DisposeAsync() => await Host.DisposeAsync();
    }
}
