using System.Globalization;
using Map.Core.Control;
using Map.Core.Time;
using Map.Core.Views;
using Map.Web.Data;

namespace Map.Web.Shared.Desk;

/// <summary>What stands in the fields of a named view, in words.</summary>
public static class ViewWords
{
    public static string Window(string id, Language lang) => ViewWindow.All.FirstOrDefault(it => it.Id == id) is { } known ? known.Words(lang.IsArabic)
        : ViewWindow.Days(id) is { } days ? Counted.Days.Say(days, lang) : id;

    public static string Layers(IEnumerable<string> ids, Language lang) => Choices(ids, ViewLayer.All, lang) is { Length: > 0 } words ? words : lang.Say("none", "لا شيء");

    public static string Hidden(IEnumerable<string> ids, Language lang) => Choices(ids, ViewControl.All, lang);

    public static string Language(string id, Language lang) => id switch { "en" => lang.Say("English", "الإنكليزية"), "ar" => lang.Say("Arabic", "العربية"), _ => lang.Say("the reader’s", "لغة القارئ") };

    public static string Theme(string id, Language lang) => id switch { "light" => lang.Say("light", "فاتح"), "dark" => lang.Say("dark", "داكن"), _ => lang.Say("as the reader’s device", "كجهاز القارئ") };

    public static string Day(string? iso, Language lang, string empty) =>
        DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? DateWords.Of(day, lang.IsArabic) : iso is { Length: > 0 } ? iso : empty;

    /// <param name="stored">"hts=#a1b2c3 sdf=#…".</param>
    public static string Colours(string? stored, Language lang) => string.Join(lang.Say(", ", "، "), ViewLooks.Colours(stored).Select(own => $"{Holder(own.Holder, lang)} {own.Colour}"));

    public static string Callouts(string? stored, Language lang) => string.Join("\n", ViewLooks.Callouts(stored).Select(it => Callout(it, lang)));

    public static string Callout(DraftCallout it, Language lang) => $"{lang.Name(it.Text, it.TextAr.Length > 0 ? it.TextAr : null)} ({it.At})";

    public static string Holder(string id, Language lang) => Holders.Of(id) is var holder ? lang.Say(holder.Short, holder.ShortAr) : id;

    private static string Choices<T>(IEnumerable<string> ids, IEnumerable<T> all, Language lang) where T : ViewChoice =>
        string.Join(lang.Say(", ", "، "), ids.Select(id => all.FirstOrDefault(it => it.Id == id)?.Words(lang.IsArabic) ?? id));
}
