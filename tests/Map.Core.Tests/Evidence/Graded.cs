using Map.Core.Evidence;
using Map.Core.Time;

namespace Map.Core.Tests.Evidence;

/// <summary>Claims written short, for tests of what they add up to.</summary>
internal static class Graded
{
    private static long next;

    public static GradedSource Source(char letter, string outlet, string? side = null, string? cites = null) =>
        GradedSource.Of(++next, outlet.ToLowerInvariant(), letter.ToString(), outlet, outlet, side, cites);

    public static GradedClaim Claim(GradedSource source, string field = "event", int digit = 3, long? by = null, bool denies = false, string? when = null, string? place = null, string? says = null) =>
        new(field, denies, digit, source, by) { When = EdtfText.TryParse(when, out var span, out _) ? span : null, PlaceText = place, Says = says };
}
