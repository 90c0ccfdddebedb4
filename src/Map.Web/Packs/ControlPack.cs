using Map.Core.Control;
using Map.Core.Time;
using NetTopologySuite.Geometries;

namespace Map.Web.Packs;

/// <summary>Writes the control pack (README.md).</summary>
internal static class ControlPack
{
    /// <summary>How an open start is written: 1900-01-01.</summary>
    internal const int Distant = -25_567;

    public static byte[] Write(ControlMap map) => Write(map.Plane, map.Cells, map.Edges, map.To);

    /// <param name="plane">That the cells were made on.</param>
    /// <param name="to">The last day the layer speaks of.</param>
    public static byte[] Write(LocalPlane plane, IReadOnlyList<ControlCell> cells, IReadOnlyList<ControlEdge> edges, int to)
    {
        var holders = HoldersOf(cells);
        var bytes = new PackBytes("MCT3", 64 * 1024);
        HolderIds(bytes, holders);
        bytes.Varint(plane.Millionths);
        bytes.Varint(ControlRules.RadiusMetres);
        bytes.Byte((int)Math.Round(ControlRules.FullShare * 100));
        bytes.Varint(ControlRules.AgeDays.Count);
        foreach (var days in ControlRules.AgeDays)
            bytes.Varint(days);
        To(bytes, to);

        bytes.Varint(cells.Count);
        foreach (var cell in cells)
            Cell(bytes, cell, holders);
        bytes.Varint(edges.Count);
        foreach (var edge in edges)
            Edge(bytes, edge, cells[edge.A].Place);
        return bytes.Done();
    }

    /// <summary>In the order in which the pack of these cells numbers them.</summary>
    internal static List<string> HoldersOf(IEnumerable<ControlCell> cells) =>
        [.. Holders.InOrder(cells.SelectMany(cell => cell.Timeline.Holdings).SelectMany(holding => holding.Holders))];

    internal static void HolderIds(PackBytes bytes, IReadOnlyCollection<string> holders)
    {
        bytes.Varint(holders.Count);
        foreach (var holder in holders)
            bytes.Id(holder);
    }

    internal static void To(PackBytes bytes, int to) => bytes.Zigzag(Math.Max(to, Distant));

    internal static void Cell(PackBytes bytes, ControlCell cell, List<string> holders)
    {
        bytes.Varint(cell.Place.Id);
        bytes.Zigzag(WrittenGround.Unit(cell.Place.Latitude));
        bytes.Zigzag(WrittenGround.Unit(cell.Place.Longitude));
        bytes.Text(cell.Place.Name);
        bytes.Text(cell.Place.NameAr);
        Shape(bytes, cell.Shape, WrittenGround.Unit(cell.Place.Longitude), WrittenGround.Unit(cell.Place.Latitude));

        bytes.Varint(cell.Timeline.Holdings.Count);
        var before = 0;
        foreach (var holding in cell.Timeline.Holdings)
        {
            var may = Math.Max(holding.MayFrom, Distant);
            bytes.Zigzag((long)may - before);
            bytes.Varint((long)Math.Max(holding.SureFrom, may) - may);
            bytes.Byte((int)holding.Posture);
            bytes.Byte(holding.Holders.Count);
            foreach (var holder in holding.Holders)
                bytes.Byte(holders.IndexOf(holder));
            ClaimDays(bytes, holding, may);
            before = may;
        }
    }

    /// <summary>The days by which each claim has it certain: how old the last one is shades the cell. A claim without such a day counts from its first.</summary>
    private static void ClaimDays(PackBytes bytes, Holding holding, int may)
    {
        var last = may;
        bytes.Varint(holding.Claims.Count);
        foreach (var day in holding.Claims.Select(claim => Math.Max(claim.LatestDay == Days.OpenEnd ? claim.EarliestDay : claim.LatestDay, may)).Order())
        {
            bytes.Varint((long)day - last);
            last = day;
        }
    }

    internal static void Shape(PackBytes bytes, Geometry shape, int x, int y)
    {
        var polygons = WrittenGround.Of(shape).Polygons;
        bytes.Varint(polygons.Count);
        foreach (var rings in polygons)
        {
            bytes.Varint(rings.Count);
            foreach (var ring in rings)
            {
                bytes.Varint(ring.Count);
                foreach (var (px, py) in ring)
                {
                    bytes.Zigzag(px - x);
                    bytes.Zigzag(py - y);
                    (x, y) = (px, py);
                }
            }
        }
    }

    internal static void Edge(PackBytes bytes, ControlEdge edge, ControlPlace place)
    {
        bytes.Varint(edge.A);
        bytes.Varint(edge.B);
        int x1 = WrittenGround.Unit(edge.From.X), y1 = WrittenGround.Unit(edge.From.Y);
        bytes.Zigzag(x1 - WrittenGround.Unit(place.Longitude));
        bytes.Zigzag(y1 - WrittenGround.Unit(place.Latitude));
        bytes.Zigzag(WrittenGround.Unit(edge.To.X) - x1);
        bytes.Zigzag(WrittenGround.Unit(edge.To.Y) - y1);
        bytes.Byte(edge.OnBorder ? 1 : 0);
    }
}
