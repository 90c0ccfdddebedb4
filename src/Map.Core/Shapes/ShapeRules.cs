using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Valid;

namespace Map.Core.Shapes;

/// <summary>Why a shape is refused, and where, so that a preview can mark the spot.</summary>
/// <param name="At">Degrees, or null where the whole shape is meant.</param>
/// <param name="MessageAr">The same in Arabic, null where it is told in English alone.</param>
public sealed record ShapeProblem(string Message, Coordinate? At, string? MessageAr = null);

/// <summary>What a shape must be before it is drawn or saved: there, on the earth, and free of self-crossing. Nothing is repaired.</summary>
public static class ShapeRules
{
    /// <summary>The first problem, or null if there is none.</summary>
    public static ShapeProblem? Check(Geometry? shape)
    {
        if (shape is null)
            return new ShapeProblem("There is no shape.", null, "لا شكل هنا.");
        if (shape.IsEmpty)
            return new ShapeProblem("The shape is empty.", null, "الشكل فارغ.");
        foreach (var position in shape.Coordinates)
        {
            if (!double.IsFinite(position.X) || !double.IsFinite(position.Y))
                return new ShapeProblem("A coordinate is no finite number.", null, "إحدى الإحداثيات ليست عدداً منتهياً.");
            if (Math.Abs(position.Y) > 90)
                return new ShapeProblem(FormattableString.Invariant($"Latitude {position.Y} lies beyond the poles; are latitude and longitude swapped?"), position,
                    FormattableString.Invariant($"خط العرض {position.Y} يتجاوز القطبين؛ هل قُلب العرض والطول؟"));
            if (Math.Abs(position.X) > 180)
                return new ShapeProblem(FormattableString.Invariant($"Longitude {position.X} is not between -180 and 180."), position,
                    FormattableString.Invariant($"خط الطول {position.X} ليس بين ‎-180 و180."));
        }
        var valid = new IsValidOp(shape);
        return valid.IsValid ? null : Of(valid.ValidationError, isOfParts: shape is MultiPolygon parts && parts.Geometries.All(part => part.IsValid));
    }

    /// <param name="isOfParts">Each part is valid alone: it is how they lie to each other.</param>
    private static ShapeProblem Of(TopologyValidationError error, bool isOfParts)
    {
        var at = FormattableString.Invariant($"{error.Coordinate?.X:0.#####}, {error.Coordinate?.Y:0.#####}");
        var (words, wordsAr) = error.ErrorType switch
        {
            TopologyValidationErrors.SelfIntersection when isOfParts => ("Two parts share a border or lie over each other", "جزءان يشتركان في حدود أو يتداخلان"),
            TopologyValidationErrors.SelfIntersection or TopologyValidationErrors.RingSelfIntersection => ("The outline crosses itself", "يقطع المحيطُ نفسه"),
            TopologyValidationErrors.HoleOutsideShell => ("A hole lies outside its polygon", "ثقب يقع خارج مضلعه"),
            TopologyValidationErrors.NestedHoles => ("A hole lies in a hole", "ثقب داخل ثقب"),
            TopologyValidationErrors.NestedShells => ("A polygon lies in another of the same shape", "مضلع داخل مضلع آخر من الشكل نفسه"),
            TopologyValidationErrors.DisconnectedInteriors => ("Holes cut the polygon apart", "الثقوب تقطع المضلع"),
            TopologyValidationErrors.DuplicateRings => ("A ring is there twice", "حلقة مكررة"),
            TopologyValidationErrors.TooFewPoints => ("A ring or line has too few different points", "حلقة أو خط بنقاط مختلفة أقل من اللازم"),
            TopologyValidationErrors.RingNotClosed => ("A ring is not closed", "حلقة غير مغلقة"),
            _ => ($"The shape is not valid ({error.Message})", "الشكل غير صحيح"),
        };
        return new ShapeProblem($"{words} at {at}.", error.Coordinate, $"{wordsAr} عند {at}.");
    }
}
