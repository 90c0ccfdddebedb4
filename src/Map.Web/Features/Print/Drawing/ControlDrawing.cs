using Map.Core.Control;
using Map.Web.Packs.InView;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;

namespace Map.Web.Features.Print.Drawing;

/// <summary>Who held what, derived from claims: fills that fade where knowledge ends, and a sharp line where two kinds of holding meet.</summary>
internal sealed class ControlDrawing(Svg svg, MapFrame frame, VisibleInView view, Patterns patterns)
{
    private readonly Dictionary<int, VisibleCell> cells = view.Cells.ToDictionary(cell => cell.Number);
    private int fades;

    public void Draw()
    {
        if (view.Control is not { } control)
            return;
        svg.Open("g", ("id", "control"));
        Fills();
        Ages();
        var ends = control.Edges.Where(IsInPicture).Select(edge => (Edge: edge, Seen: See(edge))).Where(it => it.Seen != EdgeKind.Unseen).ToList();
        foreach (var cell in view.Cells)
            Fade(cell);
        foreach (var (edge, seen) in ends.Where(it => it.Seen is EdgeKind.EndOfFirst or EdgeKind.EndOfSecond))
            Fade(edge, cells[seen == EdgeKind.EndOfFirst ? edge.A : edge.B]);
        foreach (var cell in view.Cells.Where(cell => cell.State.Now?.Posture == Posture.Besieged))
            Siege(cell);
        foreach (var cell in view.Cells.Where(cell => cell.State.IsTurning))
            Split(cell);
        Fronts(ends.Where(it => it.Seen == EdgeKind.Front).Select(it => it.Edge));
        svg.Close();
    }

    private enum EdgeKind
    {
        Unseen,
        Front,
        EndOfFirst,
        EndOfSecond,
    }

    /// <summary>A front line runs where two kinds of holding meet, but for the state border. Where ground that is known meets ground of which nothing is, only our knowledge ends.</summary>
    private EdgeKind See(ControlEdge edge)
    {
        var (a, b) = (cells.GetValueOrDefault(edge.A)?.State, cells.GetValueOrDefault(edge.B)?.State);
        if (a is null || b is null)
            return a is null && b is null ? EdgeKind.Unseen : a is null ? EdgeKind.EndOfSecond : EdgeKind.EndOfFirst;
        return a.Kind is not null && b.Kind is not null && !a.Kind.Equals(b.Kind) && !edge.OnBorder ? EdgeKind.Front : EdgeKind.Unseen;
    }

    private bool IsInPicture(ControlEdge edge)
    {
        var bounds = frame.Bounds;
        return Math.Max(edge.From.X, edge.To.X) >= bounds.West && Math.Min(edge.From.X, edge.To.X) <= bounds.East && Math.Max(edge.From.Y, edge.To.Y) >= bounds.South && Math.Min(edge.From.Y, edge.To.Y) <= bounds.North;
    }

    /// <summary>All ground of one kind is one path: between two paths of one colour a hairline of land would show.</summary>
    private void Fills()
    {
        var paths = new Dictionary<string, (HoldingKind Kind, Outline Path)>();
        foreach (var cell in view.Cells)
        {
            var middle = frame.X(cell.Cell.Place.Longitude);
            if (!cell.State.IsTurning)
                Take(cell.State.Kind!, cell, double.NegativeInfinity, double.PositiveInfinity);
            else
            {
                // What was before on the left, in every language.
                if (cell.State.KindBefore is { } before) Take(before, cell, double.NegativeInfinity, middle);
                if (cell.State.Kind is { } now) Take(now, cell, middle, double.PositiveInfinity);
            }
        }
        foreach (var (kind, path) in paths.Values.OrderBy(it => Holders.Order(it.Kind.Holders[0])).Where(it => !it.Path.IsEmpty))
            patterns.Fill(svg, kind, path.Take(), frame.Area);

        void Take(HoldingKind kind, VisibleCell cell, double from, double to)
        {
            if (!paths.TryGetValue(kind.Key, out var known))
                paths[kind.Key] = known = (kind, new Outline(frame));
            known.Path.Shape(cell.Cell.Shape, from, to);
        }
    }

    private void Ages()
    {
        foreach (var age in view.Cells.Where(cell => cell.State.Age > 0).GroupBy(cell => cell.State.Age).OrderBy(group => group.Key))
        {
            var dots = string.Concat(age.Select(cell => Dots(cell, age.Key)));
            if (dots.Length > 0)
                Patterns.AddDots(svg, dots);
        }
    }

    private string Dots(VisibleCell cell, int age)
    {
        var reach = cell.Cell.Shape.EnvelopeInternal;
        double left = Math.Max(0, frame.X(reach.MinX)), top = Math.Max(0, frame.Y(reach.MaxY)), right = Math.Min(frame.Width, frame.X(reach.MaxX)), bottom = Math.Min(frame.Height, frame.Y(reach.MinY));
        var ground = new IndexedPointInAreaLocator(cell.Cell.Shape);
        return Patterns.AgeDots(age, new Area(left, top, right - left, bottom - top), (x, y) => ground.Locate(new Coordinate(frame.Longitude(x), frame.Latitude(y))) == Location.Interior);
    }

