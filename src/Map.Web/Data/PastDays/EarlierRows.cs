using System.Globalization;
using Map.Core.Places;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Map.Web.Data.PastDays;

/// <summary>
/// Folds rows of today back to an earlier line of the history. What was erased stays as it stands today, and so does whatever is told coarsely today: no past day says more of it.
/// A record that is not public today is not brought back, nor is one that was not public then left.
/// </summary>
internal sealed class EarlierRows
{
    private const string NotPublic = "Status <> 'published' OR DeletedAt IS NOT NULL";

    /// <summary>Taken as they stand: what nobody but an editor sees, and of which record another was found to be the same.</summary>
    private static readonly HashSet<string> AsToday = [nameof(EventRow.PrivateNote), nameof(ClaimRow.ArticleId), nameof(ClaimRow.QuoteStart), nameof(EventRow.MergedIntoId)];

    /// <summary>What belongs to a record: its own table, and by what it names the record.</summary>
    private static readonly Dictionary<(string, string), (string Table, string Owner)> Children = new()
    {
        [("Events", "Actors")] = ("EventActors", "EventId"),
        [("Events", "Figures")] = ("Figures", "EventId"),
        [("Events", "Claims")] = ("Claims", "EventId"),
        [("Places", "Names")] = ("PlaceNames", "PlaceId"),
        [("Actors", "Names")] = ("ActorNames", "ActorId"),
    };

    /// <summary>Those that stand for themselves come first; of the others only what is public today is there to be folded.</summary>
    private static readonly string[] Order = ["Sources", "Actors", "Places", "ActorRelations", "Events", "ControlClaims", "ZoneSeries", "Zones"];

    private static readonly HashSet<string> Published = ["Events", "ControlClaims", "ZoneSeries", "Zones"];

    private readonly SqliteConnection copy;
    private readonly Dictionary<string, Dictionary<string, Type>> types;
    private readonly Dictionary<string, List<(string Name, bool IsNeverEmpty)>> columns = [];
    private int withdrawn, redrawn;

    private EarlierRows(SqliteConnection copy, IModel model) => (this.copy, types) = (copy, model.GetEntityTypes().Where(type => type.GetTableName() is not null)
        .GroupBy(type => type.GetTableName()!).ToDictionary(of => of.Key, of => of.First().GetProperties().ToDictionary(it => it.Name, it => it.ClrType)));

    /// <param name="copy">Rows of today, with those the history belongs to attached as "now".</param>
    /// <param name="line">The last line that still holds.</param>
    public static WhatIsGone FoldBack(SqliteConnection copy, IModel model, long line, DateTime end)
    {
        var rows = new EarlierRows(copy, model);
        rows.Fold(line);
        // A file of data that was loaded later, and that nobody has edited.
        copy.Run("DELETE FROM Events WHERE ChangedAt >= @end AND NOT EXISTS (SELECT 1 FROM now.Revisions AS r WHERE r.\"Table\" = 'Events' AND r.RowId = Events.Id)", ("@end", end));
        rows.LeaveWhatStands();
        return new WhatIsGone(rows.withdrawn, rows.redrawn);
    }

    private void Fold(long line)
    {
        var parts = new Dictionary<(string Table, long Id, string Child), EarlierFields>();
        // The first line after the day says what a field was on it.
        foreach (var (table, id, field, told) in copy.Rows("SELECT \"Table\", RowId, Field, Old, Salt IS NOT NULL FROM now.Revisions WHERE Id > @line ORDER BY Id",
            row => (row.GetString(0), row.GetInt64(1), row.GetString(2), new Earlier(row.IsDBNull(3) ? null : row.GetString(3), row.GetBoolean(4))), ("@line", line)))
        {
            var at = field.LastIndexOf('.');
            var key = (table, id, at < 0 ? "" : field[..at]);
            if (!parts.TryGetValue(key, out var fields)) parts[key] = fields = [];
            fields.TryAdd(field[(at + 1)..], told);
        }
        var coarse = copy.Rows("SELECT Id FROM Events WHERE Coarse IS NOT NULL", row => row.GetInt64(0)).ToHashSet();
        var withheld = copy.Rows("SELECT Id FROM Claims WHERE Withheld IS NOT NULL", row => row.GetInt64(0)).ToHashSet();
        var hidden = copy.Rows("SELECT Id FROM Places WHERE PublicPrecision IS NOT NULL", row => row.GetInt64(0)).ToHashSet();
        foreach (var ((table, id, child), fields) in parts.OrderBy(it => Array.IndexOf(Order, it.Key.Table)).ThenBy(it => it.Key.Child.Length > 0))
        {
            if (!Order.Contains(table)) continue;
            if (child.Length > 0) FoldChild(table, id, child, fields, isCoarse: table == "Events" && coarse.Contains(id), withheld, isHidden: table == "Places" && hidden.Contains(id));
            else if (table == "Places" && hidden.Contains(id)) KeepNames(id, fields);
            else FoldRow(table, id, table == "Events" && coarse.Contains(id) ? fields.Only(nameof(EventRow.Status), nameof(EventRow.DeletedAt)) : fields);
        }
    }

