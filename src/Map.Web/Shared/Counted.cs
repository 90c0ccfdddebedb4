using System.Globalization;

namespace Map.Web.Shared;

/// <summary>A thing that is counted, with the words each number asks for: two forms in English, six in Arabic.</summary>
/// <param name="One">English for 1, without the number: "event".</param>
/// <param name="Others">English for every other number: "events".</param>
/// <param name="Zero">Arabic for 0, whole phrase.</param>
/// <param name="Single">Arabic for 1, whole phrase: the number is in the word.</param>
/// <param name="Dual">Arabic for 2, whole phrase.</param>
/// <param name="Few">Arabic noun after 3–10 (and 103–110, …).</param>
/// <param name="Many">Arabic noun after 11–99.</param>
/// <param name="Hundreds">Arabic noun after 100, 101, 102, 200, ….</param>
public sealed record Counted(string One, string Others, string Zero, string Single, string Dual, string Few, string Many, string Hundreds)
{
    public static readonly Counted Events = new("event", "events", "لا أحداث", "حدث واحد", "حدثان", "أحداث", "حدثاً", "حدث");
    public static readonly Counted Changes = new("change", "changes", "لا تغيّرات", "تغيّر واحد", "تغيّران", "تغيّرات", "تغيّراً", "تغيّر");
    public static readonly Counted Claims = new("claim", "claims", "لا ادعاءات", "ادعاء واحد", "ادعاءان", "ادعاءات", "ادعاءً", "ادعاء");
    public static readonly Counted Sources = new("source", "sources", "لا مصادر", "مصدر واحد", "مصدران", "مصادر", "مصدراً", "مصدر");
    public static readonly Counted Places = new("place", "places", "لا أماكن", "مكان واحد", "مكانان", "أماكن", "مكاناً", "مكان");
    public static readonly Counted Names = new("name", "names", "لا أسماء", "اسم واحد", "اسمان", "أسماء", "اسماً", "اسم");
    public static readonly Counted Actors = new("actor", "actors", "لا جهات", "جهة واحدة", "جهتان", "جهات", "جهةً", "جهة");
    public static readonly Counted Relations = new("relation", "relations", "لا علاقات", "علاقة واحدة", "علاقتان", "علاقات", "علاقةً", "علاقة");
    public static readonly Counted Filters = new("filter", "filters", "لا مرشّحات", "مرشّح واحد", "مرشّحان", "مرشّحات", "مرشّحاً", "مرشّح");
    public static readonly Counted Results = new("result", "results", "لا نتائج", "نتيجة واحدة", "نتيجتان", "نتائج", "نتيجةً", "نتيجة");
    public static readonly Counted Chapters = new("chapter", "chapters", "لا فصول", "فصل واحد", "فصلان", "فصول", "فصلاً", "فصل");
    public static readonly Counted Days = new("day", "days", "لا أيام", "يوم واحد", "يومان", "أيام", "يوماً", "يوم");
    public static readonly Counted Waiting = new("thing waits", "things wait", "لا شيء ينتظر", "أمر واحد ينتظر", "أمران ينتظران", "أمور تنتظر", "أمراً ينتظر", "أمر ينتظر");
    public static readonly Counted Comments = new("comment", "comments", "لا تعليقات", "تعليق واحد", "تعليقان", "تعليقات", "تعليقاً", "تعليق");
    public static readonly Counted Lines = new("line", "lines", "لا أسطر", "سطر واحد", "سطران", "أسطر", "سطراً", "سطر");
    public static readonly Counted Texts = new("text", "texts", "لا نصوص", "نص واحد", "نصّان", "نصوص", "نصاً", "نص");
    public static readonly Counted Drafts = new("draft", "drafts", "لا مسودات", "مسودة واحدة", "مسودتان", "مسودات", "مسودةً", "مسودة");
    public static readonly Counted Fields = new("field", "fields", "لا حقول", "حقل واحد", "حقلان", "حقول", "حقلاً", "حقل");
    public static readonly Counted Corners = new("corner", "corners", "لا زوايا", "زاوية واحدة", "زاويتان", "زوايا", "زاويةً", "زاوية");
    public static readonly Counted Zones = new("zone", "zones", "لا مناطق", "منطقة واحدة", "منطقتان", "مناطق", "منطقةً", "منطقة");
    public static readonly Counted Killed = new("killed", "killed", "لا قتلى", "قتيل واحد", "قتيلان", "قتلى", "قتيلاً", "قتيل");
    public static readonly Counted Injured = new("injured", "injured", "لا جرحى", "جريح واحد", "جريحان", "جرحى", "جريحاً", "جريح");
    public static readonly Counted Detained = new("detained", "detained", "لا موقوفين", "موقوف واحد", "موقوفان", "موقوفين", "موقوفاً", "موقوف");
    public static readonly Counted Released = new("released", "released", "لا مفرج عنهم", "مفرج عنه واحد", "مفرج عنهما اثنان", "مفرج عنهم", "مفرجاً عنه", "مفرج عنه");
    public static readonly Counted Attacks = new("attack", "attacks", "لا هجمات", "هجوم واحد", "هجومان", "هجمات", "هجوماً", "هجوم");

    /// <summary>The number and its noun in the reader's language, digits European: "16,566 events", "حدثان", "11 حدثاً".</summary>
    public string Say(int number, Language language)
    {
        if (!language.IsArabic) { return $"{Digits(number)} {(number == 1 ? One : Others)}"; }
        return number switch
        {
            0 => Zero,
            1 => Single,
            2 => Dual,
            _ => $"{Digits(number)} {(number % 100) switch { >= 3 and <= 10 => Few, >= 11 => Many, _ => Hundreds }}",
        };
    }

    public static string Digits(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
