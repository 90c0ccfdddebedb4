using Map.Core.Stories;

namespace Map.Core.Tests.Stories;

public class StoryDraftTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private static StoryDraft Whole() => new()
    {
        Title = "Two winters",
        Status = "published",
        Chapters = [new() { Heading = "The base", Text = "[It changed hands](event:4002).", When = "January 2018" }],
    };

    [Fact]
    public void A_whole_story_may_be_published_and_each_chapter_says_what_the_map_shows()
    {
        Assert.Empty(Whole().Check(Today));
        Assert.Equal((new DateOnly(2018, 1, 31), "31d"), Whole().Chapters[0].ReadTime());
        var chapter = new StoryChapter { Text = "[a](event:2) [b](event:1) [c](source:x)", TextAr = "[ا](event:1) [ب](event:3)" };
        Assert.Equal([2L, 1L, 3L], chapter.Events());
    }

    [Fact]
    public void What_readers_see_names_a_source_in_each_chapter_and_language_and_a_draft_may_not_yet()
    {
        var draft = Whole();
        draft.Chapters[0].Text = "It changed hands on [20 January](date:2018-01-20).";
        draft.Chapters[0].TextAr = "تبدلت السيطرة عليه.";
        draft.Chapters.Add(new() { Heading = "Later" });
        Assert.Equal(["Chapters[0].Text", "Chapters[0].TextAr", "Chapters[1].Text", "Chapters[1].When"], draft.Check(Today).Select(problem => problem.Field));
        draft.Status = "review";
        Assert.Equal(4, draft.Check(Today).Count);
        draft.Status = "draft";
        Assert.Empty(draft.Check(Today));
    }

    [Fact]
    public void What_is_wrong_is_said_at_its_field_in_the_order_of_the_form()
    {
        var draft = new StoryDraft
        {
            SummaryAr = "Azaz",
            Slug = "Two Winters",
            Status = "secret",
            Version = Guid.NewGuid(),
            Chapters = [new() { HeadingAr = "x", Text = "[a](event:1) and [b](http://c)", When = "someday", Window = "5w", At = "91,0,9", Layers = ["roads"], Filters = "types=clash&onload=1" }],
        };
        Assert.Equal(["Title", "SummaryAr", "Slug", "Chapters[0].HeadingAr", "Chapters[0].Text", "Chapters[0].When", "Chapters[0].Window", "Chapters[0].At", "Chapters[0].Layers", "Chapters[0].Filters", "Status", "Reason"],
            draft.Check(Today).Select(problem => problem.Field));
        Assert.All(draft.Check(Today, arabic: true), problem => Assert.Contains(problem.Message, letter => letter is >= '\u0600' and <= '\u06FF'));
        Assert.Contains(new StoryDraft { Title = "x", Status = "published" }.Check(Today), problem => problem.Field == "Chapters");
        Assert.Contains(new StoryDraft { Title = "x", Chapters = [.. Enumerable.Range(0, 41).Select(_ => new StoryChapter { Heading = "y" })] }.Check(Today), problem => problem.Field == "Chapters");
    }
}
