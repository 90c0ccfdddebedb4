using Map.Core.Reading;

namespace Map.Core.Tests.Reading.Naming;

public class AnyTextTests
{
    private static readonly string[] Pieces =
    [
        "al-", "Al", "-", "'", "’", "’s", "(", ")", ",", ".", ":", "“", "”", "Abu", "Sheikh", "HTS", "US", "U.S.", "Turkey", "and", "the", "of", "to", "from", "in", "Idlib", "Jaish", "Ministry", "Brigade", "regime",
        "West", "aka", "known as", "\n\n", "ﷺ", "ـ", "İ", "إدلب", "و", "والرقة", "@x", "#", "http://", "7th", "600", "\u200b", "\ud83d\ude00", "\ud83d", "said", "Moscow", "British", "intelligence", "-backed", "A.", "a.k.a.",
        "–", "village", "northern", ", a village", "Bashar al-Assad", "Nadim Sarraj", "Damascus",
    ];

    [Fact]
    public void Broken_text_is_read_without_failing_and_every_mention_stands_where_it_says()
    {
        var (actors, places, random) = (new ActorFinder(RepositoryFiles.Lexicon), new PlaceFinder(RepositoryFiles.Lexicon), new Random(7));
        for (var i = 0; i < 1_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 30)).Select(_ => Pieces[random.Next(Pieces.Length)] + (random.Next(3) > 0 ? " " : "")));
            var article = ArticleText.Of(text);
            var found = actors.Find(article);
            Assert.All(places.Find(article, found).Concat<Mention>(found), mention => Assert.Equal(mention.Text, text.Substring(mention.Start, mention.Length)));
        }
    }
}
