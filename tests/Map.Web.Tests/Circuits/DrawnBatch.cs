using System.Buffers.Binary;
using System.Text;

namespace Map.Web.Tests.Circuits;

/// <summary>An element as a batch brings it: its name, attributes, and the number of the handler for each kind of event.</summary>
internal sealed record DrawnElement(string Name, IReadOnlyDictionary<string, string> Attributes, IReadOnlyDictionary<string, long> Handlers);

/// <summary>What a page would draw of one answer of the server, as the framework's script reads it.</summary>
internal sealed class DrawnBatch(long number, byte[] bytes)
{
    private const int Element = 1, TextFrame = 2, Attribute = 3, Markup = 8, FrameSize = 20;

    public long Number { get; } = number;
    public int Size { get; } = bytes.Length;

    public IEnumerable<DrawnElement> Elements()
    {
        var frames = Int(Size - 16);
        var (count, start) = (Int(frames), frames + 4);
        for (var i = 0; i < count; i++)
        {
            if (Int(start + i * FrameSize) != Element) { continue; }
            var name = Word(Int(start + i * FrameSize + 8)) ?? "";
            var (attributes, handlers) = (new Dictionary<string, string>(), new Dictionary<string, long>());
            for (var next = i + 1; next < count && Int(start + next * FrameSize) == Attribute; next++)
            {
                var (called, handler) = (Word(Int(start + next * FrameSize + 4))!, BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(start + next * FrameSize + 12)));
                if (handler > 0) { handlers[called] = handler; }
                else { attributes[called] = Word(Int(start + next * FrameSize + 8)) ?? ""; }
            }
            yield return new(name, attributes, handlers);
        }
    }

    /// <summary>All words in it, one after the other.</summary>
    public string Words()
    {
        var frames = Int(Size - 16);
        return string.Join(' ', Enumerable.Range(0, Int(frames)).Select(i => frames + 4 + i * FrameSize).Where(at => Int(at) is TextFrame or Markup).Select(at => Word(Int(at + 4))));
    }

    private int Int(int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));

    private string? Word(int index)
    {
        if (index < 0) { return null; }
        var at = Int(Int(Size - 4) + index * 4);
        var (length, shift) = (0, 0);
        byte one;
        do
        {
            one = bytes[at++];
            length |= (one & 0x7F) << shift;
            shift += 7;
        }
        while (one > 0x7F);
        return Encoding.UTF8.GetString(bytes, at, length);
    }
}
