using System.Globalization;

namespace Map.Web.Features.EditViews;

/// <summary>How light a colour is to the eye, CIE L*: 0 black, 100 white.</summary>
internal static class Lightness
{
    /// <param name="colour">#rrggbb; null for anything else.</param>
    public static double? Of(string colour)
    {
        if (colour.Length != 7 || colour[0] != '#' || !int.TryParse(colour.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)) { return null; }
        var light = .2126 * Linear(value >> 16) + .7152 * Linear(value >> 8 & 255) + .0722 * Linear(value & 255);
        return light > 216 / 24389d ? 116 * Math.Cbrt(light) - 16 : light * 24389 / 27;
    }

    private static double Linear(int part) => part / 255d is var share && share <= .04045 ? share / 12.92 : Math.Pow((part / 255d + .055) / 1.055, 2.4);
}
