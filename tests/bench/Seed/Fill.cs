using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Map.Web.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Map.Bench.Seed;

/// <summary>Puts seeded events in the place of the shipped ones, into a data folder that the product has made and is not running on.</summary>
internal static class Fill
{
    public static void Run(string folder, int rows, string peers)
    {
        var clock = Stopwatch.StartNew();
        var options = new DbContextOptionsBuilder<MapDb>().UseSqlite($"Data Source={Path.Combine(folder, "map.db")};Pooling=False").Options;
        using var db = new MapDb(options);
        // The folder may have been made by an earlier version.
        Migrator.MigrateAsync(db, NullLogger.Instance).GetAwaiter().GetResult();
        var gazetteer = db.Places.AsNoTracking().Where(p => p.Latitude > 32 && p.Latitude < 37.6 && p.Longitude > 35.4 && p.Longitude < 42.5 && p.Adm1 != null)
            .OrderBy(p => p.Rank).ThenBy(p => p.Id).Select(p => new { p.Id, p.Name, p.Latitude, p.Longitude }).AsEnumerable()
            .Select(p => new SeededPlace(p.Id, p.Name, p.Latitude, p.Longitude)).ToList();
        var places = SeededEvents.PlacesNear(gazetteer);
        var source = db.Sources.OrderBy(s => s.Id).First().Id;
        var actors = db.Actors.OrderBy(a => a.Id).Select(a => a.Id).Take(20).ToList();

        db.Database.OpenConnection();
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        Statements.Do(connection, "PRAGMA synchronous = OFF; PRAGMA cache_size = -400000;");
        using (var transaction = connection.BeginTransaction())
        {
            Statements.Do(connection, "DELETE FROM Events;");
            Insert(connection, SeededEvents.Of(rows), places, source, actors);
            transaction.Commit();
        }
        EventTexts.BringUpInPartsAsync(db, _ => { }, CancellationToken.None).GetAwaiter().GetResult();
        Statements.Do(connection, "ANALYZE; PRAGMA wal_checkpoint(TRUNCATE);");
        ForPeers(peers, SeededEvents.Of(rows), places);
        var packs = Path.Combine(folder, "packs");
        if (Directory.Exists(packs)) Directory.Delete(packs, recursive: true);
        Console.WriteLine($"{rows} events at {places.Length} places in {clock.Elapsed.TotalSeconds:0} s");
    }

    private static void Insert(SqliteConnection connection, IEnumerable<SeededEvent> events, SeededPlace[] places, long source, List<long> actors)
    {
        using var row = Statements.Prepared(connection, """
            INSERT INTO Events (Id, Dataset, Type, Title, Edtf, EarliestDay, LatestDay, Lasted, PlaceId, PlaceText, Latitude, Longitude, Precision, Status, Version, ChangedAt)
            VALUES ($id, 'seeded', $type, $title, $edtf, $earliest, $latest, $lasted, $place, $text, $lat, $lng, 'exact', 'published', '00000000-0000-0000-0000-000000000001', '2025-01-01 00:00:00')
            """, "$id", "$type", "$title", "$edtf", "$earliest", "$latest", "$lasted", "$place", "$text", "$lat", "$lng");
        using var claim = Statements.Prepared(connection, """
            INSERT INTO Claims (EventId, Position, Field, Says, SaidDay, SourceId, Credibility, Denies) VALUES ($id, 0, 'event', 'A seeded claim.', $day, $source, 6, 0)
            """, "$id", "$day", "$source");
        using var actor = Statements.Prepared(connection, "INSERT INTO EventActors (EventId, ActorId, Role, Position) VALUES ($id, $actor, 'party', 0)", "$id", "$actor");
        using var figure = Statements.Prepared(connection, "INSERT INTO Figures (EventId, Kind, Best) VALUES ($id, 'killed', $best)", "$id", "$best");
        foreach (var it in events)
        {
            var place = places[it.Place];
            Statements.Run(row, it.Id, it.Type, $"Seeded event {it.Id}", Edtf(it), it.Earliest, it.Latest, it.Lasted, place.Id, place.Id is null ? place.Name : null, place.Latitude, place.Longitude);
            Statements.Run(claim, it.Id, it.Earliest, source);
            Statements.Run(actor, it.Id, actors[(int)(it.Id % actors.Count)]);
            Statements.Run(figure, it.Id, it.Id % 9);
        }
    }

    private static string Edtf(SeededEvent it) =>
        it.Earliest == it.Latest ? Iso(it.Earliest) : it.Lasted ? $"{Iso(it.Earliest)}/{Iso(it.Latest)}" : $"[{Iso(it.Earliest)}..{Iso(it.Latest)}]";

    private static string Iso(int day) => Core.Time.Days.Date(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>What the peers' pages fetch: the same events as columns of numbers, the kindest form to them; first and last day, latitude, longitude.</summary>
    private static void ForPeers(string path, IEnumerable<SeededEvent> events, SeededPlace[] places)
    {
        var all = events.ToList();
        using var file = File.Create(path);
        using var brotli = new BrotliStream(file, new BrotliCompressionOptions { Quality = 5 });
        using var to = new StreamWriter(brotli, new UTF8Encoding(false));
        to.Write("{\"earliest\":[");
        to.Write(string.Join(',', all.Select(it => it.Earliest)));
        to.Write("],\"latest\":[");
        to.Write(string.Join(',', all.Select(it => it.Latest)));
        to.Write("],\"lat\":[");
        to.Write(string.Join(',', all.Select(it => places[it.Place].Latitude.ToString(CultureInfo.InvariantCulture))));
        to.Write("],\"lng\":[");
        to.Write(string.Join(',', all.Select(it => places[it.Place].Longitude.ToString(CultureInfo.InvariantCulture))));
        to.Write("]}");
    }
}
