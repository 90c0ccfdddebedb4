using NetTopologySuite.Geometries;

namespace Map.Core.Control;

/// <summary>The ground nearest to one place, clipped to the country and to the stated distance, with the place's history.</summary>
/// <param name="Shape">Polygon or multipolygon in degrees; its own place always lies in it.</param>
public sealed record ControlCell(ControlPlace Place, PlaceTimeline Timeline, Geometry Shape);

/// <summary>A straight piece of the line between two neighbouring cells: a front line on days when their holders differ.</summary>
/// <param name="A">Index of a cell, that of the place with the smaller id.</param>
/// <param name="From">Degrees.</param>
/// <param name="OnBorder">It runs along the state border.</param>
public readonly record struct ControlEdge(int A, int B, Coordinate From, Coordinate To, bool OnBorder);
