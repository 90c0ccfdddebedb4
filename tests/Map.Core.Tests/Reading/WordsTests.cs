using Map.Core.Reading;

namespace Map.Core.Tests.Reading;

public class WordsTests
{
    [Theory]
    [InlineData("Shells fell on Ma'arrat al-Nu'man.", "Shells|fell|on|Ma'arrat|al-Nu'man|.")]
    [InlineData("the council’s guard, not Hay’at", "the|council|’s|guard|,|not|Hay’at")]
    [InlineData("the fighters' base", "the|fighters|'|base")]
    [InlineData("It isn't Ra's al-Ayn", "It|isn't|Ra's|al-Ayn")]
    [InlineData("‘safe’ zones", "‘|safe|’|zones")]
    [InlineData("1,200 tents, 1.5 million", "1,200|tents|,|1.5|million")]
    [InlineData("2.5m people, 1,200km", "2.5m|people|,|1,200km")]
    [InlineData("5-7 shells", "5|-|7|shells")]
    [InlineData("BM-21 and AK-47, 82mm", "BM-21|and|AK-47|,|82mm")]
    [InlineData("12/8/2018 at 14:30", "12|/|8|/|2018|at|14:30")]
    [InlineData("60% (of all)", "60|%|(|of|all|)")]
    [InlineData("a.k.a. the U.S. army", "a.k.a.|the|U.S.|army")]
    [InlineData("(a.k.a the Miller)", "(|a.k.a|the|Miller|)")]
    [InlineData("see https://example.org/a, then", "see|https://example.org/a|then")]
    [InlineData("سقطت قذائف على حَلَب، أمس", "سقطت|قذائف|على|حَلَب|،|أمس")]
    [InlineData("wait... what", "wait|...|what")]
    public void Text_is_cut_into_words_and_signs(string text, string words) =>
        Assert.Equal(words, string.Join('|', Words.In(text, 0, text.Length).Select(word => word.Text)));

    [Fact]
    public void Every_word_stands_where_it_says()
    {
        const string text = "On 3–4 May the town's “outer” checkpoints (some 1,200 m away)\nfell; 5-7 men left… حلب.";
        Assert.All(Words.In(text, 3, text.Length - 3), word => Assert.Equal(word.Text, text.Substring(word.Start, word.Length)));
        Assert.Equal(3, Words.In(text, 3, text.Length - 3)[0].Start);
    }
}
