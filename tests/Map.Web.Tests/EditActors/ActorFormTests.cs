using System.Security.Claims;
using Bunit;
using Map.Core.Actors;
using Map.Web.Data;
using Map.Web.Drafts;
using Map.Web.Features.EditActors;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Map.Web.Tests.EditActors;

public class ActorFormTests
{
    private const string Sheet = "0123456789ab";

    [Fact]
    public async Task A_new_actor_gets_a_key_from_its_name_relations_are_checked_while_they_are_typed_and_saving_opens_its_own_page()
    {
        using var desk = await ActorDesk.OpenAsync();
        await using var page = Page(desk);
        var form = await NewAsync(page);
        await form.EnterAsync("#f-name", "Free Brigades");
        Assert.Equal("free-brigades", form.Find("#f-key").GetAttribute("value"));
        // Without a space Arabic letters would join across the two.
        Assert.Equal("Existed optional", form.Find("label[for=f-valid]").TextContent);
        await form.TypeAsync("#f-valid", "since January 2017");
        Assert.Contains("January 2017", form.Find(".desk-span [data-understood]").TextContent, StringComparison.Ordinal);

        await form.ClickAsync("[data-add=relation]");
        await form.EnterAsync("#f-relations-0-kind", "allied_with");
        await form.TypeAsync("#f-relations-0-toname", "Armee");
        await form.PressAsync("#f-relations-0-toname", "Enter");
        await form.TypeAsync("#f-relations-0-sourceid", "report");
        await form.PressAsync("#f-relations-0-sourceid", "Enter");
        await form.EnterAsync("#f-relations-0-datetext", "last month");
        // Counted from the day the source was published.
        Assert.Contains("May 2020", form.Find("[data-relation='0'] .desk-date [data-understood]").TextContent, StringComparison.Ordinal);
        await form.EnterAsync("#f-relations-0-datetext", "2015");
        Assert.Contains("Free Brigades existed", form.Find("#f-relations-0-datetext-problem").TextContent, StringComparison.Ordinal);
        await form.EnterAsync("#f-relations-0-datetext", "last month");
        await form.ClickAsync("[data-save=publish]");

        form.WaitForAssertion(() => Assert.Matches(@"/desk/actors/\d+\?saved=1$", page.Services.GetRequiredService<NavigationManager>().Uri));
        var id = await desk.AskAsync(db => db.Actors.Where(actor => actor.Key == "free-brigades").Select(actor => actor.Id).SingleAsync());
        Assert.Equal("allied_with An Army 2020-05", (await desk.OpenAsync(id)).Relations.Select(tie => $"{tie.Kind} {tie.ToName} {tie.DateText}").Single());
        Assert.Empty(await page.Services.GetRequiredService<ServerDrafts>().OfAsync(ActorDesk.EditorId, "actor-"));
    }

