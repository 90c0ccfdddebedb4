using System.Globalization;
using Map.Web.Data;
using Microsoft.Data.Sqlite;

namespace Map.Faults.Writer;

/// <summary>Counts in a database what was acknowledged and is not there, or is there twice; and whether file and history are sound.</summary>
internal static class Checked
{
    public static int Run(string database, TextReader acknowledged, TextWriter output)
    {
        var said = new HashSet<long>();
        while (acknowledged.ReadLine() is { } line) said.Add(long.Parse(line, CultureInfo.InvariantCulture));
        var there = Numbers(database);
        var missing = said.Except(there).Count();
        var twice = there.Count - there.Distinct().Count();
        var integrity = Ask(database, "PRAGMA integrity_check").Single();
        var history = StoredChain.Walk(database, null).First is null ? "follows" : "does not follow";
        output.WriteLine($"{said.Count} acknowledged, {missing} missing, {twice} twice, integrity {integrity}, history {history}");
        return missing == 0 && twice == 0 && integrity == "ok" && history == "follows" ? 0 : 1;
    }

    public static List<long> Numbers(string database) => [.. Ask(database, "SELECT substr(Title, 7) FROM Sources WHERE Title LIKE 'fault %'").Select(text => long.Parse(text, CultureInfo.InvariantCulture))];

    private static List<string> Ask(string database, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(reader.GetString(0));
        return rows;
    }
}
