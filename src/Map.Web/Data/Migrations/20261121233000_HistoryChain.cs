using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Map.Web.Data.Migrations;

/// <summary>
/// Chains the lines of the history. SQL has no SHA-256: lines that are there get empty hashes, and a setting that <see cref="ChainedRevisions"/> takes away when it has made them.
/// </summary>
[DbContext(typeof(MapDb))]
[Migration("20261121233000_HistoryChain")]
internal sealed class HistoryChain : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("ALTER TABLE Revisions ADD COLUMN Salt BLOB NULL;");
        migrationBuilder.Sql("ALTER TABLE Revisions ADD COLUMN Digest BLOB NOT NULL DEFAULT X'';");
        migrationBuilder.Sql("ALTER TABLE Revisions ADD COLUMN Hash BLOB NOT NULL DEFAULT X'';");
        migrationBuilder.Sql($"INSERT INTO Settings (Key, Value) SELECT '{ChainedRevisions.Due}', '1' WHERE EXISTS (SELECT 1 FROM Revisions);");
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var column in new[] { "Hash", "Digest", "Salt" }) migrationBuilder.DropColumn(name: column, table: "Revisions");
        migrationBuilder.Sql($"DELETE FROM Settings WHERE Key = '{ChainedRevisions.Due}';");
    }
}
