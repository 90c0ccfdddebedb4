using System.Globalization;
using static Map.Core.Time.DateProblem;

namespace Map.Core.Time;

/// <summary>What is wrong with an EDTF expression.</summary>
internal static class EdtfProblem
{
    private const string Forms = "Type a day as 2017-01-28, a month as 2017-01, a year as 2017, a time it lasted as 2018-01-01/2018-01-10, or one unknown day as [2018-01-01..2018-01-10].";

    private static readonly string FormsAr = $"اكتب اليوم هكذا {Ltr("2017-01-28")}، والشهر {Ltr("2017-01")}، والسنة {Ltr("2017")}، والمدة {Ltr("2018-01-01/2018-01-10")}، واليوم غير المعروف {Ltr("[2018-01-01..2018-01-10]")}.";

    public static DateProblem Empty => new("No date is given. " + Forms, "لم يُذكر تاريخ. " + FormsAr);

    public static DateProblem NotADate(string text) => text switch
    {
        "" => Empty,
        _ when text.Contains('S') || text.Contains('E') => new(
            $"“{text}” uses an exponent or significant digits, which this map does not read. Write the year out, or a span of years such as 1950/1959.",
            $"في «{Ltr(text)}» أُسٌّ أو أرقام معنوية، وهذه الخريطة لا تقرؤها. اكتب السنة كاملة، أو مدة من السنين مثل {Ltr("1950/1959")}."),
        _ when text.Contains('x') || text.Contains('u') => new(
            $"“{text}” is not a date. An unknown digit is a capital X: 201X, 2017-XX.",
            $"«{Ltr(text)}» ليس تاريخاً. يُكتب الرقم غير المعروف بحرف X كبير: {Ltr("201X")}، {Ltr("2017-XX")}."),
        _ => new($"“{text}” is not a date. {Forms}", $"«{Ltr(text)}» ليس تاريخاً. {FormsAr}"),
    };

    public static DateProblem NoTimeOfDay(string text, string day) => new(
        $"“{text}” is not a time of day. Hours run from 00 to 23, minutes and seconds from 00 to 59; the day alone is enough: {day}.",
        $"«{Ltr(text)}» ليست ساعة من اليوم. الساعات من 00 إلى 23، والدقائق والثواني من 00 إلى 59؛ ويكفي اليوم وحده: {Ltr(day)}.");

    public static DateProblem? OfComponents(string text, string year, string month, string day)
    {
        if (year == "-0000")
        {
            return new($"“{text}” has a year -0000. The year before the year 1 is written 0000.", $"في «{Ltr(text)}» سنة {Ltr("-0000")}. تُكتب السنة التي قبل السنة 1 هكذا: 0000.");
        }

        if (month.Length == 0 || month.Contains('X'))
        {
            return null;
        }

        var number = int.Parse(month, CultureInfo.InvariantCulture);
        var isSeason = number is >= 21 and <= 28 or >= 33 and <= 36;
        return number switch
        {
            >= 29 and <= 32 => new(
                $"“{text}” names a southern season ({number}), which this map does not use. Northern seasons are 21 spring, 22 summer, 23 autumn, 24 winter.",
                $"في «{Ltr(text)}» فصل من نصف الكرة الجنوبي ({number})، وهذه الخريطة لا تستعمله. فصول الشمال: 21 ربيع، 22 صيف، 23 خريف، 24 شتاء."),
            >= 37 and <= 41 => new(
                $"“{text}” names a third or half of a year ({number}), which this map does not use. Write its months: [{year}-01..{year}-04].",
                $"في «{Ltr(text)}» ثلث سنة أو نصفها ({number})، وهذه الخريطة لا تستعمله. اكتب أشهره: {Ltr($"[{year}-01..{year}-04]")}."),
            < 1 or > 12 when !isSeason => new(
                $"“{text}” has a month {month}. Months run from 01 to 12; seasons are 21 to 24, quarters 33 to 36.",
                $"في «{Ltr(text)}» شهر رقمه {month}. الأشهر من 01 إلى 12، والفصول من 21 إلى 24، وأرباع السنة من 33 إلى 36."),
            _ when isSeason && day.Length > 0 => new(
                $"“{text}” puts a day into a season. Leave the day out ({year}-{month}), or name the month.",
                $"في «{Ltr(text)}» يوم داخل فصل. احذف اليوم ({Ltr($"{year}-{month}")})، أو اذكر الشهر."),
            _ => null,
        };
    }

