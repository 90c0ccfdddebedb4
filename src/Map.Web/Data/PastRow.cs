using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Data;

/// <summary>Rows as a version of their record has them, for whoever makes a draft of it. They are never saved themselves.</summary>
public static class PastRow
{
    /// <summary>Writes the version into the row: what it does not name is empty. What was erased stays as the row has it.</summary>
    /// <param name="path">"" for the record itself, or what the history calls a row of it: "Claims/17".</param>
    /// <param name="but">Columns that stand as they are.</param>
    public static void Put(this MapDb db, IReadOnlyDictionary<string, PastText> version, object row, string path = "", params IReadOnlyCollection<string> but)
    {
        foreach (var column in db.Model.FindEntityType(row.GetType())!.GetProperties())
        {
            if (!RecordPast.IsTold(row, column) || column.PropertyInfo is not { CanWrite: true } property || column.ClrType == typeof(byte[]) || but.Contains(column.Name)) continue;
            var was = version.GetValueOrDefault(path.Length == 0 ? column.Name : $"{path}.{column.Name}");
            if (was.IsErased || (was.Words is null && !column.IsNullable)) continue;
            property.SetValue(row, RevisionText.Read(was.Words, column.ClrType));
        }
    }

    /// <summary>The rows of one kind that the version has, the standing ones as it has them and those that are gone anew, in the order of their numbers.</summary>
    /// <param name="kind">As the history calls them: "Claims".</param>
    public static List<T> Children<T>(this MapDb db, IReadOnlyDictionary<string, PastText> version, string kind, IEnumerable<T> standing, Func<T, long> idOf, Func<long, T> make, params IReadOnlyCollection<string> but) where T : class
    {
        var ids = version.Keys.Where(path => path.StartsWith(kind + "/", StringComparison.Ordinal)).Select(path => long.Parse(path[(kind.Length + 1)..].Split('.')[0], CultureInfo.InvariantCulture)).Distinct().Order();
        var known = standing.ToDictionary(idOf);
        return [.. ids.Select(id =>
        {
            var row = known.GetValueOrDefault(id) ?? make(id);
            db.Put(version, row, $"{kind}/{id}", but);
            return row;
        })];
    }

    /// <summary>The ground of a version; null where it is not kept.</summary>
    public static async Task<byte[]?> ShapeAsync(this MapDb db, IReadOnlyDictionary<string, PastText> version, ZoneRow standing, CancellationToken cancel = default)
    {
        if (version.GetValueOrDefault(nameof(ZoneRow.Shape)).Words is not { } print || print == RevisionText.Of(standing.Shape)) return standing.Shape;
        return await db.PastShapes.Where(it => it.Print == print).Select(it => it.Shape).SingleOrDefaultAsync(cancel);
    }
}
