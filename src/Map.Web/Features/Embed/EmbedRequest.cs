using System.Globalization;
using Map.Web.Canvas;
using Map.Web.Shared;

namespace Map.Web.Features.Embed;

/// <summary>What an embed's address says to the server. Values that are not known are left out here; the client names them to the reader.</summary>
/// <param name="Theme">light, dark or auto.</param>
/// <param name="Title">Plain text; the site's own words where the address has none.</param>
/// <param name="Date">The day to print before the script has run, where the address names one.</param>
public sealed record EmbedRequest(Language Language, string Theme, string Title, DateOnly? Date)
{
    /// <summary>Longer titles are cut: they are a heading on a small map.</summary>
    public const int LongestTitle = 120;

    /// <param name="view">What the address says goes before what its view says.</param>
    public static EmbedRequest From(IQueryCollection query, NamedView? view = null)
    {
        var language = Language.Of(query.ContainsKey("lang") ? query["lang"] : view?.Language);
        var theme = query["theme"].ToString() is "light" or "dark" or "auto" ? query["theme"].ToString() : view?.Theme ?? "auto";
        var title = query["title"].ToString() is { Length: > 0 } given ? given : view?.Title(language) ?? "";
        return new EmbedRequest(language, theme, TitleOf(title, language), DateOf(query["date"]) ?? (query.ContainsKey("date") ? null : view?.Date));
    }

    /// <summary>What the page that holds it says itself, and the embed goes without.</summary>
    public static IReadOnlyList<string> Hidden(IQueryCollection query) => [.. HideWords.Where(query["hide"].ToString().Split(',').Contains)];

    private static readonly string[] HideWords = ["title", "date", "legend", "zoom", "scale", "time", "open"];

    private static string TitleOf(string given, Language language)
    {
        var title = string.Concat(given.Where(c => !char.IsControl(c))).Trim();
        if (title.Length == 0) return language.Say("Who held what in northern Syria", "من سيطر على ماذا في شمال سوريا");
        return title.Length <= LongestTitle ? title : string.Concat(title.AsSpan(0, LongestTitle - 1), "…");
    }

    private static DateOnly? DateOf(string? given) =>
        DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
