using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Map.Web.Data.Migrations;

/// <summary>
/// An R*Tree over days and degrees beside the events, kept by triggers so that no writer can forget it. The tree counts in 32-bit floats:
/// days are clamped to ±1,000,000 (the years −768 to 4707), which are exact, and degrees are rounded outward.
/// </summary>
[DbContext(typeof(MapDb))]
[Migration("20261120130735_EventBox")]
internal sealed class EventBox : Migration
{
    private const string AddRow = """
        INSERT INTO EventBox (id, minDay, maxDay, minLng, maxLng, minLat, maxLat)
        SELECT new.Id, max(new.EarliestDay, -1000000), min(new.LatestDay, 1000000), new.Longitude, new.Longitude, new.Latitude, new.Latitude
        WHERE new.Longitude IS NOT NULL AND new.Latitude IS NOT NULL;
        """;

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("CREATE VIRTUAL TABLE EventBox USING rtree(id, minDay, maxDay, minLng, maxLng, minLat, maxLat);");
        migrationBuilder.Sql("INSERT INTO EventBox SELECT new.Id, max(new.EarliestDay, -1000000), min(new.LatestDay, 1000000), new.Longitude, new.Longitude, new.Latitude, new.Latitude FROM Events AS new WHERE new.Longitude IS NOT NULL AND new.Latitude IS NOT NULL;");
        migrationBuilder.Sql($"CREATE TRIGGER EventBox_Added AFTER INSERT ON Events BEGIN {AddRow} END;");
        migrationBuilder.Sql($"CREATE TRIGGER EventBox_Moved AFTER UPDATE OF Id, EarliestDay, LatestDay, Longitude, Latitude ON Events BEGIN DELETE FROM EventBox WHERE id = old.Id; {AddRow} END;");
        migrationBuilder.Sql("CREATE TRIGGER EventBox_Gone AFTER DELETE ON Events BEGIN DELETE FROM EventBox WHERE id = old.Id; END;");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var trigger in new[] { "EventBox_Added", "EventBox_Moved", "EventBox_Gone" }) migrationBuilder.Sql($"DROP TRIGGER {trigger};");
        migrationBuilder.Sql("DROP TABLE EventBox;");
    }
}
