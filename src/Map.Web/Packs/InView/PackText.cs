using System.Text;

namespace Map.Web.Packs.InView;

/// <summary>Reads a pack from front to back: what is drawn here is drawn from the very files that the map draws.</summary>
internal sealed class PackText
{
    private readonly byte[] bytes;
    private int at;

    public PackText(byte[] bytes, string magic)
    {
        this.bytes = bytes;
        if (Encoding.ASCII.GetString(bytes, 0, magic.Length) != magic)
            throw new InvalidDataException($"This is no {magic} file.");
        at = magic.Length;
    }

    public int Byte() => bytes[at++];

    public int Count() => checked((int)Varint());

    public long Varint()
    {
        long value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = bytes[at++];
            value |= (long)(part & 0x7f) << shift;
            if (part < 0x80)
                return value;
        }
    }

    public long Zigzag()
    {
        var value = Varint();
        return (value >> 1) ^ -(value & 1);
    }

    public string Text()
    {
        var length = Count();
        var text = Encoding.UTF8.GetString(bytes, at, length);
        at += length;
        return text;
    }
}
