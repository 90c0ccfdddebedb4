using System.Globalization;
using Map.Core.Actors;
using Map.Core.Chain;
using Map.Core.Control;
using Map.Core.Events;
using Map.Core.Evidence;
using Map.Core.Places;
using Map.Core.Time;
using Map.Web.Data.Erasing;

namespace Map.Web.Shared.Desk;

/// <summary>What stood in a field, in the words that its form has for it.</summary>
public static class HistoryValue
{
    /// <summary>What stands where a text was erased.</summary>
    public static string Erased(Language lang) => lang.Say(Eraser.Word, "[مُحي]");

    /// <param name="path">As the history calls the field: "Claims/17.Says".</param>
    public static string Of(string path, string? value, Language lang)
    {
        if (string.IsNullOrEmpty(value)) { return ""; }
        if (value == Eraser.Word) { return Erased(lang); }
        var (of, name) = (path.Split('/')[0], path.Split('.')[^1]);
        return name switch
        {
            "Status" when EventStatus.TryGet(value, out var it) => it.Words(lang.IsArabic),
            "Type" when EventTypes.TryGet(value, out var it) => it.Words(lang.IsArabic),
            "Precision" when PlacePrecision.TryGet(value, out var it) => lang.Say(it.English, it.Arabic),
            "PublicPrecision" when PublicPrecision.TryGet(value, out var it) => it.Words(lang.IsArabic),
            "Role" when ActorRole.TryGet(value, out var it) => it.Words(lang.IsArabic),
            "Field" when ClaimField.TryGet(value, out var it) => it.Words(lang.IsArabic),
            "Kind" => Kind(of, value, lang),
            "Posture" when Postures.TryParse(value, out var it) => it.Words(lang.IsArabic),
            "Holders" or "Holder" or "Side" => HolderWords.Of(Holders.Split(value), lang.IsArabic),
            "GradeSet" when EventGrades.TryGet(value, out var it) => it.Words(lang.IsArabic),
            "Credibility" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var digit) && digit is >= 1 and <= 6 => $"{digit} {GradeWords.Of((Credibility)digit, lang.IsArabic)}",
            "Denies" or "AgainstSide" => value == bool.TrueString ? lang.Say("yes", "نعم") : lang.Say("no", "لا"),
            "DeletedAt" or "ArchivedAt" when DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var at) => MomentWords.Of(at, lang),
            ErasedLines.Field => Counted.Lines.Say((int)ErasedLines.Read(value).Sum(of => of.To - of.From + 1), lang),
            "Shape" => Ground(value, lang),
            "Window" => ViewWords.Window(value, lang),
            "Layers" => ViewWords.Layers(value.Split(',', StringSplitOptions.RemoveEmptyEntries), lang),
            "Hidden" => ViewWords.Hidden(value.Split(' '), lang),
            "Colours" => ViewWords.Colours(value, lang),
            "Callouts" => ViewWords.Callouts(value, lang),
            "Chapters" => StoryWords.Chapters(value, lang),
            "KnownOn" or "Date" => ViewWords.Day(value, lang, ""),
            _ when IsDate(path) && EdtfText.TryParse(value, out var span, out _) => DateWords.Of(span, lang.IsArabic) is var words && words == span.Edtf ? words : $"{words} (\u2066{span.Edtf}\u2069)",
            _ => value,
        };
    }

    /// <summary>A date that was exchanged is a date like any other, also where it no longer holds.</summary>
    public static bool IsDate(string path) => path.Split('.')[^1] is "Edtf" or "DateAnchor" or "SaidEdtf" or "WhenEdtf" or "ValidEdtf" or "PublishedEdtf" or "FromEdtf" or "ToEdtf";

    private static string Kind(string of, string value, Language lang) => of switch
    {
        "Figures" => FigureKind.TryGet(value, out var it) ? it.Words(lang.IsArabic) : value,
        "Relations" => RelationKind.TryGet(value, out var it) ? it.Words(lang.IsArabic) : value,
        _ => ActorKind.TryGet(value, out var actor) ? actor.Words(lang.IsArabic) : PlaceKind.TryGet(value, out var place) ? place.Words(lang.IsArabic) : value switch
        {
            "drawn" => lang.Say("drawn", "مرسومة"),
            "imported" => lang.Say("imported", "مستوردة"),
            "news" => lang.Say("news", "أخبار"),
            "article" => lang.Say("article", "مقال"),
            "monitor" => lang.Say("monitoring group", "جهة رصد"),
            "party-media" => lang.Say("a party’s own media", "إعلام أحد الأطراف"),
            "statement" => lang.Say("statement", "بيان"),
            "encyclopaedia" => lang.Say("encyclopaedia", "موسوعة"),
            "dataset" => lang.Say("dataset", "مجموعة بيانات"),
            _ => value,
        },
    };

    private static string Ground(string value, Language lang) => value.Split('|') is [var size, var corners, var middle] && int.TryParse(corners, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        // Latitude and longitude keep their order within Arabic words.
        ? string.Join(lang.Say(", ", "، "), $"{size} {lang.Say("km²", "كم²")}", Counted.Corners.Say(count, lang), lang.Say("around ", "حول ") + $"\u2066{middle}\u2069")
        : lang.Say("another ground, not kept", "مساحة أخرى غير محفوظة");
}
