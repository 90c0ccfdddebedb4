using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Map.Core.Control;
using Map.Core.Evidence;
using Map.Core.Time;
using Map.Web.Packs;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Map.Web.Tests.Packs;

/// <summary>
/// The files in tests/golden are what both sides are held to: these tests write them from known things, tests/client/packs.test.ts reads them.
/// Beside each pack stands what a reader must find in it, told without the writer's help.
/// </summary>
public class GoldenTests
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void The_event_pack_and_its_ids_are_those_both_sides_know()
    {
        string[] types = ["clash", "strike", "statement"];
        var azaz = PackedSpot.Of(36.58662, 37.04628, 0);
        var idlib = PackedSpot.Of(35.93062, 36.63393, 3);
        var south = PackedSpot.Of(-12.5, -77.03001, 5);
        // In the order of the rows: open starts by their last day, then by first day, place (most used first), type and id.
        PackedEvent[] rows =
        [
            new(7, 2, Days.OpenStart, -3, false, null),
            new(1L << 47, 0, Days.OpenStart, 0, false, azaz),
            new(5000, 2, Days.OpenStart, Days.OpenEnd, false, idlib),
            new(5001, 1, Days.OpenStart, 19_572, true, azaz),
            new(214_797, 0, -25, -25, false, south),
            new(1001, 0, 16_801, 16_801, false, null),
            new(1002, 0, 16_801, 16_801, false, azaz),
            new(1003, 0, 16_801, 16_801, false, azaz),
            new(1000, 1, 16_801, 16_831, false, azaz),
            new(1004, 0, 16_801, 16_810, true, idlib),
            new(1005, 0, 16_802, Days.OpenEnd, true, azaz),
            new(1006, 2, 19_710, 19_710, true, idlib),
            new((1L << 48) - 1, 2, 19_710, Days.OpenEnd, false, south),
        ];
        var (events, ids) = EventPack.Write(PackRows.Of(types, rows.OrderBy(row => row.Title())));
        Assert.Equal(rows, PackReading.Events(events, ids).Events);
        Same("events", events, new
        {
            types,
            rows = rows.Select(row => new
            {
                row.Id,
                type = types[row.Type],
                earliest = row.EarliestDay,
                latest = row.LatestDay,
                row.Lasted,
                lat = row.Spot?.Latitude / 1e5,
                lng = row.Spot?.Longitude / 1e5,
                precision = row.Spot?.Precision ?? 255,
            }),
        });
        Same("ids", ids, rows.Select(row => row.Id));
    }

    [Fact]
    public void The_facet_pack_is_the_one_both_sides_know()
    {
        var actors = new IdSets();
        var sources = new IdSets();
        var names = new FacetNames(
            new Dictionary<long, FacetName> { [30] = new("government", "Government of Syria", "الحكومة السورية"), [10] = new("group", "A group", "") },
            new Dictionary<long, FacetName> { [5] = new("dataset", "A dataset", ""), [2] = new("report", "Report of “May”", ""), [9] = new("unused", "Unused", "") });
        var west = PackedSpot.Of(36, 37.5, 0);
        var east = PackedSpot.Of(36, 38.5, 2);
        PublicEvent[] rows =
        [
            Row(1, 10, null, [], [], false),
            Row(2, 10, east, [10, 30], [5], true),
            Row(3, 11, west, [30], [5], false),
            Row(4, 11, west, [30, 10], [2, 5], true),
            Row(5, 11, west, [30], [5], false),
            Row(6, 11, PackedSpot.Of(1, 1, 5), [30], [5], false),
        ];
        var pack = FacetPack.Write(EventRows.Of(["clash"], [.. rows.Reverse()]), actors, sources, names, FacetPackTests.Halves);
        Same("facets", pack, new
        {
            governorates = new[] { new { key = "E", name = "East", nameAr = "شرق" }, new { key = "W", name = "West", nameAr = "غرب" } },
            placeGovernorates = new[] { 255, 1, 255, 0 },
            rows = rows.Select(row => new
            {
                // Most used first.
                actors = actors[row.Links.Actors].OrderDescending().Select(id => names.Actors[id]),
                sources = sources[row.Links.Sources].OrderDescending().Select(id => names.Sources[id]),
                row.Links.Disputed,
                grade = row.Links.Grade.Id(),
            }),
        });

        PublicEvent Row(long id, int day, PackedSpot? spot, List<long> took, List<long> report, bool disputed) =>
            new(new PackedEvent(id, 0, day, day, false, spot), 0, new EventLinks(actors.NumberOf(took), sources.NumberOf(report), disputed, (EventGrade)((id - 1) % 5)));
    }

    [Fact]
    public void The_change_pack_and_the_rows_it_changes_are_those_both_sides_know()
    {
        var random = new Random(20);
        var data = RandomFacets.Of(random, 90);
        List<string> types = ["clash", "strike"];
        var state = EventState.Of(types, data.Events);
        var (events, ids) = EventPack.Write(state.Rows);
        Same("standing-events", events);
        Same("standing-ids", ids);
        Same("standing-facets", FacetPack.Write(state.Rows, data.Actors, data.Sources, data.Names, FacetPackTests.Halves));

        types.Add("flood");
        data = data with { Names = data.Names with { Actors = data.Names.Actors.Append(new(1_000, new FacetName("newcomer", "A “newcomer”", "وافد"))).ToDictionary() } };
        var now = data.Events.ToDictionary(it => it.Event.Id);
        foreach (var it in data.Events.Where((_, i) => i % 9 == 0))
            Put(it.Event.Id, null);
        foreach (var it in data.Events.Where((_, i) => i % 11 == 0))
            Put(it.Event.Id, data.Event(random, it.Event.Id));
        for (var id = 1; id <= 8; id++)
            Put(id, data.Event(random, id));
        var elsewhere = new PackedEvent(1L << 47, 2, -5_000, -4_990, true, PackedSpot.Of(-12.5, 38.5, 3));
        Put(elsewhere.Id, new PublicEvent(elsewhere, 0, new EventLinks(data.Actors.NumberOf([1_000, 7]), data.Sources.NumberOf([]), true, EventGrade.Discounted)));
        Put(9, new PublicEvent(new PackedEvent(9, 0, 30_000, 30_000, false, PackedSpot.Of(36.00001, 38.5, 3)), 0, new EventLinks(data.Actors.NumberOf([1_000]), data.Sources.NumberOf([3]), false)));

        var pack = ChangePack.Write(state.Rows, state.Changes(), data.Actors, data.Sources, data.Names, FacetPackTests.Halves);
        var told = MergedReading.Of(events, ids, FacetPack.Write(state.Rows, data.Actors, data.Sources, data.Names, FacetPackTests.Halves), pack);
        Assert.Equal(now.Keys.Order(), told.Select(it => it.Event.Id).Order());
        Same("changes", pack, new
        {
            types,
            rows = told.Select(it => now[it.Event.Id]).Select(it => new
            {
                it.Event.Id,
                type = types[it.Event.Type],
                earliest = it.Event.EarliestDay,
                latest = it.Event.LatestDay,
                it.Event.Lasted,
                lat = it.Event.Spot?.Latitude / 1e5,
                lng = it.Event.Spot?.Longitude / 1e5,
                precision = it.Event.Spot?.Precision ?? 255,
                governorate = it.Event.Spot is { Latitude: >= 3_500_000 and <= 3_700_000, Longitude: >= 3_700_000 and <= 3_900_000 } spot ? spot.Longitude < 3_800_000 ? "W" : "E" : null,
                actors = data.Actors[it.Links.Actors].Select(id => data.Names.Actors[id]).OrderBy(name => name.Key, StringComparer.Ordinal),
                sources = data.Sources[it.Links.Sources].Select(id => data.Names.Sources[id]).OrderBy(name => name.Key, StringComparer.Ordinal),
                it.Links.Disputed,
                grade = it.Links.Grade.Id(),
            }),
        });

        void Put(long id, PublicEvent? next)
        {
            state.Put(id, next);
            if (next is { } row)
                now[id] = row;
            else
                now.Remove(id);
        }
    }

    [Fact]
    public void The_control_pack_is_the_one_both_sides_know()
    {
        ControlCell[] cells =
        [
            Cell(3, "Azaz", "أعزاز", 36.58662, 37.04628, "POLYGON((37 36.5, 37.1 36.5, 37.1 36.65, 37 36.65, 37 36.5), (37.01 36.51, 37.01 36.53, 37.03 36.53, 37.01 36.51))",
                new ControlClaim("a", ["opposition"], Posture.Holds, "2012-07-19", 15_540, 15_540),
                new ControlClaim("b", ["islamic-state"], Posture.Holds, "2013-09/2013-10", 15_949, 16_009),
                new ControlClaim("c", ["islamic-state", "opposition"], Posture.Contested, "2014-02-28", 16_129, 16_129),
                new ControlClaim("d", ["sna", "turkey"], Posture.Joint, "2019-09-18", 18_157, 18_157),
                new ControlClaim("e", ["sna", "turkey"], Posture.Joint, "2019-09-20", 18_159, 18_159)),
            Cell(4, "A village", null, 36.6, 37.2, "MULTIPOLYGON(((37.1 36.5, 37.3 36.5, 37.3 36.65, 37.1 36.65, 37.1 36.5)), ((37.4 36.5, 37.41 36.5, 37.41 36.51, 37.4 36.5)))",
                new ControlClaim("f", ["some-other-group"], Posture.Besieged, "../2013-01-01", Days.OpenStart, 15_706),
                new ControlClaim("g", ["some-other-group"], Posture.Left, "2013-06", 15_857, 15_886)),
        ];
        ControlEdge[] edges =
        [
            new(0, 1, new Coordinate(37.1, 36.5), new Coordinate(37.1, 36.6), false),
            new(0, 1, new Coordinate(37.1, 36.6), new Coordinate(37.1, 36.65), true),
        ];
        Same("control", ControlPack.Write(new LocalPlane(36), cells, edges, 19_710), new
        {
            holders = new[] { "opposition", "sna", "islamic-state", "turkey", "some-other-group" },
            plane = 0.809017,
            radius = 20_000,
            fullShare = 0.76,
            ages = new[] { 365, 730, 1826 },
            to = 19_710,
            cells = cells.Select(cell => new
            {
                place = cell.Place.Id,
                cell.Place.Name,
                nameAr = cell.Place.NameAr ?? "",
                lat = cell.Place.Latitude,
                lng = cell.Place.Longitude,
                polygons = Enumerable.Range(0, cell.Shape.NumGeometries).Select(i => (Polygon)cell.Shape.GetGeometryN(i))
                    .Select(polygon => polygon.Holes.Prepend(polygon.Shell).Select(ring => ring.Coordinates.Skip(1).Select(c => new[] { c.X, c.Y }))),
                holdings = cell.Timeline.Holdings.Select(holding => new
                {
                    holding.Holders,
                    posture = holding.Posture.Id(),
                    may = holding.MayFrom,
                    sure = holding.SureFrom,
                    claims = holding.Claims.Select(claim => claim.LatestDay).Order(),
                }),
            }),
            edges = edges.Select(edge => new { edge.A, edge.B, line = new[] { edge.From.X, edge.From.Y, edge.To.X, edge.To.Y }, edge.OnBorder }),
        });
    }

    /// <summary>Beside the changes stand the pack they are meant for, and the pack of what they make of it.</summary>
    [Fact]
    public void The_control_change_pack_is_the_one_both_sides_know()
    {
        var country = new Country(Shape("POLYGON((36 36, 38 36, 38 37, 36 37, 36 36))"));
        var standing = ControlMap.Of(country,
        [
            Place(3, "Azaz", "أعزاز", 36.58662, 37.04628, new ControlClaim("a", ["opposition"], Posture.Holds, "2012-07-19", 15_540, 15_540)),
            Place(4, "A village", null, 36.6, 37.2, new ControlClaim("b", ["islamic-state"], Posture.Holds, "2014-02-28", 16_129, 16_129)),
            Place(7, "A town", null, 36.4, 37.15, new ControlClaim("c", ["opposition"], Posture.Holds, "2012-07-19", 15_540, 15_540)),
            Place(8, "Far away", null, 36.1, 36.1, new ControlClaim("d", ["government-of-syria"], Posture.Holds, "../2013-01-01", Days.OpenStart, 15_706)),
            Place(9, "Another town", null, 36.45, 36.95, new ControlClaim("e", ["opposition", "islamic-state"], Posture.Contested, "2013-09/2013-10", 15_949, 16_009)),
        ]);
        var now = standing.With(new Dictionary<long, ControlPlace?>
        {
            [3] = Place(3, "Azaz", "أعزاز", 36.58662, 37.04628, [.. standing.Cells[0].Place.Claims, new ControlClaim("f", ["some-other-group", "opposition"], Posture.Joint, "2019-09-18", 18_157, 18_157)]),
            [4] = null,
            [5] = Place(5, "A new place", "مكان", 36.5, 37.1, new ControlClaim("g", ["hts"], Posture.Holds, "2024-12-01", 20_058, 20_058)),
        });
        Same("standing-control", ControlPack.Write(standing));
        Same("now-control", ControlPack.Write(now));
        var delta = ControlDelta.Between(standing, now);
        Assert.Equal([1], delta.Removed);
        Assert.Equal([3, 5, 7, 9], delta.Cells.Select(cell => cell.Place.Id));
        Same("controlchanges", ControlChangePack.Write(delta));
    }

    [Fact]
    public void The_zone_pack_is_the_one_both_sides_know()
    {
        PackedZoneSource[] sources = [new("Areas of control", "ACAPS", "https://example.org/a", (19_358, 19_722)), new("A sketch", null, null, null)];
        string[] methods = ["Compiled by analysts.", "Drawn from a daily map.", "Traced from pictures taken above."];
        PackedSeries[] series = [new("acaps-2023", "ACAPS, 2023", "أكابس 2023", true, 0, "CC BY 4.0", 0), new("afrin", "Afrin", null, false, 1, null, 1)];
        PackedZone[] zones =
        [
            new(7, 0, 0, 0, Posture.Holds, ["irg"], 19_358, 19_722, null, null, Shape("POLYGON((44 13, 46 13, 46 15, 44 15, 44 13), (44.5 13.5, 44.6 13.5, 44.6 13.6, 44.5 13.5))")),
            new(9, 0, 1, 2, Posture.Contested, ["islamic-state", "irg"], Days.OpenStart, 15_706, 15_800, 15_830, Shape("MULTIPOLYGON(((-1 -1, -0.5 -1, -0.5 -0.5, -1 -1)), ((44 13, 44.1 13, 44.1 13.1, 44 13)))")),
            new(1L << 40, 1, 1, 1, Posture.Joint, ["sna", "turkey"], 17_600, 17_600, 17_590, 17_610, Shape("POLYGON((37 36, 37.2 36, 37.2 36.12345, 37 36))")),
        ];
        Same("zones", ZonePack.Write(methods, sources, series, zones), new
        {
            holders = new[] { "sna", "islamic-state", "turkey", "irg" },
            sources = sources.Select(source => new { source.Title, outlet = source.Outlet ?? "", url = source.Url ?? "", published = source.Published is { } known ? new { from = known.From, to = known.To } : null }),
            series = series.Select(one => new { one.Key, one.Title, titleAr = one.TitleAr ?? "", imported = one.IsImported, method = methods[one.Method], licence = one.Licence ?? "", one.Source }),
            zones = zones.Select(zone => new
            {
                zone.Id,
                of = zone.Series,
                zone.Source,
                method = methods[zone.Method],
                posture = zone.Posture.Id(),
                zone.Holders,
                may = zone.FromMay == Days.OpenStart ? (int?)null : zone.FromMay,
                sure = zone.FromSure,
                sureTo = zone.ToSure,
                mayTo = zone.ToMay,
                polygons = Enumerable.Range(0, zone.Shape.NumGeometries).Select(i => (Polygon)zone.Shape.GetGeometryN(i))
                    .Select(polygon => polygon.Holes.Prepend(polygon.Shell).Select(ring => ring.Coordinates.Skip(1).Select(c => new[] { c.X, c.Y }))),
            }),
        });
    }

    [Fact]
    public void The_base_pack_is_the_one_both_sides_know()
    {
        BaseShape[] shapes =
        [
            new(BaseClass.Sea, 0, Shape("POLYGON((33 30, 46 30, 46 39, 33 39, 33 30), (35 33, 36 34, 35 34, 35 33))")),
            new(BaseClass.River, 6, Shape("MULTILINESTRING((38 36, 38.5 36.5, 39 36), (40 35, 41 34.1234))")),
            new(BaseClass.BuiltUp, 3, Shape("MULTIPOLYGON(((37 36, 37.1 36, 37 36.1, 37 36)), ((38 36, 38.1 36, 38 36.1, 38 36)))")),
        ];
        Same("base", BasePack.Write(shapes), shapes.Select(shape => new
        {
            @class = (int)shape.Class,
            kind = shape.Shape is Polygon or MultiPolygon ? 0 : 1,
            shape.Rank,
            parts = NetTopologySuite.Geometries.Utilities.LinearComponentExtracter.GetLines(shape.Shape).Cast<LineString>()
                .Select(line => line.Coordinates.Skip(line.IsClosed ? 1 : 0).Select(c => new[] { c.X, c.Y })),
        }));
    }

    [Fact]
    public void The_label_pack_is_the_one_both_sides_know()
    {
        Label[] labels =
        [
            new(12, 36.20124, 37.16117, LabelKind.City, 1, 1_800_000, "Aleppo", "حلب"),
            new(0, 39.1, 34.5, LabelKind.Country, 1, null, "Türkiye", "تركيا"),
            new(300, -1.5, -2.25, LabelKind.Village, 6, null, "", null),
        ];
        Same("labels", LabelPack.Write(labels.Reverse()), labels.Select(label => new
        {
            label.Place,
            lat = label.Latitude,
            lng = label.Longitude,
            kind = (int)label.Kind,
            label.Rank,
            population = label.Population ?? 0,
            label.Name,
            nameAr = label.NameAr ?? "",
        }));
    }

    private static ControlCell Cell(long id, string name, string? nameAr, double latitude, double longitude, string wkt, params ControlClaim[] claims) =>
        new(new ControlPlace(id, name, nameAr, latitude, longitude, claims), PlaceTimeline.From(claims), Shape(wkt));

    private static ControlPlace Place(long id, string name, string? nameAr, double latitude, double longitude, params ControlClaim[] claims) => new(id, name, nameAr, latitude, longitude, claims);

    private static Geometry Shape(string wkt) => new WKTReader().Read(wkt);

    /// <summary>Compares with the files, and writes them anew where they differ, so that the difference can be looked at and committed.</summary>
    internal static void Same(string name, byte[] pack, object? expected = null)
    {
        var folder = Folder();
        var json = expected is null ? null : JsonSerializer.Serialize(expected, Json).ReplaceLineEndings("\n") + "\n";
        var (packFile, jsonFile) = (Path.Combine(folder, name + ".pack"), Path.Combine(folder, name + ".json"));
        var same = File.Exists(packFile) && File.ReadAllBytes(packFile).AsSpan().SequenceEqual(pack)
            && (json is null || (File.Exists(jsonFile) && File.ReadAllText(jsonFile).ReplaceLineEndings("\n") == json));
        if (!same)
        {
            File.WriteAllBytes(packFile, pack);
            if (json is not null)
                File.WriteAllText(jsonFile, json);
        }

        Assert.True(same, $"tests/golden/{name} differed from what is written now. It has been written anew: look at it, run the client's tests, and commit it.");
    }

    private static string Folder([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "golden"));
}

file static class Shuffling
{
    /// <summary>Any order that is not the rows' own.</summary>
    public static long Title(this PackedEvent row) => row.Id * 2654435761 % 1_000_003;
}
