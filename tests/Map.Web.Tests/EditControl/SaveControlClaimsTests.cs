using Map.Core.Time;
using Map.Web.Data;
using Map.Web.Features.EditControl;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Tests.EditControl;

public class SaveControlClaimsTests
{
    [Fact]
    public async Task Every_line_of_a_sheet_is_recorded_with_all_it_says_in_one_act()
    {
        using var desk = await ControlDesk.OpenAsync();
        var told = new List<DataChanged>();
        using var ear = desk.Database.Changes.Listen(told.Add);

        var outcome = await desk.SaveAsync(ControlDesk.Sheet());

        Assert.True(outcome.Saved, string.Join("; ", outcome.Problems));
        var rows = (await desk.RowsAsync()).Where(row => outcome.Ids.Contains(row.Id)).ToList();
        Assert.Equal(["manbij sna holds 2024-12-09", "kobani sdf+government-of-syria contested 2024-12-10", "salihiyah-one sna holds 2024-12"], rows.Select(row => $"{row.Place.Key} {row.Holders} {row.Posture} {row.Edtf}"));
        Assert.Equal(("on Monday", "2024-12-12", "entered the town", 3, "town only"), (rows[0].DatePhrase, rows[0].DateAnchor, rows[0].Quote, rows[0].Credibility, rows[0].Note));
        Assert.Equal((Days.Of(new(2024, 12, 9)), Days.Of(new(2024, 12, 9))), (rows[0].EarliestDay, rows[0].LatestDay));
        Assert.Equal(("residents", true, "10 December 2024"), (rows[1].ReportedBy, rows[1].AgainstSide, rows[1].DatePhrase));
        Assert.Equal((null, null, null), (rows[2].DatePhrase, rows[2].Quote, rows[2].AgainstSide));
        Assert.All(rows, row => Assert.StartsWith("desk-", row.Key, StringComparison.Ordinal));
        Assert.All(rows, row => Assert.Equal(("published", 1L), (row.Status, row.SourceId)));
        var change = Assert.Single(told);
        Assert.Equal([1L, 2L, 3L], change.Places.Order());
        await using var db = desk.Database.Dbs.CreateDbContext();
        Assert.Equal("3 control claims", (await db.Audit.SingleAsync(line => line.Act == "publish")).Target);
    }

    [Fact]
    public async Task A_retry_saves_once_and_so_does_a_save_whose_answer_never_came()
    {
        using var desk = await ControlDesk.OpenAsync();
        var (sheet, request) = (ControlDesk.Sheet(), Guid.NewGuid());
        var first = await desk.SaveAsync(sheet, request);
        Assert.Equal(first.Ids, (await desk.SaveAsync(sheet, request)).Ids);
        Assert.Equal(first.Ids, (await desk.SaveAsync(sheet)).Ids);
        Assert.Equal(4, (await desk.RowsAsync()).Count);
    }

