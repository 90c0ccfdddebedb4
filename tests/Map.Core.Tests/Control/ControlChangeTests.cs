using Map.Core.Control;
using NetTopologySuite.Geometries;

namespace Map.Core.Tests.Control;

/// <summary>A map brought up to date is the map made whole, and only what a claim touches is derived again.</summary>
public class ControlChangeTests(RealClaims real) : IClassFixture<RealClaims>
{
    private static readonly Country Square = new(new Polygon(new LinearRing([new(36, 36), new(38, 36), new(38, 37), new(36.6, 37), new(36.5, 36.7), new(36, 37), new(36, 36)])));

    [Fact]
    public void After_any_chain_of_claims_that_come_move_and_go_the_map_is_bit_for_bit_the_one_made_whole()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var random = new Random(seed);
            // Points of a coarse grid: several on one line or circle, some on the very same point, some outside.
            double At(double from, int steps) => Math.Round(from + random.Next(steps) * (seed % 2 == 0 ? 0.05 : 0.0313), 5);
            var places = new Dictionary<long, ControlPlace>();
            var map = ControlMap.Of(Square, []);
            for (var turn = 0; turn < 12; turn++)
            {
                var changed = new Dictionary<long, ControlPlace?>();
                for (var i = random.Next(turn == 0 ? 25 : 3); i >= 0; i--)
                {
                    var id = random.Next(1, 30);
                    var (place, act) = (places.GetValueOrDefault(id), random.Next(4));
                    if (place is null || act == 0)
                        places[id] = Place(id, At(35.95, 24), At(35.95, 46), 1 + random.Next(3));
                    else if (act == 1)
                        places.Remove(id);
                    else
                        places[id] = place with { Claims = [.. place.Claims, Claim($"{id}-{turn}-{i}")] };
                    changed[id] = places.GetValueOrDefault(id);
                }
                map = map.With(changed);
            }
            Same(ControlMap.Of(Square, places.Values), map);
        }
    }

    [Fact]
    public void Places_that_are_touched_and_stay_as_they_are_change_nothing()
    {
        var some = real.Places.Take(40).ToList();
        var map = real.Map.With(some.ToDictionary(place => place.Id, ControlPlace? (_) => null)).With(some.ToDictionary(place => place.Id, ControlPlace? (place) => place));
        Same(real.Map, map);
    }

    [Fact]
    public void A_new_claim_at_a_known_place_derives_one_history_and_no_ground()
    {
        var azaz = real.Map.Cells[real.CellOf("Azaz")];
        var map = real.Map.With(new Dictionary<long, ControlPlace?> { [azaz.Place.Id] = azaz.Place with { Claims = [.. azaz.Place.Claims, Claim("new")] } });
        Assert.Equal(new ControlWork(0, 1), map.Work);
        var delta = ControlDelta.Between(real.Map, map);
        Assert.Equal(azaz.Place.Id, Assert.Single(delta.Cells).Place.Id);
        Assert.Empty(delta.Edges);
        Assert.Empty(delta.LostEdges);
        Assert.Same(azaz.Shape, delta.Cells[0].Shape);
    }

    [Fact]
    public void The_first_claim_of_a_place_works_out_its_ground_and_that_of_its_neighbours_alone()
    {
        var map = real.Map.With(new Dictionary<long, ControlPlace?> { [100_000] = Place(100_000, 36.1, 37.0, 1) });
        var neighbours = map.Edges.Where(edge => map.Cells[edge.A].Place.Id == 100_000 || map.Cells[edge.B].Place.Id == 100_000)
            .Select(edge => map.Cells[edge.A].Place.Id == 100_000 ? edge.B : edge.A).Distinct().Count();
        Assert.InRange(neighbours, 3, 12);
        Assert.Equal(new ControlWork(neighbours + 1, 1), map.Work);
        Assert.Equal(neighbours + 1, ControlDelta.Between(real.Map, map).Cells.Count);
        Assert.Equal(real.Places.Count + 1, ControlMap.Of(real.Boundary, [.. real.Places, Place(100_000, 36.1, 37.0, 1)]).Work.Grounds);
    }

    [Fact]
    public void Neighbours_have_their_corners_in_common_to_the_last_bit()
    {
        var random = new Random(4);
        var map = ControlMap.Of(Square, Enumerable.Range(1, 200).Select(id => Place(id, 36.1 + random.NextDouble() * 0.5, 36.5 + random.NextDouble() * 1.4, 1)));
        var counts = map.Cells.SelectMany(cell => cell.Shape.Coordinates.Distinct()).GroupBy(corner => (corner.X, corner.Y)).ToDictionary(group => group.Key, group => group.Count());
        // Corners inside the country where three cells meet: each of the three has it.
        Assert.True(counts.Count(it => it.Value == 3) > 300);
        Assert.DoesNotContain(counts, it => it.Value == 2 && map.Cells.Count(cell => cell.Shape.Distance(new Point(it.Key.X, it.Key.Y)) < 1e-9) > 2);
    }

    [Fact]
    public void What_is_told_of_a_change_makes_the_new_map_out_of_the_standing_one()
    {
        var gone = real.Map.Cells[real.CellOf("Saraqib")].Place;
        var map = real.Map.With(new Dictionary<long, ControlPlace?> { [gone.Id] = null, [100_000] = Place(100_000, 36.1, 37.0, 1) });
        var delta = ControlDelta.Between(real.Map, map);
        Assert.Equal([real.CellOf("Saraqib")], delta.Removed);
        var numbered = real.Map.Cells.Select(cell => cell.Place.Id).Concat(delta.Cells.Select(cell => cell.Place.Id).Where(id => real.Map.CellOf(id) < 0)).ToList();
        var told = real.Map.Edges.Where((_, i) => !delta.LostEdges.Contains(i)).Concat(delta.Edges).Select(edge => (numbered[edge.A], numbered[edge.B], edge.From, edge.To, edge.OnBorder));
        Assert.Equal(map.Edges.Select(edge => (map.Cells[edge.A].Place.Id, map.Cells[edge.B].Place.Id, edge.From, edge.To, edge.OnBorder)).OrderBy(it => it.ToString()), told.OrderBy(it => it.ToString()));
        Assert.Equal(map.Cells.Select(cell => cell.Place.Id).Order(), numbered.Except([gone.Id]).Order());
        Assert.True(ControlDelta.Between(map, map).IsEmpty);
    }

    private static void Same(ControlMap expected, ControlMap actual)
    {
        Assert.Equal(expected.Cells.Select(cell => cell.Place.Id), actual.Cells.Select(cell => cell.Place.Id));
        foreach (var (one, other) in expected.Cells.Zip(actual.Cells))
        {
            Assert.Equal(one.Shape.AsBinary(), other.Shape.AsBinary());
            Assert.Equal(one.Timeline.Holdings.Select(it => (it.MayFrom, it.SureFrom, it.Posture, string.Join('+', it.Holders))), other.Timeline.Holdings.Select(it => (it.MayFrom, it.SureFrom, it.Posture, string.Join('+', it.Holders))));
        }
        Assert.Equal(expected.Edges, actual.Edges);
        Assert.Equal(expected.Outside.Select(place => place.Id), actual.Outside.Select(place => place.Id));
        Assert.Equal(expected.Beside.Select(place => place.Id), actual.Beside.Select(place => place.Id));
        Assert.Equal(expected.To, actual.To);
        Assert.True(ControlDelta.Between(expected, actual).LostEdges.Count == 0);
    }

    private static ControlPlace Place(long id, double latitude, double longitude, int claims) =>
        new(id, $"Place {id}", null, latitude, longitude, [.. Enumerable.Range(0, claims).Select(i => Claim($"{id}-{i}"))]);

    private static ControlClaim Claim(string key) => new(key, [key.Length % 2 == 0 ? "sdf" : "hts"], Posture.Holds, "2016-08-12", 17_025 + key.Sum(letter => letter), 17_025 + key.Sum(letter => letter));
}