    public static DateProblem NoSuchDay(string text, string year, string month, string day)
    {
        if (month.Contains('X') || day.Contains('X') || year.Contains('X'))
        {
            return new($"“{text}” fits no day of the calendar. Check its digits.", $"لا يوافق «{Ltr(text)}» أي يوم في التقويم. راجع أرقامه.");
        }

        var (y, m) = (int.Parse(year, CultureInfo.InvariantCulture), int.Parse(month, CultureInfo.InvariantCulture));
        var length = EdtfDigits.DaysIn(y, m);
        return new(
            $"“{text}” does not exist: {DateWords.Month(m, arabic: false)} {year} has {length} days. Type a day from 01 to {length}, or leave it out ({year}-{month}).",
            $"لا وجود لليوم «{Ltr(text)}»: في {DateWords.Month(m, arabic: true)} {year} {length} يوماً. اكتب يوماً من 01 إلى {length}، أو احذف اليوم ({Ltr($"{year}-{month}")}).");
    }

    public static DateProblem EndsBeforeItStarts(string text, string start, string end) => new(
        $"“{text}” ends ({end}) before it starts ({start}). Swap the two.",
        $"تنتهي «{Ltr(text)}» ({Ltr(end)}) قبل أن تبدأ ({Ltr(start)}). بدّل بينهما.");

    public static DateProblem TooManySlashes(string text) => new(
        $"“{text}” has more than one “/”. A span has two ends: 2018-01-01/2018-01-10.",
        $"في «{Ltr(text)}» أكثر من «/» واحدة. للمدة طرفان: {Ltr("2018-01-01/2018-01-10")}.");

    public static DateProblem NoEnds(string text) => new(
        $"“{text}” names no date at either end. Give one of them, or leave the field empty.",
        $"ليس في «{Ltr(text)}» تاريخ في أي من الطرفين. اذكر أحدهما، أو اترك الحقل فارغاً.");

    public static DateProblem Brackets(string text, char open) => open == '['
        ? new($"“{text}” does not close. One day of several is written [2018-01-01..2018-01-10].", $"لم يُغلق القوس في «{Ltr(text)}». يُكتب يوم واحد من عدة أيام هكذا: {Ltr("[2018-01-01..2018-01-10]")}.")
        : new($"“{text}” does not close. Several days are written {{2017-10-09,2017-10-12}}.", $"لم يُغلق القوس في «{Ltr(text)}». تُكتب عدة أيام هكذا: {Ltr("{2017-10-09,2017-10-12}")}.");

    public static DateProblem EmptyElement(string text) => new(
        $"“{text}” has an empty place in its list. Remove the spare comma.",
        $"في قائمة «{Ltr(text)}» موضع فارغ. احذف الفاصلة الزائدة.");

    public static DateProblem OpenInside(string text, string element) => new(
        $"“{text}”: “{element}” may stand only at the beginning (..2017-12-03) or at the end (2017-12-03..) of the list.",
        $"في «{Ltr(text)}»: لا تأتي «{Ltr(element)}» إلا في أول القائمة ({Ltr("..2017-12-03")}) أو في آخرها ({Ltr("2017-12-03..")}).");

    public static DateProblem TooLong(int length, int longest) => new(
        $"This date has {length} characters; {longest} are enough for any. Shorten it.",
        $"في هذا التاريخ {length} حرفاً، ويكفي أيَّ تاريخ {longest}. اختصره.");
}
