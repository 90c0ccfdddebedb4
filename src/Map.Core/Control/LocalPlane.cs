using NetTopologySuite.Geometries;

namespace Map.Core.Control;

/// <summary>
/// Degrees (WGS84, x = longitude) to metres on an equirectangular plane that is true at one latitude.
/// Over Syria (32.3–37.3° N, true at 34.8°) north–south distances are right and east–west ones up to 3.2 % off:
/// far below what a claim about a town can tell. How narrow it is stands in the control pack: a map measures on the same plane.
/// </summary>
public sealed class LocalPlane(double trueLatitude)
{
    private const double MetresPerDegree = 6_371_008.8 * Math.PI / 180;
    private const int Whole = 1_000_000;
    private readonly double shrink = Math.Round(Math.Cos(trueLatitude * Math.PI / 180) * Whole) / Whole;

    /// <summary>How wide a degree of longitude is on the plane, in millionths of a degree of latitude.</summary>
    public int Millionths => (int)Math.Round(shrink * Whole);

    public Coordinate ToMetres(double longitude, double latitude) => new(longitude * MetresPerDegree * shrink, latitude * MetresPerDegree);

    public Coordinate ToDegrees(Coordinate metres) => new(metres.X / (MetresPerDegree * shrink), metres.Y / MetresPerDegree);

    /// <summary>What the plane makes of one metre eastward at a latitude: a circle on the ground is an ellipse this much wider on the plane.</summary>
    public double Stretch(double latitude) => shrink / Math.Cos(latitude * Math.PI / 180);

    /// <summary>Metres between two near spots, on the ground and not on the plane.</summary>
    public double Metres(double latitude, double longitude, double otherLatitude, double otherLongitude)
    {
        var (one, other) = (ToMetres(longitude, latitude), ToMetres(otherLongitude, otherLatitude));
        return Math.Sqrt(Math.Pow((other.X - one.X) / Stretch((latitude + otherLatitude) / 2), 2) + Math.Pow(other.Y - one.Y, 2));
    }

    public Geometry ToMetres(Geometry degrees) => Move(degrees, new Each(c => ToMetres(c.X, c.Y)));

    public Geometry ToDegrees(Geometry metres) => Move(metres, new Each(ToDegrees));

    private static Geometry Move(Geometry geometry, Each each)
    {
        var moved = geometry.Copy();
        moved.Apply(each);
        moved.GeometryChanged();
        return moved;
    }

    private sealed class Each(Func<Coordinate, Coordinate> move) : ICoordinateSequenceFilter
    {
        public bool Done => false;
        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence sequence, int i)
        {
            var to = move(new Coordinate(sequence.GetX(i), sequence.GetY(i)));
            sequence.SetX(i, to.X);
            sequence.SetY(i, to.Y);
        }
    }
}
