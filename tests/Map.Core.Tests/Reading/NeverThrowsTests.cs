using Map.Core.Reading;
using Map.Core.Time;

namespace Map.Core.Tests.Reading;

public class NeverThrowsTests
{
    private static readonly string[] Pieces =
    [
        "the", "last", "first", "week", "of", "January", "May", "3", "31", "30", "29", "2018", "1999", "and", "to", "-", "–", ",", ".", "between", "from", "until", "since", "before", "after", "by", "early", "mid-", "late", "end of", "two", "days",
        "weeks", "later", "ago", "earlier", "that", "following", "previous", "day", "month", "year", "weekend", "Monday", "on", "in", "summer", "winter", "Eid al-Fitr", "Ramadan", "Christmas", "half", "a", "dozen", "million", "people", "killed",
        "12/8/2018", "31/2/2018", "2018-02-31", "99999999999999999999999999999", "1,200", "$", "%", "more than", "up to", "the 31st", "of this month", "decades", "999", "years", "1900s", "2016-17", "2018-2016", "pre-", "this", "next", "\n", "\n\n",
        "كانون الثاني", "31", "شباط", "٢٠١٨", "أمس", "“", "”", "(", ")", "'s", "’s", "By", "U.S.", "\uD83D", "1.", "•", "Comments", "says:", "million", "thousand", "hundred", "hundred", "billion", "billion", "9:30", "the 1990s", "quarter", "Q3",
    ];

    private static readonly string?[] Published = [null, "2018-08-22", "2018-01", "[2018-01,2018-02]", "2018", "../2018", "2018/..", "0001-01-01", "9999-12-31", "0000", "Y-20000", "201X", "2024-02-29", "[..2018]", "2018-24"];

    [Fact]
    public void Whatever_stands_in_a_text_it_is_read_and_every_mention_stands_where_it_says()
    {
        var random = new Random(20181122);
        for (var i = 0; i < 1000; i++)
        {
            var text = string.Join(random.Next(5) == 0 ? "" : " ", Enumerable.Range(0, random.Next(1, 40)).Select(_ => Pieces[random.Next(Pieces.Length)]));
            var published = Published[random.Next(Published.Length)];
            try
            {
                Read(text, published is null ? null : EdtfText.Parse(published));
            }
            catch (Exception failed)
            {
                Assert.Fail($"“{text}” of {published}: {failed}");
            }
        }
    }

    private static void Read(string text, DateSpan? published)
    {
        var article = ArticleText.Of(text);
        var dates = DateFinder.Find(article, published);
        foreach (var mention in dates.Concat<Mention>(FigureFinder.Find(article, dates)))
        {
            Assert.Equal(mention.Text, text.Substring(mention.Start, mention.Length));
        }

        Assert.All(dates, date => Assert.True(date.Edtf.Length == 0 || EdtfText.Parse(date.Edtf).Earliest == date.Earliest));
        HtmlArticle.Of("<p>" + text);
    }
}
