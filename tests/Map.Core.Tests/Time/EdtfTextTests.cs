using System.Globalization;
using Map.Core.Time;

namespace Map.Core.Tests.Time;

public class EdtfTextTests
{
    [Theory]
    // Level 0
    [InlineData("2017-01-28", "2017-01-28", "2017-01-28", false)]
    [InlineData("2017-01", "2017-01-01", "2017-01-31", false)]
    [InlineData("2017", "2017-01-01", "2017-12-31", false)]
    [InlineData("0001-01-01", "0001-01-01", "0001-01-01", false)]
    [InlineData("2019-10-09T13:00:00Z", "2019-10-09", "2019-10-09", false)]
    [InlineData("2019-10-09T23:59:59+03:00", "2019-10-09", "2019-10-09", false)]
    [InlineData("2019-10-09T24:00:00", "2019-10-09", "2019-10-09", false)]
    [InlineData("2017-06/2017-08", "2017-06-01", "2017-08-31", true)]
    [InlineData("2018-01-01/2018-01-10", "2018-01-01", "2018-01-10", true)]
    [InlineData("2004-02-01/2005", "2004-02-01", "2005-12-31", true)]
    // Level 1
    [InlineData("2017-21", "2017-03-01", "2017-05-31", false)]
    [InlineData("2017-22", "2017-06-01", "2017-08-31", false)]
    [InlineData("2017-23", "2017-09-01", "2017-11-30", false)]
    [InlineData("2017-24", "2017-12-01", "2018-02-28", false)]
    [InlineData("2019-24", "2019-12-01", "2020-02-29", false)]
    [InlineData("2017-22~", "2017-06-01", "2017-08-31", false)]
    [InlineData("2017-22/2017-24", "2017-06-01", "2018-02-28", true)]
    [InlineData("2017-10-08?", "2017-10-08", "2017-10-08", false)]
    [InlineData("2017-06~/2017-08~", "2017-06-01", "2017-08-31", true)]
    [InlineData("1984%", "1984-01-01", "1984-12-31", false)]
    [InlineData("201X", "2010-01-01", "2019-12-31", false)]
    [InlineData("20XX", "2000-01-01", "2099-12-31", false)]
    [InlineData("2017-XX", "2017-01-01", "2017-12-31", false)]
    [InlineData("2017-10-XX", "2017-10-01", "2017-10-31", false)]
    [InlineData("2017-XX-XX", "2017-01-01", "2017-12-31", false)]
    [InlineData("2017-01-28/..", "2017-01-28", null, true)]
    [InlineData("../2017-09", null, "2017-09-30", true)]
    [InlineData("2017-01-28/", "2017-01-28", null, true)]
    [InlineData("/2017", null, "2017-12-31", true)]
    [InlineData("Y170000002", "9999-12-31", null, false)]
    [InlineData("Y-170000002", null, "0001-01-01", false)]
    [InlineData("-0044", null, "0001-01-01", false)]
    [InlineData("0000", null, "0001-01-01", false)]
    // Level 2, the declared parts
    [InlineData("[2018-01-01..2018-01-10]", "2018-01-01", "2018-01-10", false)]
    [InlineData("[2018-01,2018-02]", "2018-01-01", "2018-02-28", false)]
    [InlineData("[2018-02,2018-01]", "2018-01-01", "2018-02-28", false)]
    [InlineData("[..2017-12-03]", null, "2017-12-03", false)]
    [InlineData("[2017-12..]", "2017-12-01", null, false)]
    [InlineData("[..1999,2001,2005..2007]", null, "2007-12-31", false)]
    [InlineData("{2017-10-09,2017-10-12}", "2017-10-09", "2017-10-12", true)]
    [InlineData("{1960..1962,1965}", "1960-01-01", "1965-12-31", true)]
    [InlineData("2017-06~-11", "2017-06-11", "2017-06-11", false)]
    [InlineData("2017-?10-08", "2017-10-08", "2017-10-08", false)]
    [InlineData("?2017-~10-%08", "2017-10-08", "2017-10-08", false)]
    [InlineData("2017-1X", "2017-10-01", "2017-12-31", false)]
    [InlineData("1XXX-XX", "1000-01-01", "1999-12-31", false)]
    [InlineData("2017-XX-31", "2017-01-31", "2017-12-31", false)]
    [InlineData("201X-02-29", "2012-02-29", "2016-02-29", false)]
    [InlineData("2017-0X-3X", "2017-01-30", "2017-09-30", false)]
    [InlineData("2017-25", "2017-03-01", "2017-05-31", false)]
    [InlineData("2017-28", "2017-12-01", "2018-02-28", false)]
    [InlineData("2018-33", "2018-01-01", "2018-03-31", false)]
    [InlineData("2018-36", "2018-10-01", "2018-12-31", false)]
    [InlineData("  2018-01-01 ", "2018-01-01", "2018-01-01", false)]
    public void An_expression_spans_its_days(string edtf, string? earliest, string? latest, bool lasted)
    {
        var span = EdtfText.Parse(edtf);
        Assert.Equal((earliest, latest, lasted), (Iso(span.Earliest), Iso(span.Latest), span.Lasted));
        Assert.Equal(span, EdtfText.Parse(span.Edtf));
    }

