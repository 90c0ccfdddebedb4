using System.Globalization;
using System.Text;
using Map.Core.Zones;

namespace Map.Web.Features.Zones.Import;

/// <summary>What was left out, as a table to send to whoever made the files.</summary>
public static class BadList
{
    /// <summary>Browsers keep links up to some megabytes; nobody reads more rows by hand.</summary>
    private const int Most = 2_000;

    public static string Csv(IEnumerable<BadFeature> bad)
    {
        var text = new StringBuilder("file,feature,reason,latitude,longitude\r\n");
        foreach (var feature in bad.Take(Most))
        {
            string?[] cells = [feature.File, feature.Number?.ToString(CultureInfo.InvariantCulture), string.Join(" ", feature.Reasons.Select(reason => reason.Words)), Degrees(feature.At?.Y), Degrees(feature.At?.X)];
            text.AppendJoin(',', cells.Select((cell, i) => i < 3 ? Quoted(cell ?? "") : cell ?? "")).Append("\r\n");
        }
        return text.ToString();
    }

    /// <summary>The table in a link, so that nothing is asked of the server.</summary>
    public static string Link(IEnumerable<BadFeature> bad) => "data:text/csv;charset=utf-8," + Uri.EscapeDataString(Csv(bad));

    private static string? Degrees(double? value) => value?.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>A cell that begins like a formula would be run by a spreadsheet.</summary>
    private static string Quoted(string cell) => '"' + (cell.Length > 0 && "=+-@\t\r＝".Contains(cell[0]) ? "'" : "") + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
}
