using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Map.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class Territory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Side",
                table: "Sources",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SideReason",
                table: "Sources",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "AgainstSide",
                table: "ControlClaims",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "ControlClaims",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DateAnchor",
                table: "ControlClaims",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DatePhrase",
                table: "ControlClaims",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Quote",
                table: "ControlClaims",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ZoneSeries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    TitleAr = table.Column<string>(type: "TEXT", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Method = table.Column<string>(type: "TEXT", nullable: false),
                    SourceId = table.Column<long>(type: "INTEGER", nullable: false),
                    Licence = table.Column<string>(type: "TEXT", nullable: true),
                    Status = table.Column<string>(type: "TEXT", nullable: false),
                    DeletedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ZoneSeries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ZoneSeries_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Zones",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SeriesId = table.Column<long>(type: "INTEGER", nullable: false),
                    Holders = table.Column<string>(type: "TEXT", nullable: false),
                    Posture = table.Column<string>(type: "TEXT", nullable: false),
                    FromEdtf = table.Column<string>(type: "TEXT", nullable: false),
                    FromEarliest = table.Column<int>(type: "INTEGER", nullable: false),
                    FromLatest = table.Column<int>(type: "INTEGER", nullable: false),
                    ToEdtf = table.Column<string>(type: "TEXT", nullable: true),
                    ToEarliest = table.Column<int>(type: "INTEGER", nullable: false),
                    ToLatest = table.Column<int>(type: "INTEGER", nullable: false),
                    Shape = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SourceId = table.Column<long>(type: "INTEGER", nullable: true),
                    Quote = table.Column<string>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", nullable: true),
                    PreviousId = table.Column<long>(type: "INTEGER", nullable: true),
                    Status = table.Column<string>(type: "TEXT", nullable: false),
                    DeletedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Zones", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Zones_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Zones_ZoneSeries_SeriesId",
                        column: x => x.SeriesId,
                        principalTable: "ZoneSeries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ZoneSeries_Key",
                table: "ZoneSeries",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ZoneSeries_SourceId",
                table: "ZoneSeries",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_Zones_SeriesId",
                table: "Zones",
                column: "SeriesId");

            migrationBuilder.CreateIndex(
                name: "IX_Zones_SourceId",
                table: "Zones",
                column: "SourceId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Zones");

            migrationBuilder.DropTable(
                name: "ZoneSeries");

            migrationBuilder.DropColumn(
                name: "Side",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "SideReason",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "AgainstSide",
                table: "ControlClaims");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "ControlClaims");

            migrationBuilder.DropColumn(
                name: "DateAnchor",
                table: "ControlClaims");

            migrationBuilder.DropColumn(
                name: "DatePhrase",
                table: "ControlClaims");

            migrationBuilder.DropColumn(
                name: "Quote",
                table: "ControlClaims");
        }
    }
}
