using System.Globalization;
using System.Text;

namespace Map.Core.Reading;

/// <summary>Makes a lexicon of the tables in <c>geodata/gazetteer</c> and <c>geodata/actors</c>, given as text (RFC 4180, with a header).</summary>
public static class LexiconTables
{
    public static Lexicon Read(string places, string aliases, string actors, string names)
    {
        var spellings = Rows(aliases).ToLookup(row => row["key"], row => row["name"]);
        var called = Rows(names).ToLookup(row => row["key"], row => row["name"]);
        return new Lexicon(
            [.. Rows(places).Select(row => Place(row, spellings[row["key"]]))],
            [.. Rows(actors).Where(IsOne).Select(row => new KnownActor(row["key"], row["name"], Names(row, called[row["key"]]), row["kind"]))]);
    }

    private static KnownPlace Place(Dictionary<string, string> row, IEnumerable<string> spellings) => new(
        row["key"], row["name"], Names(row, spellings), row["kind"], Number(row["latitude"]), Number(row["longitude"]), (long)Number(row["population"]), (int)Number(row["rank"]),
        Known(row["adm1"]), Known(row["adm2"]));

    /// <summary>UCDP's sides of several groups are written with commas; each of the groups has a row of its own.</summary>
    private static bool IsOne(Dictionary<string, string> actor) => !actor["name"].Contains(", ", StringComparison.Ordinal);

    private static List<string> Names(Dictionary<string, string> row, IEnumerable<string> others) =>
        [.. others.Prepend(row["name_ar"]).Prepend(row["name"]).Where(name => name.Length > 0).Distinct()];

    private static string? Known(string text) => text.Length > 0 ? text : null;

    private static double Number(string text) => double.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static IEnumerable<Dictionary<string, string>> Rows(string table)
    {
        List<string>? header = null;
        foreach (var row in Records(table))
        {
            if (header is null)
            {
                header = row;
            }
            else
            {
                yield return header.Zip(row).ToDictionary(cell => cell.First, cell => cell.Second);
            }
        }
    }

    private static IEnumerable<List<string>> Records(string table)
    {
        var row = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var at = 0; at < table.Length; at++)
        {
            var letter = table[at];
            if (quoted)
            {
                if (letter != '"')
                {
                    field.Append(letter);
                }
                else if (at + 1 < table.Length && table[at + 1] == '"')
                {
                    field.Append('"');
                    at++;
                }
                else
                {
                    quoted = false;
                }
            }
            else if (letter == '"')
            {
                quoted = true;
            }
            else if (letter is ',' or '\n')
            {
                row.Add(field.ToString());
                field.Clear();
                if (letter == '\n')
                {
                    yield return row;
                    row = [];
                }
            }
            else if (letter is not ('\r' or '\uFEFF'))
            {
                field.Append(letter);
            }
        }

        if (row.Count > 0 || field.Length > 0)
        {
            row.Add(field.ToString());
            yield return row;
        }
    }
}
