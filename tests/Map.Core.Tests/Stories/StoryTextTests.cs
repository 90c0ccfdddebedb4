using Map.Core.Stories;

namespace Map.Core.Tests.Stories;

public class StoryTextTests
{
    [Fact]
    public void A_text_is_paragraphs_of_words_and_of_links_of_three_kinds()
    {
        var read = StoryText.Paragraphs("On [20 January](date:2018-01-20) [the base](event:4002) fell.\n\n  [One report](source:article-003) says so. \r\n");
        Assert.Equal(["On |20 January>Date:2018-01-20| |the base>Event:4002| fell.", "One report>Source:article-003| says so."],
            read.Select(pieces => string.Join('|', pieces.Select(piece => piece.Link is { } link ? $"{piece.Words}>{link.Kind}:{link.Target}" : piece.Words))));
        Assert.Equal("On 20 January the base fell.\nOne report says so.", StoryText.Plain("On [20 January](date:2018-01-20) [the base](event:4002) fell.\n[One report](source:article-003) says so."));
    }

    [Theory]
    [InlineData("[words](https://example.org)")]
    [InlineData("[words](javascript:alert(1))")]
    [InlineData("[words](event:azaz)")]
    [InlineData("[words](event:-1)")]
    [InlineData("[words](date:soon)")]
    [InlineData("[words](Event:1002)")]
    [InlineData("[words] (event:1002)")]
    [InlineData("[words](place:azaz)")]
    public void What_was_meant_for_a_link_and_is_none_is_named(string typed)
    {
        Assert.Single(StoryText.Broken($"Before {typed} after."));
        Assert.DoesNotContain(StoryText.Links(typed), link => link.IsRead);
    }

    [Theory]
    [InlineData("Plain words (in brackets) and [others].")]
    [InlineData("[a](event:1002) [b](date:[2017-07-31..2017-10-31]) [c](source:article-004) [d](date:2017-10/2018-02)")]
    [InlineData("")]
    public void What_is_meant_for_words_stays_words(string typed) => Assert.Empty(StoryText.Broken(typed));

    [Fact]
    public void A_link_is_written_as_it_is_read()
    {
        var written = StoryText.Written("the base [Abu al-Duhur]", StoryLinkKind.Event, "4002");
        Assert.Equal(("the base (Abu al-Duhur)", 4002L), StoryText.Paragraphs(written)[0] is [{ Link.Event: { } id } only] ? (only.Words, id) : default);
    }
}