    [Fact]
    public async Task A_line_that_was_recorded_and_then_changed_here_is_sent_to_its_record()
    {
        using var desk = await ControlDesk.OpenAsync();
        var sheet = ControlDesk.Sheet();
        await desk.SaveAsync(sheet);
        sheet.Lines[1].Holders = "HTS + 1";
        var problem = Assert.Single((await desk.SaveAsync(sheet)).Problems);
        Assert.Equal("Lines[1].PlaceKey", problem.Field);
        Assert.Contains("was recorded before it was changed here", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_wrong_line_saves_none_and_says_which()
    {
        using var desk = await ControlDesk.OpenAsync();
        var sheet = ControlDesk.Sheet();
        sheet.Lines[2].PlaceKey = "nowhere";
        var outcome = await desk.SaveAsync(sheet);
        Assert.False(outcome.Saved);
        Assert.Equal("Lines[2].PlaceKey", Assert.Single(outcome.Problems).Field);
        Assert.Single(await desk.RowsAsync());
    }

    [Fact]
    public async Task What_the_same_source_is_recorded_with_already_is_not_recorded_twice()
    {
        using var desk = await ControlDesk.OpenAsync();
        await desk.SaveAsync(ControlDesk.Sheet());
        var again = ControlDesk.Sheet();
        again.Lines = [again.Lines[1]];
        again.Lines[0].Holders = "government + sdf";
        Assert.Contains("This source is recorded with the same already", Assert.Single((await desk.SaveAsync(again)).Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_source_is_added_once_for_all_its_lines()
    {
        using var desk = await ControlDesk.OpenAsync();
        var sheet = ControlDesk.Sheet();
        (sheet.SourceId, sheet.SourceKey, sheet.NewSource) = (null, "", new() { Title = "A statement", Published = "12 December 2024", Reliability = "D" });
        var outcome = await desk.SaveAsync(sheet);
        Assert.True(outcome.Saved, string.Join("; ", outcome.Problems));
        await using var db = desk.Database.Dbs.CreateDbContext();
        var added = await db.Sources.SingleAsync(source => source.Title == "A statement");
        Assert.Equal(("2024-12-12", "D"), (added.PublishedEdtf, added.Reliability));
        Assert.Equal(3, await db.ControlClaims.CountAsync(claim => claim.SourceId == added.Id));
    }

    [Fact]
    public async Task A_recorded_claim_is_changed_only_with_a_reason_and_over_the_version_that_was_seen()
    {
        using var desk = await ControlDesk.OpenAsync();
        var (mine, theirs) = (await desk.OpenAsync(7), await desk.OpenAsync(7));
        theirs.Lines[0].Note = "the town alone";
        Assert.Equal("Reason", Assert.Single((await desk.SaveAsync(theirs)).Problems).Field);
        theirs.Reason = "read again";
        Assert.Equal([7L], (await desk.SaveAsync(theirs)).Ids);

        (mine.Lines[0].Credibility, mine.Reason) = (2, "mine");
        var outcome = await desk.SaveAsync(mine);
        Assert.Equal("the town alone", outcome.Theirs!.Lines[0].Note);
        await using var db = desk.Database.Dbs.CreateDbContext();
        var line = Assert.Single(await RowHistory.OfAsync(db, "ControlClaims", 7), line => line.Field == "Note" && line.New == "the town alone");
        Assert.Equal(("Rana", "read again"), (line.Who, line.Why));
    }

    [Fact]
    public async Task The_words_a_date_came_from_stand_as_long_as_the_date()
    {
        using var desk = await ControlDesk.OpenAsync();
        var id = (await desk.SaveAsync(ControlDesk.Sheet())).Ids[0];
        var sheet = await desk.OpenAsync(id);
        Assert.Equal(("2024-12-09", "on Monday", "SNA"), (sheet.Lines[0].DateText, sheet.Lines[0].SourcePhrase, sheet.Lines[0].Holders));
        (sheet.Lines[0].Note, sheet.Reason) = ("checked", "checked");
        await desk.SaveAsync(sheet);
        Assert.Equal("on Monday", (await desk.RowsAsync()).Single(row => row.Id == id).DatePhrase);
    }

    [Fact]
    public async Task A_deleted_claim_counts_for_nothing_and_comes_back_as_it_was()
    {
        using var desk = await ControlDesk.OpenAsync();
        Assert.True(await desk.Remove.DeleteAsync(7, ControlDesk.Editor, "twice", Guid.NewGuid()));
        Assert.False(await desk.Remove.DeleteAsync(7, ControlDesk.Editor, "twice", Guid.NewGuid()));
        await using (var db = desk.Database.Dbs.CreateDbContext()) { Assert.Empty(await db.PublicControlClaims.ToListAsync()); }
        Assert.True(await desk.Remove.RestoreAsync(7, ControlDesk.Editor, "undone", Guid.NewGuid()));
        await using (var db = desk.Database.Dbs.CreateDbContext()) { Assert.Single(await db.PublicControlClaims.ToListAsync()); }
    }

    [Fact]
    public async Task Two_edits_of_one_claim_are_put_together_field_by_field()
    {
        using var desk = await ControlDesk.OpenAsync();
        var (seen, mine, theirs) = (await desk.OpenAsync(7), await desk.OpenAsync(7), await desk.OpenAsync(7));
        (mine.Lines[0].Holders, mine.Lines[0].Note) = ("sdf + 1", "mine");
        (theirs.Lines[0].DateText, theirs.Lines[0].Note) = ("2016-08-12", "theirs");
        var merge = new ControlMerge(seen, mine, theirs, new NamedThings(), Map.Web.Shared.Language.English);
        Assert.Equal(["Held by", "From", "Note"], merge.Choices.Select(choice => choice.Label));
        Assert.Equal([true, false, true], merge.Choices.Select(choice => choice.TakeMine));
        var line = merge.Merged("both").Lines[0];
        Assert.Equal(("sdf + 1", "2016-08-12", "mine"), (line.Holders, line.DateText, line.Note));
    }
}
