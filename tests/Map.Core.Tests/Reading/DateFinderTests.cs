using Map.Core.Reading;
using Map.Core.Time;

namespace Map.Core.Tests.Reading;

public class DateFinderTests
{
    private const string Published = "2018-08-22";

    /// <summary>A text of the 22nd of August 2018, a Wednesday, and each date in it as stretch = meaning.</summary>
    [Theory]
    // Whole and partial dates
    [InlineData("The cart was hit on the night of 3-4 March 2018.", "3-4 March 2018 = 2018-03-03/2018-03-04")]
    [InlineData("It was seized in the early hours of Sunday, August 19th, 2018.", "Sunday, August 19th, 2018 = 2018-08-19")]
    [InlineData("BEIRUT, 22 Aug (Agency) - Guards left.", "22 Aug = 2018-08-22")]
    [InlineData("The list is dated 8/22/2018.", "8/22/2018 = 2018-08-22")]
    [InlineData("The lists are of 25/5/2018 and 3/4/2018.", "25/5/2018 = 2018-05-25; 3/4/2018 = 2018-04-03")]
    [InlineData("The lists are of 5/25/2018 and 3/4/2018.", "5/25/2018 = 2018-05-25; 3/4/2018 = 2018-03-04")]
    [InlineData("The list of 2018-08-01 is long.", "2018-08-01 = 2018-08-01")]
    [InlineData("On December 19 and 21, 2017, shells fell.", "December 19 and 21, 2017 = {2017-12-19,2017-12-21}")]
    [InlineData("From 3 to 5 October, the road was shut.", "3 to 5 October = 2017-10-03/2017-10-05")]
    [InlineData("On 3 March, 5 April and 7 May 2017, shells fell.", "3 March = 2017-03-03; 5 April = 2017-04-05; 7 May 2017 = 2017-05-07")]
    [InlineData("Nobody came in June, July or August 2017.", "June = 2017-06; July = 2017-07; August 2017 = 2017-08")]
    [InlineData("August's raids were many.", "August = 2018-08")]
    [InlineData("Shells fell during the 2018 offensive.", "2018 = 2018")]
    [InlineData("The mill was shut in January this year and in August of last year.", "January this year = 2018-01; August of last year = 2017-08")]
    [InlineData("The mill was shut on 4 January this year and on March 3 last year.", "4 January this year = 2018-01-04; March 3 last year = 2017-03-03")]
    [InlineData("The mill was shut on Monday, a day after talks failed.", "Monday = 2018-08-20")]
    [InlineData("On 9, 10 and 11 May 2015 it rained.", "9, 10 and 11 May 2015 = {2015-05-09,2015-05-10,2015-05-11}")]
    [InlineData("In July-August 2014 it did not.", "July-August 2014 = 2014-07/2014-08")]
    [InlineData("Incidents in the week of 13 August were few.", "the week of 13 August = [2018-08-13..2018-08-19]")]
    [InlineData("It ran from 20 August to 3 September and again from May 20-June 3, 2018.", "from 20 August to 3 September = 2017-08-20/2017-09-03; from May 20-June 3, 2018 = 2018-05-20/2018-06-03")]
    [InlineData("The list is of 3-May-2018.", "3-May-2018 = 2018-05-03")]
    // Parts
    [InlineData("It burned in early to mid-August and mid-to-late 2017.", "early to mid-August = [2018-08-01..2018-08-20]; mid-to-late 2017 = [2017-05..2017-12]")]
    [InlineData("Fighting eased in the first half of 2015.", "the first half of 2015 = [2015-01..2015-06]")]
    [InlineData("A truce was made in mid-November.", "mid-November = [2017-11-11..2017-11-20]")]
    [InlineData("In late July and early August, raids rose.", "late July = [2018-07-21..2018-07-31]; early August = [2018-08-01..2018-08-10]")]
    [InlineData("It burned in the last week of July.", "the last week of July = [2018-07-25..2018-07-31]")]
    [InlineData("The last days of July were calm.", "The last days of July = [2018-07-21..2018-07-31]")]
    [InlineData("In the first three months of 2018 nobody came.", "the first three months of 2018 = [2018-01..2018-03]")]
    [InlineData("People recalled the summer of 2012, the winter of 2016-17 and the early 1980s.", "the summer of 2012 = 2012-22; the winter of 2016-17 = 2016-24; the early 1980s = [1980..1983]")]
    [InlineData("He left in the second quarter of 2015.", "the second quarter of 2015 = 2015-34")]
    // Limits and ranges
    [InlineData("He was held between April and June 2019.", "between April and June 2019 = [2019-04..2019-06]")]
    [InlineData("Between Monday and Wednesday nobody came.", "Between Monday and Wednesday = [2018-08-20..2018-08-22]")]
    [InlineData("From November 2017 to February 2018 the mill was held.", "From November 2017 to February 2018 = 2017-11/2018-02")]
    [InlineData("It was besieged since Sunday.", "since Sunday = 2018-08-19/..")]
    [InlineData("The mill was rebuilt by the end of 2016.", "by the end of 2016 = [..2016-12-31]")]
    [InlineData("Since late 2017 he has lived there; until last week nobody knew.", "Since late 2017 = 2017-09-01~/..; until last week = ../2018-08-19~")]
    [InlineData("A pre-2011 map and a post-2016 order.", "pre-2011 = [..2010]; post-2016 = [2017..]")]
    [InlineData("Before Monday's raid and after 2016 nobody came.", "Monday = 2018-08-20; after 2016 = [2017..]")]
    [InlineData("Prior to August 2018 many did.", "Prior to August 2018 = [..2018-07]")]
    [InlineData("A video from 2016 shows it, and from 2017 onwards others.", "2016 = 2016; from 2017 = 2017/..")]
    // Counted from the article
    [InlineData("Shells fell at dawn on Tuesday.", "Tuesday = 2018-08-21")]
    [InlineData("The raids of Monday and Tuesday were loud.", "Monday = 2018-08-20; Tuesday = 2018-08-21")]
    [InlineData("The guards were released earlier this month.", "earlier this month = [2018-08-01..2018-08-22]")]
    [InlineData("The council was formed a year ago.", "a year ago = 2017")]
    [InlineData("More than two years ago, the mill was sold.", "More than two years ago = [..2016]")]
    [InlineData("Nearly a year and a half ago it burned; a decade ago it was new.", "Nearly a year and a half ago = 2017-02; a decade ago = 2008")]
    [InlineData("The road stayed open until a few weeks ago.", "until a few weeks ago = ../2018-08-22~")]
    [InlineData("Over the past 24 hours shells fell; in the last two months none did.", "the past 24 hours = 2018-08-21/2018-08-22; the last two months = 2018-06-22/2018-08-22")]
    [InlineData("In recent months he was ill.", "recent months = ../2018-08-22")]
    [InlineData("Guards came over the weekend.", "the weekend = [2018-08-18..2018-08-19]")]
    [InlineData("Yesterday the mill stood, today it does not.", "Yesterday = 2018-08-21; today = 2018-08-22")]
    [InlineData("An overnight raid on Tuesday was loud.", "Tuesday = 2018-08-21")]
    [InlineData("The truce expires next week.", "next week = [2018-08-27..2018-09-02]")]
    [InlineData("Talks will be held on Friday and he will return on 3 September.", "Friday = 2018-08-24; 3 September = 2018-09-03")]
    // Counted from what was said before
    [InlineData("On 3 March 2017 guards came. Two days later they left. The following day nobody was seen. That week the mill burned.", "3 March 2017 = 2017-03-03; Two days later = 2017-03-05; The following day = 2017-03-06; That week = [2017-03-06..2017-03-12]")]
    [InlineData("On 4 April 2017 a raid was reported. On 7 April, another followed. In May, the mill closed.", "4 April 2017 = 2017-04-04; 7 April = 2017-04-07; May = 2017-05")]
    [InlineData("He left two days after 19 December 2015.", "two days after 19 December 2015 = 2015-12-21")]
    [InlineData("The guild was founded in January 2017. After nine months since its founding, half have left.", "January 2017 = 2017-01; nine months since = 2017-10")]
    [InlineData("Shells fell on 4 May 2016. Later that month, guards left.", "4 May 2016 = 2016-05-04; Later that month = [2016-05-04..2016-05-31]")]
    [InlineData("The mill was sold in 2014. The following year it burned.", "2014 = 2014; The following year = 2015")]
    [InlineData("The mill fell in December 2016 after a siege that began in July.", "December 2016 = 2016-12; July = 2016-07")]
    [InlineData("The guild, formed in February 2018, came in late July and left in June.", "February 2018 = 2018-02; late July = [2018-07-21..2018-07-31]; June = 2018-06")]
    [InlineData("He was taken in 2014, freed a year later and killed the following March.", "2014 = 2014; a year later = 2015; the following March = 2016-03")]
    [InlineData("In spring 2014 the guild was weak. That summer it grew.", "spring 2014 = 2014-21; That summer = 2014-22")]
    [InlineData("It rained on the evening of the 3rd of this month; it ended on the 15th.", "the 3rd of this month = 2018-08-03; the 15th = 2018-08-15")]
    [InlineData("It rained in the second half of February; on the 27th, it snowed on the 4th floor.", "the second half of February = [2018-02-16..2018-02-28]; the 27th = 2018-02-27")]
    // Feasts
    [InlineData("Prisoners were freed on Eid al-Adha.", "Eid al-Adha = 2018-08-21/2018-08-24")]
    [InlineData("It was Ramadan 2016.", "Ramadan 2016 = 2016-06-06/2016-07-05")]
    [InlineData("The mill was closed on Jan.4.", "Jan.4 = 2018-01-04")]
    [InlineData("Since the 2016 agreement the mill has been closed; it opened after Friday Prayers.", "2016 = 2016")]
    // Arabic
    [InlineData("غادر الحراس يوم الثلاثاء 19 كانون الأول 2017 وعادوا أمس.", "يوم الثلاثاء 19 كانون الأول 2017 = 2017-12-19; أمس = 2018-08-21")]
    [InlineData("بنيت الطاحونة عام ٢٠١٤ وأغلقت منذ مطلع آب/أغسطس 2016، حسب الحراس.", "عام ٢٠١٤ = 2014; منذ مطلع آب/أغسطس 2016 = 2016-08-01~/..")]
    public void Dates_are_found_and_understood(string text, string dates) => Assert.Equal(dates, Read(text, Published));

