using Map.Core.Review;
using Map.Core.Views;
using Map.Web.Data;
using Map.Web.Features.Review;
using Map.Web.Features.EditViews;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Map.Web.Tests.EditEvents;
using Map.Web.Tests.Review;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Tests.EditViews;

public class SaveViewTests
{
    /// <summary>Something in every field.</summary>
    internal static ViewDraft Typed() => new()
    {
        Key = NewViewKey.Make(),
        Slug = "azaz-2019",
        Title = "Azaz, autumn 2019",
        TitleAr = "أعزاز، خريف 2019",
        Caption = "Two roads\nand a border.",
        CaptionAr = "طريقان وحدود.",
        When = "November 2019",
        Window = "7d",
        At = "36.58,37.04,10",
        Layers = ["control", "events"],
        Filters = "types=clash,strike&grade=fair",
        Language = "en",
        Theme = "dark",
        Hidden = ["legend", "time"],
        Unnamed = [new() { Key = "idlib", Name = "Idlib" }],
        Colours = [new() { Holder = "hts", Colour = "#2C7FB8" }],
        Callouts = [new() { At = "36.6, 37.05", Side = "left", Text = "Border crossing", TextAr = "المعبر" }],
        Framers = "example.org\nhttps://*.example.net",
        KnownOn = "20 November 2026",
        Status = "published",
        Reason = "for a report",
    };

    [Fact]
    public async Task A_view_comes_back_as_it_was_typed_and_its_span_is_a_window()
    {
        using var desk = await Desk.OpenAsync();
        var typed = Typed();
        Assert.NotNull((await SaveAsync(desk, typed)).Version);

        await using var db = desk.Database.Dbs.CreateDbContext();
        var row = (await LoadView.RowAsync(db, typed.Key, default))!;
        Assert.Equal(("2019-11-30", "30d", "control,events", "https://example.org https://*.example.net", "2026-11-20", "hts=#2c7fb8", Desk.EditorId, "Rana", "published"),
            (row.Date, row.Window, row.Layers, row.Framers, row.KnownOn, row.Colours, row.OwnerId, row.Owner, row.Status));
        var back = await LoadView.FromAsync(db, row, default);
        Assert.Equal(("azaz-2019", "Azaz, autumn 2019", "أعزاز، خريف 2019", "Two roads\nand a border.", "طريقان وحدود.", "36.58,37.04,10", "types=clash,strike&grade=fair", "en", "dark"),
            (back.Slug, back.Title, back.TitleAr, back.Caption, back.CaptionAr, back.At, back.Filters, back.Language, back.Theme));
        Assert.Equal(typed.ReadTime(), back.ReadTime());
        Assert.Equal("control,events legend,time Idlib", $"{string.Join(',', back.Layers)} {string.Join(',', back.Hidden)} {Assert.Single(back.Unnamed).Name}");
        Assert.Equal(("36.6, 37.05", "left", "Border crossing", "المعبر"), Assert.Single(back.Callouts) is var it ? (it.At, it.Side, it.Text, it.TextAr) : default);

        back.When = "2019-10-01/2019-11-30";
        back.Reason = "a month more";
        Assert.NotNull((await SaveAsync(desk, back)).Version);
        await using var later = desk.Database.Dbs.CreateDbContext();
        Assert.Equal("2019-10-01/2019-11-30", (await LoadView.FromAsync(later, (await LoadView.RowAsync(later, typed.Key, default))!, default)).When);
    }

    [Fact]
    public async Task A_repeated_request_adds_one_view_and_a_change_is_kept_with_who_why_old_and_new()
    {
        using var desk = await Desk.OpenAsync();
        var (typed, request) = (Typed(), Guid.NewGuid());
        for (var i = 0; i < 3; i++) { await SaveAsync(desk, typed, request); }
        var edited = await ReadAsync(desk, typed.Key);
        (edited.Title, edited.Reason) = ("Azaz", "shorter");
        edited.Callouts.Clear();
        Assert.NotNull((await SaveAsync(desk, edited)).Version);

        await using var db = desk.Database.Dbs.CreateDbContext();
        var row = Assert.Single(await db.Views.ToListAsync());
        var lines = (await RowHistory.OfAsync(db, "Views", row.Id)).Where(line => line.Why == "shorter").ToList();
        Assert.Contains(lines, line => line is { Field: "Title", Old: "Azaz, autumn 2019", New: "Azaz", Who: "Rana" });
        Assert.Equal("Border crossing (36.6, 37.05)", HistoryValue.Of("Callouts", lines.Single(line => line.Field == "Callouts").Old, Language.English));
        Assert.DoesNotContain(lines, line => line.Field is "Colours" or "Caption" or "Date");
        Assert.Equal(["publish", "publish"], await db.Audit.Where(act => act.Target == $"view {typed.Key}").Select(act => act.Act).ToListAsync());
    }

