using System.Globalization;
using Map.Core.Chain;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Data;

/// <summary>The history's chain as it stands in a database: its head, and every line of it walked.</summary>
public static class StoredChain
{
    private const string Moment = "yyyy-MM-dd HH:mm:ss.FFFFFFF";

    /// <summary>The last line's number, hash and time; null where nothing was ever written.</summary>
    public static async Task<ChainHead?> HeadAsync(this MapDb db, CancellationToken cancel = default) =>
        await db.Revisions.OrderByDescending(line => line.Id).Select(line => new ChainHead(line.Id, line.Hash, line.At)).FirstOrDefaultAsync(cancel);

    /// <summary>Walks all lines of a database file, as of one moment, beside a server that may be running on it.</summary>
    /// <exception cref="SqliteException">The file cannot be read, or is from before there was a chain.</exception>
    public static ChainReport Walk(string database, (long Number, byte[] Hash)? kept)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Mode = SqliteOpenMode.ReadOnly, Pooling = false, DefaultTimeout = 5 }.ToString());
        connection.Open();
        using var lines = connection.CreateCommand();
        lines.CommandText = """SELECT Id, "Table", RowId, Field, At, RequestId, Version, Old, New, Why, Who, Salt, Digest, Hash FROM Revisions ORDER BY Id""";
        var check = new ChainCheck(kept);
        using var reader = lines.ExecuteReader();
        while (reader.Read())
        {
            if (LineAt(reader) is { } line) check.Take(line);
            else check.TakeUnreadable(reader.GetInt64(0), reader.GetValue(13) as byte[]);
        }
        return check.Report();
    }

    /// <summary>Null where a value is not what the gate writes there: as strictly as it is written, for a reading that forgives would not see what was changed.</summary>
    private static ChainLine? LineAt(SqliteDataReader reader)
    {
        if (reader.GetValue(1) is not string table || reader.GetValue(2) is not long row || reader.GetValue(3) is not string field || Time(reader.GetValue(4)) is not { } at
            || Id(reader.GetValue(5)) is not { } request || Id(reader.GetValue(6)) is not { } version || reader.GetValue(12) is not byte[] digest || reader.GetValue(13) is not byte[] hash) return null;
        for (var text = 7; text <= 10; text++) if (!reader.IsDBNull(text) && reader.GetValue(text) is not string) return null;
        if (!reader.IsDBNull(11) && reader.GetValue(11) is not byte[]) return null;
        return new(new(reader.GetInt64(0), table, row, field, at, request, version), Text(7), Text(8), Text(9), Text(10), reader.GetValue(11) as byte[], digest, hash);

        string? Text(int column) => reader.GetValue(column) as string;
    }

    private static DateTime? Time(object value) =>
        value is string text && DateTime.TryParseExact(text, Moment, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) && time.ToString(Moment, CultureInfo.InvariantCulture) == text ? time : null;

    private static Guid? Id(object value) =>
        value is string text && Guid.TryParseExact(text, "D", out var id) && text.All(it => it is '-' or (>= '0' and <= '9') or (>= 'A' and <= 'F')) ? id : null;
}