    [Theory]
    [InlineData("They may march on. March on, he said. In time he may.")]
    [InlineData("The March 14 Alliance met the May Brigade.")]
    [InlineData("Some 2,018 stayed and 2000 people fled.")]
    [InlineData("Resolution 2042 and Law 2019 were read aloud.")]
    [InlineData("By night the mill had 2018 families.")]
    [InlineData("After Friday prayers, people marched, and the Sunday Times was read.")]
    [InlineData("It lasted two weeks and took 14 days of five years.")]
    [InlineData("He was then, later and recently seen, for the first time.")]
    [InlineData("On the same day, and two days later, shells fell.")]
    [InlineData("They met every Friday, and two years to the day after.")]
    [InlineData("The fall of the mill and the spring at its foot.")]
    public void What_is_no_date_or_counts_from_nothing_is_left_alone(string text) => Assert.Equal("", Read(text, Published));

    [Fact]
    public void A_month_before_a_count_is_only_a_month() =>
        Assert.Equal("May = 2018-05", Read("In May 30 people came.", Published));

    [Fact]
    public void Without_the_articles_date_relative_words_are_marked_and_mean_nothing() =>
        Assert.Equal("Monday = ; 3 May 2016 = 2016-05-03", Read("On Monday guards came, as on 3 May 2016.", null));

