using Map.Core.Control;

namespace Map.Web.Packs;

/// <summary>Writes how the control layer differs from that of the control pack (README.md).</summary>
internal static class ControlChangePack
{
    public static byte[] Write(ControlDelta delta)
    {
        var holders = ControlPack.HoldersOf(delta.Standing.Cells);
        var known = holders.Count;
        holders.AddRange(ControlPack.HoldersOf(delta.Cells).Except(holders));

        var bytes = new PackBytes("MCC1");
        bytes.Varint(delta.Standing.Cells.Count);
        bytes.Varint(delta.Standing.Edges.Count);
        bytes.Varint(known);
        ControlPack.To(bytes, delta.Now.To);
        ControlPack.HolderIds(bytes, holders[known..]);
        FacetPack.Rising(bytes, [.. delta.Removed]);
        bytes.Varint(delta.Cells.Count);
        foreach (var cell in delta.Cells)
            ControlPack.Cell(bytes, cell, holders);
        FacetPack.Rising(bytes, [.. delta.LostEdges]);
        bytes.Varint(delta.Edges.Count);
        foreach (var edge in delta.Edges)
            ControlPack.Edge(bytes, edge, delta.PlaceOf(edge.A));
        return bytes.Done();
    }
}
