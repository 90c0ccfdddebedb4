namespace Map.Core.Time;

/// <summary>
/// Spans and days in words: "19 December 2023", "one day between 1 and 10 January 2018", "since January 2017". Arabic uses the Levantine
/// months and European digits. Nothing here passes through a time zone: a month is a month everywhere.
/// </summary>
public static class DateWords
{
    private static readonly string[] English = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private static readonly string[] Arabic =
        ["كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول"];

    private static readonly string[] WeekdaysArabic = ["الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"];

    /// <summary>The name of a month.</summary>
    /// <param name="month">1 to 12.</param>
    public static string Month(int month, bool arabic) => (arabic ? Arabic : English)[month - 1];

    internal static string WeekdayAr(DayOfWeek day) => WeekdaysArabic[(int)day];

    /// <summary>A day in words.</summary>
    public static string Of(DateOnly day, bool arabic) => $"{day.Day} {Month(day.Month, arabic)} {day.Year}";

    /// <summary>A span in words, saying whether it lasted or is one day within.</summary>
    public static string Of(DateSpan span, bool arabic)
    {
        if (EdtfExpression.Read(span.Edtf, out _) is not { } read)
        {
            return (span.Earliest, span.Latest) switch
            {
                ({ } from, { } to) when from == to => Of(from, arabic),
                ({ } from, { } to) => SpanWords.Range(Of(from, arabic), Of(to, arabic), span.Lasted, arabic),
                ({ } from, null) => SpanWords.From(Of(from, arabic), span.Lasted, arabic),
                (null, { } to) => SpanWords.To(Of(to, arabic), true, span.Lasted, arabic),
                _ => arabic ? "تاريخ غير معروف" : "date unknown",
            };
        }

        return read.Shape switch
        {
            EdtfShape.Date => SpanWords.Date(read.Parts[0].From!, arabic),
            EdtfShape.Interval => SpanWords.Interval(read.Parts[0], arabic),
            _ => SpanWords.Set(read, arabic),
        };
    }
}
