using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Map.Web.Data.Migrations;

/// <summary>
/// The words of each event, and a full-text index of them. SQL cannot fold Arabic letters, so triggers only note whose words are due, whoever wrote, and
/// <see cref="EventTexts"/> makes them. Also mends the tree's triggers for spans that lie beyond its days as a whole.
/// </summary>
[DbContext(typeof(MapDb))]
[Migration("20261121113000_EventWords")]
internal sealed class EventWords : Migration
{
    // What makes an event's words due, and of which events.
    private static readonly (string Name, string On, string Due)[] Notes =
    [
        ("Added", "INSERT ON Events", "SELECT new.Id AS It"),
        ("Changed", "UPDATE OF Id, Title, TitleAr, Description, PlaceId, PlaceText ON Events", "SELECT new.Id AS It"),
        ("Gone", "DELETE ON Events", "SELECT old.Id AS It"),
        ("ActorAdded", "INSERT ON EventActors", "SELECT new.EventId AS It"),
        ("ActorChanged", "UPDATE OF EventId, ActorId ON EventActors", "SELECT new.EventId AS It UNION SELECT old.EventId"),
        ("ActorGone", "DELETE ON EventActors", "SELECT old.EventId AS It"),
        ("ActorRenamed", "UPDATE OF Name, NameAr ON Actors", "SELECT DISTINCT EventId AS It FROM EventActors WHERE ActorId = new.Id"),
        ("ActorNameAdded", "INSERT ON ActorNames", "SELECT DISTINCT EventId AS It FROM EventActors WHERE ActorId = new.ActorId"),
        ("ActorNameChanged", "UPDATE OF Name, ActorId ON ActorNames", "SELECT DISTINCT EventId AS It FROM EventActors WHERE ActorId IN (new.ActorId, old.ActorId)"),
        ("ActorNameGone", "DELETE ON ActorNames", "SELECT DISTINCT EventId AS It FROM EventActors WHERE ActorId = old.ActorId"),
        ("PlaceRenamed", "UPDATE OF Name, NameAr ON Places", "SELECT Id AS It FROM Events WHERE PlaceId = new.Id"),
    ];

    private const string HeldRow = """
        INSERT INTO EventBox (id, minDay, maxDay, minLng, maxLng, minLat, maxLat)
        SELECT new.Id, max(min(new.EarliestDay, 1000000), -1000000), max(min(new.LatestDay, 1000000), -1000000), new.Longitude, new.Longitude, new.Latitude, new.Latitude
        WHERE new.Longitude IS NOT NULL AND new.Latitude IS NOT NULL;
        """;

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("DROP TRIGGER EventBox_Added;");
        migrationBuilder.Sql("DROP TRIGGER EventBox_Moved;");
        migrationBuilder.Sql($"CREATE TRIGGER EventBox_Added AFTER INSERT ON Events BEGIN {HeldRow} END;");
        migrationBuilder.Sql($"CREATE TRIGGER EventBox_Moved AFTER UPDATE OF Id, EarliestDay, LatestDay, Longitude, Latitude ON Events BEGIN DELETE FROM EventBox WHERE id = old.Id; {HeldRow} END;");

        migrationBuilder.Sql("CREATE TABLE EventTexts (EventId INTEGER NOT NULL PRIMARY KEY, Words TEXT NOT NULL);");
        migrationBuilder.Sql("CREATE TABLE EventTextsDue (EventId INTEGER NOT NULL PRIMARY KEY);");
        // The words are folded already: the plainest tokenizer leaves them whole. Where in a text a word stands is never asked.
        migrationBuilder.Sql("CREATE VIRTUAL TABLE EventWords USING fts5(Words, content='EventTexts', content_rowid='EventId', tokenize='ascii', detail=none, columnsize=0);");
        migrationBuilder.Sql("CREATE TRIGGER EventTexts_Added AFTER INSERT ON EventTexts BEGIN INSERT INTO EventWords (rowid, Words) VALUES (new.EventId, new.Words); END;");
        migrationBuilder.Sql("CREATE TRIGGER EventTexts_Gone AFTER DELETE ON EventTexts BEGIN INSERT INTO EventWords (EventWords, rowid, Words) VALUES ('delete', old.EventId, old.Words); END;");
        migrationBuilder.Sql("""
            CREATE TRIGGER EventTexts_Changed AFTER UPDATE ON EventTexts BEGIN
            INSERT INTO EventWords (EventWords, rowid, Words) VALUES ('delete', old.EventId, old.Words);
            INSERT INTO EventWords (rowid, Words) VALUES (new.EventId, new.Words); END;
            """);
        foreach (var (name, on, due) in Notes)
            migrationBuilder.Sql($"CREATE TRIGGER EventTextsDue_{name} AFTER {on} BEGIN INSERT INTO EventTextsDue SELECT It FROM ({due}) WHERE It NOT IN (SELECT EventId FROM EventTextsDue); END;");
        migrationBuilder.Sql("INSERT INTO EventTextsDue SELECT Id FROM Events;");
        // Whether what was found is public is read from this: a hundredth of the pages of the table itself.
        migrationBuilder.Sql("CREATE INDEX IX_Events_Public ON Events (Id) WHERE Status = 'published' AND DeletedAt IS NULL;");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("DROP INDEX IX_Events_Public;");
        foreach (var (name, _, _) in Notes) migrationBuilder.Sql($"DROP TRIGGER EventTextsDue_{name};");
        foreach (var table in new[] { "EventWords", "EventTexts", "EventTextsDue" }) migrationBuilder.Sql($"DROP TABLE {table};");
    }
}
