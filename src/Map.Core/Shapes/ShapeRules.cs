using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;

namespace Map.Core.Shapes;

/// <summary>Why a shape is refused, and where, so that a preview can mark the spot.</summary>
/// <param name="At">Degrees, or null where the whole shape is meant.</param>
public sealed record ShapeProblem(string Message, Coordinate? At);

/// <summary>What a shape must be before it is drawn or saved: there, on the earth, and free of self-crossing. Nothing is repaired.</summary>
public static class ShapeRules
{
    /// <summary>The first problem, or null if there is none.</summary>
    public static ShapeProblem? Check(Geometry? shape)
    {
        if (shape is null)
            return new ShapeProblem("There is no shape.", null);
        if (shape.IsEmpty)
            return new ShapeProblem("The shape is empty.", null);
        foreach (var position in shape.Coordinates)
        {
            if (!double.IsFinite(position.X) || !double.IsFinite(position.Y))
                return new ShapeProblem("A coordinate is no finite number.", null);
            if (Math.Abs(position.Y) > 90)
                return new ShapeProblem(FormattableString.Invariant($"Latitude {position.Y} lies beyond the poles; are latitude and longitude swapped?"), position);
            if (Math.Abs(position.X) > 180)
                return new ShapeProblem(FormattableString.Invariant($"Longitude {position.X} is not between -180 and 180."), position);
        }
        var valid = new IsValidOp(shape);
        return valid.IsValid ? null : new ShapeProblem(Words(valid.ValidationError), valid.ValidationError.Coordinate);
    }

    private static string Words(TopologyValidationError error)
    {
        var at = FormattableString.Invariant($"{error.Coordinate?.X:0.#####}, {error.Coordinate?.Y:0.#####}");
        return error.ErrorType switch
        {
            TopologyValidationErrors.SelfIntersection or TopologyValidationErrors.RingSelfIntersection => $"The outline crosses itself at {at}.",
            TopologyValidationErrors.HoleOutsideShell => $"A hole lies outside its polygon at {at}.",
            TopologyValidationErrors.NestedHoles => $"A hole lies in a hole at {at}.",
            TopologyValidationErrors.NestedShells => $"A polygon lies in another of the same shape at {at}.",
            TopologyValidationErrors.DisconnectedInteriors => $"Holes cut the polygon apart at {at}.",
            TopologyValidationErrors.DuplicateRings => $"A ring is there twice at {at}.",
            TopologyValidationErrors.TooFewPoints => $"A ring or line has too few different points at {at}.",
            TopologyValidationErrors.RingNotClosed => $"A ring is not closed at {at}.",
            _ => $"The shape is not valid at {at}: {error.Message}.",
        };
    }
}
