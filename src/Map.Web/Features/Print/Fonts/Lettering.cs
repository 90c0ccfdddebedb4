using System.Collections.Concurrent;
using Microsoft.Extensions.FileProviders;

namespace Map.Web.Features.Print.Fonts;

/// <summary>A family and weight that a print is set in.</summary>
/// <param name="Family">Of Latin letters.</param>
/// <param name="File">Its file in /lib/fonts.</param>
/// <param name="ArabicFile">That of Arabic letters of the same weight.</param>
internal sealed record Face(string Family, int Weight, bool IsItalic, string File, string ArabicFile)
{
    public static readonly Face Text = new("IBM Plex Sans", 400, false, "ibm-plex-sans-latin-400-normal", "ibm-plex-sans-arabic-arabic-400-normal");
    public static readonly Face Strong = new("IBM Plex Sans", 600, false, "ibm-plex-sans-latin-600-normal", "ibm-plex-sans-arabic-arabic-600-normal");
    public static readonly Face Name = new("IBM Plex Sans Condensed", 500, false, "ibm-plex-sans-condensed-latin-500-normal", "ibm-plex-sans-arabic-arabic-500-normal");
    public static readonly Face StrongName = new("IBM Plex Sans Condensed", 600, false, "ibm-plex-sans-condensed-latin-600-normal", "ibm-plex-sans-arabic-arabic-600-normal");
    public static readonly Face WaterName = new("IBM Plex Sans Condensed", 500, true, "ibm-plex-sans-condensed-latin-500-italic", "ibm-plex-sans-arabic-arabic-500-normal");

    public static readonly IReadOnlyList<Face> All = [Text, Strong, Name, StrongName, WaterName];

    /// <summary>Letters of Türkiye and of transliterations, which the Latin files lack.</summary>
    public string ExtendedFile => Family == "IBM Plex Sans" ? File.Replace("-latin-", "-latin-ext-", StringComparison.Ordinal) : "";
}

/// <summary>The product's own fonts: what they measure, and their files for pictures that stand alone.</summary>
internal sealed class Lettering(IWebHostEnvironment site)
{
    /// <summary>Of an em, for a letter in no font of ours.</summary>
    private const double UnknownWidth = 0.6;

    private readonly ConcurrentDictionary<string, Lazy<byte[]?>> files = new();
    private readonly ConcurrentDictionary<string, Lazy<FontFile?>> fonts = new();

    /// <summary>Pixels from the first letter's left to the last one's right; of Arabic a little more than a browser makes of it, never less.</summary>
    public double Width(string text, Face face, double size)
    {
        double width = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (ArabicForms.IsMark(letter))
                continue;
            width += ArabicForms.IsArabic(letter) ? ArabicWidth(text, i, face) : Font(face.File)?.WidthOf(letter) ?? Font(face.ExtendedFile)?.WidthOf(letter) ?? Font(face.ArabicFile)?.WidthOf(letter) ?? UnknownWidth;
        }
        return width * size;
    }

    /// <summary>The file's bytes, or null where the site was built without it.</summary>
    public byte[]? FileOf(string name) => files.GetOrAdd(name, key => new(() => Read(key))).Value;

    private double ArabicWidth(string text, int at, Face face)
    {
        var font = Font(face.ArabicFile);
        return font?.WidthOf(ArabicForms.ShapeAt(text, at)) ?? font?.WidthOf(text[at]) ?? UnknownWidth;
    }

    private FontFile? Font(string name) => name.Length == 0 ? null : fonts.GetOrAdd(name, key => new(() => FileOf(key) is { } file ? FontFile.Read(file) : null)).Value;

    private byte[]? Read(string name)
    {
        var file = site.WebRootFileProvider.GetFileInfo($"lib/fonts/{name}.woff2");
        if (!file.Exists)
            return null;
        using var from = file.CreateReadStream();
        using var to = new MemoryStream();
        from.CopyTo(to);
        return to.ToArray();
    }
}
