using System.Globalization;
using Map.Web.Canvas;

namespace Map.Web.Features.Print.Drawing;

/// <summary>What colour each holder has: the usual one, or its own in a named view (client/layers/look.ts).</summary>
internal sealed class HolderColours
{
    private readonly Dictionary<string, string> own;

    private HolderColours(Dictionary<string, string> own) => this.own = own;

    public static HolderColours Of(MapLook? look) => new((look?.Colours ?? []).Where(it => IsColour(it.Colour)).DistinctBy(it => it.Holder).ToDictionary(it => it.Holder, it => it.Colour));

    public string Fill(string holder) => own.GetValueOrDefault(holder) ?? Palette.Fill(holder);

    /// <summary>For names and edges: as much darker as it takes to be read over the fill.</summary>
    public string Line(string holder) => own.TryGetValue(holder, out var colour) ? Darker(colour) : Palette.LineOf(holder);

    /// <summary>A holder without a colour of its own has lines, and is told by its name.</summary>
    public bool HasLines(string holder) => !own.ContainsKey(holder) && Palette.HasLines(holder);

    private static bool IsColour(string text) => text.Length == 7 && text[0] == '#' && text.Skip(1).All(char.IsAsciiHexDigit);

    private static string Darker(string colour)
    {
        var value = int.Parse(colour.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return $"#{((value >> 16) & 255) / 2:x2}{((value >> 8) & 255) / 2:x2}{(value & 255) / 2:x2}";
    }
}
