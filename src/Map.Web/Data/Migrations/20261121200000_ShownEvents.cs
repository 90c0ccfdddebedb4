using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Map.Web.Data.Migrations;

/// <summary>
/// What readers are told of the events whose place is told coarsely. In which district a spot lies SQL cannot say: triggers, whoever wrote, take the event's place away
/// and note it as due, and <see cref="Data.ShownEvents"/> gives it its district's or governorate's in the same transaction. So what is forgotten is hidden, not shown.
/// The tree of boxes and the words of a search are of what is shown.
/// </summary>
[DbContext(typeof(MapDb))]
[Migration("20261121200000_ShownEvents")]
internal sealed class ShownEvents : Migration
{
    internal const string Asks = "(new.PublicPrecision IS NOT NULL OR EXISTS (SELECT 1 FROM Places WHERE Id = new.PlaceId AND PublicPrecision IS NOT NULL))";

    internal const string ClaimAsks = """
        (EXISTS (SELECT 1 FROM Events WHERE Id = new.EventId AND Coarse IS NOT NULL) OR EXISTS (SELECT 1 FROM Places WHERE Id = new.PlaceId AND PublicPrecision IS NOT NULL))
        """;

    internal const string HideClaim = "UPDATE Claims SET Withheld = 1 WHERE Id = new.Id;";

    private const string OfPlace = "SELECT Id FROM Events WHERE PlaceId = new.Id UNION SELECT EventId FROM Claims WHERE PlaceId = new.Id";

