using Bunit;
using Map.Core.Events;
using Map.Core.Review;
using Map.Web.Features.Review;
using Map.Web.Shared;
using Map.Web.Tests.EditEvents;
using Microsoft.AspNetCore.Components.Web;

namespace Map.Web.Tests.Review;

/// <summary>What the form and the queue say and do, drawn on a real database.</summary>
public class ReviewPagesTests
{
    [Fact]
    public async Task The_form_says_that_a_change_goes_to_review_keeps_it_there_and_shows_why_it_was_sent_back()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        var id = await queue.PublishedAsync();
        await using var page = EventFormTests.Page(queue.Desk);
        var form = await EventFormTests.OpenAsync(page, id);
        Assert.Equal("Send to review", form.Find("[data-save=publish]").TextContent);
        Assert.Contains("readers go on seeing the present version", form.Find("[data-review-hint]").TextContent, StringComparison.Ordinal);

        await form.EnterAsync("#f-title", "By Rana");
        await form.EnterAsync("#f-reason", "read again");
        await form.ClickAsync("[data-save=publish]");

        Assert.Contains("Sent to review", form.WaitForElement("[data-saved]").TextContent, StringComparison.Ordinal);
        Assert.Equal(("By Rana", "Convoy stopped near Azaz"), (form.Find("#f-title").GetAttribute("value"), (await queue.PublicAsync(id))!.Title));
        var review = await queue.WaitingAsync(id);
        await queue.Decide.SendBackAsync(review.Id, "Which source says so?", Queue.Lina, Guid.NewGuid());

        await using var again = EventFormTests.Page(queue.Desk);
        form = await EventFormTests.OpenAsync(again, id);
        Assert.Contains("Which source says so?", form.Find("[data-submission=sent-back]").TextContent, StringComparison.Ordinal);
        Assert.Equal("By Rana", form.Find("#f-title").GetAttribute("value"));
        await form.ClickAsync("[data-save=publish]");
        form.WaitForElement("[data-submission=waiting]");

