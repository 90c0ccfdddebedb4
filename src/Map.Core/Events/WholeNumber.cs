using System.Globalization;
using Map.Core.Places;

namespace Map.Core.Events;

/// <summary>Reads a count as people type it: digits of any script, "1,200" or "1 200".</summary>
internal static class WholeNumber
{
    /// <summary>False for anything that is no whole number; true with null for a blank field.</summary>
    public static bool TryRead(string? typed, out int? number)
    {
        number = null;
        var text = string.Concat((typed ?? "").Trim().Select(PlainLetters.Lower));
        if (text.Length == 0)
        {
            return true;
        }

        var grouped = text.Split(',', ' ', '\u00A0', '\u202F', '٬');
        var wellGrouped = grouped.Length == 1 || (grouped[0].Length is > 0 and <= 3 && grouped.Skip(1).All(group => group.Length == 3));
        var read = wellGrouped && int.TryParse(string.Concat(grouped), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : (int?)null;
        number = read;
        return read is not null;
    }
}
