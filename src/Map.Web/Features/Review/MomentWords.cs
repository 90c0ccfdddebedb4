using System.Globalization;
using Map.Core.Time;
using Map.Web.Shared;

namespace Map.Web.Features.Review;

/// <summary>A moment of the server's clock, as histories tell it.</summary>
internal static class MomentWords
{
    public static string Of(DateTime at, Language lang) => string.Create(CultureInfo.InvariantCulture, $"{DateWords.Of(DateOnly.FromDateTime(at), lang.IsArabic)}{lang.Say(", ", "، ")}{at:HH:mm} UTC");
}
