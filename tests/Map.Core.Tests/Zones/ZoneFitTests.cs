using Map.Core.Control;
using Map.Core.Time;
using Map.Core.Zones;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Map.Core.Tests.Zones;

public class ZoneFitTests
{
    [Fact]
    public void Two_zones_on_the_same_ground_on_the_same_day_are_refused_with_the_ground()
    {
        var trouble = Assert.Single(ZoneFit.Check([Box(37, 36, 37.2, 36.2), Box(37.1, 36.1, 37.3, 36.3)]));
        Assert.Equal((ZoneTroubleKind.Overlap, 0, 1, true), (trouble.Kind, trouble.A, trouble.B, trouble.IsRefused));
        Assert.True(trouble.Where.EnvelopeInternal.Equals(new Envelope(37.1, 37.2, 36.1, 36.2)));
    }

    [Fact]
    public void Zones_that_follow_each_other_in_time_may_share_ground_even_where_the_day_of_the_change_is_unknown()
    {
        Assert.Empty(ZoneFit.Check([Box(37, 36, 37.2, 36.2, to: "2018-02-01"), Box(37, 36, 37.2, 36.2, from: "2018-02-02")]));
        Assert.Empty(ZoneFit.Check([Box(37, 36, 37.2, 36.2, to: "[2018-01-31..2018-02-27]"), Box(37, 36, 37.2, 36.2, from: "2018-02")]));
        Assert.Single(ZoneFit.Check([Box(37, 36, 37.2, 36.2, to: "2018-02-03"), Box(37, 36, 37.2, 36.2, from: "2018-02-02")]));
    }

    [Fact]
    public void A_border_drawn_twice_within_the_width_of_a_pen_is_let_pass_and_a_wider_strip_is_not()
    {
        // A hundred-thousandth of a degree is about a metre.
        Assert.Empty(ZoneFit.Check([Box(37, 36, 37.2, 36.002), Box(37.19999, 36, 37.4, 36.002)]));
        Assert.Equal(ZoneTroubleKind.Overlap, Assert.Single(ZoneFit.Check([Box(37, 36, 37.2, 36.002), Box(37.1995, 36, 37.4, 36.002)])).Kind);
    }

    [Fact]
    public void A_slit_and_a_small_hole_between_zones_are_pointed_out_and_a_large_hole_is_taken_as_meant()
    {
        var slit = Assert.Single(ZoneFit.Check([Box(37, 36, 37.2, 36.2), Box(37.0, 36.2002, 37.2, 36.4)]));
        Assert.Equal((ZoneTroubleKind.Gap, false), (slit.Kind, slit.IsRefused));
        var ring = Zone("POLYGON((37 36, 37.4 36, 37.4 36.4, 37 36.4, 37 36), (37.1 36.1, 37.15 36.1, 37.15 36.15, 37.1 36.15, 37.1 36.1))");
        Assert.InRange(Assert.Single(ZoneFit.Check([ring])).SquareKilometres, 20, 30);
        Assert.Empty(ZoneFit.Check([Zone("POLYGON((37 36, 37.8 36, 37.8 36.8, 37 36.8, 37 36), (37.1 36.1, 37.5 36.1, 37.5 36.5, 37.1 36.5, 37.1 36.1))")]));
    }

    [Fact]
    public void The_corner_of_a_large_hole_is_no_slit_however_long_its_sides_are()
    {
        var random = new Random(23);
        for (var round = 0; round < 400; round++)
        {
            // Whole millionths of a degree, as an editor's hand leaves them.
            double x = Math.Round(37 + random.NextDouble(), 6), y = Math.Round(35 + random.NextDouble(), 6), height = 0.2 + (random.NextDouble() * 0.4), half = height * (0.3 + (random.NextDouble() * 0.6));
            var hole = FormattableString.Invariant($"({x:F6} {y:F6}, {x + half:F6} {y + height:F6}, {x - half:F6} {y + height:F6}, {x:F6} {y:F6})");
            Assert.Empty(ZoneFit.Check([Zone($"POLYGON((35 34, 40 34, 40 37, 35 37, 35 34), {hole})")]));
        }
    }

    [Fact]
    public void Of_zones_without_an_overlap_no_point_on_any_day_has_two()
    {
        var random = new Random(11);
        for (var round = 0; round < 200; round++)
        {
            var zones = Enumerable.Range(0, 6).Select(_ => Random(random)).ToList();
            var troubles = ZoneFit.Overlaps(zones);
            for (var spot = 0; spot < 40; spot++)
            {
                var point = new Point(37 + random.NextDouble(), 36 + random.NextDouble());
                var day = Days.Of(new DateOnly(2018, 1, 1)) + random.Next(120);
                var there = Enumerable.Range(0, zones.Count).Where(i => zones[i].SurelyHoldsOn(day) && zones[i].Shape.Contains(point)).ToList();
                if (there.Count < 2) continue;
                Assert.Contains(troubles, trouble => there.Contains(trouble.A) && there.Contains(trouble.B));
            }
        }
    }

    [Fact]
    public void An_outline_of_two_thousand_points_that_crosses_itself_is_refused_by_its_place()
    {
        var random = new Random(3);
        var points = Enumerable.Range(0, 2_000).Select(_ => new Coordinate(37 + random.NextDouble(), 36 + random.NextDouble())).ToList();
        points.Add(points[0].Copy());
        var problem = Core.Shapes.ShapeRules.Check(new GeometryFactory().CreatePolygon([.. points]));
        Assert.Contains("crosses itself", problem!.Message);
        Assert.NotNull(problem.At);
    }

    private static Zone Random(Random random)
    {
        double x = 37 + random.NextDouble() * 0.8, y = 36 + random.NextDouble() * 0.8;
        var from = new DateOnly(2018, 1, 1).AddDays(random.Next(90));
        return Box(x, y, x + 0.2, y + 0.2, $"{from:yyyy-MM-dd}", $"{from.AddDays(random.Next(40)):yyyy-MM-dd}");
    }

    private static Zone Box(double west, double south, double east, double north, string from = "2018-01-01", string? to = null) =>
        Zone(FormattableString.Invariant($"POLYGON(({west} {south}, {east} {south}, {east} {north}, {west} {north}, {west} {south}))"), from, to);

    private static Zone Zone(string wkt, string from = "2018-01-01", string? to = null) =>
        new(0, ["sdf"], Posture.Holds, EdtfText.Parse(from), to is null ? null : EdtfText.Parse(to), new WKTReader().Read(wkt));
}
