using System.Security.Cryptography;

namespace Map.Web.Data;

/// <summary>Copies of sources, in the data folder by their hash. Nobody is served them: they are there for the day a source is gone, or said to be another.</summary>
public sealed class ArchivedCopies(DataFolder folder)
{
    /// <summary>Largest copy, in bytes.</summary>
    public const int Largest = 5_000_000;

    /// <summary>Keeps the bytes, once, and answers their SHA-256 in lower-case hexadecimal.</summary>
    public async Task<string> KeepAsync(ReadOnlyMemory<byte> copy, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(copy.Length, Largest);
        var hash = Convert.ToHexStringLower(SHA256.HashData(copy.Span));
        if (Has(hash)) return hash;
        var path = PathOf(hash);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // Under its name there is only ever the whole of it.
        var part = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            await using (var file = new FileStream(part, FileMode.CreateNew, FileAccess.Write))
            {
                await file.WriteAsync(copy, cancel);
                file.Flush(flushToDisk: true);
            }
            File.Move(part, path, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
        return hash;
    }

    public bool Has(string hash) => SizeOf(hash) is not null;

    /// <summary>Bytes of the copy; null where there is none, or the hash is no hash.</summary>
    public long? SizeOf(string hash) => IsHash(hash) && new FileInfo(PathOf(hash)) is { Exists: true } file ? file.Length : null;

    /// <summary>Overwrites the copy and takes it away.</summary>
    public void Erase(string hash)
    {
        if (SizeOf(hash) is not { } size) return;
        using (var file = new FileStream(PathOf(hash), FileMode.Open, FileAccess.Write))
        {
            file.Write(new byte[size]);
            file.Flush(flushToDisk: true);
        }
        File.Delete(PathOf(hash));
    }

    private string PathOf(string hash) => Path.Combine(folder.Archive, hash[..2], hash);

    private static bool IsHash(string hash) => hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower);
}
