using Map.Web.Data.PastDays;
using Microsoft.Data.Sqlite;

namespace Map.Web.Data;

/// <summary>
/// The nodes of the tree of spots, EventBox. SQLite leaves the bytes of what was taken out of a node at its end until another spot comes to lie there, and neither secure_delete nor VACUUM looks into a node:
/// where an event was that is erased would still stand in the file.
/// </summary>
internal static class SpotNodes
{
    /// <summary>How many are in a node stands in its third and fourth byte; each is an id of eight bytes and six numbers of four.</summary>
    private const int Head = 4, One = 8 + 6 * 4;

    /// <summary>Overwrites what lies behind the last spot of each node.</summary>
    public static void Clean(SqliteConnection connection)
    {
        foreach (var (node, data) in Unclean(connection)) connection.Run("UPDATE main.EventBox_node SET data = @data WHERE nodeno = @node", ("@data", data), ("@node", node));
    }

    private static List<(long Node, byte[] Data)> Unclean(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT nodeno, data FROM main.EventBox_node";
        command.CommandTimeout = 600;
        using var reader = command.ExecuteReader();
        List<(long, byte[])> found = [];
        while (reader.Read())
        {
            var data = reader.GetFieldValue<byte[]>(1);
            var behind = data.AsSpan(Math.Min(data.Length, Head + One * (data[2] << 8 | data[3])));
            if (behind.ContainsAnyExcept((byte)0))
            {
                behind.Clear();
                found.Add((reader.GetInt64(0), data));
            }
        }
        return found;
    }
}
