using Map.Core.Review;

namespace Map.Core.Tests.Review;

public class WordDiffTests
{
    [Theory]
    [InlineData("Convoy stopped near Azaz", "Convoy stopped at Azaz", "Convoy stopped -near- Azaz", "Convoy stopped +at+ Azaz")]
    [InlineData("", "Told anew.", "", "+Told anew.+")]
    [InlineData("Told anew.", "", "-Told anew.-", "")]
    [InlineData("12 killed", "12 killed, 3 injured", "12 killed", "12 killed+, 3 injured+")]
    [InlineData("أوقفت قافلة قرب أعزاز", "أوقفت قافلة في أعزاز", "أوقفت قافلة -قرب- أعزاز", "أوقفت قافلة +في+ أعزاز")]
    [InlineData("مُحِيَ النص", "مُحِيَ السطر", "مُحِيَ -النص-", "مُحِيَ +السطر+")]
    [InlineData("the same", "the same", "the same", "the same")]
    [InlineData("one two three", "four five three", "-one two- three", "+four five+ three")]
    public void Words_that_went_and_came_are_marked_and_no_others(string before, string after, string gone, string come)
    {
        var (old, now) = WordDiff.Of(before, after);
        Assert.Equal((gone, come), (Marked(old), Marked(now)));
    }

    [Fact]
    public void The_runs_of_any_two_texts_join_to_the_texts_again()
    {
        var random = new Random(4001);
        for (var n = 0; n < 300; n++)
        {
            var (before, after) = (Text(random), Text(random));
            var (old, now) = WordDiff.Of(before, after);
            Assert.Equal((before, after), (string.Concat(old.Select(run => run.Text)), string.Concat(now.Select(run => run.Text))));
            Assert.Equal(string.Concat(old.Where(run => run.Change == WordChange.Same).Select(run => run.Text)).Replace(" ", ""), string.Concat(now.Where(run => run.Change == WordChange.Same).Select(run => run.Text)).Replace(" ", ""));
        }
    }

    [Fact]
    public void Texts_of_many_thousand_words_with_nothing_in_common_are_told_as_a_whole()
    {
        var (before, after) = (string.Join(' ', Enumerable.Range(0, 9_000)), string.Join(' ', Enumerable.Range(9_000, 9_000)));
        var (old, now) = WordDiff.Of(before, after);
        Assert.Equal((1, 1), (old.Count, now.Count));
        Assert.Equal((WordChange.Gone, WordChange.New), (old[0].Change, now[0].Change));
    }

    private static string Text(Random random) => string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => random.Next(5) switch { 0 => " ", 1 => "، ", 2 => "Azaz ", 3 => "held ", _ => "أعزاز" }));

    private static string Marked(IReadOnlyList<WordRun> runs) => string.Concat(runs.Select(run => run.Change switch { WordChange.Gone => $"-{run.Text}-", WordChange.New => $"+{run.Text}+", _ => run.Text }));
}
