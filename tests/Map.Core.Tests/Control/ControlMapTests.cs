using Map.Core.Control;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Union;

namespace Map.Core.Tests.Control;

public class ControlMapTests(RealClaims real) : IClassFixture<RealClaims>
{
    [Fact]
    public void Every_place_has_a_cell_and_its_own_point_answers()
    {
        Assert.Empty(real.Map.Outside);
        Assert.Empty(real.Map.Beside);
        Assert.Equal(real.Places.Count, real.Map.Cells.Count);
        for (var i = 0; i < real.Map.Cells.Count; i++)
            Assert.Equal(i, real.Map.CellAt(real.Map.Cells[i].Place.Latitude, real.Map.Cells[i].Place.Longitude));
    }

    [Fact]
    public void Cells_do_not_overlap()
    {
        var sum = real.Map.Cells.Sum(cell => cell.Shape.Area);
        var union = UnaryUnionOp.Union(real.Map.Cells.Select(cell => cell.Shape).ToList()).Area;
        Assert.InRange(sum - union, -1e-9, 1e-6);
    }

    [Fact]
    public void Cells_are_valid_and_lie_in_the_country_or_within_a_kilometre_of_their_place_and_within_the_stated_distance()
    {
        var country = real.Boundary.InDegrees().Buffer(1e-7);
        foreach (var cell in real.Map.Cells)
        {
            Assert.True(cell.Shape.IsValid, cell.Place.Name);
            foreach (var corner in cell.Shape.Coordinates)
                Assert.True(Metres(cell.Place, corner) <= ControlRules.RadiusMetres * 1.002, cell.Place.Name);
            foreach (var outside in cell.Shape.Difference(country).Coordinates)
                Assert.True(Metres(cell.Place, outside) <= ControlRules.OutsideMetres * 1.002, cell.Place.Name);
        }
    }

    [Fact]
    public void An_edge_lies_between_its_two_cells()
    {
        Assert.NotEmpty(real.Map.Edges);
        foreach (var edge in real.Map.Edges)
        {
            Assert.True(edge.A < edge.B);
            var line = new LineString([edge.From, edge.To]);
            Assert.InRange(line.Distance(real.Map.Cells[edge.A].Shape), 0, 1e-6);
            Assert.InRange(line.Distance(real.Map.Cells[edge.B].Shape), 0, 1e-6);
        }
    }

    [Fact]
    public void Neighbours_have_an_edge()
    {
        var pairs = real.Map.Edges.Select(edge => (edge.A, edge.B)).ToHashSet();
        Assert.Contains(Pair("Saraqib", "Idlib", "Binnish", "Sarmin"), pairs.Contains);

        IEnumerable<(int, int)> Pair(string of, params string[] with) =>
            with.Select(name => (real.CellOf(of), real.CellOf(name))).Select(pair => (Math.Min(pair.Item1, pair.Item2), Math.Max(pair.Item1, pair.Item2)));
    }

    [Theory]
    [InlineData("Azaz", "2023-12-19", "sna")]
    [InlineData("Idlib", "2017-08-01", "hts")]
    [InlineData("Idlib", "2015-03-27", "government-of-syria")]
    [InlineData("Idlib", "2023-12-19", "hts")]
    [InlineData("Raqqa", "2013-06-15", "opposition")]
    [InlineData("Raqqa", "2015-06-15", "islamic-state")]
    [InlineData("Raqqa", "2018-06-15", "sdf")]
    [InlineData("Saraqib", "2012-04-15", "government-of-syria")]
    [InlineData("Saraqib", "2015-06-15", "opposition")]
    [InlineData("Saraqib", "2019-06-15", "hts")]
    [InlineData("Saraqib", "2020-02-28", "opposition")]
    [InlineData("Saraqib", "2023-12-19", "government-of-syria")]
    [InlineData("Manbij", "2015-06-15", "islamic-state")]
    [InlineData("Manbij", "2023-12-19", "sdf")]
    [InlineData("Manbij", "2024-12-11", "sna")]
    [InlineData("Abu al-Duhur", "2019-06-15", "government-of-syria")]
    [InlineData("Damascus", "2013-06-15", "government-of-syria")]
    [InlineData("Jarabulus", "2014-06-15", "islamic-state")]
    public void A_town_answers_with_its_holder_on_the_day(string town, string day, string holder)
    {
        var answer = real.On(town, day)!;
        Assert.Equal([holder], answer.Holders);
        Assert.True(answer.Certain);
    }