    [Fact]
    public async Task A_name_typed_elsewhere_begins_the_form_in_the_field_of_its_letters()
    {
        using var desk = await ActorDesk.OpenAsync();
        await using var page = Page(desk);
        Assert.Equal(("Jund X", "jund-x"), Begun(await NewAsync(page, "Jund X"), "#f-name"));
        await using var another = Page(desk);
        Assert.Equal(("جند", ""), Begun(await NewAsync(another, "جند"), "#f-namear"));
        static (string?, string?) Begun(IRenderedComponent<ActorForm> form, string field) => (form.Find(field).GetAttribute("value"), form.Find("#f-key").GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task A_recorded_relation_is_a_line_until_it_is_opened_or_wrong()
    {
        using var desk = await ActorDesk.OpenAsync();
        await using var page = Page(desk);
        var form = await OpenAsync(page, 2);
        Assert.Empty(form.FindAll("#f-relations-0-kind"));
        Assert.Contains("allied with An Army · 2018", Spaced(form.Find("[data-relation='0'] .actor-relation-said").TextContent), StringComparison.Ordinal);
        // The actor cannot have begun after what it did.
        await form.EnterAsync("#f-valid", "2019/..");
        await form.ClickAsync("[data-save=publish]");
        Assert.Contains("The Body existed", form.Find("#f-relations-0-datetext-problem").TextContent, StringComparison.Ordinal);
        Assert.Contains("Say in a few words why", form.Find("#f-reason-problem").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_editors_of_one_actor_choose_row_by_row()
    {
        using var desk = await ActorDesk.OpenAsync();
        await using var page = Page(desk);
        var form = await OpenAsync(page, 2);
        var theirs = await desk.OpenAsync(2);
        theirs.Names.Add(new() { Name = "Their Assembly" });
        theirs.Relations[0].Note = "theirs";
        theirs.Reason = "theirs";
        await desk.SaveAsync(theirs);

        await form.ClickAsync("[data-add=name]");
        await form.EnterAsync("#f-names-0-name", "My Assembly");
        await form.EnterAsync("#f-holder", "hts");
        await form.EnterAsync("#f-reason", "mine");
        await form.ClickAsync("[data-save=publish]");
        Assert.Equal(3, form.WaitForElement(".desk-conflict").QuerySelectorAll("legend").Length);
        await form.ClickAsync("[data-merge=save]");

        form.WaitForElement("[data-saved]");
        var both = await desk.OpenAsync(2);
        Assert.Equal(("hts", "theirs"), (both.Holder, both.Relations[0].Note));
        Assert.Equal(["Their Assembly", "My Assembly"], both.Names.Select(name => name.Name));
    }

    [Fact]
    public async Task What_was_typed_comes_back_and_a_deletion_is_refused_with_links_to_where_it_is_named()
    {
        using var desk = await ActorDesk.OpenAsync();
        await using var page = Page(desk);
        var kept = await desk.OpenAsync(2);
        kept.Note = "half a thou";
        await page.Services.GetRequiredService<ServerDrafts>().KeepAsync(ActorDesk.EditorId, "actor-2", new KeptForm<ActorDraft>(kept, await desk.OpenAsync(2), 3));
        var form = await OpenAsync(page, 2);
        Assert.Contains("is back", form.Find("[data-restored]").TextContent, StringComparison.Ordinal);
        Assert.Equal("half a thou", form.Find("#f-note").GetAttribute("value"));

        await form.ClickAsync("[data-delete=ask]");
        await form.EnterAsync("#f-delete", "recorded twice");
        await form.ClickAsync("[data-delete=yes]");
        Assert.Equal("Not deleted: it is named elsewhere. Take it out there first. Clash near the Body. An Army.", Spaced(form.WaitForElement("[data-uses]").TextContent));
        Assert.Equal(["/desk/events/4001", "/desk/actors/3"], form.WaitForElement("[data-uses]").QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
        Assert.Equal(3, await desk.AskAsync(db => db.Actors.CountAsync()));
    }

    [Fact]
    public async Task Who_may_no_longer_edit_is_refused_at_the_next_act()
    {
        using var desk = await ActorDesk.OpenAsync();
        await using var page = Page(desk);
        var form = await OpenAsync(page, 2);
        await form.EnterAsync("#f-note", "a note");
        await form.EnterAsync("#f-reason", "a reason");
        await desk.Database.Gate.RunAsync(Data.TestDatabase.Request(), async db => (await db.Users.SingleAsync()).Disabled = true);
        await form.ClickAsync("[data-save=publish]");
        Assert.Contains("may not edit here any longer", form.Find(".desk-strip-error").TextContent, StringComparison.Ordinal);
        Assert.Equal("", (await desk.OpenAsync(2)).Note);
    }

    [Fact]
    public async Task The_list_teaches_where_it_is_empty_and_tells_of_drafts()
    {
        using var desk = await ActorDesk.OpenAsync();
        await using var page = Page(desk);
        await desk.Database.Gate.RunAsync(Data.TestDatabase.Request(), async db => await db.EventActors.ExecuteDeleteAsync() + await db.ActorRelations.ExecuteDeleteAsync() + await db.Actors.ExecuteDeleteAsync());
        await page.Services.GetRequiredService<ServerDrafts>().KeepAsync(ActorDesk.EditorId, $"actor-new-{Sheet}", new KeptForm<ActorDraft>(ActorDesk.Whole(), null, 1));
        var list = page.Render<ActorTable>();
        Assert.Contains("how actors came out of each other", list.Find("[data-empty]").TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(($"/desk/actors/new/{Sheet}", "Free Brigades"), (list.Find(".desk-mine-title").GetAttribute("href"), list.Find(".desk-mine-title").TextContent));
    }

    private static string Spaced(string words) => string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static Task<IRenderedComponent<ActorForm>> NewAsync(BunitContext page, string? name = null) => LiveAsync(page.Render<ActorForm>(p => p.Add(f => f.Sheet, Sheet).Add(f => f.FirstName, name)));

    private static Task<IRenderedComponent<ActorForm>> OpenAsync(BunitContext page, long id) => LiveAsync(page.Render<ActorForm>(p => p.Add(f => f.Id, id)));

    private static async Task<IRenderedComponent<ActorForm>> LiveAsync(IRenderedComponent<ActorForm> form)
    {
        await form.WaitForElementAsync("[data-live=true]");
        return form;
    }

    private static BunitContext Page(ActorDesk desk)
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
            .AddSingleton<AuthenticationStateProvider>(new Rana())
            .AddDesk()
            .AddEditActors()
            .AddDrafts()
            .AddTransient(_ => new BrowserDrafts(new EmptyBrowser()));
        return page;
    }

    private sealed class Rana : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() =>
            Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, ActorDesk.EditorId)], "test"))));
    }
}
