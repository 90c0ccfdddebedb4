namespace Map.Faults.Writer;

/// <summary>So many bytes of a file, anywhere, are others afterwards; the same ones for the same seed.</summary>
internal static class Flipped
{
    public static void Run(string file, int seed, int count)
    {
        var random = new Random(seed);
        var bytes = File.ReadAllBytes(file);
        for (var done = 0; done < count; done++) bytes[random.Next(bytes.Length)] ^= (byte)random.Next(1, 256);
        File.WriteAllBytes(file, bytes);
    }
}
