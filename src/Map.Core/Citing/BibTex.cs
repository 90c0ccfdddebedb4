using System.Globalization;
using System.Text;

namespace Map.Core.Citing;

/// <summary>Sources as entries for BibLaTeX (UTF-8; dates as EDTF, which BibLaTeX reads): @online, @dataset and @report.</summary>
public static class BibTex
{
    /// <param name="accessed">The day on which the reader looked.</param>
    public static string Of(IEnumerable<CitedSource> sources, DateOnly accessed) => string.Join('\n', sources.Select(source => Entry(source, accessed)));

    private static string Entry(CitedSource source, DateOnly accessed)
    {
        var entry = new StringBuilder($"@{TypeOf(source.Kind)}{{{KeyOf(source.Key)},\n");
        // Braces within keep names together and capitals as they are.
        Field("title", source.Title, isName: true);
        Field("author", source.Author, isName: true);
        Field("organization", source.Outlet, isName: true);
        Field("date", source.Published);
        Address("url", source.Url ?? source.ArchiveUrl);
        if ((source.Url ?? source.ArchiveUrl) is not null) Field("urldate", accessed.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (source.Url is not null) Field("addendum", source.ArchiveUrl is { } copy ? $"Archived: {copy}" : null);
        Field("langid", source.Language);
        Field("note", source.Licence is { } licence ? $"Licence: {licence}" : null);
        return entry.Append("}\n").ToString();

        void Field(string name, string? value, bool isName = false)
        {
            if (value is null) return;
            var text = Escaped(value);
            entry.Append(CultureInfo.InvariantCulture, $"  {name} = {{{(isName ? $"{{{text}}}" : text)}}},\n");
        }

        // An address is written as it is: only what would end the field, or begin a comment in some readers, is percent-encoded.
        void Address(string name, string? url)
        {
            if (url is not null) entry.Append(CultureInfo.InvariantCulture, $"  {name} = {{{url.Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal).Replace("\\", "%5C", StringComparison.Ordinal)}}},\n");
        }
    }

    private static string TypeOf(string? kind) => kind switch { "dataset" => "dataset", "monitor" => "report", _ => "online" };

    private static string KeyOf(string key) => new([.. key.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' ? letter : '-')]);

    /// <summary>Letters that mean something to TeX, as themselves.</summary>
    private static string Escaped(string text)
    {
        var safe = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '\\' => safe.Append("\\textbackslash{}"),
                '{' or '}' or '$' or '&' or '#' or '%' or '_' => safe.Append('\\').Append(letter),
                '~' => safe.Append("\\textasciitilde{}"),
                '^' => safe.Append("\\textasciicircum{}"),
                _ when char.IsControl(letter) => safe.Append(' '),
                _ => safe.Append(letter),
            };
        }
        return safe.ToString();
    }
}
