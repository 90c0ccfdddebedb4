using System.Globalization;
using System.Text;
using Map.Core.Review;
using Map.Web.Data;
using Map.Web.Tests.Data;
using Map.Web.Tests.EditEvents;
using Map.Web.Tests.Review;
using Microsoft.Data.Sqlite;
using Xunit.Abstractions;

namespace Map.Web.Tests.Faults;

/// <summary>The log of acts, or the history, takes no line at the n-th act, for every n: then there is nothing of that act at all.</summary>
public class NoActWithoutItsLineTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("Audit")]
    [InlineData("Revisions")]
    public async Task An_act_whose_line_cannot_be_written_changes_not_one_row(string log)
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        var database = queue.Desk.Database;
        var acts = Acts(queue);
        var refused = 0;
        foreach (var act in acts)
        {
            var before = Rows(database);
            Ask(database, $"CREATE TRIGGER Fault BEFORE INSERT ON {log} BEGIN SELECT RAISE(ABORT, 'no line'); END");
            var fault = await Record.ExceptionAsync(act);
            Ask(database, "DROP TRIGGER Fault");
            if (fault is null)
            {
                // Of what waits in the queue, is assigned and discussed there, the history tells nothing; the log of acts does.
                Assert.Equal("Revisions", log);
                continue;
            }
            refused++;
            Assert.Equal(before, Rows(database));
            await act();
            Assert.NotEqual(before, Rows(database));
        }
        Assert.Equal(log == "Audit" ? acts.Count : acts.Count - 4, refused);
        using var raw = database.Open();
        Assert.Equal(0L, raw.Ask("SELECT COUNT(*) FROM Revisions WHERE RequestId NOT IN (SELECT RequestId FROM Audit)"));
        Assert.Null(StoredChain.Walk(database.Folder.Database, null).First);
        output.WriteLine($"» C6 {log}: {refused} acts refused by it, 0 rows changed");
    }

    /// <summary>One of each kind that people do to a record, in an order in which each can be done. Each can be tried again.</summary>
    private static List<Func<Task>> Acts(Queue queue)
    {
        var draft = Desk.Whole();
        draft.PublicPrecision = "";
        return
        [
            async () => Assert.True((await queue.SaveAsync(draft, Queue.Rana)).Saved),
            async () => Assert.True((await queue.Decide.AssignAsync((await queue.WaitingAsync(draft.Id)).Id, Queue.Sami.Id, Queue.Lina, Guid.NewGuid())).Done),
            async () => Assert.True(await queue.Discuss.SayAsync((await queue.WaitingAsync(draft.Id)).Id, "Is the date right?", Queue.Omar, Guid.NewGuid())),
            async () => Assert.True((await queue.ApproveAsync((await queue.WaitingAsync(draft.Id)).Id, Queue.Lina)).Done),
            async () => Assert.True((await queue.RetitleAsync(draft.Id, "By a reviewer", Queue.Lina)).Saved),
            async () => Assert.True((await queue.RetitleAsync(draft.Id, "By an editor, and it waits", Queue.Rana)).Saved),
            async () => Assert.True((await queue.Decide.SendBackAsync((await queue.WaitingAsync(draft.Id)).Id, "why?", Queue.Lina, Guid.NewGuid())).Done),
            async () => Assert.True((await queue.RetitleAsync(draft.Id, "By a reviewer", Queue.Lina, "withdrawn")).Saved),
            async () => Assert.True(await queue.Desk.Remove.DeleteAsync(draft.Id, Queue.Lina, "twice", Guid.NewGuid())),
            async () => Assert.True(await queue.Desk.Remove.RestoreAsync(draft.Id, Queue.Lina, "not twice", Guid.NewGuid())),
        ];
    }

    private static void Ask(TestDatabase database, string sql)
    {
        using var raw = database.Open();
        raw.Ask(sql);
    }

    /// <summary>Every row of every table that is kept, in one text.</summary>
    private static string Rows(TestDatabase database)
    {
        using var raw = database.Open();
        var text = new StringBuilder();
        foreach (var table in Column(raw, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"))
        {
            text.AppendLine(table);
            using var ask = raw.CreateCommand();
            ask.CommandText = $"SELECT * FROM \"{table}\"";
            using var reader = ask.ExecuteReader();
            while (reader.Read())
            {
                for (var i = 0; i < reader.FieldCount; i++) { text.Append(reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)).Append('|'); }
                text.AppendLine();
            }
        }
        return text.ToString();
    }

    private static List<string> Column(SqliteConnection raw, string sql)
    {
        using var ask = raw.CreateCommand();
        ask.CommandText = sql;
        using var reader = ask.ExecuteReader();
        var values = new List<string>();
        while (reader.Read()) { values.Add(reader.GetString(0)); }
        return values;
    }
}
