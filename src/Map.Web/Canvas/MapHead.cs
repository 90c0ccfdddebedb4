using System.Globalization;
using Map.Web.Shared;

namespace Map.Web.Canvas;

/// <summary>What a page with a map names in its head, so that the browser asks for it while the map's script is still on its way.</summary>
public static class MapHead
{
    /// <summary>The files a map begins with, for the script early.js to ask for: the index, and the packs it names now.</summary>
    /// <param name="known">Of a map that shows what was known on a past day, that day.</param>
    public static string Files(PackIndexFile index, DateOnly? known = null) =>
        string.Join(' ', new[] { DataOf(known) + "index.json" }.Concat(new[] { index.Events, index.Changes, index.Control, index.ControlChanges, index.Base, index.Places, index.Zones }.OfType<string>().Select(name => DataOf(known) + name)));

    /// <summary>The fonts names and figures on the map are written in.</summary>
    /// <param name="embedded">An embed does with fewer: what it writes beside the map is in the map's own narrow face, and water has no italic of its own.</param>
    public static IReadOnlyList<string> Fonts(Language language, bool embedded = false)
    {
        var latin = embedded ? Latin.Where(font => !font.Contains("italic", StringComparison.Ordinal)) : Latin;
        return language.IsArabic ? [.. Arabic, .. latin] : [.. latin];
    }

    /// <summary>Where files and answers stand; ends in a slash.</summary>
    public static string DataOf(DateOnly? known) => known is { } day ? $"{PastDataUrl}{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}/" : DataUrl;

    public const string DataUrl = "/data/", PastDataUrl = "/data/known/";

    private static readonly string[] Latin =
    [
        "/lib/fonts/ibm-plex-sans-condensed-latin-500-normal.woff2", "/lib/fonts/ibm-plex-sans-condensed-latin-600-normal.woff2",
        "/lib/fonts/ibm-plex-sans-condensed-latin-500-italic.woff2", "/lib/fonts/ibm-plex-sans-latin-600-normal.woff2",
    ];

    private static readonly string[] Arabic = ["/lib/fonts/ibm-plex-sans-arabic-arabic-500-normal.woff2", "/lib/fonts/ibm-plex-sans-arabic-arabic-600-normal.woff2"];
}
