using Map.Core.Places;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Data;

public static class EventsWithWords
{
    /// <summary>Ids of the public events whose text holds every word typed, each at least as the beginning of one of its own; rising. None where nothing is typed.</summary>
    public static async Task<IReadOnlyList<long>> EventsWithWordsAsync(this MapDb db, string typed, CancellationToken cancel = default)
    {
        // Words are letters and digits: nothing in them is read as the search's own language.
        var words = PlainWords.Typed(typed).Select(word => $"\"{word}\"*").ToList();
        if (words.Count == 0) return [];
        await db.Database.OpenConnectionAsync(cancel);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = """
            SELECT w.rowid FROM EventWords AS w CROSS JOIN Events AS e INDEXED BY IX_Events_Public ON e.Id = w.rowid
            WHERE w.EventWords MATCH @words AND e.Status = 'published' AND e.DeletedAt IS NULL ORDER BY w.rowid
            """;
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@words", string.Join(' ', words));
        command.Parameters.Add(parameter);
        var ids = new List<long>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) ids.Add(reader.GetInt64(0));
        return ids;
    }
}
