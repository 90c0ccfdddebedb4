using Map.Core.Review;
using Map.Core.Stories;
using Map.Web.Data;
using Map.Web.Features.EditStories;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Map.Web.Tests.EditEvents;
using Map.Web.Tests.Review;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Tests.EditStories;

public class SaveStoryTests
{
    /// <summary>Something in every field; it leads to the desk's one source.</summary>
    internal static StoryDraft Typed() => new()
    {
        Key = NewStoryKey.Make(),
        Slug = "two-winters",
        Title = "Two winters",
        TitleAr = "شتاءان",
        Summary = "What happened.",
        SummaryAr = "ما جرى.",
        Byline = "A writer",
        BylineAr = "كاتب",
        Chapters =
        [
            new()
            {
                Heading = "First", HeadingAr = "أولاً", Text = "[A paper](source:article) says so.\r\n\r\nOn [20 January](date:2018-01-20).", TextAr = "هكذا تقول [صحيفة](source:article).", When = "November 2019", Window = "7d",
                At = "36.58,37.04,10", Layers = ["events", "control"], Filters = "types=clash,strike",
            },
            new() { Heading = "Second", Text = "And [so on](source:article).", When = "20 January 2018" },
        ],
        Status = "published",
        Reason = "for a report",
    };

    [Fact]
    public async Task A_story_comes_back_as_it_was_typed_with_its_dates_understood()
    {
        using var desk = await Desk.OpenAsync();
        var typed = Typed();
        Assert.NotNull((await SaveAsync(desk, typed)).Version);
        var back = await ReadAsync(desk, typed.Key);
        Assert.Equal(("two-winters", "Two winters", "شتاءان", "What happened.", "ما جرى.", "A writer", "كاتب", "published"), (back.Slug, back.Title, back.TitleAr, back.Summary, back.SummaryAr, back.Byline, back.BylineAr, back.Status));
        Assert.Equal(["First|أولاً|[A paper](source:article) says so.\n\nOn [20 January](date:2018-01-20).|هكذا تقول [صحيفة](source:article).|2019-11|7d|36.58,37.04,10|control,events|types=clash,strike",
                "Second||And [so on](source:article).||2018-01-20|30d||control,events,boundaries,places|"],
            back.Chapters.Select(it => string.Join('|', it.Heading, it.HeadingAr, it.Text, it.TextAr, it.When, it.Window, it.At, string.Join(',', it.Layers), it.Filters)));
    }

    [Fact]
    public async Task A_repeated_request_adds_one_story_and_a_change_is_kept_with_who_why_old_and_new()
    {
        using var desk = await Desk.OpenAsync();
        var (typed, request) = (Typed(), Guid.NewGuid());
        for (var i = 0; i < 3; i++) { await SaveAsync(desk, typed, request); }
        var edited = await ReadAsync(desk, typed.Key);
        (edited.Chapters[1].Heading, edited.Reason) = ("Then", "clearer");
        Assert.NotNull((await SaveAsync(desk, edited)).Version);

        await using var db = desk.Database.Dbs.CreateDbContext();
        var row = Assert.Single(await db.Stories.ToListAsync());
        var line = Assert.Single(await RowHistory.OfAsync(db, "Stories", row.Id), line => line.Why == "clearer");
        Assert.Equal(("Chapters", "Rana"), (line.Field, line.Who));
        Assert.Contains("2. Then\n20 January 2018, 30 days\nAnd [so on](source:article).", HistoryValue.Of("Chapters", line.New, Language.English), StringComparison.Ordinal);
        Assert.Equal(["publish", "publish"], await db.Audit.Where(act => act.Target == $"story {typed.Key}").Select(act => act.Act).ToListAsync());
    }

