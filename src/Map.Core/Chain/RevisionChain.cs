using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Map.Core.Chain;

/// <summary>
/// How the lines of the history are chained: each line's hash covers the hash before it, so that no line can be changed, taken out or put in without every later hash being another one.
/// The texts go in by a salted digest: where they are erased for somebody's safety the digest stays, the chain still verifies, and without the salt nobody can try guesses against it.
/// <para>Numbers are big-endian. A text is its length in bytes as a 32-bit number and its UTF-8 bytes; where there is none, the length −1 alone.</para>
/// <para><b>Digest</b> = SHA-256 of: the salt (16 bytes); the texts Old, New, Why, Who.</para>
/// <para><b>Hash</b> = SHA-256 of: the hash of the line before (32 bytes, zeros before the first); the line's number (64 bits); the text Table; RowId (64 bits); the text Field; At (64 bits: ticks of 100 ns
/// since the year 1, UTC); RequestId and Version (16 bytes each, in the order in which they are written); the Digest (32 bytes).</para>
/// </summary>
public static class RevisionChain
{
    public const int HashLength = 32, SaltLength = 16;

    /// <summary>What stands before the first line.</summary>
    public static byte[] Beginning => new byte[HashLength];

    public static byte[] NewSalt() => RandomNumberGenerator.GetBytes(SaltLength);

    public static byte[] Digest(byte[] salt, string? old, string? now, string? why, string? who)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        all.AppendData(salt);
        Append(all, old);
        Append(all, now);
        Append(all, why);
        Append(all, who);
        return all.GetHashAndReset();
    }

    public static byte[] Hash(byte[] before, in RevisionFacts line, byte[] digest)
    {
        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        all.AppendData(before);
        Append(all, line.Number);
        Append(all, line.Table);
        Append(all, line.RowId);
        Append(all, line.Field);
        Append(all, line.At.Ticks);
        Append(all, line.RequestId);
        Append(all, line.Version);
        all.AppendData(digest);
        return all.GetHashAndReset();
    }

    private static void Append(IncrementalHash all, long number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        all.AppendData(bytes);
    }

    private static void Append(IncrementalHash all, Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        all.AppendData(bytes);
    }

    private static void Append(IncrementalHash all, string? text)
    {
        var bytes = text is null ? [] : Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, text is null ? -1 : bytes.Length);
        all.AppendData(length);
        all.AppendData(bytes);
    }
}

/// <summary>What of a line of the history is no text: it is never erased.</summary>
public readonly record struct RevisionFacts(long Number, string Table, long RowId, string Field, DateTime At, Guid RequestId, Guid Version);
