using System.Globalization;
using System.Text;

namespace Map.Core.Tables;

/// <summary>A table as CSV by RFC 4180: commas, CRLF, quotes where they are needed, UTF-8 with a byte order mark so that spreadsheets read Arabic. Text is made harmless by <see cref="SafeCell"/>; numbers stay numbers.</summary>
public sealed class CsvTable
{
    private readonly StringBuilder text = new();

    /// <param name="columns">Names of the columns, one word each.</param>
    public CsvTable(params IEnumerable<string> columns) => Row(columns);

    /// <summary>Adds a row: texts, whole numbers, numbers (degrees, figures) and null for nothing.</summary>
    public CsvTable Row(params IEnumerable<object?> cells)
    {
        text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");
        return this;
    }

    /// <summary>The file.</summary>
    public byte[] ToBytes() => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];

    private static string Cell(object? value) => value switch
    {
        null => "",
        string said => Quoted(SafeCell.Of(said)),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A cell is a text or a number, not a {value.GetType().Name}.", nameof(value)),
    };

    private static string Quoted(string said) => said.AsSpan().ContainsAny(",\"\r\n") ? $"\"{said.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : said;
}
