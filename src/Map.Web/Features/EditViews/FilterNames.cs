using Map.Core.Events;
using Map.Core.Evidence;
using Map.Web.Data;
using Map.Web.Shared;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.EditViews;

/// <summary>What the filters of a view mean in words: the address has keys and codes.</summary>
public sealed class FilterNames(IReadOnlyDictionary<(string Of, string Key), string> names)
{
    public static readonly FilterNames None = new(new Dictionary<(string, string), string>());

    internal static async Task<FilterNames> OfAsync(MapDb db, string filters, Language lang, CancellationToken cancel)
    {
        var all = QueryHelpers.ParseQuery(filters);
        string[] Keys(string name) => all.GetValueOrDefault(name).ToString().Split(',', StringSplitOptions.RemoveEmptyEntries);
        var names = new Dictionary<(string, string), string>();
        var (actors, sources, areas, series) = (Keys("actors"), Keys("sources"), Keys("governorates"), Keys("series"));
        if (actors.Length > 0) { foreach (var it in await db.Actors.Where(it => actors.Contains(it.Key)).Select(it => new { it.Key, it.Name, it.NameAr }).ToListAsync(cancel)) { names[("actors", it.Key)] = lang.Name(it.Name, it.NameAr); } }
        if (sources.Length > 0) { foreach (var it in await db.Sources.Where(it => sources.Contains(it.Key)).Select(it => new { it.Key, it.Title, it.Outlet }).ToListAsync(cancel)) { names[("sources", it.Key)] = it.Outlet ?? it.Title; } }
        if (areas.Length > 0) { foreach (var it in await db.Places.Where(it => it.Kind == "governorate" && it.PCode != null && areas.Contains(it.PCode)).Select(it => new { it.PCode, it.Name, it.NameAr }).ToListAsync(cancel)) { names[("governorates", it.PCode!)] = lang.Name(it.Name, it.NameAr); } }
        if (series.Length > 0) { foreach (var it in await db.ZoneSeries.Where(it => series.Contains(it.Key)).Select(it => new { it.Key, it.Title, it.TitleAr }).ToListAsync(cancel)) { names[("series", it.Key)] = lang.Name(it.Title, it.TitleAr); } }
        return new(names);
    }

    /// <param name="part">One parameter: "types=clash,strike".</param>
    public string Words(string part, Language lang)
    {
        var pair = part.Split('=', 2);
        var value = pair.Length < 2 ? "" : Uri.UnescapeDataString(pair[1].Replace('+', ' '));
        var name = pair[0] switch
        {
            "series" => lang.Say("series of zones", "سلسلة المناطق"),
            "types" => lang.Say("types", "الأنواع"),
            "actors" => lang.Say("actors", "الجهات"),
            "lineage" => lang.Say("with predecessors", "مع أسلافها"),
            "sources" => lang.Say("sources", "المصادر"),
            "governorates" => lang.Say("governorates", "المحافظات"),
            "disputed" => lang.Say("disputed only", "المتنازع فيها فقط"),
            "grade" => lang.Say("at least", "على الأقل"),
            "text" => lang.Say("text", "نص"),
            "event" => lang.Say("opened event", "الحدث المفتوح"),
            _ => pair[0],
        };
        if (pair[0] is "lineage" or "disputed" || value.Length == 0) { return name; }
        var said = pair[0] == "text" ? value : string.Join(lang.Say(", ", "، "), value.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(key => Word(pair[0], key, lang)));
        return $"{name}: {said}";
    }

    private string Word(string of, string key, Language lang) => of switch
    {
        "types" when EventTypes.TryGet(key, out var type) => type.Words(lang.IsArabic),
        "grade" when EventGrades.TryGet(key, out var grade) => grade.Words(lang.IsArabic),
        _ => names.GetValueOrDefault((of, key), key),
    };
}
