using System.Buffers.Binary;
using System.IO.Compression;

namespace Map.Web.Features.Print.Fonts;

/// <summary>How wide the letters of a font are: read from its WOFF2 file, for names must be placed and lines broken before any browser sees them. Outlines are not looked at.</summary>
internal sealed class FontFile
{
    private const int KnownTables = 63;
    private static readonly string[] Tags =
    [
        "cmap", "head", "hhea", "hmtx", "maxp", "name", "OS/2", "post", "cvt ", "fpgm", "glyf", "loca", "prep", "CFF ", "VORG", "EBDT", "EBLC", "gasp", "hdmx", "kern", "LTSH", "PCLT", "VDMX", "vhea", "vmtx", "BASE", "GDEF",
        "GPOS", "GSUB", "EBSC", "JSTF", "MATH", "CBDT", "CBLC", "COLR", "CPAL", "SVG ", "sbix", "acnt", "avar", "bdat", "bloc", "bsln", "cvar", "fdsc", "feat", "fmtx", "fvar", "gvar", "hsty", "just", "lcar", "mort", "morx",
        "opbd", "prop", "trak", "Zapf", "Silf", "Glat", "Gloc", "Feat", "Sill",
    ];

    private readonly Dictionary<int, double> widths;

    private FontFile(Dictionary<int, double> widths) => this.widths = widths;

    /// <summary>In ems; null where the font has no such letter.</summary>
    public double? WidthOf(int letter) => widths.TryGetValue(letter, out var width) ? width : null;

    /// <exception cref="InvalidDataException">The bytes are no WOFF2 file that this reader understands.</exception>
    public static FontFile Read(byte[] file)
    {
        var tables = Tables(file);
        var unitsPerEm = (double)Word(tables["head"], 18);
        var advances = tables["hmtx"];
        // A transformed table begins with a byte of flags, and has all widths in one run; a plain one has a bearing after each.
        var (first, step) = advances.IsTransformed ? (1, 2) : (0, 4);
        var measured = Word(tables["hhea"], 34);
        var widths = new Dictionary<int, double>();
        foreach (var (letter, glyph) in Letters(tables["cmap"].Bytes))
            widths[letter] = Word(advances, first + Math.Min(glyph, measured - 1) * step) / unitsPerEm;
        return new FontFile(widths);
    }

    private static Dictionary<string, Table> Tables(byte[] file)
    {
        if (file.Length < 48 || BinaryPrimitives.ReadUInt32BigEndian(file) != 0x774F4632)
            throw new InvalidDataException("This is no WOFF2 file.");
        var count = BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(12));
        var packed = (int)BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(20));
        var at = 48;
        var found = new List<(string Tag, int Length, bool IsTransformed)>();
        for (var i = 0; i < count; i++)
        {
            var flags = file[at++];
            var known = flags & 63;
            var tag = known < KnownTables ? Tags[known] : System.Text.Encoding.ASCII.GetString(file, (at += 4) - 4, 4);
            var length = Base128(file, ref at);
            var version = flags >> 6;
            var isTransformed = tag is "glyf" or "loca" ? version != 3 : version != 0;
            found.Add((tag, isTransformed ? Base128(file, ref at) : length, isTransformed));
        }
        using var unpacked = new MemoryStream();
        using (var brotli = new BrotliStream(new MemoryStream(file, at, packed), CompressionMode.Decompress))
            brotli.CopyTo(unpacked);
        var all = unpacked.ToArray();
        var tables = new Dictionary<string, Table>();
        var from = 0;
        foreach (var (tag, length, isTransformed) in found)
        {
            tables[tag] = new Table(all.AsMemory(from, length), isTransformed);
            from += length;
        }
        return tables;
    }

    /// <summary>Letters and their glyphs, from the table's part for Unicode.</summary>
    private static List<(int Letter, int Glyph)> Letters(ReadOnlyMemory<byte> map)
    {
        for (var i = 0; i < Word(map, 2); i++)
        {
            var (platform, offset) = (Word(map, 4 + i * 8), (int)BinaryPrimitives.ReadUInt32BigEndian(map.Span[(8 + i * 8)..]));
            if (platform is not (0 or 3) || Word(map, offset) != 4)
                continue;
            var part = map[offset..];
            var segments = Word(part, 6) / 2;
            var found = new List<(int, int)>();
            for (var segment = 0; segment < segments; segment++)
            {
                int last = Word(part, 14 + segment * 2), first = Word(part, 16 + (segments + segment) * 2), delta = Word(part, 16 + (segments * 2 + segment) * 2), at = 16 + (segments * 3 + segment) * 2, range = Word(part, at);
                for (var letter = first; letter <= last && letter < 0xFFFF; letter++)
                {
                    var glyph = range == 0 ? letter : Word(part, at + range + (letter - first) * 2);
                    if (glyph != 0)
                        found.Add((letter, (glyph + delta) & 0xFFFF));
                }
            }
            return found;
        }
        throw new InvalidDataException("This font has no table of letters in the usual form.");
    }

    private static int Base128(byte[] file, ref int at)
    {
        var value = 0;
        byte part;
        do
        {
            part = file[at++];
            value = (value << 7) | (part & 0x7f);
        }
        while ((part & 0x80) != 0);
        return value;
    }

    private static int Word(Table table, int at) => Word(table.Bytes, at);

    private static int Word(ReadOnlyMemory<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes.Span[at..]);

    private readonly record struct Table(ReadOnlyMemory<byte> Bytes, bool IsTransformed);
}
