using System.Data.Common;
using Map.Core.Places;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Map.Web.Data;

/// <summary>
/// The words an event is found by: of its titles, its description, its place and its actors, as readers are told them. Triggers note whose words are due; the write gate makes them
/// in the transaction of the change itself, so that no committed state is without them.
/// </summary>
internal static class EventTexts
{
    /// <summary>So many in one go: memory stays small, and a stopped server loses little.</summary>
    public const int AtOnce = 10_000;

    /// <summary>Makes what is due, all of it. Call inside a transaction.</summary>
    public static async Task BringUpAsync(MapDb db, CancellationToken cancel)
    {
        while (await MakeSomeAsync(db, cancel) == AtOnce)
        {
        }
    }

    /// <summary>Makes what is due, each few thousand in a transaction of their own: after a load, or where an older version wrote the database.</summary>
    public static async Task BringUpInPartsAsync(MapDb db, Action<string> say, CancellationToken cancel)
    {
        var due = await db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS Value FROM EventTextsDue").SingleAsync(cancel);
        for (var done = 0; done < due; done += AtOnce)
        {
            if (due > AtOnce) say(FormattableString.Invariant($"Preparing the words of events {done:N0} of {due:N0}"));
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            await MakeSomeAsync(db, cancel);
            await transaction.CommitAsync(cancel);
        }
    }

    private static async Task<int> MakeSomeAsync(MapDb db, CancellationToken cancel)
    {
        var due = await db.Database.SqlQueryRaw<long>($"SELECT EventId AS Value FROM EventTextsDue ORDER BY EventId LIMIT {AtOnce}").ToListAsync(cancel);
        if (due.Count == 0) return 0;
        long first = due[0], last = due[^1];
        // Bounded: otherwise all that is due would be laid out for each few thousand.
        var ours = db.Database.SqlQuery<long>($"SELECT EventId AS Value FROM EventTextsDue WHERE EventId BETWEEN {first} AND {last}");
        // What is not shown is not found either.
        var events = db.Events.FromSqlRaw(PublicRows.Events).AsNoTracking().Where(e => ours.Contains(e.Id));
        var rows = await events.Select(e => new { e.Id, e.Title, e.TitleAr, e.Description, e.PlaceText, Place = e.Place!.Name, PlaceAr = e.Place.NameAr }).ToListAsync(cancel);
        var actors = (await db.EventActors.AsNoTracking().Where(a => ours.Contains(a.EventId))
            .Select(a => new { a.EventId, a.ActorId }).ToListAsync(cancel)).ToLookup(a => a.EventId, a => a.ActorId);
        var names = await NamesAsync(db, [.. actors.SelectMany(ids => ids).Distinct()], cancel);

        await using var put = Command(db, "INSERT INTO EventTexts (EventId, Words) VALUES (@id, @words) ON CONFLICT (EventId) DO UPDATE SET Words = excluded.Words WHERE Words <> excluded.Words", "@id", "@words");
        foreach (var e in rows)
        {
            put.Parameters["@id"].Value = e.Id;
            put.Parameters["@words"].Value = string.Join(' ', PlainWords.Of([e.Title, e.TitleAr, e.Description, e.PlaceText, e.Place, e.PlaceAr, .. actors[e.Id].SelectMany(actor => names[actor])]));
            await put.ExecuteNonQueryAsync(cancel);
        }
        await using var drop = Command(db, "DELETE FROM EventTexts WHERE EventId = @id", "@id");
        foreach (var gone in due.Except(rows.Select(e => e.Id)))
        {
            drop.Parameters["@id"].Value = gone;
            await drop.ExecuteNonQueryAsync(cancel);
        }
        await db.Database.ExecuteSqlAsync($"DELETE FROM EventTextsDue WHERE EventId BETWEEN {first} AND {last}", cancel);
        return due.Count;
    }

    private static async Task<ILookup<long, string?>> NamesAsync(MapDb db, List<long> actors, CancellationToken cancel)
    {
        if (actors.Count == 0) return Array.Empty<(long, string?)>().ToLookup(it => it.Item1, it => it.Item2);
        var known = await db.Actors.AsNoTracking().Where(a => actors.Contains(a.Id)).Select(a => new { a.Id, a.Name, a.NameAr }).ToListAsync(cancel);
        var others = await db.ActorNames.AsNoTracking().Where(n => actors.Contains(n.ActorId)).Select(n => new { n.ActorId, n.Name }).ToListAsync(cancel);
        return known.SelectMany(a => new[] { a.Name, a.NameAr }, (a, name) => (a.Id, name)).Concat(others.Select(n => (n.ActorId, (string?)n.Name))).ToLookup(it => it.Item1, it => it.Item2);
    }

    private static DbCommand Command(MapDb db, string sql, params string[] names)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The text is this file's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        foreach (var name in names)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }
        return command;
    }
}
