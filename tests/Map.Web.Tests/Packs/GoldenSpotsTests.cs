using System.Globalization;
using Map.Core.Control;
using Map.Core.Tests.Control;
using Map.Core.Time;
using Map.Web.Packs;
using NetTopologySuite.Geometries;

namespace Map.Web.Tests.Packs;

/// <summary>
/// Who holds a spot on a day, as the server answers; tests/client/spots.test.ts holds a reader's map to the same answers. Most spots lie where the two would come apart
/// first: metres from the line between two places, at the end of the stated distance, at the country's border.
/// </summary>
public class GoldenSpotsTests(RealClaims real) : IClassFixture<RealClaims>
{
    private static readonly int[] Days = [.. new[] { "2011-12-01", "2012-08-15", "2013-06-15", "2014-08-01", "2015-06-15", "2017-10-20", "2018-01-15", "2019-11-01", "2020-03-06", "2023-12-19", "2024-12-11", "2024-12-12" }.Select(RealClaims.Day)];

    [Fact]
    public void The_shipped_layer_answers_at_every_spot_as_both_sides_know()
    {
        var random = new Random(21);
        var spots = new List<Coordinate>();
        var edges = real.Map.Edges;
        for (var i = 0; i < edges.Count; i += Math.Max(1, edges.Count / 60))
            spots.AddRange(Beside(edges[i].From, edges[i].To, random.NextDouble(), 2, 9));
        spots.AddRange(AtTheEndOfTheDistance(real.Map).Take(80));
        foreach (var ring in NetTopologySuite.Geometries.Utilities.LinearComponentExtracter.GetLines(real.Boundary.InDegrees()).Cast<LineString>())
            for (var i = 0; i + 1 < ring.NumPoints; i += 37)
                spots.AddRange(Beside(ring.GetCoordinateN(i), ring.GetCoordinateN(i + 1), random.NextDouble(), 4, 40));
        foreach (var outside in real.Places.Where(place => !real.Boundary.Contains(real.Map.Plane.ToMetres(place.Longitude, place.Latitude))))
            spots.AddRange([new(outside.Longitude, outside.Latitude), Aside(outside, 0.6, 990), Aside(outside, 2.2, 990), Aside(outside, 4, 1010)]);
        while (spots.Count(spot => real.Map.CellAt(spot.Y, spot.X) >= 0) < 420)
            spots.Add(new(35.7 + random.NextDouble() * 6.7, 32.3 + random.NextDouble() * 5));

        HeldToEachPlaceAskedAlone(real.Map, real.Boundary, spots);
        GoldenTests.Same("spots", ControlPack.Write(real.Map), Told(real.Map, spots, Days));
    }

    [Fact]
    public void Eight_thousand_places_answer_as_each_of_them_asked_alone_and_as_both_sides_know()
    {
        var random = new Random(8_000);
        var places = new List<ControlPlace>();
        while (places.Count < 8_000)
        {
            double latitude = 32.3 + random.NextDouble() * 5.1, longitude = 35.6 + random.NextDouble() * 6.8;
            if (real.Boundary.Contains(real.Map.Plane.ToMetres(longitude, latitude)))
                places.Add(new(places.Count + 1, $"Place {places.Count + 1}", null, latitude, longitude, [new($"{places.Count}", [random.Next(2) == 0 ? "sdf" : "hts"], Posture.Holds, "2016-08-12", 17_025, 17_025)]));
        }
        var map = ControlMap.Of(real.Boundary, places);
        Coordinate[] middles = [new(36.63, 35.93), new(40.74, 36.5)];
        var spots = new List<Coordinate>();
        foreach (var edge in map.Edges.Where(edge => IsNear(edge.From, 0.08) && IsNear(edge.To, 0.08)))
            spots.AddRange(Beside(edge.From, edge.To, random.NextDouble(), 2));
        for (var i = 0; i < 200; i++)
            spots.Add(new(middles[i % 2].X + (random.NextDouble() - 0.5) * 0.16, middles[i % 2].Y + (random.NextDouble() - 0.5) * 0.16));

        HeldToEachPlaceAskedAlone(map, real.Boundary, spots);
        // Of 8,000 cells those near the spots are enough for a reader.
        var cells = map.Cells.Where(cell => IsNear(new(cell.Place.Longitude, cell.Place.Latitude), 0.2)).ToList();
        GoldenTests.Same("many-spots", ControlPack.Write(map.Plane, cells, [], map.To), Told(map, spots, [17_025]));

        bool IsNear(Coordinate spot, double degrees) => middles.Any(middle => Math.Abs(middle.X - spot.X) < degrees && Math.Abs(middle.Y - spot.Y) < degrees);
    }