    private void FoldRow(string table, long id, EarlierFields fields)
    {
        if (Exists(table, id))
        {
            if (Came(table, fields)) copy.Run($"DELETE FROM {table} WHERE Id = @id", ("@id", id));
            else Set(table, id, table == "Places" ? fields.Without(nameof(PlaceRow.PublicPrecision)) : fields);
        }
        else if (!Published.Contains(table)) Return(table, id, null, fields);
        else if (table is "Events" or "ControlClaims" && !Came(table, fields) && WasPublic(table, id, fields)) withdrawn++;
    }

    private void FoldChild(string table, long owner, string child, EarlierFields fields, bool isCoarse, HashSet<long> withheld, bool isHidden)
    {
        if (child.Split('/') is not [var kind, var number] || !Children.TryGetValue((table, kind), out var own) || !Exists(table, owner) || isCoarse) return;
        var id = long.Parse(number, CultureInfo.InvariantCulture);
        if (own.Table == "Claims" && withheld.Contains(id)) return;
        if (!Exists(own.Table, id)) Return(own.Table, id, (own.Owner, owner), fields);
        // Names of a place that is told coarsely are what its texts are looked through for: none is forgotten.
        else if (isHidden) return;
        else if (Came(own.Table, fields)) copy.Run($"DELETE FROM {own.Table} WHERE Id = @id", ("@id", id));
        else Set(own.Table, id, fields);
    }

    private void KeepNames(long place, EarlierFields fields)
    {
        foreach (var (field, language) in new[] { (nameof(PlaceRow.Name), "en"), (nameof(PlaceRow.NameAr), "ar") })
            if (fields.TryGetValue(field, out var told) && told.Text is { Length: > 0 } name)
                copy.Run("INSERT INTO PlaceNames (PlaceId, Name, Language, NameKey) VALUES (@place, @name, @language, @key)", ("@place", place), ("@name", name), ("@language", language), ("@key", NameKey.Of(name)));
    }

    /// <summary>A column that is never empty was: the row is newer than the day.</summary>
    private bool Came(string table, EarlierFields fields) => ColumnsOf(table).Any(column => column.IsNeverEmpty && fields.TryGetValue(column.Name, out var told) && told is { IsTold: true, Text: null });

