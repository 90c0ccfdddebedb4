using System.IO.Compression;
using System.Security.Cryptography;

namespace Map.Web.Packs;

/// <summary>One file the map draws from, named after its content, in the forms browsers take.</summary>
internal sealed class Pack
{
    /// <summary>Above this the best compression costs more waiting than it saves: an edit is to be seen within two seconds.</summary>
    private const int Large = 512 * 1024;

    private readonly Lazy<byte[]> gzip;

    private Pack(string kind, byte[] raw, byte[] brotli)
    {
        Raw = raw;
        Brotli = brotli;
        Hash = HashOf(raw);
        Name = $"{kind}-{Hash}.pack";
        gzip = new(() => Compress(raw, to => new GZipStream(to, CompressionLevel.Fastest)));
    }

    public string Name { get; }

    /// <summary>The first 16 hexadecimal digits of the content's SHA-256.</summary>
    public string Hash { get; }

    public byte[] Raw { get; }

    public byte[] Brotli { get; }

    /// <summary>Made when the first old client asks.</summary>
    public byte[] Gzip => gzip.Value;

    /// <param name="isBrief">It will soon be replaced: time spent on making it smaller is lost.</param>
    public static Pack Of(string kind, byte[] raw, bool isBrief = false) =>
        new(kind, raw, Compress(raw, to => new BrotliStream(to, new BrotliCompressionOptions { Quality = raw.Length < Large && !isBrief ? 10 : 5 })));

    /// <summary>A pack read back from disk, or null where a file is missing or is not what its name says.</summary>
    public static Pack? Read(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        if (Path.GetFileName(name) != name || !File.Exists(path) || !File.Exists(path + ".br"))
            return null;
        var pack = new Pack(name.Split('-')[0], File.ReadAllBytes(path), File.ReadAllBytes(path + ".br"));
        return pack.Name == name ? pack : null;
    }

    /// <summary>Writes both forms, each whole or not at all.</summary>
    public void Write(string folder)
    {
        WriteWhole(Path.Combine(folder, Name), Raw);
        WriteWhole(Path.Combine(folder, Name + ".br"), Brotli);
    }

    internal static void WriteWhole(string path, byte[] bytes)
    {
        File.WriteAllBytes(path + ".new", bytes);
        File.Move(path + ".new", path, overwrite: true);
    }

    internal static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8));

    private static byte[] Compress(byte[] raw, Func<Stream, Stream> compressor)
    {
        using var to = new MemoryStream();
        using (var stream = compressor(to))
            stream.Write(raw);
        return to.ToArray();
    }
}