    [Theory]
    [InlineData("2018-02-31", "February 2018 has 28 days")]
    [InlineData("2019-02-29", "February 2019 has 28 days")]
    [InlineData("2018-13", "Months run from 01 to 12")]
    [InlineData("2018-00", "Months run from 01 to 12")]
    [InlineData("2018-04-00", "from 01 to 30")]
    [InlineData("2018-22-05", "Leave the day out")]
    [InlineData("2018-30", "southern season")]
    [InlineData("2018-40", "third or half")]
    [InlineData("2018-1-5", "is not a date")]
    [InlineData("18-01-05", "is not a date")]
    [InlineData("20180105", "is not a date")]
    [InlineData("201x", "capital X")]
    [InlineData("201u", "capital X")]
    [InlineData("1950S2", "exponent or significant digits")]
    [InlineData("Y-17E7", "exponent or significant digits")]
    [InlineData("2018-02/2018-01", "Swap the two")]
    [InlineData("[2018-01-10..2018-01-01]", "Swap the two")]
    [InlineData("2018/2019/2020", "more than one")]
    [InlineData("/", "no date at either end")]
    [InlineData("../..", "no date at either end")]
    [InlineData("[..]", "no date at either end")]
    [InlineData("[]", "does not close")]
    [InlineData("[2018-01-01..2018-01-10", "does not close")]
    [InlineData("{2018-01-01,2018-01-10]", "does not close")]
    [InlineData("[2018-01-01,]", "spare comma")]
    [InlineData("[2018,..2019]", "only at the beginning")]
    [InlineData("[2018..,2019]", "only at the beginning")]
    [InlineData("2018-XX-32", "fits no day")]
    [InlineData("2018-02-3X", "fits no day")]
    [InlineData("2019-10-09T25:00:00Z", "is not a time of day")]
    [InlineData("2019-10-32T12:00:00Z", "has 31 days")]
    [InlineData("-0000", "written 0000")]
    [InlineData("", "No date is given")]
    [InlineData("   ", "No date is given")]
    [InlineData(null, "No date is given")]
    [InlineData("yesterday", "is not a date")]
    public void An_impossible_date_is_refused_with_its_remedy(string? text, string words)
    {
        Assert.False(EdtfText.TryParse(text, out _, out var problem));
        Assert.Contains(words, problem, StringComparison.Ordinal);
        Assert.Equal(problem, EdtfText.ProblemOf(text, arabic: false));
        ToldInArabic.Check(EdtfText.ProblemOf(text, arabic: true));
    }

    [Fact]
    public void A_refusal_names_the_value()
    {
        var refusal = Assert.Throws<FormatException>(() => EdtfText.Parse("2018-02-31"));
        Assert.Equal("“2018-02-31” does not exist: February 2018 has 28 days. Type a day from 01 to 28, or leave it out (2018-02).", refusal.Message);
    }

    [Fact]
    public void A_text_of_any_length_is_answered() =>
        Assert.False(EdtfText.TryParse(new string('[', 100_000), out _, out _));

    [Fact]
    public void Open_ends_are_the_named_numbers()
    {
        Assert.Equal(Days.OpenStart, EdtfText.Parse("../2017").EarliestDay);
        Assert.Equal(Days.OpenEnd, EdtfText.Parse("2017/..").LatestDay);
        Assert.Equal(0, EdtfText.Parse("1970-01-01").EarliestDay);
        Assert.Equal(new DateOnly(2018, 1, 1), Days.Date(Days.Of(new DateOnly(2018, 1, 1))));
    }

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
