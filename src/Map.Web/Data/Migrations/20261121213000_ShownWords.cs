using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Map.Web.Data.Migrations;

/// <summary>Of events told coarsely also the source's words for the date, the reason of a grade and who is said to say it are looked through for the place's name.</summary>
[DbContext(typeof(MapDb))]
[Migration("20261121213000_ShownWords")]
internal sealed class ShownWords : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var column in new[] { "DatePhrase", "GradeReason" }) migrationBuilder.Sql($"ALTER TABLE ShownEvents ADD COLUMN {column} TEXT NULL;");
        foreach (var trigger in new[] { "ShownEvents_Changed", "ShownEvents_ClaimChanged" }) migrationBuilder.Sql($"DROP TRIGGER {trigger};");
        migrationBuilder.Sql($"""
            CREATE TRIGGER ShownEvents_Changed AFTER UPDATE OF Type, Title, TitleAr, Description, DatePhrase, GradeReason, PlaceId, PlaceText, Latitude, Longitude, Precision, PublicPrecision ON Events
            WHEN new.Coarse IS NOT NULL OR {ShownEvents.Asks} BEGIN {ShownEvents.Hide("SELECT new.Id AS Id")} END;
            """);
        migrationBuilder.Sql($"""
            CREATE TRIGGER ShownEvents_ClaimChanged AFTER UPDATE OF EventId, Field, Says, SaysAr, Quote, ClaimantText, PlaceId, PlaceText ON Claims
            WHEN new.Withheld IS NOT NULL OR {ShownEvents.ClaimAsks} BEGIN {ShownEvents.HideClaim} {ShownEvents.Due("SELECT new.EventId AS Id")} END;
            """);
        migrationBuilder.Sql(ShownEvents.Due("SELECT Id FROM Events WHERE Coarse IS NOT NULL"));
    }

    protected override void Down(MigrationBuilder migrationBuilder) => throw new NotSupportedException("What is told coarsely would be told exactly.");
}