    [Fact]
    public async Task What_readers_see_leads_only_to_what_they_see()
    {
        using var desk = await Desk.OpenAsync();
        var whole = Desk.Whole();
        whole.Status = "draft";
        Assert.NotNull((await desk.Save.RunAsync(whole, Desk.Editor, Guid.NewGuid(), arabic: false)).Version);
        var typed = Typed();
        typed.Chapters[1].Text = $"[The convoy](event:{whole.Id}) and [nothing](source:no-such-source).";
        typed.Chapters[1].TextAr = "[لا شيء](event:123456).";
        Assert.Equal([$"Chapters[1].Text: Readers see no event {whole.Id}. Publish it first, or link another.", "Chapters[1].TextAr: Readers see no event 123456. Publish it first, or link another."],
            (await SaveAsync(desk, typed)).Problems.Select(problem => $"{problem.Field}: {problem.Message}"));

        // A draft may lead to drafts, and to nothing that is not there.
        typed.Status = "draft";
        Assert.Equal(["There is no source “no-such-source”.", "There is no event 123456."], (await SaveAsync(desk, typed)).Problems.Select(problem => problem.Message));
        (typed.Chapters[1].Text, typed.Chapters[1].TextAr) = ($"[The convoy](event:{whole.Id}).", "");
        Assert.NotNull((await SaveAsync(desk, typed)).Version);

        (whole.Status, whole.Reason, whole.Version) = ("published", "it is right", (await LoadDraftAsync(desk, whole.Id)).Version);
        Assert.Empty((await desk.Save.RunAsync(whole, Desk.Editor, Guid.NewGuid(), arabic: false)).Problems);
        var draft = await ReadAsync(desk, typed.Key);
        (draft.Status, draft.Reason) = ("published", "both are");
        Assert.NotNull((await SaveAsync(desk, draft)).Version);
    }

    [Fact]
    public async Task The_second_of_two_editors_is_shown_the_conflict_chapter_by_chapter()
    {
        using var desk = await Desk.OpenAsync();
        var typed = Typed();
        await SaveAsync(desk, typed);
        var (mine, seen, theirs) = (await ReadAsync(desk, typed.Key), await ReadAsync(desk, typed.Key), await ReadAsync(desk, typed.Key));
        (theirs.Chapters[0].Heading, theirs.Reason) = ("At first", "better");
        await SaveAsync(desk, theirs);
        (mine.Chapters[1].Heading, mine.Byline, mine.Reason) = ("At last", "Two writers", "better still");

        var refused = await SaveAsync(desk, mine);
        Assert.Null(refused.Version);
        var merge = new StoryMerge(seen, mine, refused.Theirs!, Language.English);
        Assert.Equal(["Author line", "Chapter 1", "Chapter 2"], merge.Choices.Select(choice => choice.Label));
        Assert.NotNull((await SaveAsync(desk, merge.Merged("both"))).Version);
        var both = await ReadAsync(desk, typed.Key);
        Assert.Equal(("At first", "At last", "Two writers"), (both.Chapters[0].Heading, both.Chapters[1].Heading, both.Byline));
        mine.Chapters.RemoveAt(1);
        Assert.Contains(new StoryMerge(seen, mine, both, Language.English).Choices, choice => choice.Label == "Chapters");
    }

    [Fact]
    public async Task No_two_stories_have_one_address_and_a_deleted_one_comes_back_as_it_was()
    {
        using var desk = await Desk.OpenAsync();
        var (first, second) = (Typed(), Typed());
        await SaveAsync(desk, first);
        Assert.Equal("Slug", Assert.Single((await SaveAsync(desk, second)).Problems).Field);
        var remove = new RemoveStory(desk.Database.Gate, TimeProvider.System);
        Assert.True(await remove.DeleteAsync(first.Key, Desk.Editor, "a slip", Guid.NewGuid()));
        await using (var db = desk.Database.Dbs.CreateDbContext()) { Assert.False(await db.PublicStories.AnyAsync()); }
        Assert.Equal("Slug", Assert.Single((await SaveAsync(desk, second)).Problems).Field);
        Assert.True(await remove.RestoreAsync(first.Key, Desk.Editor, "it was right", Guid.NewGuid()));
        await using (var db = desk.Database.Dbs.CreateDbContext()) { Assert.Equal(first.Title, (await db.PublicStories.SingleAsync()).Title); }
    }