    /// <summary>What both sides say, without grids, cells and rings.</summary>
    private static void HeldToEachPlaceAskedAlone(ControlMap map, Country country, List<Coordinate> spots)
    {
        var places = map.Cells.Select((cell, i) => (i, Point: map.Plane.ToMetres(WrittenGround.OnUnit(cell.Place.Longitude), WrittenGround.OnUnit(cell.Place.Latitude)), Stretch: map.Plane.Stretch(cell.Place.Latitude))).ToList();
        var judged = 0;
        foreach (var spot in spots)
        {
            var at = map.Plane.ToMetres(spot.X, spot.Y);
            // Rounding may have moved the border itself.
            if (country.ToBorder(at) < 2)
                continue;
            judged++;
            var (cell, point, stretch) = places.MinBy(place => place.Point.Distance(at));
            var away = Math.Sqrt(Math.Pow((at.X - point.X) / stretch, 2) + Math.Pow(at.Y - point.Y, 2));
            var isOnGround = country.Contains(at) || (away <= ControlRules.OutsideMetres && !country.Contains(point));
            Assert.Equal(away <= ControlRules.RadiusMetres && isOnGround ? cell : -1, map.CellAt(spot.Y, spot.X));
        }
        Assert.InRange(judged, 200, int.MaxValue);
    }

    /// <summary>One line a spot: where, whose place (0: nobody's), and for each day who may hold it, in the way that gives it its colours.</summary>
    private static object Told(ControlMap map, List<Coordinate> spots, int[] days) => new
    {
        days,
        spots = spots.Select(spot => string.Create(CultureInfo.InvariantCulture, $"{spot.Y} {spot.X} ") + (map.CellAt(spot.Y, spot.X) is var cell and >= 0
            ? $"{map.Cells[cell].Place.Id} {string.Join(' ', days.Select(day => map.On(cell, day) is { } answer ? Who(answer) : "-"))}"
            : "0")),
    };

    /// <summary>Who may have left still holds it until then.</summary>
    private static string Who(Answer answer)
    {
        var held = Kind(answer.Now.Posture == Posture.Left ? answer.Perhaps! : answer.Now);
        return answer.Perhaps is { } before && Kind(before) != held ? $"{held}/{Kind(before)}" : held;
    }

    private static string Kind(Holding holding)
    {
        var who = holding.Posture is Posture.Contested or Posture.Joint ? holding.Holders : [.. holding.Holders.Take(1)];
        return who.Count > 1 ? $"{holding.Posture.Id()}:{string.Join('+', who.Order(StringComparer.Ordinal))}" : who[0];
    }

    /// <summary>Spots on both sides of a line, some metres from it.</summary>
    private IEnumerable<Coordinate> Beside(Coordinate from, Coordinate to, double share, params double[] metres)
    {
        var plane = real.Map.Plane;
        Coordinate a = plane.ToMetres(from.X, from.Y), b = plane.ToMetres(to.X, to.Y);
        var length = a.Distance(b);
        return length == 0 ? [] : metres.SelectMany(away => new[] { away, -away }).Select(away =>
            plane.ToDegrees(new Coordinate(a.X + (b.X - a.X) * share - (b.Y - a.Y) / length * away, a.Y + (b.Y - a.Y) * share + (b.X - a.X) / length * away)));
    }

    /// <summary>On the line and between two corners of the circle, just within and just beyond, where no other place is as near.</summary>
    private static IEnumerable<Coordinate> AtTheEndOfTheDistance(ControlMap map)
    {
        foreach (var cell in map.Cells)
            for (var chord = 0; chord < 72; chord += 9)
            {
                var angle = 2 * Math.PI * (chord + chord % 2 * 0.5) / 72;
                var near = Aside(cell.Place, angle, ControlRules.RadiusMetres - 4);
                if (map.CellAt(near.Y, near.X) is var answers and >= 0 && map.Cells[answers] == cell)
                    foreach (var away in new[] { -18, -4, 4, 18 })
                        yield return Aside(cell.Place, angle, ControlRules.RadiusMetres + away);
            }
    }

    private static Coordinate Aside(ControlPlace place, double angle, double metres)
    {
        const double degree = 6_371_008.8 * Math.PI / 180;
        return new(place.Longitude + Math.Cos(angle) * metres / degree / Math.Cos(place.Latitude * Math.PI / 180), place.Latitude + Math.Sin(angle) * metres / degree);
    }
}
