using System.Buffers;
using System.Text;

namespace Map.Web.Packs;

/// <summary>Writes a pack from front to back, in the numbers README.md names.</summary>
internal sealed class PackBytes
{
    private readonly ArrayBufferWriter<byte> to;

    public PackBytes(string magic, int expected = 4096)
    {
        to = new ArrayBufferWriter<byte>(expected);
        Ascii(magic);
    }

    public void Byte(int value)
    {
        to.GetSpan(1)[0] = checked((byte)value);
        to.Advance(1);
    }

    public void Varint(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        Unsigned((ulong)value);
    }

    public void Zigzag(long value) => Unsigned((ulong)(value << 1) ^ (ulong)(value >> 63));

    public void Text(string? text)
    {
        var bytes = Encoding.UTF8.GetBytes(text ?? "");
        Varint(bytes.Length);
        to.Write(bytes);
    }

    /// <summary>A length byte and ASCII: ids of the program's own.</summary>
    public void Id(string id)
    {
        Byte(id.Length);
        Ascii(id);
    }

    public byte[] Done() => to.WrittenSpan.ToArray();

    private void Ascii(string text)
    {
        if (!System.Text.Ascii.IsValid(text))
            throw new ArgumentException($"An id is ASCII: {text}", nameof(text));
        to.Advance(Encoding.ASCII.GetBytes(text, to.GetSpan(text.Length)));
    }

    private void Unsigned(ulong value)
    {
        var span = to.GetSpan(10);
        var length = 0;
        for (; value >= 0x80; value >>= 7)
            span[length++] = (byte)(value | 0x80);
        span[length++] = (byte)value;
        to.Advance(length);
    }
}
