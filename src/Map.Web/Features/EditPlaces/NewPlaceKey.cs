using System.Text.RegularExpressions;

namespace Map.Web.Features.EditPlaces;

/// <summary>The key of a place that is not recorded yet.</summary>
internal static partial class NewPlaceKey
{
    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";

    public static string Make() => "place-" + string.Create(12, 0, (key, _) => Random.Shared.GetItems(Letters, key));

    public static bool Is(string? key) => key is not null && Form().IsMatch(key);

    [GeneratedRegex("^place-[a-z0-9]{12}$")]
    private static partial Regex Form();
}
