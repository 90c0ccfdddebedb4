using System.Runtime.CompilerServices;
using System.Text;
using Map.Core.Control;
using Map.Core.Shapes;
using Map.Core.Time;

namespace Map.Core.Tests.Control;

/// <summary>The control claims, places and boundary the product ships with.</summary>
public sealed class RealClaims
{
    public RealClaims()
    {
        Boundary = new Country(GeoJson.Read(File.ReadAllBytes(Geodata("boundaries", "syr_admin0.geojson")))[0].Shape!);
        var sources = Rows("sources.csv").ToDictionary(row => row["key"]);
        var sides = Rows("leanings.csv").ToDictionary(row => row["source_key"], row => Holders.Split(row["side"]));
        var places = Rows("gazetteer", "places.csv").Select((row, i) => (row, i)).ToDictionary(it => it.row["key"], it => (Row: it.row, Id: it.i + 1));
        Places = [.. Rows("control", "control_claims.csv").GroupBy(row => row["place_key"]).Select(group =>
        {
            var (place, id) = places[group.Key];
            return new ControlPlace(id, place["name"], place["name_ar"], Number(place["latitude"]), Number(place["longitude"]), [.. group.Select(row => Claim(row, sources[row["source_key"]], sides.GetValueOrDefault(row["source_key"])))]);
        })];
        Map = ControlMap.Of(Boundary, Places);
    }

    public Country Boundary { get; }
    public IReadOnlyList<ControlPlace> Places { get; }
    public ControlMap Map { get; }

    public int CellOf(string name) => Enumerable.Range(0, Map.Cells.Count).Single(i => Map.Cells[i].Place.Name == name);

    public Answer? On(string name, string day) => Map.On(CellOf(name), Day(day));

    public static int Day(string iso) => Days.Of(DateOnly.Parse(iso));

    public static string Geodata(params string[] path) => Path.Combine([Root(), "geodata", .. path]);

    /// <summary>The rows of a comma-separated file (RFC 4180), by column.</summary>
    public static List<Dictionary<string, string>> Rows(params string[] path)
    {
        var lines = Records(File.ReadAllText(Geodata(path))).ToList();
        return [.. lines.Skip(1).Select(line => lines[0].Zip(line).ToDictionary(pair => pair.First, pair => pair.Second))];
    }

    private static ControlClaim Claim(Dictionary<string, string> row, Dictionary<string, string> source, IReadOnlyList<string>? side)
    {
        var date = EdtfText.Parse(row["date_edtf"]);
        Assert.True(Postures.TryParse(row["posture"], out var posture), row["posture"]);
        return new ControlClaim(row["id"], Holders.Split(row["holders"]), posture, date.Edtf, date.EarliestDay, date.LatestDay, source["reliability"][0], int.Parse(row["credibility"]),
            ControlRules.DescribesState(date.Edtf, date.EarliestDay, date.LatestDay, source["published_edtf"]), source["key"], side);
    }

    private static IEnumerable<List<string>> Records(string text)
    {
        var (record, field, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"' && quoted && i + 1 < text.Length && text[i + 1] == '"')
                field.Append(text[++i]);
            else if (text[i] == '"')
                quoted = !quoted;
            else if (quoted || text[i] is not (',' or '\n' or '\r'))
                field.Append(text[i]);
            else if (text[i] != '\r')
            {
                record.Add(field.ToString());
                field.Clear();
                if (text[i] == ',')
                    continue;
                yield return record;
                record = [];
            }
        }
    }

    private static double Number(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
