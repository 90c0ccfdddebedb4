using System.Security.Cryptography;
using System.Text;
using Map.Web.Data;
using Map.Web.Features.EditSources;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Tests.EditSources;

public class SaveSourceTests
{
    [Fact]
    public async Task A_source_is_recorded_with_all_it_says_and_opens_as_it_was_typed()
    {
        using var desk = await SourceDesk.OpenAsync();
        var request = Guid.NewGuid();
        var outcome = await desk.SaveAsync(SourceDesk.Whole(), request);
        Assert.True(outcome.Saved, string.Join("; ", outcome.Problems));
        Assert.Equal(outcome.Id, (await desk.SaveAsync(SourceDesk.Whole(), request)).Id);
        var row = await desk.RowAsync(outcome.Id!.Value);
        Assert.Equal(("Another report", "A channel", "A writer", "https://example.org/c", "[2018-01-01..2018-01-10]", "ar", "D", "party-media", "all rights"), (row.Title, row.Outlet, row.Author, row.Url, row.PublishedEdtf, row.Language, row.Reliability, row.Kind, row.Licence));
        Assert.Equal(("sna+turkey", "Owned by them", "ملك لهم", "agency", "https://web.archive.org/web/2020/https://example.org/c", null, "For the desk"), (row.Side, row.SideReason, row.SideReasonAr, row.Cites, row.ArchiveUrl, row.ArchiveSha256, row.PrivateNote));

        var opened = await desk.OpenAsync(row.Id);
        Assert.Equal(("SNA + Türkiye", "An agency's wire"), (opened.Side, opened.Cites.Single().Title));
        opened.Reason = "again";
        var before = await desk.AskAsync(db => db.Revisions.CountAsync());
        Assert.True((await desk.SaveAsync(opened)).Saved);
        Assert.Equal(before, await desk.AskAsync(db => db.Revisions.CountAsync()));
    }

    [Fact]
    public async Task A_change_stands_in_the_history_grades_what_rests_on_it_anew_and_a_new_address_has_not_been_asked()
    {
        using var desk = await SourceDesk.OpenAsync();
        var told = new List<DataChanged>();
        using var ear = desk.Database.Changes.Listen(told.Add);
        var sheet = await desk.OpenAsync(1);
        (sheet.Source.Reliability, sheet.Reason) = ("E", "caught inventing");
        await desk.SaveAsync(sheet);
        Assert.Equal("dead", (await desk.RowAsync(1)).LinkState);
        sheet = await desk.OpenAsync(1);
        (sheet.Source.Url, sheet.Reason) = ("https://example.org/moved", "it moved");
        await desk.SaveAsync(sheet);

        var row = await desk.RowAsync(1);
        Assert.Equal((null, null), (row.LinkState, row.CheckedAt));
        Assert.Contains(await desk.AskAsync(db => RowHistory.OfAsync(db, "Sources", 1)), line => line is { Field: "Reliability", Old: "B", New: "E", Why: "caught inventing", Who: "Rana" });
        Assert.Equal([4001L], told[0].Events);
        Assert.True((told[0].Parts & DataParts.Sources) != 0);
    }

    [Fact]
    public async Task Whoever_saves_over_another_is_shown_theirs_and_wrong_addresses_are_refused()
    {
        using var desk = await SourceDesk.OpenAsync();
        var (mine, theirs) = (await desk.OpenAsync(1), await desk.OpenAsync(1));
        (theirs.Source.Author, theirs.Reason) = ("Their writer", "theirs");
        await desk.SaveAsync(theirs);
        (mine.Source.Outlet, mine.Reason) = ("My outlet", "mine");
        Assert.Equal("Their writer", (await desk.SaveAsync(mine)).Theirs!.Source.Author);

        foreach (var url in new[] { "javascript:alert(1)", "data:text/html,x", "https://me:secret@example.org/" })
        {
            var sheet = SourceDesk.Whole();
            (sheet.Source.Url, sheet.ArchiveUrl) = (url, url);
            Assert.Equal(["Source.Url", "ArchiveUrl"], (await desk.SaveAsync(sheet)).Problems.Select(problem => problem.Field));
        }
        Assert.Equal(2, await desk.AskAsync(db => db.Sources.CountAsync()));
    }

    [Fact]
    public async Task A_copy_is_kept_once_by_its_hash_and_one_that_is_not_there_is_refused()
    {
        using var desk = await SourceDesk.OpenAsync();
        var bytes = Encoding.UTF8.GetBytes("The text of a report");
        var hash = await desk.Copies.KeepAsync(bytes);
        Assert.Equal((Convert.ToHexStringLower(SHA256.HashData(bytes)), hash), (hash, await desk.Copies.KeepAsync(bytes)));
        Assert.Equal([bytes], Directory.GetFiles(desk.Database.Folder.Archive, "*", SearchOption.AllDirectories).Select(File.ReadAllBytes));
        Assert.Equal((20L, null, null), (desk.Copies.SizeOf(hash), desk.Copies.SizeOf("../../map.db"), desk.Copies.SizeOf(new string('0', 64))));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => desk.Copies.KeepAsync(new byte[ArchivedCopies.Largest + 1]));

        var sheet = SourceDesk.Whole();
        sheet.ArchiveSha256 = new string('0', 64);
        Assert.Equal("ArchiveSha256", Assert.Single((await desk.SaveAsync(sheet)).Problems).Field);
        sheet.ArchiveSha256 = hash;
        var row = await desk.RowAsync((await desk.SaveAsync(sheet)).Id!.Value);
        Assert.Equal(hash, row.ArchiveSha256);
        Assert.NotNull(row.ArchivedAt);
    }

    [Fact]
    public async Task A_source_that_something_rests_on_stays_and_it_is_said_what()
    {
        using var desk = await SourceDesk.OpenAsync();
        await desk.SaveAsync(SourceDesk.Whole());
        var refused = await desk.Remove.RunAsync(1, SourceDesk.Editor, "twice", Guid.NewGuid());
        Assert.Equal(("Clash told of in a report", 1, 0, 0), (refused!.Events[0].Name, refused.EventCount, refused.Control, refused.Others));
        Assert.Equal((0, 1), (await desk.Remove.RunAsync(2, SourceDesk.Editor, "twice", Guid.NewGuid())) is { } cited ? (cited.EventCount, cited.Others) : default);
        Assert.Equal(3, await desk.AskAsync(db => db.Sources.CountAsync()));
        var last = await desk.AskAsync(db => db.Sources.MaxAsync(source => source.Id));
        Assert.True((await desk.Remove.RunAsync(last, SourceDesk.Editor, "recorded twice", Guid.NewGuid()))!.None);
        Assert.Contains(await desk.AskAsync(db => RowHistory.OfAsync(db, "Sources", last)), line => line is { Field: "Title", Old: "Another report", New: null, Why: "recorded twice" });
    }

    [Fact]
    public async Task The_list_finds_words_and_dead_links()
    {
        using var desk = await SourceDesk.OpenAsync();
        async Task<string> FindAsync(string words, bool dead = false, string order = "") => string.Join(", ", (await desk.AskAsync(db => SourceList.FindAsync(db, new(words, dead, order, 0, 25)))).Rows.Select(row => $"{row.Id} {row.Claims}"));
        Assert.Equal("2 0, 1 1", await FindAsync(""));
        Assert.Equal("1 1, 2 0", await FindAsync("", order: "title"));
        Assert.Equal("1 1", await FindAsync("", dead: true));
        Assert.Equal("1 1", await FindAsync("paper rep"));
        Assert.Equal("", await FindAsync("100%"));
    }
}
