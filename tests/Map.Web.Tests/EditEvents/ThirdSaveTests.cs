using Bunit;
using Map.Web.Shared.Desk;

namespace Map.Web.Tests.EditEvents;

public class ThirdSaveTests
{
    [Fact]
    public async Task Who_saves_while_the_differences_are_on_the_screen_keeps_what_they_wrote()
    {
        using var desk = await Desk.OpenAsync();
        var draft = Desk.Whole();
        await desk.SaveAsync(draft);
        await using var page = EventFormTests.Page(desk);
        var form = await EventFormTests.OpenAsync(page, draft.Id);
        await form.EnterAsync("#f-title", "Mine");
        await form.EnterAsync("#f-reason", "read again");
        await ChangeAsync(desk, draft.Id, it => it.Description = "By a second");

        await form.ClickAsync("[data-save=publish]");
        form.WaitForElement(".desk-conflict");
        // Which the first to answer has not seen, and did not write.
        await ChangeAsync(desk, draft.Id, it => (it.TitleAr, it.Claims[0].Says) = ("عنوان الثالث", "By a third"));
        await form.ClickAsync("[data-merge=save]");

        form.WaitForAssertion(() => Assert.Equal(["Title", "Title in Arabic", "Claim “By a third”: what it says"], form.FindAll(".desk-conflict legend").Select(legend => legend.TextContent)));
        Assert.Equal([true, false, false], form.FindAll(".desk-conflict fieldset").Select(row => row.QuerySelectorAll("input")[1].HasAttribute("checked")));
        await form.ClickAsync("[data-merge=save]");
        form.WaitForElement("[data-saved]");
        var all = await desk.OpenAsync(draft.Id);
        Assert.Equal(("Mine", "By a second", "عنوان الثالث", "By a third"), (all.Title, all.Description, all.TitleAr, all.Claims[0].Says));
    }

    [Fact]
    public void Of_two_places_of_one_name_the_one_that_was_chosen_is_kept_when_somebody_saved_meanwhile()
    {
        var (seen, mine, theirs) = (Desk.Whole(), Desk.Whole(), Desk.Whole());
        (mine.PlaceKey, mine.Claims[0].RowId, theirs.Claims[0].RowId, seen.Claims[0].RowId) = ("azaz-2", 1, 1, 1);
        (theirs.Title, theirs.Claims[0].PlaceKey) = ("Theirs", "idlib-2");
        var merge = new DraftMerge(seen, mine, theirs, (english, _) => english);
        var choice = merge.Choices.Single(it => it.Label == "Place");
        Assert.Equal(("Azaz (azaz-2)", "Azaz (azaz)", true, false), (choice.Mine, choice.Theirs, choice.TakeMine, choice.BothChanged));
        var merged = merge.Merged("both");
        Assert.Equal(("azaz-2", "Theirs", "idlib-2"), (merged.PlaceKey, merged.Title, merged.Claims[0].PlaceKey));
    }

    private static async Task ChangeAsync(Desk desk, long id, Action<Core.Events.EventDraft> change)
    {
        var draft = await desk.OpenAsync(id);
        change(draft);
        draft.Reason = "theirs";
        Assert.True((await desk.SaveAsync(draft)).Saved);
    }
}
