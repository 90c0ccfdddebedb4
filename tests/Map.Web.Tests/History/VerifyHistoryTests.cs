using System.Globalization;
using System.Text.Json;
using Map.Core.Chain;
using Map.Web.Data;
using Map.Web.Features.History;
using Map.Web.Tests.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace Map.Web.Tests.History;

public class VerifyHistoryTests(ITestOutputHelper output)
{
    private static readonly string[] Columns = ["Table", "RowId", "Field", "Old", "New", "Why", "Who", "At", "RequestId", "Version", "Salt", "Digest", "Hash"];

    [Fact]
    public async Task One_byte_changed_in_any_column_of_any_line_is_found_and_that_line_is_named()
    {
        using var database = await WrittenAsync(30);
        using var raw = database.Open();
        var count = (long)raw.Ask("SELECT COUNT(*) FROM Revisions")!;
        var (random, found) = (new Random(20261121), 0);
        for (var round = 0; round < 10 * Columns.Length; round++)
        {
            var (id, column) = (random.NextInt64(count) + 1, Columns[round % Columns.Length]);
            var was = raw.Ask($"SELECT \"{column}\" FROM Revisions WHERE Id = {id}");
            if (was is DBNull or "") continue;
            raw.Ask($"CREATE TEMP TABLE Kept AS SELECT \"{column}\" AS It FROM Revisions WHERE Id = {id}");
            Change(raw, id, column, was!, random);
            var first = StoredChain.Walk(database.Folder.Database, null).First;
            Assert.True(first?.Number == id, $"{column} of {id}: {first}");
            found++;
            raw.Ask($"UPDATE Revisions SET \"{column}\" = (SELECT It FROM Kept) WHERE Id = {id}; DROP TABLE Kept");
        }
        Assert.Null(StoredChain.Walk(database.Folder.Database, null).First);
        Assert.True(found >= 100, $"Only {found} lines were changed");
        output.WriteLine($"» C4 {found} of {found} changed lines named");
    }

    [Fact]
    public async Task The_command_says_what_is_wrong_with_which_line_of_what_and_answers_one()
    {
        using var database = await WrittenAsync(4);
        var (code, said, wrong) = Run(database);
        Assert.Equal((0, ""), (code, wrong));
        var number = (long)Ask(database, "SELECT MAX(Id) FROM Revisions")!;
        Assert.Contains($"number {number}, hash {Convert.ToHexStringLower((byte[])Ask(database, $"SELECT Hash FROM Revisions WHERE Id = {number}")!)}", said, StringComparison.Ordinal);

        var title = (long)Ask(database, "SELECT Id FROM Revisions WHERE Field = 'Title' AND RowId = 2")!;
        Ask(database, $"UPDATE Revisions SET New = 'Something else' WHERE Id = {title}");
        (code, _, wrong) = Run(database);
        Assert.Equal(1, code);
        Assert.StartsWith($"Line {title} (Events 2, Title, ", wrong, StringComparison.Ordinal);
        Assert.Contains("was changed", wrong, StringComparison.Ordinal);

        Ask(database, $"DELETE FROM Revisions WHERE Id = {title}");
        (code, _, wrong) = Run(database);
        Assert.Equal((1, $"Line {title} missing: taken out, for the next line was sealed over it."), (code, wrong.Trim()));
    }

