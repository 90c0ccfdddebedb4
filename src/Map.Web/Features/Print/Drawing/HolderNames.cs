using Map.Core.Control;
using Map.Web.Features.Print.Fonts;
using Map.Web.Packs.InView;

namespace Map.Web.Features.Print.Drawing;

/// <summary>A holder's name on the ground it holds.</summary>
internal sealed record HolderName(string Holder, string Text, Area Box, double Size);

/// <summary>Names of holders on the widest part of each connected area, never across a front line (client/layers/regions.ts).</summary>
internal sealed class HolderNames(MapFrame frame, VisibleInView view, Lettering lettering, Func<string, string> shortName)
{
    private const double LeastArea = 4000, Step = 8, Full = 0.8, MovedAtMost = 54;
    private const int MostPerHolder = 3;

    private readonly int columns = (int)Math.Ceiling(frame.Width / Step), rows = (int)Math.Ceiling(frame.Height / Step);

    public IReadOnlyList<HolderName> Place(Taken taken)
    {
        if (view.Control is not { } control)
            return [];
        var samples = Sample();
        var region = Regions(control);
        var found = new List<HolderName>();
        var times = new Dictionary<string, int>();
        foreach (var (root, count) in samples.Where(cell => cell >= 0 && region.ContainsKey(cell)).CountBy(cell => region[cell]).OrderByDescending(it => it.Value).ThenBy(it => it.Key))
        {
            var area = count * Step * Step;
            if (area < LeastArea)
                break;
            var holder = Sole(root)!;
            if (times.GetValueOrDefault(holder) >= MostPerHolder)
                continue;
            var size = area > 24_000 ? 16 : 14;
            var text = shortName(holder);
            if (Widest(control, samples, region, root, lettering.Width(text, Face.StrongName, size) + 4, size + 5, taken) is not { } box)
                continue;
            taken.Take(box);
            times[holder] = times.GetValueOrDefault(holder) + 1;
            found.Add(new HolderName(holder, text, box, size));
        }
        return found;
    }

    /// <summary>The nearest place's cell for every square of the picture, where its fill is at full strength; −1 elsewhere.</summary>
    private int[] Sample()
    {
        var cell = Enumerable.Repeat(-1, columns * rows).ToArray();
        var distance = Enumerable.Repeat(double.PositiveInfinity, columns * rows).ToArray();
        foreach (var it in view.Cells)
        {
            var radius = ControlRules.RadiusMetres / frame.MetresPerPixel(it.Cell.Place.Latitude);
            double x = frame.X(it.Cell.Place.Longitude), y = frame.Y(it.Cell.Place.Latitude);
            for (var row = (int)Math.Max(0, Math.Floor((y - radius) / Step)); row < Math.Min(rows, (y + radius) / Step); row++)
                for (var column = (int)Math.Max(0, Math.Floor((x - radius) / Step)); column < Math.Min(columns, (x + radius) / Step); column++)
                {
                    var away = Math.Sqrt(Math.Pow((column + 0.5) * Step - x, 2) + Math.Pow((row + 0.5) * Step - y, 2));
                    if (away >= distance[row * columns + column])
                        continue;
                    distance[row * columns + column] = away;
                    cell[row * columns + column] = away <= radius * Full ? it.Number : -1;
                }
        }
        return cell;
    }

    private readonly Dictionary<int, CellState> states = view.Cells.ToDictionary(cell => cell.Number, cell => cell.State);

    private string? Sole(int cell) => states.GetValueOrDefault(cell) is { IsTurning: false, Kind: { Posture: Posture.Holds } kind } ? kind.Holders[0] : null;

    /// <summary>For each cell of one holder alone a cell that stands for its connected area.</summary>
    private Dictionary<int, int> Regions(ControlMap control)
    {
        var root = states.Keys.Where(cell => Sole(cell) is not null).ToDictionary(cell => cell);
        foreach (var edge in control.Edges)
            if (root.ContainsKey(edge.A) && root.ContainsKey(edge.B) && Sole(edge.A) == Sole(edge.B))
                root[Find(edge.B)] = Find(edge.A);
        return root.Keys.ToList().ToDictionary(cell => cell, Find);

        int Find(int cell)
        {
            while (root[cell] != cell)
                cell = root[cell] = root[root[cell]];
            return cell;
        }
    }

    /// <summary>The free box nearest to where the area is widest.</summary>
    private Area? Widest(ControlMap control, int[] samples, Dictionary<int, int> region, int root, double width, double height, Taken taken)
    {
        bool Inside(int column, int row) => column >= 0 && row >= 0 && column < columns && row < rows && samples[row * columns + column] is >= 0 and var cell && region.TryGetValue(cell, out var of) && of == root;
        int Run(int column, int row, int dx, int dy)
        {
            var steps = 0;
            while (steps < 40 && Inside(column + dx * (steps + 1), row + dy * (steps + 1)) && Inside(column - dx * (steps + 1), row - dy * (steps + 1)))
                steps++;
            return steps;
        }

        var spots = new List<(double X, double Y, double Room)>();
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++)
            {
                if (!Inside(column, row))
                    continue;
                var room = Math.Min((Run(column, row, 1, 0) + 0.5) * Step * 2 / width, (Run(column, row, 0, 1) + 0.5) * Step * 2 / height / 1.6);
                if (room >= 1)
                    spots.Add((column * Step + Step / 2, row * Step + Step / 2, Math.Min(room, 3)));
            }
        if (spots.Count == 0)
            return null;
        var ordered = spots.OrderByDescending(spot => spot.Room).ToList();
        var picture = new Area(0, 0, frame.Width, frame.Height);
        foreach (var spot in ordered)
        {
            if (Math.Sqrt(Math.Pow(spot.X - ordered[0].X, 2) + Math.Pow(spot.Y - ordered[0].Y, 2)) > MovedAtMost)
                continue;
            var box = new Area(spot.X - width / 2, spot.Y - height / 2, width, height);
            if (picture.Holds(box) && taken.IsFree(box, 2) && OnOwnGround(box))
                return box;
        }
        return null;

        // The samples know nothing of the state border; the cells' own shapes do.
        bool OnOwnGround(Area box) => new[] { (0.06, 0.5), (0.94, 0.5), (0.5, 0.1), (0.5, 0.9) }.All(at =>
            region.TryGetValue(control.CellAt(frame.Latitude(box.Y + box.Height * at.Item2), frame.Longitude(box.X + box.Width * at.Item1)), out var of) && of == root);
    }
}
