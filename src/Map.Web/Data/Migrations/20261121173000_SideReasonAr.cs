using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Map.Web.Data.Migrations;

/// <summary>Why a source is said to take a side, in Arabic too.</summary>
[DbContext(typeof(MapDb))]
[Migration("20261121173000_SideReasonAr")]
internal sealed class SideReasonAr : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.AddColumn<string>(name: "SideReasonAr", table: "Sources", type: "TEXT", nullable: true);

    protected override void Down(MigrationBuilder migrationBuilder) =>
        migrationBuilder.DropColumn(name: "SideReasonAr", table: "Sources");
}
