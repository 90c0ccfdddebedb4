using System.Globalization;
using System.Security.Cryptography;
using Map.Core.Control;

namespace Map.Web.Features.EditControl;

/// <summary>The names under which drafts of control claims are kept, and the pages they belong to.</summary>
internal static class SheetForm
{
    public const string Prefix = "control-";
    private const string NewPrefix = Prefix + "new-";

    /// <summary>In the address from the start, so that a reload comes back to the same draft.</summary>
    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));

    public static bool IsId(string? id) => id is { Length: 12 } && id.All(char.IsAsciiHexDigitLower);

    public static string NameOf(string sheet) => NewPrefix + sheet;

    public static string NameOf(long claim) => Prefix + claim.ToString(CultureInfo.InvariantCulture);

    public static string PathOf(string form) => form.StartsWith(NewPrefix, StringComparison.Ordinal) ? $"/desk/control/new/{form[NewPrefix.Length..]}" : $"/desk/control/{form[Prefix.Length..]}";
}
