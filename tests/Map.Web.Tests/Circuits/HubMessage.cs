using System.Buffers.Binary;
using System.Text;

namespace Map.Web.Tests.Circuits;

/// <summary>The few shapes of MessagePack that a circuit's messages are made of, each message behind its length.</summary>
internal static class HubMessage
{
    /// <summary>Lists, texts, bytes, whole numbers, true, false and null; an empty dictionary for the headers.</summary>
    public static byte[] Write(object?[] message)
    {
        using var bytes = new MemoryStream();
        Put(bytes, message);
        var body = bytes.ToArray();
        using var whole = new MemoryStream();
        var length = (uint)body.Length;
        for (; length > 0x7F; length >>= 7) { whole.WriteByte((byte)(length | 0x80)); }
        whole.WriteByte((byte)length);
        whole.Write(body);
        return whole.ToArray();
    }

    /// <summary>All messages of a frame.</summary>
    public static IEnumerable<object?[]> Read(byte[] frame)
    {
        for (var at = 0; at < frame.Length;)
        {
            var (length, shift) = (0, 0);
            byte one;
            do
            {
                one = frame[at++];
                length |= (one & 0x7F) << shift;
                shift += 7;
            }
            while (one > 0x7F);
            var place = at;
            yield return (object?[])Take(frame, ref place)!;
            at += length;
        }
    }

    private static void Put(Stream to, object? value)
    {
        switch (value)
        {
            case null: to.WriteByte(0xC0); break;
            case bool yes: to.WriteByte(yes ? (byte)0xC3 : (byte)0xC2); break;
            case int or long or ulong:
                to.WriteByte(0xD3);
                Number(to, Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture), 8);
                break;
            case string text:
                var words = Encoding.UTF8.GetBytes(text);
                to.WriteByte(0xDB);
                Number(to, words.Length, 4);
                to.Write(words);
                break;
            case byte[] raw:
                to.WriteByte(0xC6);
                Number(to, raw.Length, 4);
                to.Write(raw);
                break;
            case object?[] list:
                to.WriteByte(0xDC);
                Number(to, list.Length, 2);
                foreach (var item in list) { Put(to, item); }
                break;
            default: to.WriteByte(0x80); break;
        }
    }

    private static void Number(Stream to, long value, int size)
    {
        for (var shift = (size - 1) * 8; shift >= 0; shift -= 8) { to.WriteByte((byte)(value >> shift)); }
    }

    private static object? Take(byte[] from, ref int at)
    {
        var kind = from[at++];
        switch (kind)
        {
            case <= 0x7F: return (long)kind;
            case >= 0xE0: return (long)(sbyte)kind;
            case >= 0x80 and <= 0x8F: return Map(from, ref at, kind & 0x0F);
            case >= 0x90 and <= 0x9F: return List(from, ref at, kind & 0x0F);
            case >= 0xA0 and <= 0xBF: return Text(from, ref at, kind & 0x1F);
            case 0xC0: return null;
            case 0xC2: return false;
            case 0xC3: return true;
            case 0xC4: return Bytes(from, ref at, (int)Whole(from, ref at, 1));
            case 0xC5: return Bytes(from, ref at, (int)Whole(from, ref at, 2));
            case 0xC6: return Bytes(from, ref at, (int)Whole(from, ref at, 4));
            case 0xCA: return (double)BitConverter.Int32BitsToSingle((int)Whole(from, ref at, 4));
            case 0xCB: return BitConverter.Int64BitsToDouble((long)Whole(from, ref at, 8));
            case 0xCC: return (long)Whole(from, ref at, 1);
            case 0xCD: return (long)Whole(from, ref at, 2);
            case 0xCE: return (long)Whole(from, ref at, 4);
            case 0xCF or 0xD3: return (long)Whole(from, ref at, 8);
            case 0xD0: return (long)(sbyte)Whole(from, ref at, 1);
            case 0xD1: return (long)(short)Whole(from, ref at, 2);
            case 0xD2: return (long)(int)Whole(from, ref at, 4);
            case 0xD9: return Text(from, ref at, (int)Whole(from, ref at, 1));
            case 0xDA: return Text(from, ref at, (int)Whole(from, ref at, 2));
            case 0xDB: return Text(from, ref at, (int)Whole(from, ref at, 4));
            case 0xDC: return List(from, ref at, (int)Whole(from, ref at, 2));
            case 0xDD: return List(from, ref at, (int)Whole(from, ref at, 4));
            case 0xDE: return Map(from, ref at, (int)Whole(from, ref at, 2));
            default: throw new InvalidDataException($"No circuit sends 0x{kind:X2}.");
        }
    }

    private static ulong Whole(byte[] from, ref int at, int size)
    {
        Span<byte> wide = stackalloc byte[8];
        wide.Clear();
        from.AsSpan(at, size).CopyTo(wide[(8 - size)..]);
        at += size;
        return BinaryPrimitives.ReadUInt64BigEndian(wide);
    }

    private static string Text(byte[] from, ref int at, int length)
    {
        at += length;
        return Encoding.UTF8.GetString(from, at - length, length);
    }

    private static byte[] Bytes(byte[] from, ref int at, int length)
    {
        at += length;
        return from[(at - length)..at];
    }

    private static object?[] List(byte[] from, ref int at, int count)
    {
        var list = new object?[count];
        for (var i = 0; i < count; i++) { list[i] = Take(from, ref at); }
        return list;
    }

    private static Dictionary<string, string> Map(byte[] from, ref int at, int count)
    {
        for (var i = 0; i < 2 * count; i++) { Take(from, ref at); }
        return [];
    }
}
