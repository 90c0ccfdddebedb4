using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Map.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class ZoneMethod : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Method",
                table: "Zones",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Method",
                table: "Zones");
        }
    }
}
