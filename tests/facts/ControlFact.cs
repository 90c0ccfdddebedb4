using CsvHelper;

namespace Map.Facts;

/// <summary>One row of tests/facts/control-facts-60.csv: what a source says, chosen by a fixed rule (choose.mjs there) and never by what the product answers.</summary>
/// <param name="Day">The ISO day asked.</param>
/// <param name="Exactly">Nobody but these may be named.</param>
/// <param name="SetAside">The rule by which the map does not follow the fact, or empty.</param>
public sealed record ControlFact(string Place, string Latitude, string Longitude, string Edtf, string Day, IReadOnlyList<string> Holders, string Posture, bool Exactly, string SetAside, string Reason)
{
    public static IReadOnlyList<ControlFact> All { get; } = Read();

    public string At => $"control?lat={Latitude}&lng={Longitude}&date={Day}";

    public override string ToString() => $"{Place} {Edtf} {string.Join('+', Holders)}";

    private static List<ControlFact> Read()
    {
        using var csv = CsvReader.Create(File.OpenRead(Path.Combine(AppContext.BaseDirectory, "control-facts-60.csv")), new CsvReaderOptions { Separator = ',' });
        csv.ReadHeader();
        var facts = new List<ControlFact>();
        while (csv.Read())
            facts.Add(new ControlFact(csv.GetString(0), csv.GetString(1), csv.GetString(2), csv.GetString(3), csv.GetString(4), csv.GetString(5).Split('+'), csv.GetString(6), csv.GetString(7) == "yes", csv.GetString(8), csv.GetString(9)));
        return facts;
    }
}
