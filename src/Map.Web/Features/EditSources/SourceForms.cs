using System.Globalization;
using System.Security.Cryptography;

namespace Map.Web.Features.EditSources;

/// <summary>The names under which drafts of sources are kept, and the pages they belong to.</summary>
internal static class SourceForms
{
    public const string Prefix = "source-";
    private const string NewPrefix = Prefix + "new-";

    /// <summary>In the address from the start, so that a reload comes back to the same draft.</summary>
    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));

    public static bool IsId(string? id) => id is { Length: 12 } && id.All(char.IsAsciiHexDigitLower);

    public static string NameOf(string sheet) => NewPrefix + sheet;

    public static string NameOf(long source) => Prefix + source.ToString(CultureInfo.InvariantCulture);

    public static string PathOf(string form) => form.StartsWith(NewPrefix, StringComparison.Ordinal) ? $"/desk/sources/new/{form[NewPrefix.Length..]}" : $"/desk/sources/{form[Prefix.Length..]}";
}
