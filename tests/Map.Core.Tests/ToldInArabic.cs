using System.Text.RegularExpressions;

namespace Map.Core.Tests;

/// <summary>Whether a message is Arabic all through: what it repeats of what was typed, and signs of other alphabets kept apart, aside.</summary>
internal static partial class ToldInArabic
{
    [GeneratedRegex("«[^»]*»|\u2066[^\u2069]*\u2069|\u2068[^\u2069]*\u2069")]
    private static partial Regex Repeated();

    [GeneratedRegex(@"\b(?!EDTF\b|https?\b)[A-Za-z]{3,}")]
    private static partial Regex OtherWords();

    public static void Check(string? message)
    {
        var own = Repeated().Replace(message ?? "", "");
        Assert.Matches("[\u0621-\u064A]{3}", own);
        Assert.DoesNotMatch(OtherWords(), own);
    }
}