    /// <summary>Land laid over the ground more and more towards the stated distance: nothing changes there except what is known.</summary>
    private void Fade(VisibleCell cell)
    {
        var place = cell.Cell.Place;
        var radius = ControlRules.RadiusMetres / frame.MetresPerPixel(place.Latitude);
        var (x, y) = (frame.X(place.Longitude), frame.Y(place.Latitude));
        var full = radius * ControlRules.FullShare;
        if (cell.Cell.Shape.Coordinates.All(corner => Math.Pow(frame.X(corner.X) - x, 2) + Math.Pow(frame.Y(corner.Y) - y, 2) < full * full))
            return;
        var path = new Outline(frame);
        path.Shape(cell.Cell.Shape);
        if (path.IsEmpty)
            return;
        var id = $"fade{++fades}";
        svg.Open("radialGradient", ("id", id), ("gradientUnits", "userSpaceOnUse"), ("cx", x), ("cy", y), ("r", radius));
        Stops(ControlRules.FullShare, 1).Close();
        // A little wider than the ground: its own edge would else be left as a line.
        svg.Add("path", ("d", path.Take()), ("fill", $"url(#{id})"), ("fill-rule", "evenodd"), ("stroke", $"url(#{id})"), ("stroke-width", 1));
    }

    /// <summary>The same towards a place of which nothing is known on the day; never so far that it reaches the known place itself.</summary>
    private void Fade(ControlEdge edge, VisibleCell known)
    {
        double x1 = frame.X(edge.From.X), y1 = frame.Y(edge.From.Y), x2 = frame.X(edge.To.X), y2 = frame.Y(edge.To.Y), length = Math.Sqrt(Math.Pow(x2 - x1, 2) + Math.Pow(y2 - y1, 2));
        double x = frame.X(known.Cell.Place.Longitude), y = frame.Y(known.Cell.Place.Latitude);
        if (length < 0.5)
            return;
        var side = ((x2 - x1) * (y - y1) - (y2 - y1) * (x - x1)) / length;
        var most = (1 - ControlRules.FullShare) * ControlRules.RadiusMetres / frame.MetresPerPixel(35.5);
        var reach = Math.Max(2, Math.Min(most, Math.Abs(side) * 0.7)) * Math.Sign(side);
        double nx = -(y2 - y1) / length * reach, ny = (x2 - x1) / length * reach;
        var id = $"fade{++fades}";
        svg.Open("linearGradient", ("id", id), ("gradientUnits", "userSpaceOnUse"), ("x1", x1), ("y1", y1), ("x2", x1 + nx), ("y2", y1 + ny));
        svg.Add("stop", ("offset", 0), ("stop-color", Palette.Land)).Add("stop", ("offset", 1), ("stop-color", Palette.Land), ("stop-opacity", 0)).Close();
        static string At(double x, double y) => $"{Svg.Number(x)} {Svg.Number(y)}";
        svg.Add("path", ("d", $"M{At(x1, y1)}L{At(x2, y2)}L{At(x2 + nx, y2 + ny)}L{At(x1 + nx, y1 + ny)}Z"), ("fill", $"url(#{id})"));
    }

    private Svg Stops(double from, double to) =>
        svg.Add("stop", ("offset", from.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("stop-color", Palette.Land), ("stop-opacity", 0)).Add("stop", ("offset", to), ("stop-color", Palette.Land));

    /// <summary>Dashes inside the edge, in the colour of who besieges.</summary>
    private void Siege(VisibleCell cell)
    {
        var path = new Outline(frame);
        path.Shape(cell.Cell.Shape);
        if (path.IsEmpty)
            return;
        var outline = path.Take();
        var by = cell.State.Now!.Holders.Skip(1).FirstOrDefault();
        var id = $"siege{++fades}";
        svg.Open("clipPath", ("id", id)).Add("path", ("d", outline), ("clip-rule", "evenodd")).Close();
        svg.Add("path", ("d", outline), ("fill", "none"), ("stroke", by is null ? Palette.Front : patterns.Colours.Line(by)), ("stroke-width", 4), ("stroke-dasharray", "5 4"), ("clip-path", $"url(#{id})"));
    }

    /// <summary>Between the two halves of ground in the midst of a change whose day is not known.</summary>
    private void Split(VisibleCell cell)
    {
        var longitude = cell.Cell.Place.Longitude;
        var line = cell.Cell.Shape.Factory.CreateLineString([new Coordinate(longitude, cell.Cell.Shape.EnvelopeInternal.MinY), new Coordinate(longitude, cell.Cell.Shape.EnvelopeInternal.MaxY)]);
        var path = new Outline(frame);
        var inside = line.Intersection(cell.Cell.Shape);
        for (var i = 0; i < inside.NumGeometries; i++)
            if (inside.GetGeometryN(i) is LineString { IsEmpty: false } part)
                path.Piece(part.StartPoint.Coordinate, part.EndPoint.Coordinate);
        if (!path.IsEmpty)
            svg.Add("path", ("d", path.Take()), ("fill", "none"), ("stroke", Palette.Time), ("stroke-width", 1.4), ("stroke-dasharray", "4 3"));
    }

    private void Fronts(IEnumerable<ControlEdge> edges)
    {
        var path = new Outline(frame);
        foreach (var edge in edges)
            path.Piece(edge.From, edge.To);
        if (path.IsEmpty)
            return;
        var line = path.Take();
        svg.Open("g", ("fill", "none"), ("stroke-linecap", "round"), ("stroke-linejoin", "round"), ("data-fronts", ""));
        svg.Add("path", ("d", line), ("stroke", Palette.FrontCase), ("stroke-width", 4.6), ("stroke-opacity", "0.75"));
        svg.Add("path", ("d", line), ("stroke", Palette.Front), ("stroke-width", 1.9)).Close();
    }
}
