using Map.Web.Data;
using Map.Web.Tests.Data;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Map.Web.Tests.Print;

public class PrintZonesTests
{
    [Fact]
    public async Task A_series_stands_in_the_place_of_what_is_derived_with_its_zones_its_source_and_its_licence()
    {
        await using var host = await WebHost.StartSmallAsync();
        await host.Gate.RunAsync(TestDatabase.Request(), db =>
        {
            var source = new SourceRow { Key = "a-publisher", Title = "Areas of <control>", Outlet = "A publisher", PublishedEdtf = "2019-01", Reliability = "B", Licence = "CC BY 4.0" };
            db.ZoneSeries.Add(new ZoneSeriesRow
            {
                Key = "areas",
                Title = "Areas & more",
                Kind = "imported",
                Method = "Compiled.",
                Source = source,
                Status = "published",
                Zones =
                [
                    Zone("hts", "holds", 36, (17897, 17897), null),
                    Zone("sna+turkey", "joint", 36.6, (17897, 17897), (17900, 17930)),
                    Zone("sdf", "holds", 37.2, (17800, 17990), null),
                    Zone("opposition", "holds", 37.8, (17000, 17000), (17100, 17100)),
                ],
            });
            return Task.FromResult(true);
        });

        // Day 17,910 is 14 January 2019: the second may have ended, the third may not have begun, the fourth is over.
        var page = new PrintedPage(await host.Http.GetStringAsync("print.svg?fonts=named&series=areas&date=2019-01-14&at=36,37,8"));

        Assert.Equal("areas", page.Said("series"));
        Assert.Null(page.Part("control"));
        Assert.Equal(new Dictionary<string, int> { ["holds hts"] = 1, ["joint sna+turkey"] = 1, ["holds sdf"] = 1 }, page.Legend);
        Assert.Equal(["hts", "sna+turkey", "sdf"], page.Part("zones")!.Descendants().Select(part => (string?)part.Attribute("data-held")).OfType<string>());
        Assert.Equal(["url(#Ending)", "url(#Beginning)"], page.Part("zones")!.Elements().Select(part => (string?)part.Attribute("clip-path")).OfType<string>());
        Assert.Contains("Control as in “Areas & more”", page.Words, StringComparison.Ordinal);
        Assert.Contains("Begins or ends on an", page.Words, StringComparison.Ordinal);
        Assert.Contains("A publisher: a Areas of <control>, January 2019.", page.Notes, StringComparison.Ordinal);
        Assert.Contains("zones CC BY 4.0", page.Notes, StringComparison.Ordinal);

        var none = new PrintedPage(await host.Http.GetStringAsync("print.svg?fonts=named&series=other&date=2019-01-14"));
        Assert.Contains("This series of zones is not published", none.Words, StringComparison.Ordinal);
        Assert.Empty(none.Legend);
    }

    private static ZoneRow Zone(string holders, string posture, double west, (int Earliest, int Latest) from, (int Earliest, int Latest)? to) => new()
    {
        Holders = holders,
        Posture = posture,
        FromEdtf = "2019",
        FromEarliest = from.Earliest,
        FromLatest = from.Latest,
        ToEdtf = to is null ? null : "2019",
        ToEarliest = to?.Earliest ?? 0,
        ToLatest = to?.Latest ?? 0,
        Shape = new WKBWriter().Write(new GeometryFactory().ToGeometry(new Envelope(west, west + 0.5, 35.6, 36.4))),
        Status = "published",
    };
}
