using Map.Core.Time;

namespace Map.Core.Tests.Time;

public class DateWordsTests
{
    [Theory]
    [InlineData("2023-12-19", "19 December 2023", "19 كانون الأول 2023")]
    [InlineData("2018-01", "January 2018", "كانون الثاني 2018")]
    [InlineData("2017", "2017", "2017")]
    [InlineData("2017-22", "summer 2017", "صيف 2017")]
    [InlineData("2017-24", "winter 2017–18", "شتاء 2017–18")]
    [InlineData("2017-26", "summer 2017", "صيف 2017")]
    [InlineData("2018-33", "quarter 1 of 2018", "الربع الأول من 2018")]
    [InlineData("2017-10-08?", "8 October 2017 (uncertain)", "8 تشرين الأول 2017 (غير مؤكد)")]
    [InlineData("2017-10-08~", "about 8 October 2017", "نحو 8 تشرين الأول 2017")]
    [InlineData("2017-10%", "about October 2017 (uncertain)", "نحو تشرين الأول 2017 (غير مؤكد)")]
    [InlineData("[2018-01-01..2018-01-10]", "one day between 1 and 10 January 2018", "يوم واحد بين 1 و10 كانون الثاني 2018")]
    [InlineData("[2017-12-28..2018-01-03]", "one day between 28 December 2017 and 3 January 2018", "يوم واحد بين 28 كانون الأول 2017 و3 كانون الثاني 2018")]
    [InlineData("[2018-01..2018-04]", "one day between January and April 2018", "يوم واحد بين كانون الثاني ونيسان 2018")]
    [InlineData("2018-01-01/2018-01-10", "1 to 10 January 2018", "من 1 إلى 10 كانون الثاني 2018")]
    [InlineData("2017-09-28/2017-10-03", "28 September to 3 October 2017", "من 28 أيلول إلى 3 تشرين الأول 2017")]
    [InlineData("2017-06~/2017-08~", "about June 2017 to about August 2017", "من نحو حزيران 2017 إلى نحو آب 2017")]
    [InlineData("[..2023-08-03]", "on or before 3 August 2023", "في 3 آب 2023 أو قبل ذلك")]
    [InlineData("[..2017-09]", "in or before September 2017", "في أيلول 2017 أو قبل ذلك")]
    [InlineData("[2023-12-20..]", "20 December 2023 or later", "20 كانون الأول 2023 أو بعد ذلك")]
    [InlineData("2017-01/..", "since January 2017", "منذ كانون الثاني 2017")]
    [InlineData("../2017-09-30", "until 30 September 2017", "حتى 30 أيلول 2017")]
    [InlineData("2017-01-28/", "from 28 January 2017, end unknown", "من 28 كانون الثاني 2017، والنهاية غير معروفة")]
    [InlineData("[2018-01,2018-02]", "January 2018 or February 2018", "كانون الثاني 2018 أو شباط 2018")]
    [InlineData("{2017-10-09,2017-10-12}", "9 October 2017 and 12 October 2017", "9 تشرين الأول 2017 و12 تشرين الأول 2017")]
    [InlineData("[2018-01-01,2018-01-08,2018-01-15]", "1 January 2018, 8 January 2018 or 15 January 2018", "1 كانون الثاني 2018، 8 كانون الثاني 2018 أو 15 كانون الثاني 2018")]
    [InlineData("2017-10-XX", "a day in October 2017", "يوم من تشرين الأول 2017")]
    [InlineData("2017-XX", "a month in 2017", "شهر من 2017")]
    [InlineData("201X", "a year between 2010 and 2019", "سنة بين 2010 و2019")]
    [InlineData("2017-1X", "one day between 1 October 2017 and 31 December 2017", "يوم واحد بين 1 تشرين الأول 2017 و31 كانون الأول 2017")]
    [InlineData("2019-10-09T13:00:00Z", "9 October 2019", "9 تشرين الأول 2019")]
    public void A_span_is_said_in_words(string edtf, string english, string arabic)
    {
        Assert.Equal(english, DateWords.Of(EdtfText.Parse(edtf), arabic: false));
        Assert.Equal(arabic, DateWords.Of(EdtfText.Parse(edtf), arabic: true));
    }

    [Fact]
    public void A_day_is_said_in_words()
    {
        Assert.Equal("19 December 2023", DateWords.Of(new DateOnly(2023, 12, 19), arabic: false));
        Assert.Equal("3 آب 2023", DateWords.Of(new DateOnly(2023, 8, 3), arabic: true));
    }

    [Fact]
    public void A_span_whose_text_is_no_EDTF_is_said_by_its_bounds() =>
        Assert.Equal("1 January 2018 to 3 January 2018", DateWords.Of(new DateSpan("early", new(2018, 1, 1), new(2018, 1, 3), true), arabic: false));
}
