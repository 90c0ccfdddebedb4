namespace Map.Web.Features.Print.Drawing;

/// <summary>Where names may stand: boxes taken so far, and the eight places round a dot (client/layers/placing.ts).</summary>
internal sealed class Taken
{
    private readonly List<Area> boxes = [];

    public bool IsFree(Area box, double gap) => !boxes.Exists(other => box.Meets(other, gap));

    public void Take(Area box) => boxes.Add(box);

    /// <summary>The first free place: right, left, above, below, then the four corners; null where none is free or all lead out of the picture.</summary>
    public (int Slot, Area Box)? Place(double x, double y, double radius, double width, double height, Area picture)
    {
        for (var slot = 0; slot < 8; slot++)
        {
            var box = Slot(slot, x, y, radius, width, height);
            if (picture.Holds(box) && IsFree(box, 1.5))
                return (slot, box);
        }
        return null;
    }

    private static Area Slot(int slot, double x, double y, double radius, double width, double height)
    {
        double gap = radius + 4, near = radius * 0.7 + 2.5;
        return slot switch
        {
            0 => new Area(x + gap, y - height / 2, width, height),
            1 => new Area(x - gap - width, y - height / 2, width, height),
            2 => new Area(x - width / 2, y - gap - height + 1, width, height),
            3 => new Area(x - width / 2, y + gap - 1, width, height),
            4 => new Area(x + near, y - near - height + 3, width, height),
            5 => new Area(x - near - width, y - near - height + 3, width, height),
            6 => new Area(x + near, y + near - 3, width, height),
            _ => new Area(x - near - width, y + near - 3, width, height),
        };
    }
}
