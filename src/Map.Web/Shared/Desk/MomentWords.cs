using System.Globalization;
using Map.Core.Time;

namespace Map.Web.Shared.Desk;

/// <summary>A moment of the server's clock, as histories tell it.</summary>
public static class MomentWords
{
    public static string Of(DateTime at, Language lang) => string.Create(CultureInfo.InvariantCulture, $"{DateWords.Of(DateOnly.FromDateTime(at), lang.IsArabic)}{lang.Say(", ", "، ")}{at:HH:mm} UTC");
}