    [Fact]
    public void Azaz_is_held_by_the_same_from_2019_to_2024_however_often_it_is_described()
    {
        var last = real.Map.Cells[real.CellOf("Azaz")].Timeline.Holdings[^1];
        Assert.Equal(RealClaims.Day("2019-09-18"), last.MayFrom);
        Assert.Equal(3, last.Claims.Count);
    }

    [Fact]
    public void A_vague_report_does_not_pull_the_start_of_a_precise_one_forward() =>
        Assert.Equal(["opposition"], real.On("Abu al-Duhur airbase", "2018-01-09")!.Holders);

    [Theory]
    [InlineData("Raqqa", "2013-03-01")]
    [InlineData("Abu al-Duhur", "2018-01-28")]
    public void Before_its_first_claim_a_town_answers_nothing(string town, string day) => Assert.Null(real.On(town, day));

    [Fact]
    public void After_the_last_claim_of_all_nothing_is_answered()
    {
        Assert.Equal(RealClaims.Day("2024-12-11"), real.Map.To);
        Assert.NotNull(real.On("Manbij", "2024-12-11"));
        Assert.Null(real.On("Manbij", "2024-12-12"));
    }

    [Fact]
    public void Far_from_every_claim_nothing_is_known()
    {
        Assert.Equal(-1, real.Map.CellAt(33.6, 39.2));
        Assert.Equal(-1, real.Map.CellAt(37.5, 37.5));
    }

    [Fact]
    public void A_place_just_outside_the_boundary_belongs_to_the_country_and_one_farther_out_does_not()
    {
        var square = new Country(new Polygon(new LinearRing([new(36, 36), new(37, 36), new(37, 37), new(36, 37), new(36, 36)])));
        var map = ControlMap.Of(square, [Place(1, 36.5, 37.009), Place(2, 36.5, 37.02), Place(3, 36.1, 36.1)]);
        Assert.Equal([1, 3], map.Cells.Select(cell => cell.Place.Id));
        Assert.Equal(2, Assert.Single(map.Outside).Id);
        Assert.Null(map.AnsweringFor(2));
        Assert.Equal(0, map.CellAt(36.5, 37.009));
        Assert.Equal(0, map.CellAt(36.5, 36.99));
    }

    [Fact]
    public void Two_places_however_close_keep_a_cell_each_and_only_the_very_same_point_is_one()
    {
        var square = new Country(new Polygon(new LinearRing([new(36, 36), new(37, 36), new(37, 37), new(36, 37), new(36, 36)])));
        var map = ControlMap.Of(square, [Place(1, 36.5, 36.5), Place(2, 36.5001, 36.5), Place(3, 36.5, 36.5)]);
        Assert.Equal([1, 2], map.Cells.Select(cell => cell.Place.Id));
        Assert.Equal(3, Assert.Single(map.Beside).Id);
        Assert.Equal([1, 2, 1], new long[] { 1, 2, 3 }.Select(id => map.AnsweringFor(id)!.Id));
        Assert.Equal(1, map.CellAt(36.5001, 36.5));
    }

    [Fact]
    public void No_claim_at_all_is_a_map_too()
    {
        var map = ControlMap.Of(real.Boundary, []);
        Assert.Empty(map.Cells);
        Assert.Equal(-1, map.CellAt(36, 37));
    }

    [Fact]
    public void The_named_holders_are_called_as_in_the_data() =>
        Assert.Equal(RealClaims.Rows("control", "holders.csv").Select(row => new Holder(row["id"], row["name"], row["name_ar"], row["short"], row["short_ar"])), Holders.Named);

    private static ControlPlace Place(long id, double latitude, double longitude) =>
        new(id, $"Place {id}", null, latitude, longitude, [new ControlClaim($"{id}", ["sdf"], Posture.Holds, "2016-08-12", 17_025, 17_025)]);

    private static double Metres(ControlPlace place, Coordinate corner)
    {
        double a = place.Latitude * Math.PI / 180, b = corner.Y * Math.PI / 180, across = (corner.X - place.Longitude) * Math.PI / 180;
        var half = Math.Pow(Math.Sin((b - a) / 2), 2) + Math.Cos(a) * Math.Cos(b) * Math.Pow(Math.Sin(across / 2), 2);
        return 2 * 6_371_008.8 * Math.Asin(Math.Sqrt(half));
    }
}
