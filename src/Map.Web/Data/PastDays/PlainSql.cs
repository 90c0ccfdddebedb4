using Microsoft.Data.Sqlite;

namespace Map.Web.Data.PastDays;

/// <summary>Statements whose text is the project's own and whose values are parameters.</summary>
internal static class PlainSql
{
    public static void Run(this SqliteConnection connection, string sql, params (string Name, object? Value)[] values)
    {
        using var command = connection.Command(sql, values);
        command.ExecuteNonQuery();
    }

    public static T? Ask<T>(this SqliteConnection connection, string sql, params (string Name, object? Value)[] values)
    {
        using var command = connection.Command(sql, values);
        return command.ExecuteScalar() is { } found and not DBNull ? (T)found : default;
    }

    public static List<T> Rows<T>(this SqliteConnection connection, string sql, Func<SqliteDataReader, T> read, params (string Name, object? Value)[] values)
    {
        using var command = connection.Command(sql, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    public static List<(string Name, bool IsNeverEmpty)> Columns(this SqliteConnection connection, string table) =>
        connection.Rows("SELECT name, \"notnull\" FROM pragma_table_info(@table)", row => (row.GetString(0), row.GetBoolean(1)), ("@table", table));

    private static SqliteCommand Command(this SqliteConnection connection, string sql, (string Name, object? Value)[] values)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is the callers' own.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.CommandTimeout = 600;
        foreach (var (name, value) in values) command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }
}
