using System.Globalization;
using Map.Core.Time;

namespace Map.Web.Data.FirstLoad;

/// <summary>One row of a CSV file, read by column name. An empty field is null.</summary>
internal sealed class FileRow(IReadOnlyDictionary<string, int> columns, string[] fields)
{
    public string? Text(string column)
    {
        var text = fields[columns.TryGetValue(column, out var index) ? index : throw new BadRowException($"the file has no column {column}")];
        return text.Length == 0 ? null : text;
    }

    public string Need(string column) => Text(column) ?? throw new BadRowException($"{column} is empty");

    public int? Whole(string column)
    {
        if (Text(column) is not { } text) return null;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new BadRowException($"{column} is “{text}”, which is no whole number");
    }

    public int NeedWhole(string column) => Whole(column) ?? throw new BadRowException($"{column} is empty");

    /// <summary>A number within bounds; infinities and NaN are none.</summary>
    public double NeedNumber(string column, double least, double most)
    {
        var text = Need(column);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new BadRowException($"{column} is “{text}”; it must be a number from {least} to {most}");
    }

    /// <summary>The digit of the Admiralty code, 1 (confirmed) to 6 (cannot be judged).</summary>
    public int NeedCredibility(string column) =>
        NeedWhole(column) is >= 1 and <= 6 and var digit ? digit : throw new BadRowException($"{column} must be a digit from 1 to 6");

    public DateSpan? Span(string column) => Text(column) is { } text ? Edtf(column, text) : null;

    public DateSpan NeedSpan(string column) => Edtf(column, Need(column));

    internal static DateSpan Edtf(string field, string text) =>
        EdtfText.TryParse(text, out var span, out var problem) ? span : throw new BadRowException($"{field}: {problem}");
}
