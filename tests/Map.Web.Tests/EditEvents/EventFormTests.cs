using System.Security.Claims;
using Bunit;
using Map.Core.Events;
using Map.Web.Canvas;
using Map.Web.Data;
using Map.Web.Drafts;
using Map.Web.Features.EditEvents;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Map.Web.Tests.Data;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Map.Web.Tests.EditEvents;

public class EventFormTests
{
    [Fact]
    public async Task A_field_is_corrected_when_it_is_left_and_not_before()
    {
        using var desk = await Desk.OpenAsync();
        await using var page = Page(desk);
        var form = await OpenAsync(page, NewEventId.Make());
        Assert.Empty(form.FindAll(".desk-problem"));

        await form.EnterAsync("#f-title", "12345");

        var problem = form.Find("#f-title-problem");
        Assert.Contains("“12345” has no letters", problem.TextContent, StringComparison.Ordinal);
        Assert.Equal(("true", "f-title-problem"), (form.Find("#f-title").GetAttribute("aria-invalid"), form.Find("#f-title").GetAttribute("aria-describedby")));
        Assert.Equal("1 field to correct", form.Find(".desk-count").TextContent.Trim());
        Assert.Single(form.FindAll(".desk-problem"));
    }

    [Fact]
    public async Task The_date_says_what_it_understood_while_it_is_typed()
    {
        using var desk = await Desk.OpenAsync();
        await using var page = Page(desk);
        var form = await OpenAsync(page, NewEventId.Make());

        await form.TypeAsync("#f-datetext", "early January 2018");
        Assert.Equal("One day between 1 and 10 January 2018", form.Find("[data-understood]").TextContent);
        Assert.Equal("[2018-01-01..2018-01-10]", form.Find(".desk-edtf code").TextContent);
        Assert.NotNull(form.Find(".span-within"));

        await form.TypeAsync("#f-datetext", "8/10/2017");
        Assert.Equal(2, form.FindAll(".desk-readings button").Count);
        await form.FindAll(".desk-readings button")[0].ClickAsync(new());
        Assert.Single(form.FindAll("[data-understood]"));
    }