    [Fact]
    public async Task A_history_that_was_cut_or_made_anew_follows_in_itself_and_not_from_the_head_that_was_kept()
    {
        using var database = await WrittenAsync(4);
        var head = await HeadAsync(database);
        string[] kept = ["--head", Convert.ToHexString(head.Hash), "--number", head.Number.ToString(CultureInfo.InvariantCulture)];
        Assert.Equal(0, Run(database, kept).Code);

        await WriteAsync(database, 5);
        Assert.Equal(0, Run(database, kept).Code);
        Ask(database, $"DELETE FROM Revisions WHERE Id > {head.Number - 10}");
        Assert.Equal(0, Run(database).Code);
        Assert.Contains("ends before the head that was kept", Run(database, kept).Wrong, StringComparison.Ordinal);

        for (var id = 6; (await HeadAsync(database)).Number < head.Number; id++) await WriteAsync(database, id);
        Ask(database, $"UPDATE Revisions SET New = 'forged' WHERE Id = 3; UPDATE Revisions SET Hash = X''; INSERT INTO Settings (Key, Value) VALUES ('{ChainedRevisions.Due}', '1')");
        await using (var db = database.Dbs.ForWriting()) await ChainedRevisions.BringUpInPartsAsync(db, _ => { }, CancellationToken.None);
        Assert.Equal(0, Run(database).Code);
        Assert.Contains("made anew", Run(database, kept).Wrong, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_before_the_chain_and_a_head_that_is_none_are_told_in_words()
    {
        using var database = await WrittenAsync(1);
        Assert.All([["--head", "abc", "--number", "1"], ["--head", new string('a', 64)], ["--number", "1"], ["now"]], (string[] wrong) => Assert.StartsWith("Usage", Run(database, wrong).Wrong, StringComparison.Ordinal));
        Ask(database, "ALTER TABLE Revisions DROP COLUMN Hash");
        Assert.Contains("from before the history was chained", Run(database).Wrong, StringComparison.Ordinal);
        var nothing = new StringWriter();
        Assert.Equal(1, VerifyHistoryCommand.Run([], Path.Combine(database.Folder.FullPath, "nowhere"), nothing, nothing));
    }

    [Fact]
    public async Task The_head_is_told_to_anybody_as_data_and_in_words()
    {
        await using var host = await WebHost.StartSmallAsync();
        Assert.Equal("""{"number":0,"hash":null,"at":null}""", await host.Http.GetStringAsync("history/head"));
        Assert.Contains("no line to seal", await host.Http.GetStringAsync("about/history"), StringComparison.Ordinal);
        await host.Gate.RunAsync(TestDatabase.Request(), async db => (await db.Events.FirstAsync()).Title = "Another title");

        await using var db = await host.Dbs.CreateDbContextAsync();
        var head = (await db.HeadAsync())!;
        using var told = JsonDocument.Parse(await host.Http.GetStringAsync("history/head"));
        Assert.Equal((head.Number, Convert.ToHexStringLower(head.Hash)), (told.RootElement.GetProperty("number").GetInt64(), told.RootElement.GetProperty("hash").GetString()));
        Assert.Equal(head.At, told.RootElement.GetProperty("at").GetDateTime());
        foreach (var page in new[] { "about/history", "about/history?lang=ar" }) Assert.Contains(Convert.ToHexStringLower(head.Hash), await host.Http.GetStringAsync(page), StringComparison.Ordinal);
    }

    private static void Change(SqliteConnection raw, long id, string column, object was, Random random)
    {
        using var change = raw.CreateCommand();
        var bytes = was switch { byte[] blob => [.. blob], string text => System.Text.Encoding.UTF8.GetBytes(text), var number => BitConverter.GetBytes((long)number) };
        // The eighth byte of a number with its highest bit is another sign: any bit of it makes another number.
        bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(7));
        change.CommandText = $"UPDATE Revisions SET \"{column}\" = {(was is string ? "CAST(@it AS TEXT)" : "@it")} WHERE Id = {id}";
        change.Parameters.AddWithValue("@it", was is long ? BitConverter.ToInt64(bytes) : bytes);
        change.ExecuteNonQuery();
    }

    private static (int Code, string Said, string Wrong) Run(TestDatabase database, params string[] arguments)
    {
        using StringWriter said = new(), wrong = new();
        return (VerifyHistoryCommand.Run(arguments, database.Folder.FullPath, said, wrong), said.ToString(), wrong.ToString());
    }

    private static object? Ask(TestDatabase database, string sql)
    {
        using var raw = database.Open();
        return raw.Ask(sql);
    }

    private static async Task<ChainHead> HeadAsync(TestDatabase database)
    {
        await using var db = database.Dbs.CreateDbContext();
        return (await db.HeadAsync())!;
    }

    private static async Task<TestDatabase> WrittenAsync(int acts)
    {
        var database = await TestDatabase.CreateAsync();
        for (var id = 1; id <= acts; id++) await WriteAsync(database, id);
        return database;
    }

    private static Task<long> WriteAsync(TestDatabase database, long id) => database.Gate.RunAsync(TestDatabase.Request($"سبب {id}"), async db =>
    {
        db.Events.Add(TestDatabase.Event(id, $"Clash 🗺 {id}, Idlib"));
        if (id > 1) (await db.Events.SingleAsync(e => e.Id == id - 1)).Description = $"Seen again\nin {id}";
        return id;
    });
}
