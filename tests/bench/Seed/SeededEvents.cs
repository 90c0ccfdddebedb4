using Map.Core.Events;

namespace Map.Bench.Seed;

/// <summary>A place events happen at: one of the gazetteer, or one made up near it.</summary>
/// <param name="Id">Its id in the gazetteer, null where it is made up.</param>
internal readonly record struct SeededPlace(long? Id, string Name, double Latitude, double Longitude);

/// <param name="Place">Index of a place.</param>
internal readonly record struct SeededEvent(long Id, string Type, int Earliest, int Latest, bool Lasted, int Place);

/// <summary>The same events on every machine, in no order of place: 14 years, 8,000 places of which few hold most, one date in seven a span.</summary>
internal static class SeededEvents
{
    public const int Places = 8_000, FirstDay = 15_048, DaysLong = 14 * 365 + 3;

    public static SeededPlace[] PlacesNear(IReadOnlyList<SeededPlace> gazetteer)
    {
        var random = new Random(7);
        var places = gazetteer.Take(Places).ToList();
        while (places.Count < Places)
        {
            var near = gazetteer[random.Next(gazetteer.Count)];
            places.Add(new SeededPlace(null, $"near {near.Name}", Rounded(near.Latitude + (random.NextDouble() - 0.5) * 0.2), Rounded(near.Longitude + (random.NextDouble() - 0.5) * 0.2)));
        }
        return [.. places];
    }

    public static IEnumerable<SeededEvent> Of(int rows)
    {
        var random = new Random(rows);
        var types = EventTypes.All.Select(type => type.Id).ToList();
        var days = new int[rows];
        for (var i = 0; i < rows; i++) days[i] = FirstDay + random.Next(DaysLong);
        Array.Sort(days);
        for (var i = 0; i < rows; i++)
        {
            var length = random.Next(7) == 0 ? random.Next(1, 60) : 0;
            yield return new SeededEvent(100_000 + i, types[random.Next(types.Count)], days[i], days[i] + length, length > 0 && random.Next(3) == 0, (int)(Places * Math.Pow(random.NextDouble(), 2.5)));
        }
    }

    private static double Rounded(double degrees) => Math.Round(degrees, 5);
}
