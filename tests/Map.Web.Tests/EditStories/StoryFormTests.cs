using System.Security.Claims;
using Bunit;
using Map.Web.Canvas;
using Map.Web.Data;
using Map.Web.Drafts;
using Map.Web.Features.EditStories;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Map.Web.Tests.EditEvents;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Map.Web.Tests.EditStories;

public class StoryFormTests
{
    [Fact]
    public async Task A_story_is_written_chapter_after_chapter_beside_its_preview_and_published_once_each_names_a_source()
    {
        using var desk = await Desk.OpenAsync();
        await using var page = Page(desk);
        var key = NewStoryKey.Make();
        var form = await OpenAsync(page, key);
        await form.EnterAsync("#f-title", "Two winters");
        await form.EnterAsync("[name='Chapters[0].Heading']", "First");
        await form.EnterAsync("[name='Chapters[0].Text']", "So it was.");
        await form.EnterAsync("[name='Chapters[0].When']", "November 2019");
        Assert.Equal("?date=2019-11-30&window=30d", Shown(page, form).Query);
        Assert.Equal("So it was.", form.Find("[data-story-said] .story-words").TextContent);

        // The one that is written is the one that is shown.
        await form.ClickAsync("[data-add=chapter]");
        await form.EnterAsync("[name='Chapters[1].Heading']", "Second");
        await form.EnterAsync("[name='Chapters[1].When']", "20 January 2018");
        await form.EnterAsync("[name='Chapters[1].Text']", "[A paper](source:article) says so.");
        Assert.Equal(("?date=2018-01-20&window=30d", "Second"), (Shown(page, form).Query, form.Find("[data-story-said] h3").TextContent));
        Assert.Equal("An article", form.Find("[data-story-said] li .source").TextContent);

        await form.ClickAsync("[data-save=publish]");
        form.WaitForAssertion(() => Assert.Contains("Nothing here names its source", form.Find("#f-chapters-0-text-problem").TextContent, StringComparison.Ordinal));
        await form.EnterAsync("[name='Chapters[0].Text']", "[So it was](source:article).");
        await form.ClickAsync("[data-save=publish]");
        form.WaitForAssertion(() => Assert.Contains("Published", form.Find("[data-saved]").TextContent, StringComparison.Ordinal));
        await using var db = desk.Database.Dbs.CreateDbContext();
        Assert.Equal(["2019-11", "2018-01-20"], StoryChapters.Read((await db.PublicStories.SingleAsync(it => it.Key == key)).Chapters).Select(it => it.When));
    }

    [Fact]
    public async Task Where_the_map_was_moved_to_is_taken_over_when_somebody_says_so_and_chapters_change_places()
    {
        using var desk = await Desk.OpenAsync();
        var typed = SaveStoryTests.Typed();
        await SaveStoryTests.SaveAsync(desk, typed);
        await using var page = Page(desk);
        var form = await OpenAsync(page, typed.Key);
        Assert.True(form.Find("[data-take-shown]").HasAttribute("disabled"));
        await form.EnterAsync("[data-view-shown]", "?date=2019-11-30&window=30d&at=36.58,37.04,10");
        Assert.True(form.Find("[data-take-shown]").HasAttribute("disabled"));
        await form.EnterAsync("[data-view-shown]", "?date=2018-01-31&window=45d&at=35.5,36.9,9");
        await form.ClickAsync("[data-take-shown]");
        Assert.Equal(("2017-12-18/2018-01-31", "35.5,36.9,9"), (form.Find("[name='Chapters[0].When']").GetAttribute("value"), form.Find("[name='Chapters[0].At']").GetAttribute("value")));

        await form.ClickAsync("[data-chapter-fields='1'] [data-show-chapter]");
        Assert.Equal("Second", form.Find("[data-story-said] h3").TextContent);
        await form.ClickAsync("[data-chapter-fields='1'] [aria-label='Move up']");
        Assert.Equal("Second", form.Find("[name='Chapters[0].Heading']").GetAttribute("value"));
        await form.ClickAsync("[data-chapter-fields='1'] [data-remove-chapter]");
        Assert.Single(form.FindAll("[data-chapter-fields]"));
    }

    [Fact]
    public async Task An_event_is_found_by_its_title_and_its_link_put_at_the_end_of_the_text()
    {
        using var desk = await Desk.OpenAsync();
        var whole = Desk.Whole();
        await desk.Save.RunAsync(whole, Desk.Editor, Guid.NewGuid(), arabic: false);
        await using var page = Page(desk);
        var form = await OpenAsync(page, NewStoryKey.Make());
        await form.EnterAsync("[name='Chapters[0].Text']", "They say");
        await form.InvokeAsync(() => form.Find("#f-chapters-0-link-event").Input("convoy"));
        form.WaitForAssertion(() => Assert.Contains(whole.Title, form.Find("#f-chapters-0-link-event-list").TextContent, StringComparison.Ordinal));
        await form.InvokeAsync(() => form.Find("#f-chapters-0-link-event").KeyDown("Enter"));
        form.WaitForAssertion(() => Assert.Contains($"href=\"/?event={whole.Id}\"", form.Find("[data-story-said] .story-words").InnerHtml, StringComparison.Ordinal));
        await using var db = desk.Database.Dbs.CreateDbContext();
        Assert.Equal(whole.Id, Assert.Single(await FoundEvents.FindAsync(db, whole.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), default)).Id);
        Assert.Empty(await FoundEvents.FindAsync(db, "100%", default));
    }

    /// <summary>What the server would draw in the frame.</summary>
    private static NamedView Shown(BunitContext page, IRenderedComponent<StoryForm> form) =>
        page.Services.GetRequiredService<ViewPreviews>().Find(form.Find("[data-view-preview]").GetAttribute("src")!.Split("preview=")[1].Split('&')[0])!;

    private static async Task<IRenderedComponent<StoryForm>> OpenAsync(BunitContext page, string key)
    {
        var form = page.Render<StoryForm>(parameters => parameters.Add(f => f.Key, key));
        await form.WaitForStateAsync(() => form.FindAll("form[data-live=true]").Count == 1);
        return form;
    }

    private static BunitContext Page(Desk desk)
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
            .AddMapCanvas()
            .AddEditStories()
            .AddDrafts()
            .AddTransient(_ => new BrowserDrafts(new EmptyBrowser()));
        return page;
    }

    private sealed class Rana : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() =>
            Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, Desk.EditorId), new Claim(ClaimTypes.Role, Roles.Editor)], "a test"))));
    }
}
