using Microsoft.EntityFrameworkCore;
using Map.Web.Data;

namespace Map.Web.Features.Accounts;

/// <summary>A link that works once: first set-up, an invitation, a reset of access. The table holds only the token's hash.</summary>
public static class OneTimeLink
{
    public const string SetUp = "setup";
    public const string Invite = "invite";
    public const string Reset = "reset";

    public static string Path(string purpose, string token) => $"/account/{purpose}?token={token}";

    /// <summary>The link behind a token if it still works, else null: unknown, used, out of date and of another purpose look the same from outside.</summary>
    public static async Task<InviteRow?> FindAsync(MapDb db, string? token, string purpose, DateTime now)
    {
        if (string.IsNullOrEmpty(token) || token.Length > 100) { return null; }
        var hash = OneTimeToken.HashOf(token);
        var link = await db.Invites.SingleOrDefaultAsync(x => x.TokenHash == hash);
        return link is { UsedAt: null } && link.Purpose == purpose && link.ExpiresAt > now ? link : null;
    }
}
