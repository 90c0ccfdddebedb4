using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Map.Web.Data;

/// <summary>A link's secret. The link carries the token, the database only its hash.</summary>
/// <param name="Token">256 random bits, base64url.</param>
/// <param name="Hash">SHA-256 of the token, lower-case hex: what InviteRow.TokenHash holds.</param>
public sealed record OneTimeToken(string Token, string Hash)
{
    public static OneTimeToken New()
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return new OneTimeToken(token, HashOf(token));
    }

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