        await form.ClickAsync("[data-submission-back]");
        form.WaitForAssertion(() => Assert.Empty(form.FindAll("[data-submission]")));
        Assert.Equal("By Rana", form.Find("#f-title").GetAttribute("value"));
        Assert.Null(await queue.WaitingOrNullAsync(id));
    }

    [Fact]
    public async Task An_editor_is_offered_review_and_not_publication_and_a_reviewer_publishes()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        var draft = Desk.Whole();
        draft.Status = "draft";
        await queue.SaveAsync(draft, Queue.Rana);
        await using (var page = EventFormTests.Page(queue.Desk))
        {
            var form = await EventFormTests.OpenAsync(page, draft.Id);
            Assert.Equal(["draft", "review"], form.FindAll("input[name=status]").Select(it => it.GetAttribute("value")));
            await form.ClickAsync("[data-save=publish]");
            Assert.Contains("until it is approved", form.WaitForElement("[data-saved]").TextContent, StringComparison.Ordinal);
            Assert.Equal(("Save for review", "Back to draft"), (form.Find("[data-save=publish]").TextContent, form.Find("[data-save=draft]").TextContent));
        }
        await using (var page = EventFormTests.Page(queue.Desk, Queue.Lina.Id))
        {
            var form = await EventFormTests.OpenAsync(page, draft.Id);
            Assert.Equal("Publish", form.Find("[data-save=publish]").TextContent);
            await form.ClickAsync("[data-save=publish]");
            form.WaitForElement("[data-saved]");
        }
        Assert.Equal("published", await queue.StatusAsync(draft.Id));
    }

    [Fact]
    public async Task A_reviewer_compares_is_told_what_changed_since_and_approves_with_the_keyboard()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        var id = await queue.PublishedAsync();
        var review = (await queue.RetitleAsync(id, "By Rana", Queue.Rana)).Review!.Value;
        await using var page = EventFormTests.Page(queue.Desk, Queue.Lina.Id);
        page.Services.AddReview();
        var desk = page.Render<ReviewDesk>(p => p.Add(it => it.Id, review));
        await desk.WaitForElementAsync("[data-live=true]");
        var row = Assert.Single(desk.FindAll("table:first-of-type tr[data-field]"), it => it.Closest("details") is null);
        Assert.Equal(("Title", "Convoy stopped near Azaz", "By Rana"), (row.GetAttribute("data-field"), row.QuerySelector(".review-then")!.TextContent, row.QuerySelector(".review-next")!.TextContent));
        Assert.Contains("An article", desk.Find(".review-sources").TextContent, StringComparison.Ordinal);

        await queue.RetitleAsync(id, "Behind her back", Queue.Rana);
        await desk.InvokeAsync(() => desk.Find(".review").KeyDownAsync(new KeyboardEventArgs { Key = "Enter", CtrlKey = true }));
        desk.WaitForAssertion(() => Assert.Contains("By Rana → Behind her back", desk.Find("[data-since]").TextContent, StringComparison.Ordinal));
        Assert.Equal("Convoy stopped near Azaz", (await queue.PublicAsync(id))!.Title);

        await desk.InvokeAsync(() => desk.Find(".review").KeyDownAsync(new KeyboardEventArgs { Key = "Enter", CtrlKey = true }));
        desk.WaitForElement("[data-done]");
        Assert.Equal("Behind her back", (await queue.PublicAsync(id))!.Title);
    }

    [Fact]
    public async Task Who_may_not_decide_is_shown_no_way_to_and_comments_with_the_others()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.TwoPeople);
        var review = (await queue.SaveAsync(Desk.Whole(), Queue.Lina)).Review!.Value;
        await using (var own = EventFormTests.Page(queue.Desk, Queue.Lina.Id))
        {
            own.Services.AddReview();
            var desk = own.Render<ReviewDesk>(p => p.Add(it => it.Id, review));
            await desk.WaitForElementAsync("[data-own]");
            Assert.True(desk.Find("[data-approve]").HasAttribute("disabled"));
        }
        await using var page = EventFormTests.Page(queue.Desk, Queue.Omar.Id);
        page.Services.AddReview();
        var editors = page.Render<ReviewDesk>(p => p.Add(it => it.Id, review));
        await editors.WaitForElementAsync("[data-live=true]");
        Assert.Empty(editors.FindAll("[data-approve], [data-send-back], [data-assign]"));
        await editors.TypeAsync("[data-say]", "<b>Is</b> it?");
        await editors.ClickAsync("[data-said]");
        editors.WaitForAssertion(() => Assert.Equal("<b>Is</b> it?", editors.Find("[data-comment] .review-said").TextContent));
        await editors.ClickAsync("[data-resolve]");
        editors.WaitForAssertion(() => Assert.Contains("Settled by Omar", editors.Find("[data-resolve]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_queue_is_oldest_first_and_narrowed_by_kind_person_and_who_decides()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        var published = await queue.PublishedAsync();
        var change = (await queue.RetitleAsync(published, "By Omar", Queue.Omar)).Review!.Value;
        var fresh = (await queue.SaveAsync(Desk.Whole(), Queue.Rana)).Review!.Value;
        var gone = Desk.Whole();
        await queue.SaveAsync(gone, Queue.Rana);
        await queue.Desk.Remove.DeleteAsync(gone.Id, Queue.Rana, "twice", Guid.NewGuid());
        await queue.Decide.AssignAsync(change, Queue.Sami.Id, Queue.Lina, Guid.NewGuid());
        await using var db = queue.Desk.Database.Dbs.CreateDbContext();
        async Task<long[]> FindAsync(string kind = "", string assigned = "", string by = "") => [.. (await WaitingList.FindAsync(db, queue.Records, new(kind, assigned, by))).Items.Select(it => it.Id)];

        Assert.Equal([change, fresh], await FindAsync());
        Assert.Equal([fresh], await FindAsync(kind: "new"));
        Assert.Equal([change], await FindAsync(by: Queue.Omar.Id));
        Assert.Equal([change], await FindAsync(assigned: Queue.Sami.Id));
        Assert.Equal([fresh], await FindAsync(assigned: QueueQuery.Nobody));
        Assert.Equal("By Omar", (await WaitingList.FindAsync(db, queue.Records, new("change", "", ""))).Items[0].Name.Title);
        var row = await queue.RowAsync(change);
        Assert.Equal((fresh, null), (await WaitingList.NextAsync(db, row, new("", "", "")), await WaitingList.NextAsync(db, row, new("change", "", ""))));
        Assert.Equal("?kind=new&by=x%26y", new QueueAddress("new", "", "").With("by", "x&y").Query);
    }
}
