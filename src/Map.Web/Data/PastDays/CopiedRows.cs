using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Map.Web.Data.PastDays;

/// <summary>Copies what is public today into an empty database, with its indexes and the triggers that keep them. The other is attached as "now".</summary>
internal static class CopiedRows
{
    private const string IsPublic = "Status = 'published' AND DeletedAt IS NULL", LetOut = "Status = 'published'", OfEvents = "EventId IN (SELECT Id FROM Events)";

    /// <summary>In this order: what belongs to an event comes after it. The rest of the tables stay empty.</summary>
    private static readonly (string Table, string Which)[] Public =
    [
        ("Sources", LetOut), ("Actors", LetOut), ("ActorNames", "ActorId IN (SELECT Id FROM Actors)"), ("ActorRelations", "FromId IN (SELECT Id FROM Actors) AND ToId IN (SELECT Id FROM Actors)"), ("Places", LetOut), ("PlaceNames", "PlaceId IN (SELECT Id FROM Places)"),
        ("Events", IsPublic), ("EventActors", OfEvents), ("Figures", OfEvents), ("Claims", OfEvents), ("ShownEvents", OfEvents), ("EventTexts", OfEvents),
        ("ControlClaims", IsPublic), ("ZoneSeries", IsPublic), ("Zones", $"{IsPublic} AND SeriesId IN (SELECT Id FROM ZoneSeries)"), ("Corrections", "At < @end"),
    ];

    /// <summary>Tables of their own that hold a tree or an index.</summary>
    private static readonly string[] Indexes = ["EventBox", "EventWords"];

    /// <summary>Of so many spots at most one is taken out of the copied tree; where it is more, a new tree is made.</summary>
    private const int MostLeftOut = 20;

    /// <summary>Columns no reader asks for.</summary>
    private static readonly HashSet<string> Unseen = [nameof(EventRow.PrivateNote), nameof(ClaimRow.ArticleId), nameof(ClaimRow.QuoteStart)];

    /// <param name="isEmpty">Nothing was public yet: only the places of the gazetteer are copied.</param>
    public static void Take(SqliteConnection copy, DateTime end, bool isEmpty)
    {
        foreach (var (name, sql) in Schema(copy, "table"))
            if (!Indexes.Any(index => name.StartsWith(index + "_", StringComparison.Ordinal))) copy.Run(sql);
        foreach (var (table, which) in Public.Where(it => !isEmpty || it.Table is "Places" or "PlaceNames"))
        {
            var columns = copy.Columns(table).Select(column => column.Name).ToList();
            copy.Run($"INSERT INTO main.{table} ({string.Join(", ", columns.Select(Quoted))}) SELECT {string.Join(", ", columns.Select(name => Unseen.Contains(name) ? "NULL" : Quoted(name)))} FROM now.{table} WHERE {which}", ("@end", end));
        }
        if (!isEmpty) TakeSpots(copy);
        copy.Run("INSERT INTO main.EventWords (EventWords) VALUES ('rebuild')");
        foreach (var (_, sql) in Schema(copy, "index").Concat(Schema(copy, "trigger"))) copy.Run(sql);
    }

    /// <summary>The tree of spots node by node, where few are left out of it: put in one after the other they take a third of all the time.</summary>
    private static void TakeSpots(SqliteConnection copy)
    {
        const string hidden = "rowid NOT IN (SELECT Id FROM main.Events)", size = "SELECT length(data) FROM {0}.EventBox_node WHERE nodeno = 1";
        var (all, leftOut) = (copy.Ask<long>("SELECT COUNT(*) FROM now.EventBox_rowid"), copy.Ask<long>($"SELECT COUNT(*) FROM now.EventBox_rowid WHERE {hidden}"));
        if (leftOut * MostLeftOut > all || copy.Ask<long>(string.Format(CultureInfo.InvariantCulture, size, "now")) != copy.Ask<long>(string.Format(CultureInfo.InvariantCulture, size, "main")))
        {
            copy.Run("INSERT INTO main.EventBox SELECT * FROM now.EventBox WHERE id IN (SELECT Id FROM main.Events)");
            return;
        }
        foreach (var part in new[] { "node", "rowid", "parent" }) copy.Run($"DELETE FROM main.EventBox_{part}; INSERT INTO main.EventBox_{part} SELECT * FROM now.EventBox_{part}");
        if (leftOut > 0) copy.Run($"DELETE FROM main.EventBox WHERE id IN (SELECT rowid FROM main.EventBox_rowid WHERE {hidden})");
        SpotNodes.Clean(copy);
    }

    private static string Quoted(string column) => $"\"{column}\"";

    private static List<(string Name, string Sql)> Schema(SqliteConnection copy, string type) =>
        copy.Rows("SELECT name, sql FROM now.sqlite_master WHERE type = @type AND sql IS NOT NULL AND name NOT LIKE 'sqlite@_%' ESCAPE '@' ORDER BY rowid", row => (row.GetString(0), row.GetString(1)), ("@type", type));
}