    private static readonly (string Name, string On, string Does)[] Triggers =
    [
        ("ShownEvents_Added", $"INSERT ON Events WHEN {Asks}", Hide("SELECT new.Id AS Id")),
        ("ShownEvents_Changed", $"UPDATE OF Type, Title, TitleAr, Description, PlaceId, PlaceText, Latitude, Longitude, Precision, PublicPrecision ON Events WHEN new.Coarse IS NOT NULL OR {Asks}", Hide("SELECT new.Id AS Id")),
        ("ShownEvents_Gone", "DELETE ON Events", "DELETE FROM ShownEvents WHERE EventId = old.Id; DELETE FROM ShownEventsDue WHERE EventId = old.Id;"),
        ("ShownEvents_ClaimAdded", $"INSERT ON Claims WHEN {ClaimAsks}", HideClaim + Due("SELECT new.EventId AS Id")),
        ("ShownEvents_ClaimChanged", $"UPDATE OF EventId, Field, Says, SaysAr, Quote, PlaceId, PlaceText ON Claims WHEN new.Withheld IS NOT NULL OR {ClaimAsks}", HideClaim + Due("SELECT new.EventId AS Id")),
        ("ShownEvents_PlaceAsks", "UPDATE OF PublicPrecision ON Places", Hide("SELECT Id FROM Events WHERE PlaceId = new.Id") + "UPDATE Claims SET Withheld = 1 WHERE PlaceId = new.Id;" + Due(OfPlace)),
        ("ShownEvents_PlaceNamed", "UPDATE OF Name, NameAr ON Places", DueAnew("SELECT Id FROM Events WHERE PlaceId = new.Id")),
        ("ShownEvents_NameAdded", "INSERT ON PlaceNames", DueAnew("SELECT Id FROM Events WHERE PlaceId = new.PlaceId")),
        ("ShownEvents_NameChanged", "UPDATE OF PlaceId, Name ON PlaceNames", DueAnew("SELECT Id FROM Events WHERE PlaceId = new.PlaceId")),
        // A district or governorate that is called otherwise, lies elsewhere, or may not be told itself.
        ("ShownEvents_AreaChanged", "UPDATE OF Name, NameAr, Latitude, Longitude, Kind, PCode, PublicPrecision ON Places", Due("SELECT EventId AS Id FROM ShownEvents WHERE PlaceId = new.Id") + "DELETE FROM ShownEvents WHERE PlaceId = new.Id;"),
        ("ShownEvents_AreaGone", "DELETE ON Places", Due("SELECT EventId AS Id FROM ShownEvents WHERE PlaceId = old.Id") + "DELETE FROM ShownEvents WHERE PlaceId = old.Id;"),

        ("EventBox_Added", "INSERT ON Events", Boxed("new.Id")),
        ("EventBox_Moved", "UPDATE OF Id, EarliestDay, LatestDay, Longitude, Latitude, Coarse ON Events", "DELETE FROM EventBox WHERE id = old.Id;" + Boxed("new.Id")),
        ("EventBox_Shown", "INSERT ON ShownEvents", Boxed("new.EventId")),
        ("EventBox_Hidden", "DELETE ON ShownEvents", Boxed("old.EventId")),
        ("EventTextsDue_Coarse", "UPDATE OF Coarse ON Events", WordsDue("new.Id")),
        ("EventTextsDue_Shown", "INSERT ON ShownEvents", WordsDue("new.EventId")),
        ("EventTextsDue_Hidden", "DELETE ON ShownEvents", WordsDue("old.EventId")),
    ];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        // Not of the model: nobody but readers' questions and the maker of what is shown asks for them.
        migrationBuilder.Sql("ALTER TABLE Events ADD COLUMN Coarse INTEGER NULL;");
        migrationBuilder.Sql("ALTER TABLE Claims ADD COLUMN Withheld INTEGER NULL;");
        migrationBuilder.Sql("""
            CREATE TABLE ShownEvents (EventId INTEGER NOT NULL PRIMARY KEY, Level TEXT NOT NULL, Precision TEXT NOT NULL, PlaceId INTEGER NULL, Latitude REAL NULL, Longitude REAL NULL,
            Title TEXT NOT NULL, TitleAr TEXT NULL, Description TEXT NULL);
            """);
        migrationBuilder.Sql("CREATE INDEX IX_ShownEvents_PlaceId ON ShownEvents (PlaceId);");
        migrationBuilder.Sql("CREATE TABLE ShownEventsDue (EventId INTEGER NOT NULL PRIMARY KEY);");
        migrationBuilder.Sql("DROP TRIGGER EventBox_Added;");
        migrationBuilder.Sql("DROP TRIGGER EventBox_Moved;");
        foreach (var (name, on, does) in Triggers) migrationBuilder.Sql($"CREATE TRIGGER {name} AFTER {on} BEGIN {does} END;");
        migrationBuilder.Sql("UPDATE Places SET PublicPrecision = PublicPrecision WHERE PublicPrecision IS NOT NULL;");
        migrationBuilder.Sql("UPDATE Events SET PublicPrecision = PublicPrecision WHERE PublicPrecision IS NOT NULL;");
    }

    protected override void Down(MigrationBuilder migrationBuilder) => throw new NotSupportedException("What is told coarsely would be told exactly.");

    /// <summary>Events without a place, a position and texts until what is shown of them is made.</summary>
    internal static string Hide(string ids) => $"UPDATE Events SET Coarse = 1 WHERE Id IN ({ids}); DELETE FROM ShownEvents WHERE EventId IN ({ids});" + Due(ids);

    internal static string Due(string ids) => $"INSERT INTO ShownEventsDue SELECT it.Id FROM ({ids}) AS it WHERE it.Id NOT IN (SELECT EventId FROM ShownEventsDue);";

    private static string DueAnew(string ids) => Due($"{ids} AND Coarse IS NOT NULL");

    private static string WordsDue(string id) => $"INSERT INTO EventTextsDue SELECT {id} WHERE {id} NOT IN (SELECT EventId FROM EventTextsDue);";

    private static string Boxed(string id) => $"""
        DELETE FROM EventBox WHERE id = {id};
        INSERT INTO EventBox (id, minDay, maxDay, minLng, maxLng, minLat, maxLat)
        SELECT it.Id, max(min(it.EarliestDay, 1000000), -1000000), max(min(it.LatestDay, 1000000), -1000000), it.Lng, it.Lng, it.Lat, it.Lat
        FROM (SELECT e.Id, e.EarliestDay, e.LatestDay, {PublicRows.Longitude} AS Lng, {PublicRows.Latitude} AS Lat FROM Events AS e WHERE e.Id = {id}) AS it
        WHERE it.Lng IS NOT NULL AND it.Lat IS NOT NULL;
        """;
}
