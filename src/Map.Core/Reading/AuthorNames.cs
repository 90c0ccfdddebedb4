using System.Text.RegularExpressions;

namespace Map.Core.Reading;

/// <summary>The names that bylines give, by which the lines about the author are known at the article's end.</summary>
internal sealed partial class AuthorNames
{
    private readonly List<string> names = [];

    public bool Any => names.Count > 0;

    [GeneratedRegex(@"\p{Lu}[\p{L}'’.-]*(?: (?:al-|bin |ibn |de |van |von |el-)?\p{Lu}[\p{L}'’.-]*){1,3}", RegexOptions.CultureInvariant)]
    private static partial Regex FullName();

    public void Take(PartLine byline)
    {
        if (!byline.IsDateLine || byline.IsByline)
        {
            names.AddRange(FullName().Matches(byline.Text).Select(match => match.Value).Where(name => !name.StartsWith("By ", StringComparison.Ordinal)));
            names.AddRange(FullName().Matches(byline.Text).Select(match => match.Value).Where(name => name.StartsWith("By ", StringComparison.Ordinal)).Select(name => name[3..]).Where(name => name.Contains(' ')));
        }
    }

    /// <summary>True where the line is an author's name and nothing more.</summary>
    public bool Has(string line) => names.Contains(line.TrimEnd('.', ':', ','), StringComparer.OrdinalIgnoreCase);

    /// <summary>True where the line begins by an author's name and goes on about them.</summary>
    public bool Begins(PartLine line) => names.Any(name => line.Text.StartsWith(name, StringComparison.OrdinalIgnoreCase)
        && (line.Text.Length == name.Length || line.Text[name.Length..] is [' ' or ',' or '\n' or '\r', ..] or ['(', ..] or ['’' or '\'', 's', ..]));
}