    [Fact]
    public async Task The_second_of_two_editors_is_shown_the_conflict_and_the_merge_keeps_both_changes()
    {
        using var desk = await Desk.OpenAsync();
        var typed = Typed();
        await SaveAsync(desk, typed);
        var (mine, seen, theirs) = (await ReadAsync(desk, typed.Key), await ReadAsync(desk, typed.Key), await ReadAsync(desk, typed.Key));
        (theirs.Theme, theirs.Reason) = ("light", "it is printed");
        await SaveAsync(desk, theirs);
        (mine.Caption, mine.Reason) = ("One road.", "the other is closed");
        mine.Callouts[0].Side = "above";

        var refused = await SaveAsync(desk, mine);
        Assert.Null(refused.Version);
        var merge = new ViewMerge(seen, mine, refused.Theirs!, Language.English);
        Assert.Equal(["Caption", "Theme", "Callouts"], merge.Choices.Select(choice => choice.Label));
        Assert.NotNull((await SaveAsync(desk, merge.Merged("both"))).Version);
        var both = await ReadAsync(desk, typed.Key);
        Assert.Equal(("One road.", "light", "above"), (both.Caption, both.Theme, both.Callouts[0].Side));
    }

    [Fact]
    public async Task A_filter_that_no_map_understands_is_refused_in_words()
    {
        using var desk = await Desk.OpenAsync();
        var typed = Typed();
        typed.Filters = "types=clash,picnic&text=a&text=b";
        var refused = await SaveAsync(desk, typed);
        Assert.Equal((null, "Filters"), (refused.Version, Assert.Single(refused.Problems.Select(it => it.Field).Distinct())));
        Assert.Contains(refused.Problems, it => it.Message.Contains("picnic", StringComparison.Ordinal));
        Assert.Contains(refused.Problems, it => it.Message.Contains("text more than once", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_two_views_have_one_address()
    {
        using var desk = await Desk.OpenAsync();
        var (first, second, third) = (Typed(), Typed(), Typed());
        await SaveAsync(desk, first);
        Assert.Equal("Slug", Assert.Single((await SaveAsync(desk, second)).Problems).Field);
        third.Slug = first.Key;
        Assert.Equal("Slug", Assert.Single((await SaveAsync(desk, third)).Problems).Field);
        // Also not that of one that was deleted: pages may still hold it.
        await Remove(desk).DeleteAsync(first.Key, Desk.Editor, "not needed", Guid.NewGuid());
        Assert.Equal("Slug", Assert.Single((await SaveAsync(desk, second)).Problems).Field);
    }

    [Fact]
    public async Task A_deleted_view_is_public_no_more_and_comes_back_as_it_was()
    {
        using var desk = await Desk.OpenAsync();
        var typed = Typed();
        await SaveAsync(desk, typed);
        Assert.True(await Remove(desk).DeleteAsync(typed.Key, Desk.Editor, "a slip", Guid.NewGuid()));
        Assert.False(await Remove(desk).DeleteAsync(typed.Key, Desk.Editor, "a slip", Guid.NewGuid()));
        await using (var db = desk.Database.Dbs.CreateDbContext()) { Assert.False(await db.PublicViews.AnyAsync()); }
        Assert.True(await Remove(desk).RestoreAsync(typed.Key, Desk.Editor, "it was right", Guid.NewGuid()));
        await using (var db = desk.Database.Dbs.CreateDbContext()) { Assert.Equal(typed.Title, (await db.PublicViews.SingleAsync()).Title); }
    }

    [Fact]
    public async Task Under_review_a_view_is_public_once_it_is_approved_and_a_change_of_it_waits_beside_it()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        var typed = Typed();
        var sent = await SaveAsync(queue.Desk, typed, who: Queue.Rana);
        Assert.NotNull(sent.Review);
        Assert.False(await queue.AskAsync(db => db.PublicViews.AnyAsync()));
        Assert.Contains((await queue.ReadAsync(sent.Review.Value)).Whole, row => row is { Label: "Callouts", Mine: "Border crossing / المعبر (36.6, 37.05, to the left)" });
        Assert.True((await queue.ApproveAsync(sent.Review.Value, Queue.Lina)).Done);
        Assert.Equal(typed.Title, await queue.AskAsync(db => db.PublicViews.Select(it => it.Title).SingleAsync()));

        var change = await ReadAsync(queue.Desk, typed.Key);
        (change.Title, change.Reason) = ("Another title", "it reads better");
        var waits = await SaveAsync(queue.Desk, change, who: Queue.Rana);
        Assert.NotNull(waits.Review);
        Assert.Equal(typed.Title, await queue.AskAsync(db => db.PublicViews.Select(it => it.Title).SingleAsync()));
        Assert.Equal("Another title", Assert.Single((await queue.ReadAsync(waits.Review.Value)).Differences).Mine);
        Assert.True((await queue.ApproveAsync(waits.Review.Value, Queue.Lina)).Done);
        Assert.Equal("Another title", await queue.AskAsync(db => db.PublicViews.Select(it => it.Title).SingleAsync()));

        // To take it from readers is a reviewer's alone.
        await Assert.ThrowsAsync<NotAllowedException>(() => Remove(queue.Desk).DeleteAsync(typed.Key, Queue.Rana, "a slip", Guid.NewGuid()));
        var withdrawn = await ReadAsync(queue.Desk, typed.Key);
        (withdrawn.Status, withdrawn.Reason) = ("withdrawn", "somebody asked for it");
        Assert.Null((await SaveAsync(queue.Desk, withdrawn, who: Queue.Lina)).Review);
        Assert.False(await queue.AskAsync(db => db.PublicViews.AnyAsync()));
    }

    [Fact]
    public async Task A_draft_of_a_view_is_its_editors_and_no_readers()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        var typed = Typed();
        typed.Status = "draft";
        Assert.Null((await SaveAsync(queue.Desk, typed, who: Queue.Rana)).Review);
        Assert.Equal((false, 1), await queue.AskAsync(async db => (await db.PublicViews.AnyAsync(), await db.Views.CountAsync())));
    }

    [Fact]
    public async Task An_earlier_version_comes_back_as_the_next_one()
    {
        using var desk = await Desk.OpenAsync();
        var typed = Typed();
        await SaveAsync(desk, typed);
        var edited = await ReadAsync(desk, typed.Key);
        (edited.Title, edited.Colours, edited.Reason) = ("Azaz", [], "shorter");
        await SaveAsync(desk, edited);

        await using var db = desk.Database.Dbs.CreateDbContext();
        var id = await db.Views.Select(it => it.Id).SingleAsync();
        var past = (await RecordPast.OfAsync(db, "Views", id))!;
        var restore = new RestoreView(desk.Database.Dbs, new SaveView(desk.Database.Gate, TimeProvider.System));
        var outcome = await restore.RestoreAsync(new(id, past.Acts[^1].Number, past.Acts[0].Number, "the longer one", Guid.NewGuid()), Desk.Editor, Language.English);
        Assert.True(outcome.IsDone, string.Join(' ', outcome.Problems));
        var back = await ReadAsync(desk, typed.Key);
        Assert.Equal((typed.Title, "#2c7fb8"), (back.Title, Assert.Single(back.Colours).Colour));
    }

    internal static Task<ViewOutcome> SaveAsync(Desk desk, ViewDraft draft, Guid? request = null, Editor? who = null) =>
        new SaveView(desk.Database.Gate, TimeProvider.System).RunAsync(draft, who ?? Desk.Editor, request ?? Guid.NewGuid(), arabic: false);

    private static RemoveView Remove(Desk desk) => new(desk.Database.Gate, TimeProvider.System);

    private static async Task<ViewDraft> ReadAsync(Desk desk, string key)
    {
        await using var db = desk.Database.Dbs.CreateDbContext();
        return await LoadView.FromAsync(db, (await LoadView.RowAsync(db, key, default))!, default);
    }
}