    [Fact]
    public void The_date_line_of_an_article_stands_in_for_a_date_that_nobody_gave() =>
        Assert.Equal("Monday = 2018-08-20", Read("Guards come to the mill\n\n22 August 2018\n\nOn Monday guards came to the mill of the town, it was said.", null));

    [Fact]
    public void A_date_is_counted_from_where_it_says()
    {
        var dates = DateFinder.Find(ArticleText.Of("On 3 March 2017 guards came. Two days later they left. On Monday they were back."), EdtfText.Parse(Published));
        Assert.Equal([DateMention.FromNothing, DateMention.FromText, DateMention.FromArticle], dates.Select(date => date.Anchor));
    }

    [Fact]
    public void An_article_of_an_uncertain_day_gives_stretches() =>
        Assert.Equal("last summer = 2017-22; the past four weeks = 2017-12-04/2018-02-28", Read("Since then, and last summer too, he hid; in the past four weeks he did not.", "[2018-01,2018-02]"));

    private static string Read(string text, string? published)
    {
        var dates = DateFinder.Find(ArticleText.Of(text), published is null ? null : EdtfText.Parse(published));
        Assert.All(dates, date => Assert.Equal(date.Text, text.Substring(date.Start, date.Length)));
        return string.Join("; ", dates.Select(date => $"{date.Text} = {date.Edtf}"));
    }
}
