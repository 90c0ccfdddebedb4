using System.Globalization;
using System.Text;
using Map.Web.Features.Print.Fonts;

namespace Map.Web.Features.Print.Drawing;

/// <summary>The style sheet in the picture: its classes, and the fonts, so that it reads the same wherever it is opened.</summary>
internal static class Style
{
    private const string Fallback = "'IBM Plex Sans Arabic',system-ui,'Noto Sans','Noto Sans Arabic',sans-serif";

    public static string Of(Face face) => face == Face.Name ? "name" : face == Face.StrongName ? "name strong" : face == Face.WaterName ? "name water" : face == Face.Strong ? "strong" : "plain";

    /// <param name="arabic">Its letters are in the file too.</param>
    /// <param name="embedded">False names the fonts and leaves them to whoever opens the file.</param>
    public static string Sheet(Lettering lettering, bool arabic, bool embedded)
    {
        var css = new StringBuilder();
        if (embedded)
            foreach (var face in Face.All)
            {
                Font(css, lettering, face.Family, face.Weight, face.IsItalic, face.File, null);
                if (face.ExtendedFile.Length > 0)
                    Font(css, lettering, face.Family, face.Weight, face.IsItalic, face.ExtendedFile, "U+0100-024F,U+1E00-1EFF");
            }
        if (embedded && arabic)
            foreach (var face in Face.All.DistinctBy(face => face.ArabicFile))
                Font(css, lettering, "IBM Plex Sans Arabic", face.Weight, false, face.ArabicFile, "U+0600-06FF,U+FB50-FDFF,U+FE70-FEFC");
        css.Append(CultureInfo.InvariantCulture, $"text{{font-family:'IBM Plex Sans',{Fallback};font-variant-numeric:tabular-nums;white-space:pre;text-rendering:geometricPrecision}}");
        css.Append(CultureInfo.InvariantCulture, $".name{{font-family:'IBM Plex Sans Condensed','Arial Narrow',{Fallback};font-weight:500;paint-order:stroke;stroke-linejoin:round}}");
        css.Append(".strong,.name.strong{font-weight:600}.water{font-style:italic}");
        css.Append(CultureInfo.InvariantCulture, $".letter{{font:600 {Svg.Number(NameDrawing.Smallest)}px 'IBM Plex Sans',{Fallback};fill:{Palette.Label2}}}");
        css.Append(CultureInfo.InvariantCulture, $".count{{font:600 13px 'IBM Plex Sans',{Fallback};fill:{Palette.Time}}}");
        return css.ToString();
    }

    private static void Font(StringBuilder css, Lettering lettering, string family, int weight, bool isItalic, string file, string? letters)
    {
        if (lettering.FileOf(file) is not { } bytes)
            return;
        css.Append(CultureInfo.InvariantCulture, $"@font-face{{font-family:'{family}';font-weight:{weight};font-style:{(isItalic ? "italic" : "normal")};src:url(data:font/woff2;base64,{Convert.ToBase64String(bytes)}) format('woff2')");
        if (letters is not null)
            css.Append(CultureInfo.InvariantCulture, $";unicode-range:{letters}");
        css.Append('}');
    }
}
