using Map.Core.Time;
using Map.Web.Shared;

namespace Map.Web.Canvas;

/// <summary>What a map of a past day says of itself: which day it is of, and what on it is not as it was.</summary>
/// <param name="First">The day of the first publication; null where nothing was ever published.</param>
/// <param name="Withdrawn">Records that were public then and are not today.</param>
/// <param name="Redrawn">Zones that are shown with the ground of today.</param>
/// <param name="IsLate">The day's map is not made yet.</param>
public sealed record KnownNote(DateOnly Day, DateOnly? First, int Withdrawn, int Redrawn, bool IsLate)
{
    private static readonly Counted Records = new("record", "records", "لا سجلات", "سجل واحد", "سجلان", "سجلات", "سجلاً", "سجل");
    private static readonly Counted Zones = new("zone", "zones", "لا مناطق", "منطقة واحدة", "منطقتان", "مناطق", "منطقةً", "منطقة");

    /// <summary>The parameter of every address that shows a map.</summary>
    public const string Parameter = "known";

    public string Words(Language lang)
    {
        var day = DateWords.Of(Day, lang.IsArabic);
        if (IsLate) return lang.Say($"The map as it was known on {day} is still being made.", $"ما زالت الخريطة كما كانت معروفة في {day} قيد الإعداد.");
        if (First is not { } first) return lang.Say($"Nothing was published on {day}, and nothing has been since.", $"لم يكن شيء منشوراً في {day}، ولم يُنشر شيء بعده.");
        return Day < first ? lang.Say($"Nothing was published on {day}; the first record was published on {DateWords.Of(first, false)}.", $"لم يكن شيء منشوراً في {day}؛ نُشر أول سجل في {DateWords.Of(first, true)}.")
            : lang.Say($"You see the map as it was known on {day}.", $"ترى الخريطة كما كانت معروفة في {day}.");
    }

    /// <summary>What is not as it was; null where all is.</summary>
    public string? Missing(Language lang) => Withdrawn == 0 ? null : lang.Say($"{Records.Say(Withdrawn, lang)} withdrawn since {(Withdrawn == 1 ? "is" : "are")} not shown.", $"{Records.Say(Withdrawn, lang)} مما سُحب منذ ذلك الحين لا يُعرض هنا.");

    public string? OfToday(Language lang) => Redrawn == 0 ? null : lang.Say($"{Zones.Say(Redrawn, lang)} drawn anew since {(Redrawn == 1 ? "has its" : "have their")} ground of today.", $"{Zones.Say(Redrawn, lang)} مما أُعيد رسمه منذ ذلك الحين بحدوده الحالية.");

    public static string Back(Language lang) => lang.Say("Back to now", "العودة إلى الآن");

    public static string Corrections(Language lang) => lang.Say("Corrections", "التصحيحات");
}
