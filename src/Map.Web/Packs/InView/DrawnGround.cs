using System.Runtime.CompilerServices;

namespace Map.Web.Packs.InView;

/// <summary>A line or a ring in degrees, x = longitude; a ring's first corner is not repeated.</summary>
internal readonly record struct DrawnPart(double[] X, double[] Y);

internal sealed record DrawnShape(BaseClass Class, bool IsArea, int Rank, IReadOnlyList<DrawnPart> Parts)
{
    /// <summary>Even-odd over all rings: holes count themselves out.</summary>
    public bool Holds(double x, double y)
    {
        var inside = false;
        foreach (var (xs, ys) in Parts)
            for (int i = 0, j = xs.Length - 1; i < xs.Length; j = i++)
                if (ys[i] > y != ys[j] > y && x < (xs[j] - xs[i]) * (y - ys[i]) / (ys[j] - ys[i]) + xs[i])
                    inside = !inside;
        return inside;
    }
}

/// <summary>A name the map may write.</summary>
/// <param name="Country">It lies in the country that the map is about.</param>
internal sealed record DrawnLabel(long Place, double Latitude, double Longitude, LabelKind Kind, int Rank, int Population, string Name, string NameAr, bool Country);

/// <summary>Land, water, lines and names, read from the map's own packs; kept as long as these are.</summary>
internal sealed record DrawnGround(IReadOnlyList<DrawnShape> Shapes, IReadOnlyList<DrawnLabel> Labels)
{
    private static readonly ConditionalWeakTable<Pack, IReadOnlyList<DrawnShape>> KnownShapes = [];
    private static readonly ConditionalWeakTable<Pack, IReadOnlyList<DrawnLabel>> KnownLabels = [];

    public static DrawnGround Of(PackSet set)
    {
        var shapes = KnownShapes.GetValue(set.Base, pack => ReadShapes(pack.Raw));
        return new DrawnGround(shapes, KnownLabels.GetValue(set.Places, pack => ReadLabels(pack.Raw, shapes)));
    }

    private static List<DrawnShape> ReadShapes(byte[] raw)
    {
        var from = new PackText(raw, "MBA1");
        var shapes = new List<DrawnShape>();
        for (var left = from.Count(); left > 0; left--)
        {
            var kind = (BaseClass)from.Byte();
            var isArea = from.Byte() == 0;
            var rank = from.Count();
            var parts = new DrawnPart[from.Count()];
            long x = 0, y = 0;
            for (var part = 0; part < parts.Length; part++)
            {
                var points = from.Count();
                var (xs, ys) = (new double[points], new double[points]);
                for (var i = 0; i < points; i++)
                {
                    xs[i] = (x += from.Zigzag()) / 1e4;
                    ys[i] = (y += from.Zigzag()) / 1e4;
                }
                parts[part] = new DrawnPart(xs, ys);
            }
            shapes.Add(new DrawnShape(kind, isArea, rank, parts));
        }
        return shapes;
    }

    private static List<DrawnLabel> ReadLabels(byte[] raw, IReadOnlyList<DrawnShape> shapes)
    {
        var country = shapes.Where(shape => shape.Class == BaseClass.Syria).ToList();
        var from = new PackText(raw, "MPL1");
        var labels = new List<DrawnLabel>();
        long x = 0, y = 0;
        for (var left = from.Count(); left > 0; left--)
        {
            var place = from.Varint();
            y += from.Zigzag();
            x += from.Zigzag();
            var (latitude, longitude) = (y / 1e5, x / 1e5);
            labels.Add(new DrawnLabel(place, latitude, longitude, (LabelKind)from.Byte(), from.Byte(), from.Count(), from.Text(), from.Text(), country.Any(shape => shape.Holds(longitude, latitude))));
        }
        return labels;
    }
}
