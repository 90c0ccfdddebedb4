namespace Map.Faults.Writer;

/// <summary>Two hundred bytes of a file, anywhere, are others afterwards; the same ones for the same seed.</summary>
internal static class Flipped
{
    private const int Bytes = 200;

    public static void Run(string file, int seed)
    {
        var random = new Random(seed);
        var bytes = File.ReadAllBytes(file);
        for (var count = 0; count < Bytes; count++) bytes[random.Next(bytes.Length)] ^= (byte)random.Next(1, 256);
        File.WriteAllBytes(file, bytes);
    }
}
