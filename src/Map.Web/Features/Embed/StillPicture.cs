using System.Globalization;
using Map.Web.Canvas;
using Map.Web.Packs;
using Map.Web.Shared;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Map.Web.Features.Embed;

/// <summary>What an embed shows where scripts are off: the same view as it would be printed, with its title, legend and sources. A press on it opens the picture alone, as large as the screen.</summary>
internal static class StillPicture
{
    /// <summary>CSS pixels of the sheet: near the shape of most frames.</summary>
    private const int Width = 960, Height = 660;

    /// <param name="fullMap">Where the map itself is, as it stands in an attribute.</param>
    public static string Html(QueryString asked, EmbeddedView? named, Language lang, string fullMap)
    {
        var picture = EmbedPage.Encoder.Encode(Address(asked, named, lang));
        var words = EmbedPage.Encoder.Encode(lang.Say("The map as a picture: this page’s scripts are off.", "الخريطة صورةً: البرمجيات معطلة في هذه الصفحة."));
        return $"""<div class="embed-still"><a href="{picture}" target="_blank" rel="noopener"><img src="{picture}" alt="{words}" loading="lazy"></a><p>{words} <a href="{fullMap}" target="_blank" rel="noopener">{EmbedPage.Encoder.Encode(lang.Say("Open the map", "افتح الخريطة"))}</a></p></div>""";
    }

    /// <summary>The parameters that a print knows, of the view and of the address, which goes before it. A print refuses what nobody understands; an embed only names it.</summary>
    private static string Address(QueryString asked, EmbeddedView? named, Language lang)
    {
        var said = QueryHelpers.ParseQuery(asked.Value);
        var all = named is null ? new Dictionary<string, StringValues>() : QueryHelpers.ParseQuery(named.View.Query);
        foreach (var name in MapAddress.Parameters)
        {
            if (said.TryGetValue(name, out var value) && value.Count > 0) { all[name] = value[^1]; }
        }
        if (named?.View.KnownOn is { } known) { all.TryAdd(KnownNote.Parameter, known.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)); }
        if ((named?.View.Title(lang) ?? said.GetValueOrDefault("title").ToString()) is { Length: > 0 } title) { all["title"] = title.Length <= EmbedRequest.LongestTitle ? title : title[..EmbedRequest.LongestTitle]; }
        if (named?.View.Caption(lang) is { Length: > 0 and <= 400 } caption) { all["caption"] = caption; }
        all["lang"] = lang.Code;
        (all["width"], all["height"]) = (Width.ToString(CultureInfo.InvariantCulture), Height.ToString(CultureInfo.InvariantCulture));
        // Open events are for a map under the hand.
        all.Remove("event");
        return QueryHelpers.AddQueryString("/print.svg", all);
    }
}
