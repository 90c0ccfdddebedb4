using System.Text;

namespace Map.Core.Tests.Tables;

/// <summary>Tables as another program opens them.</summary>
internal static class Csv
{
    /// <summary>A reader of RFC 4180, letter by letter.</summary>
    public static List<string[]> Read(string text)
    {
        List<string[]> rows = [];
        List<string> row = [];
        var cell = new StringBuilder();
        var isQuoted = false;
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (isQuoted && letter == '"' && at + 1 < text.Length && text[at + 1] == '"') { cell.Append('"'); at++; }
            else if (letter == '"') { isQuoted = !isQuoted; }
            else if (isQuoted) { cell.Append(letter); }
            else if (letter == ',') { row.Add(cell.ToString()); cell.Clear(); }
            else if (letter == '\r' && text[at + 1] == '\n') { row.Add(cell.ToString()); cell.Clear(); rows.Add([.. row]); row.Clear(); at++; }
            else { cell.Append(letter); }
        }
        return rows;
    }
}
