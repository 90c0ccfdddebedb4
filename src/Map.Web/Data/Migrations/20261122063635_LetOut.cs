using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Map.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class LetOut : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Status",
                table: "Sources",
                type: "TEXT",
                nullable: false,
                defaultValue: "published");

            migrationBuilder.AddColumn<string>(
                name: "Status",
                table: "Places",
                type: "TEXT",
                nullable: false,
                defaultValue: "published");

            migrationBuilder.AddColumn<string>(
                name: "Status",
                table: "Actors",
                type: "TEXT",
                nullable: false,
                defaultValue: "published");

            migrationBuilder.CreateIndex(
                name: "IX_Sources_Status",
                table: "Sources",
                column: "Status",
                filter: "\"Status\" <> 'published'");

            migrationBuilder.CreateIndex(
                name: "IX_Places_Status",
                table: "Places",
                column: "Status",
                filter: "\"Status\" <> 'published'");

            migrationBuilder.CreateIndex(
                name: "IX_Actors_Status",
                table: "Actors",
                column: "Status",
                filter: "\"Status\" <> 'published'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Sources_Status",
                table: "Sources");

            migrationBuilder.DropIndex(
                name: "IX_Places_Status",
                table: "Places");

            migrationBuilder.DropIndex(
                name: "IX_Actors_Status",
                table: "Actors");

            migrationBuilder.DropColumn(
                name: "Status",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "Status",
                table: "Places");

            migrationBuilder.DropColumn(
                name: "Status",
                table: "Actors");
        }
    }
}
