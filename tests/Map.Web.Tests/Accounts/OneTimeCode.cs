using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Map.Web.Tests.Accounts;

/// <summary>What an authenticator app shows (RFC 6238).</summary>
internal static class OneTimeCode
{
    /// <param name="key">In base 32.</param>
    /// <param name="steps">Half minutes from now.</param>
    public static string Of(string key, int steps = 0)
    {
        var bits = string.Concat(key.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var secret = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var moment = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(moment, DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30 + steps);
#pragma warning disable CA5350 // Apps and the framework alike use SHA-1 here, as the standard says.
        var hash = HMACSHA1.HashData(secret, moment);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }
}