    [Fact]
    public async Task The_form_says_what_readers_see_of_a_place_told_coarsely_and_which_texts_name_it()
    {
        using var desk = await Desk.OpenAsync();
        await desk.Database.Gate.RunAsync(TestDatabase.Request(), db => Task.FromResult(db.Places.Add(new()
        {
            Id = 3,
            Key = "azaz-district",
            Name = "Azaz district",
            NameAr = "منطقة أعزاز",
            Kind = "district",
            PCode = "SY0204",
            Latitude = 36.5,
            Longitude = 37.2,
        }).Entity.Id));
        var draft = Desk.Whole();
        (draft.PublicPrecision, draft.Status) = ("", "draft");
        await desk.SaveAsync(draft);
        await using var page = Page(desk);
        var form = await OpenAsync(page, draft.Id);
        Assert.Empty(form.FindAll("[data-shown-as]"));

        await form.EnterAsync("#f-publicprecision", "district");

        form.WaitForAssertion(() => Assert.Contains("Readers see “Azaz district”, at its middle.", form.Find("[data-shown-as]").TextContent, StringComparison.Ordinal));
        Assert.Contains("title, Arabic title", form.Find("[data-naming]").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("description", form.Find("[data-naming]").TextContent, StringComparison.Ordinal);
        await form.EnterAsync("#f-publicprecision", "country");
        form.WaitForAssertion(() => Assert.Contains("no place on the map", form.Find("[data-shown-as]").TextContent, StringComparison.Ordinal));
        await form.EnterAsync("#f-privatenote", "from a resident");
        await form.ClickAsync("[data-save=draft]");
        var back = await desk.OpenAsync(draft.Id);
        Assert.Equal(("country", "from a resident"), (back.PublicPrecision, back.PrivateNote));
        Assert.Contains(await desk.HistoryAsync(draft.Id), line => line is { Field: "PublicPrecision", Old: null, New: "country" });
    }

    [Fact]
    public async Task A_published_event_is_saved_again_only_with_a_reason()
    {
        using var desk = await Desk.OpenAsync();
        var draft = Desk.Whole();
        await desk.SaveAsync(draft);
        await using var page = Page(desk);
        var form = await OpenAsync(page, draft.Id);
        await form.EnterAsync("#f-title", "Convoy stopped at Azaz");

        await form.ClickAsync("[data-save=publish]");
        Assert.Contains("Say in a few words why it changes", form.Find("#f-reason-problem").TextContent, StringComparison.Ordinal);

        await form.EnterAsync("#f-reason", "read again");
        await form.ClickAsync("[data-save=publish]");
        form.WaitForElement("[data-saved]");
        Assert.Equal("Convoy stopped at Azaz", (await desk.OpenAsync(draft.Id)).Title);
        Assert.Contains("read again", form.Find(".desk-history").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_no_longer_edit_is_refused_at_the_next_act()
    {
        using var desk = await Desk.OpenAsync();
        var draft = Desk.Whole();
        await desk.SaveAsync(draft);
        await using var page = Page(desk);
        var form = await OpenAsync(page, draft.Id);
        await form.EnterAsync("#f-title", "Changed");
        await form.EnterAsync("#f-reason", "why not");
        await desk.Database.Gate.RunAsync(Data.TestDatabase.Request(), async db => (await db.Users.SingleAsync()).Disabled = true);

        await form.ClickAsync("[data-save=publish]");

        Assert.Contains("may not edit here any longer", form.Find(".desk-strip-error").TextContent, StringComparison.Ordinal);
        Assert.Equal("Convoy stopped near Azaz", (await desk.OpenAsync(draft.Id)).Title);
    }

    [Fact]
    public async Task A_draft_on_the_server_comes_back_and_is_gone_after_saving()
    {
        using var desk = await Desk.OpenAsync();
        var draft = Desk.Whole();
        draft.Status = "draft";
        await using var page = Page(desk);
        var drafts = page.Services.GetRequiredService<ServerDrafts>();
        await drafts.KeepAsync(Desk.EditorId, $"event-{draft.Id}", new KeptForm<EventDraft>(draft, null));

        var form = await OpenAsync(page, draft.Id);
        Assert.Equal("Convoy stopped near Azaz", form.Find("#f-title").GetAttribute("value"));
        Assert.Contains("is back", form.Find("[data-restored]").TextContent, StringComparison.Ordinal);

        await form.ClickAsync("[data-save=draft]");
        form.WaitForElement("[data-saved]");
        Assert.Empty(await drafts.OfAsync(Desk.EditorId, "event-"));
        await using var db = desk.Database.Dbs.CreateDbContext();
        Assert.Equal("draft", (await db.Events.SingleAsync()).Status);
        Assert.False(await db.Audit.AnyAsync(a => a.Act == "draft"));
    }

    [Fact]
    public async Task The_second_editor_chooses_field_by_field_on_the_page()
    {
        using var desk = await Desk.OpenAsync();
        var draft = Desk.Whole();
        await desk.SaveAsync(draft);
        await using var page = Page(desk);
        var form = await OpenAsync(page, draft.Id);
        var theirs = await desk.OpenAsync(draft.Id);
        (theirs.Title, theirs.Reason) = ("Their title", "theirs");
        await desk.SaveAsync(theirs);

        await form.EnterAsync("#f-description", "My description");
        await form.EnterAsync("#f-reason", "mine");
        await form.ClickAsync("[data-save=publish]");
        var pane = form.WaitForElement(".desk-conflict");
        Assert.Equal(["Title", "Description"], pane.QuerySelectorAll("legend").Select(l => l.TextContent));

        await form.ClickAsync("[data-merge=save]");
        form.WaitForElement("[data-saved]");
        var both = await desk.OpenAsync(draft.Id);
        Assert.Equal(("Their title", "My description"), (both.Title, both.Description));
    }

    [Fact]
    public async Task An_event_that_may_be_the_same_is_listed_while_typing_and_what_was_typed_is_saved_before_the_two_are_merged()
    {
        using var desk = await Desk.OpenAsync();
        var known = Desk.Whole();
        await desk.SaveAsync(known);
        await using var page = Page(desk);
        var id = NewEventId.Make();
        var form = await OpenAsync(page, id);
        await form.EnterAsync("#f-title", "Convoy held");
        await form.EnterAsync("#f-datetext", "2018-01-12");
        await form.EnterAsync("#f-coordinates", "36.61, 37.05");
        Assert.Empty(form.FindAll("[data-duplicate]"));
        await form.EnterAsync("#f-type", "detention");
        Assert.Contains("A paper", form.WaitForElement($"[data-duplicate='{known.Id}']").TextContent, StringComparison.Ordinal);
        Assert.Contains("1 possible duplicate", form.Find("[data-duplicates-count]").TextContent, StringComparison.Ordinal);

        await form.ClickAsync($"[data-merge-into='{known.Id}']");
        Assert.EndsWith($"/desk/events/{known.Id}/merge/{id}", page.Services.GetRequiredService<Microsoft.AspNetCore.Components.NavigationManager>().Uri, StringComparison.Ordinal);
        Assert.Equal(("Convoy held", "draft"), await desk.OpenAsync(id) is var saved ? (saved.Title, saved.Status) : default);
    }

    internal static async Task<IRenderedComponent<EventForm>> OpenAsync(BunitContext page, long id)
    {
        var form = page.Render<EventForm>(p => p.Add(f => f.Id, id));
        await form.WaitForElementAsync("[data-live=true]");
        return form;
    }

    /// <param name="person">Id of who is at the form.</param>
    internal static BunitContext Page(Desk desk, string person = Desk.EditorId)
    {
        var page = new BunitContext();
        page.JSInterop.Mode = JSRuntimeMode.Loose;
        page.Services
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddSingleton(Language.English)
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IDbContextFactory<MapDb>>(desk.Database.Dbs)
            .AddSingleton(desk.Database.Dbs)
            .AddSingleton(desk.Database.Gate)
            .AddSingleton<AuthenticationStateProvider>(new SignedIn(person))
            .AddDesk()
            .AddSingleton(DistrictMap.Shipped)
            .AddEditEvents()
            .AddDrafts()
            .AddTransient(_ => new BrowserDrafts(new EmptyBrowser()))
            .AddTransient(_ => new MapClient(new EmptyBrowser()));
        return page;
    }

    private sealed class SignedIn(string person) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() =>
            Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, person)], "test"))));
    }
}