    [Fact]
    public async Task Under_review_a_story_is_public_once_it_is_approved_and_a_change_of_it_waits_beside_it()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        var typed = Typed();
        var sent = await SaveAsync(queue.Desk, typed, who: Queue.Rana);
        Assert.NotNull(sent.Review);
        Assert.False(await queue.AskAsync(db => db.PublicStories.AnyAsync()));
        var read = await queue.ReadAsync(sent.Review.Value);
        Assert.Equal(["Title", "Title in Arabic", "Summary", "Summary in Arabic", "Author line", "Author line in Arabic", "Address", "Chapters", "Status"], read.Whole.Select(row => row.Label));
        Assert.True((await queue.ApproveAsync(sent.Review.Value, Queue.Lina)).Done);

        var change = await ReadAsync(queue.Desk, typed.Key);
        (change.Chapters[0].Heading, change.Reason) = ("Another heading", "it reads better");
        var waits = await SaveAsync(queue.Desk, change, who: Queue.Rana);
        Assert.Equal("Chapter 1", Assert.Single((await queue.ReadAsync(waits.Review!.Value)).Differences).Label);
        Assert.DoesNotContain("Another", await queue.AskAsync(db => db.PublicStories.Select(it => it.Chapters!).SingleAsync()), StringComparison.Ordinal);
        Assert.True((await queue.ApproveAsync(waits.Review.Value, Queue.Lina)).Done);
        Assert.Contains("Another", await queue.AskAsync(db => db.PublicStories.Select(it => it.Chapters!).SingleAsync()), StringComparison.Ordinal);
        // To take it from readers is a reviewer's alone.
        await Assert.ThrowsAsync<NotAllowedException>(() => new RemoveStory(queue.Desk.Database.Gate, TimeProvider.System).DeleteAsync(typed.Key, Queue.Rana, "a slip", Guid.NewGuid()));
    }

    [Fact]
    public async Task An_earlier_version_comes_back_as_the_next_one()
    {
        using var desk = await Desk.OpenAsync();
        var typed = Typed();
        await SaveAsync(desk, typed);
        var edited = await ReadAsync(desk, typed.Key);
        edited.Chapters.RemoveAt(1);
        edited.Reason = "shorter";
        await SaveAsync(desk, edited);

        await using var db = desk.Database.Dbs.CreateDbContext();
        var id = await db.Stories.Select(it => it.Id).SingleAsync();
        var past = (await RecordPast.OfAsync(db, "Stories", id))!;
        var restore = new RestoreStory(desk.Database.Dbs, new SaveStory(desk.Database.Gate, TimeProvider.System));
        var outcome = await restore.RestoreAsync(new(id, past.Acts[^1].Number, past.Acts[0].Number, "the longer one", Guid.NewGuid()), Desk.Editor, Language.English);
        Assert.True(outcome.IsDone, string.Join(' ', outcome.Problems));
        Assert.Equal(["First", "Second"], (await ReadAsync(desk, typed.Key)).Chapters.Select(it => it.Heading));
    }

    internal static Task<StoryOutcome> SaveAsync(Desk desk, StoryDraft draft, Guid? request = null, Editor? who = null) =>
        new SaveStory(desk.Database.Gate, TimeProvider.System).RunAsync(draft, who ?? Desk.Editor, request ?? Guid.NewGuid(), arabic: false);

    private static async Task<EventRow> LoadDraftAsync(Desk desk, long id)
    {
        await using var db = desk.Database.Dbs.CreateDbContext();
        return await db.Events.SingleAsync(it => it.Id == id);
    }

    private static async Task<StoryDraft> ReadAsync(Desk desk, string key)
    {
        await using var db = desk.Database.Dbs.CreateDbContext();
        return LoadStory.From((await LoadStory.RowAsync(db, key, default))!);
    }
}
