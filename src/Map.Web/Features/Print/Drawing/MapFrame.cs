using Map.Web.Canvas;

namespace Map.Web.Features.Print.Drawing;

/// <summary>Pixels of a sheet.</summary>
internal readonly record struct Area(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;
    public double Bottom => Y + Height;

    public bool Meets(Area other, double gap = 0) => X < other.Right + gap && other.X < Right + gap && Y < other.Bottom + gap && other.Y < Bottom + gap;

    public bool Holds(double x, double y) => x >= X && x <= Right && y >= Y && y <= Bottom;

    public bool Holds(Area other) => other.X >= X && other.Y >= Y && other.Right <= Right && other.Bottom <= Bottom;
}

/// <summary>Where on earth the picture looks: the web's Mercator, as on screen. It begins at 0, 0.</summary>
internal sealed class MapFrame
{
    private const double EarthAround = 40_075_016.686;
    private const double LeastSeen = 0.7;

    /// <summary>A print is finer than a screen: it has room for the names of the next zoom a little earlier.</summary>
    private const double Finer = 0.1;

    private readonly double world, left, top;

    private MapFrame(double world, double left, double top, double width, double height)
    {
        (this.world, this.left, this.top, Width, Height) = (world, left, top, width, height);
        Bounds = new MapBounds(Latitude(height), Longitude(0), Latitude(0), Longitude(width));
    }

    public double Width { get; }
    public double Height { get; }

    public Area Area => new(0, 0, Width, Height);

    /// <summary>All of the earth in the picture.</summary>
    public MapBounds Bounds { get; }

    /// <summary>As the map counts: 256 pixels for the whole world at 0.</summary>
    public double Zoom => Math.Log2(world / 256);

    /// <summary>The whole zoom whose rules for names hold.</summary>
    public int Level => (int)Math.Round(Zoom + Finer);

    /// <summary>The box whole, in the middle, and as much around it as the picture has room for.</summary>
    public static MapFrame Around(MapBounds box, double width, double height)
    {
        double west = Across(box.West), east = Across(box.East), north = Down(box.North), south = Down(box.South);
        var world = Math.Min(width / (east - west), height / (south - north));
        return new MapFrame(world, (west + east) / 2 * world - width / 2, (north + south) / 2 * world - height / 2, width, height);
    }

    /// <summary>About as much as the box has, in a picture of another shape: mostly as much from west to east, and never less than <see cref="LeastSeen"/> of either side.</summary>
    public static MapFrame About(MapBounds box, double width, double height)
    {
        double west = Across(box.West), east = Across(box.East), north = Down(box.North), south = Down(box.South);
        double byWidth = width / (east - west), byHeight = height / (south - north);
        var world = Math.Min(Math.Min(byWidth, byHeight) / LeastSeen, Math.Max(byWidth, Math.Sqrt(byWidth * byHeight)));
        return new MapFrame(world, (west + east) / 2 * world - width / 2, (north + south) / 2 * world - height / 2, width, height);
    }

    /// <summary>How wide a picture of a box is for its height.</summary>
    public static double ShapeOf(MapBounds box) => (Across(box.East) - Across(box.West)) / (Down(box.South) - Down(box.North));

    public double X(double longitude) => Across(longitude) * world - left;

    public double Y(double latitude) => Down(latitude) * world - top;

    public double Longitude(double x) => ((x + left) / world - 0.5) * 360;

    public double Latitude(double y) => Math.Atan(Math.Sinh(Math.PI * (1 - 2 * ((y + top) / world)))) * 180 / Math.PI;

    public double MetresPerPixel(double latitude) => EarthAround * Math.Cos(latitude * Math.PI / 180) / world;

    private static double Across(double longitude) => longitude / 360 + 0.5;

    private static double Down(double latitude)
    {
        var sine = Math.Sin(latitude * Math.PI / 180);
        return 0.5 - Math.Log((1 + sine) / (1 - sine)) / (4 * Math.PI);
    }
}
