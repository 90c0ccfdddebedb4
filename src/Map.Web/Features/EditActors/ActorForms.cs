using System.Globalization;
using System.Security.Cryptography;

namespace Map.Web.Features.EditActors;

/// <summary>The names under which drafts of actors are kept, and the pages they belong to.</summary>
internal static class ActorForms
{
    public const string Prefix = "actor-";
    private const string NewPrefix = Prefix + "new-";

    /// <summary>In the address from the start, so that a reload comes back to the same draft.</summary>
    public static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));

    public static bool IsId(string? id) => id is { Length: 12 } && id.All(char.IsAsciiHexDigitLower);

    public static string NameOf(string sheet) => NewPrefix + sheet;

    public static string NameOf(long actor) => Prefix + actor.ToString(CultureInfo.InvariantCulture);

    public static string PathOf(string form) => form.StartsWith(NewPrefix, StringComparison.Ordinal) ? $"/desk/actors/new/{form[NewPrefix.Length..]}" : $"/desk/actors/{form[Prefix.Length..]}";
}
