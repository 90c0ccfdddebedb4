using System.Text.RegularExpressions;

namespace Map.Web.Features.EditStories;

/// <summary>The key of a story that is not recorded yet: short enough to be typed from paper, without letters that look alike.</summary>
internal static partial class NewStoryKey
{
    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";

    public static string Make() => string.Create(7, 0, (key, _) => Random.Shared.GetItems(Letters, key));

    public static bool Is(string? key) => key is not null && Form().IsMatch(key);

    [GeneratedRegex("^[a-z0-9]{7}$")]
    private static partial Regex Form();
}
