using Map.Core.Reading;

namespace Map.Core.Tests.Reading;

public class ArticleReaderTests
{
    [Fact]
    public void An_empty_text_is_read_and_holds_nothing()
    {
        var reading = new ArticleReader(new Lexicon([], [])).Read("", null);
        Assert.Empty(reading.Parts);
        Assert.Empty(reading.Drafts);
    }
}
