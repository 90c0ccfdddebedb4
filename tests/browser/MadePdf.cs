using System.Globalization;
using System.Text;

namespace Map.Browser.Tests;

/// <summary>A PDF of a few lines a page, written out by hand.</summary>
internal static class MadePdf
{
    private const int Top = 760, Leading = 14;

    /// <param name="encrypted">Says that it is locked with a password that nobody has.</param>
    public static byte[] Of(IReadOnlyList<string[]> pages, bool encrypted = false)
    {
        var objects = new List<string> { "<< /Type /Catalog /Pages 2 0 R >>", $"<< /Type /Pages /Count {pages.Count} /Kids [{string.Join(' ', pages.Select((_, i) => $"{4 + (2 * i)} 0 R"))}] >>", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>" };
        for (var i = 0; i < pages.Count; i++)
        {
            var drawn = Content(pages[i]);
            objects.Add(string.Create(CultureInfo.InvariantCulture, $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {5 + (2 * i)} 0 R >>"));
            objects.Add($"<< /Length {drawn.Length} >>\nstream\n{drawn}\nendstream");
        }

        var (text, offsets) = (new StringBuilder("%PDF-1.4\n"), new List<int>());
        for (var i = 0; i < objects.Count; i++)
        {
            offsets.Add(text.Length);
            text.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var table = text.Length;
        text.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        offsets.ForEach(offset => text.Append(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n"));
        var key = new string('7', 64);
        var locked = encrypted ? $" /ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{key}> /U <{key}> >>" : "";
        text.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R{locked} >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    private static string Content(string[] lines) => string.Join('\n', lines.Select((line, i) => (line, y: Top - (i * Leading))).Where(one => one.line.Length > 0)
        .Select(one => string.Create(CultureInfo.InvariantCulture, $"BT /F1 11 Tf 72 {one.y} Td ({one.line.Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal)}) Tj ET")));
}
