using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Map.Web.Data.Migrations
{
    /// <inheritdoc />
    public partial class PastShapes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "PastShapes",
                columns: table => new
                {
                    Print = table.Column<string>(type: "TEXT", nullable: false),
                    Shape = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PastShapes", x => x.Print);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PastShapes");
        }
    }
}