    private void Set(string table, long id, EarlierFields fields)
    {
        List<(string Name, object? Value)> values = [];
        foreach (var (name, told) in fields)
        {
            if (!told.IsTold || AsToday.Contains(name) || !types[table].TryGetValue(name, out var type)) continue;
            if (type == typeof(byte[]))
            {
                // Of a shape the line tells its print; an older version did not keep the ground itself.
                if (copy.Ask<byte[]>("SELECT Shape FROM now.PastShapes WHERE Print = @print", ("@print", told.Text)) is { } shape) values.Add((name, shape));
                else redrawn++;
            }
            else values.Add((name, RevisionText.Read(told.Text, type)));
        }
        if (values.Count == 0) return;
        copy.Run($"UPDATE {table} SET {string.Join(", ", values.Select((it, i) => $"\"{it.Name}\" = @v{i}"))} WHERE Id = @id", [("@id", id), .. values.Select((it, i) => ($"@v{i}", it.Value))]);
    }

    /// <summary>A row that was removed since, under its own number; not where any of it was erased.</summary>
    private void Return(string table, long id, (string Column, long Id)? owner, EarlierFields fields)
    {
        List<(string Name, object? Value)> values = [("Id", id)];
        if (owner is { } of) values.Add((of.Column, of.Id));
        foreach (var (name, isNeverEmpty) in ColumnsOf(table))
        {
            if (values.Exists(it => it.Name == name)) continue;
            if (name == nameof(IVersioned.Version)) values.Add((name, Guid.Empty));
            else if (fields.TryGetValue(name, out var told) && told is { IsTold: true, Text: { } text } && types[table].TryGetValue(name, out var type) && !AsToday.Contains(name)) values.Add((name, RevisionText.Read(text, type)));
            else if (isNeverEmpty) return;
        }
        copy.Run($"INSERT INTO {table} ({string.Join(", ", values.Select(it => $"\"{it.Name}\""))}) VALUES ({string.Join(", ", values.Select((_, i) => $"@v{i}"))})", [.. values.Select((it, i) => ($"@v{i}", it.Value))]);
    }

    /// <summary>By what today's row says where no line is of that field. Of what was erased, merged, or stands at a place that nobody is told of, nothing is counted.</summary>
    private bool WasPublic(string table, long id, EarlierFields fields)
    {
        if (fields.Values.Any(told => !told.IsTold)) return false;
        var shown = table == "Events" ? "MergedIntoId IS NULL" : "NOT EXISTS (SELECT 1 FROM now.Places AS p WHERE p.Id = PlaceId AND p.PublicPrecision IS NOT NULL)";
        foreach (var (status, deleted) in copy.Rows($"SELECT Status, DeletedAt FROM now.{table} WHERE Id = @id AND {shown}", row => (row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1)), ("@id", id)))
            return (fields.TryGetValue(nameof(EventRow.Status), out var was) ? was.Text : status) == "published" && (fields.TryGetValue(nameof(EventRow.DeletedAt), out var gone) ? gone.Text : deleted) is null;
        return false;
    }

    /// <summary>Without what was not public then, and what rests on something that is gone for good.</summary>
    private void LeaveWhatStands()
    {
        foreach (var table in Order.Where(Published.Contains)) copy.Run($"DELETE FROM {table} WHERE {NotPublic}");
        foreach (var table in new[] { "Sources", "Actors", "Places" }) copy.Run($"DELETE FROM {table} WHERE Status <> 'published'");
        copy.Run("DELETE FROM Zones WHERE SeriesId NOT IN (SELECT Id FROM ZoneSeries) OR SourceId NOT IN (SELECT Id FROM Sources)");
        copy.Run("DELETE FROM ControlClaims WHERE PlaceId NOT IN (SELECT Id FROM Places) OR SourceId NOT IN (SELECT Id FROM Sources)");
        foreach (var table in new[] { "EventActors", "Figures", "Claims" }) copy.Run($"DELETE FROM {table} WHERE EventId NOT IN (SELECT Id FROM Events)");
        copy.Run("DELETE FROM EventActors WHERE ActorId NOT IN (SELECT Id FROM Actors)");
        copy.Run("DELETE FROM Claims WHERE SourceId NOT IN (SELECT Id FROM Sources)");
        copy.Run("UPDATE Claims SET PlaceId = NULL, PlaceText = NULL, RadiusKm = NULL WHERE PlaceId NOT IN (SELECT Id FROM Places)");
        copy.Run("UPDATE Claims SET ClaimantId = NULL WHERE ClaimantId NOT IN (SELECT Id FROM Actors)");
        copy.Run("UPDATE Events SET PlaceId = NULL, PlaceText = NULL, Latitude = NULL, Longitude = NULL WHERE PlaceId NOT IN (SELECT Id FROM Places)");
        copy.Run("DELETE FROM ActorRelations WHERE FromId NOT IN (SELECT Id FROM Actors) OR ToId NOT IN (SELECT Id FROM Actors) OR SourceId NOT IN (SELECT Id FROM Sources)");
        copy.Run("DELETE FROM ActorNames WHERE ActorId NOT IN (SELECT Id FROM Actors)");
        copy.Run("DELETE FROM PlaceNames WHERE PlaceId NOT IN (SELECT Id FROM Places)");
    }

    private bool Exists(string table, long id) => copy.Ask<long?>($"SELECT 1 FROM main.{table} WHERE Id = @id", ("@id", id)) is not null;

    private List<(string Name, bool IsNeverEmpty)> ColumnsOf(string table)
    {
        if (!columns.TryGetValue(table, out var all)) columns[table] = all = copy.Columns(table);
        return all;
    }
}

/// <param name="IsTold">False where it was erased.</param>
internal readonly record struct Earlier(string? Text, bool IsTold);

/// <summary>What fields of a row were.</summary>
internal sealed class EarlierFields : Dictionary<string, Earlier>
{
    public EarlierFields Only(params string[] names) => Of(this.Where(it => names.Contains(it.Key)));

    public EarlierFields Without(string name) => Of(this.Where(it => it.Key != name));

    private static EarlierFields Of(IEnumerable<KeyValuePair<string, Earlier>> some)
    {
        var fields = new EarlierFields();
        foreach (var (name, told) in some) fields[name] = told;
        return fields;
    }
}
