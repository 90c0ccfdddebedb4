using System.Diagnostics;
using Map.Core.Control;
using Map.Core.Shapes;
using Map.Web.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Map.Bench.Seed;

/// <summary>Puts seeded control claims in the place of the shipped ones, into a data folder that the product has made and is not running on.</summary>
internal static class FillControl
{
    /// <summary>Degrees: no two places stand in one square of this size.</summary>
    private const double Apart = 0.006;

    public static void Run(string folder, int count)
    {
        var clock = Stopwatch.StartNew();
        var options = new DbContextOptionsBuilder<MapDb>().UseSqlite($"Data Source={Path.Combine(folder, "map.db")};Pooling=False").Options;
        using var db = new MapDb(options);
        Migrator.MigrateAsync(db, NullLogger.Instance).GetAwaiter().GetResult();
        var country = new Country(GeoJson.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "geodata", "boundaries", "syr_admin0.geojson")))[0].Shape!);
        var gazetteer = db.Places.AsNoTracking().Where(place => place.Adm1 != null && (place.Kind == "city" || place.Kind == "town" || place.Kind == "village"))
            .OrderBy(place => place.Rank).ThenBy(place => place.Id).Select(place => new { place.Id, place.Name, place.Latitude, place.Longitude }).AsEnumerable()
            .Select(place => new SeededPlace(place.Id, place.Name, place.Latitude, place.Longitude)).ToList();
        var places = PlacesNear(country, gazetteer, count);

        db.Database.OpenConnection();
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        Statements.Do(connection, "PRAGMA synchronous = OFF; PRAGMA cache_size = -200000;");
        var claims = 0;
        using (var transaction = connection.BeginTransaction())
        {
            Statements.Do(connection, "DELETE FROM ControlClaims; DELETE FROM Places WHERE Key LIKE 'seeded-%'; DELETE FROM Sources WHERE Key LIKE 'seeded-%';");
            claims = Insert(connection, places);
            transaction.Commit();
        }
        Statements.Do(connection, "ANALYZE; PRAGMA wal_checkpoint(TRUNCATE);");
        var packs = Path.Combine(folder, "packs");
        if (Directory.Exists(packs)) Directory.Delete(packs, recursive: true);
        Console.WriteLine($"{claims} control claims at {places.Count} places in {clock.Elapsed.TotalSeconds:0} s");
    }

    /// <summary>Those of the gazetteer in the country, then others made up near them.</summary>
    private static List<SeededPlace> PlacesNear(Country country, List<SeededPlace> gazetteer, int count)
    {
        var random = new Random(23);
        var taken = new HashSet<(int, int)>();
        var places = gazetteer.Where(IsFree).Take(count).ToList();
        while (places.Count < count)
        {
            var near = gazetteer[random.Next(gazetteer.Count)];
            var place = new SeededPlace(null, $"Near {near.Name} {places.Count}", Rounded(near.Latitude + (random.NextDouble() - 0.5) * 0.5), Rounded(near.Longitude + (random.NextDouble() - 0.5) * 0.5));
            if (IsFree(place))
                places.Add(place);
        }
        return places;

        bool IsFree(SeededPlace place) => country.Contains(country.Plane.ToMetres(place.Longitude, place.Latitude))
            && taken.Add(((int)Math.Floor(place.Latitude / Apart), (int)Math.Floor(place.Longitude / Apart)));
    }

    private static int Insert(SqliteConnection connection, List<SeededPlace> places)
    {
        using var source = Statements.Prepared(connection, """
            INSERT INTO Sources (Key, Title, Outlet, Reliability, Kind, PublishedEdtf) VALUES ($key, $title, $outlet, $reliability, 'news', $published) RETURNING Id
            """, "$key", "$title", "$outlet", "$reliability", "$published");
        using var place = Statements.Prepared(connection, """
            INSERT INTO Places (Key, Name, Latitude, Longitude, Kind, Rank, Origin) VALUES ($key, $name, $lat, $lng, 'village', 6, 'seeded') RETURNING Id
            """, "$key", "$name", "$lat", "$lng");
        using var claim = Statements.Prepared(connection, """
            INSERT INTO ControlClaims (Key, PlaceId, Holders, Posture, Edtf, EarliestDay, LatestDay, SourceId, Credibility, Status, Version)
            VALUES ($key, $place, $holders, $posture, $edtf, $earliest, $latest, $source, $credibility, 'published', '00000000-0000-0000-0000-000000000001')
            """, "$key", "$place", "$holders", "$posture", "$edtf", "$earliest", "$latest", "$source", "$credibility");
        var sources = Enumerable.Range(0, SeededControl.Sources)
            .Select(i => Statements.Ask(source, $"seeded-{i}", $"Seeded report {i}", $"Seeded outlet {i}", "ABCF"[i % 4].ToString(), $"{2011 + i % 14}")).ToArray();
        var control = new SeededControl();
        var (random, count) = (new Random(5), 0);
        for (var i = 0; i < places.Count; i++)
        {
            var it = places[i];
            var id = it.Id ?? Statements.Ask(place, $"seeded-{i}", it.Name, it.Latitude, it.Longitude);
            foreach (var said in control.Of(i, it.Latitude, it.Longitude))
                Statements.Run(claim, $"seeded-{count++}", id, said.Holders, said.Posture, said.Edtf, said.Earliest, said.Latest, sources[said.Source], random.Next(1, 5));
        }
        return count;
    }

    private static double Rounded(double degrees) => Math.Round(degrees, 5);
}
