namespace Map.Web.Packs;

/// <summary>What a label names; the numbers are the bytes of the pack.</summary>
internal enum LabelKind
{
    City = 0, Town = 1, Village = 2, Seat = 3, Site = 4, Country = 5, Water = 6, Sea = 7, Region = 8,
}

/// <param name="Place">Id of the gazetteer's place; 0 for a country or a water.</param>
/// <param name="Rank">1 is written first, 6 last.</param>
internal sealed record Label(long Place, double Latitude, double Longitude, LabelKind Kind, int Rank, int? Population, string Name, string? NameAr);

/// <summary>Writes the label pack (README.md).</summary>
internal static class LabelPack
{
    public static byte[] Write(IEnumerable<Label> labels)
    {
        var ordered = labels.OrderBy(label => label.Rank).ThenByDescending(label => label.Population ?? 0)
            .ThenBy(label => label.Name, StringComparer.Ordinal).ThenBy(label => label.Place).ToList();
        var bytes = new PackBytes("MPL1", ordered.Count * 40);
        bytes.Varint(ordered.Count);
        int x = 0, y = 0;
        foreach (var label in ordered)
        {
            int px = (int)Math.Round(label.Longitude * 1e5), py = (int)Math.Round(label.Latitude * 1e5);
            bytes.Varint(label.Place);
            bytes.Zigzag(py - y);
            bytes.Zigzag(px - x);
            bytes.Byte((int)label.Kind);
            bytes.Byte(label.Rank);
            bytes.Varint(label.Population ?? 0);
            bytes.Text(label.Name);
            bytes.Text(label.NameAr);
            (x, y) = (px, py);
        }
        return bytes.Done();
    }
}
