using System.Security.Claims;
using Bunit;
using Map.Web.Canvas;
using Map.Web.Data;
using Map.Web.Drafts;
using Map.Web.Features.EditViews;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Map.Web.Tests.EditEvents;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Map.Web.Tests.EditViews;

public class ViewFormTests
{
    [Fact]
    public async Task A_view_begins_with_what_a_map_shows_and_the_frame_beside_it_shows_what_is_typed()
    {
        using var desk = await Desk.OpenAsync();
        await using var page = Page(desk);
        var form = await OpenAsync(page, NewViewKey.Make(), "?date=2019-11-30&window=45d&at=36.1,36.9,8&layers=control,events&types=clash,strike&event=7&known=2026-01-05&lang=ar&onload=x");

        Assert.Equal("2019-10-17/2019-11-30", form.Find("#f-when").GetAttribute("value"));
        Assert.Contains("17 October 2019 to 30 November 2019", form.Find("#f-when-help").TextContent, StringComparison.Ordinal);
        Assert.Equal(("36.1,36.9,8", "2026-01-05", "ar"), (form.Find("#f-at").GetAttribute("value"), form.Find("#f-knownon").GetAttribute("value"), form.Find("#f-language").GetAttribute("value")));
        Assert.Equal(["boundaries", "places"], form.FindAll("[data-layer]:not([checked])").Select(box => box.GetAttribute("data-layer")));
        Assert.Equal("types: armed clash, strike or shelling", form.Find(".view-chip bdi").TextContent);

        var first = Shown(page, form);
        Assert.Equal("?date=2019-11-30&window=45d&at=36.1,36.9,8&layers=control,events&types=clash,strike", first.Query);
        await form.EnterAsync("#f-title", "Two fronts");
        await form.EnterAsync("#f-captionar", "جبهتان");
        await form.InvokeAsync(() => form.Find("[data-control=legend]").Change(false));
        await form.ClickAsync(".view-chip");
        var now = Shown(page, form);
        Assert.Equal(("Two fronts", "جبهتان", "legend", "?date=2019-11-30&window=45d&at=36.1,36.9,8&layers=control,events"), (now.Title(Language.English), now.Caption(Language.English), string.Join(' ', now.Hidden), now.Query));
        // A reason is nothing that is shown: the frame stays as it is.
        var frame = Frame(form);
        await form.EnterAsync("#f-reason", "for a report");
        Assert.Equal(frame, Frame(form));
    }

    [Fact]
    public async Task Where_the_frame_was_moved_to_is_taken_over_only_when_somebody_says_so()
    {
        using var desk = await Desk.OpenAsync();
        await using var page = Page(desk);
        var form = await OpenAsync(page, NewViewKey.Make(), "?date=2019-11-30&window=30d&at=36.1,36.9,8");
        Assert.True(form.Find("[data-take-shown]").HasAttribute("disabled"));
        await form.EnterAsync("[data-view-shown]", "?date=2019-11-30&window=30d&at=36.1,36.9001,8");
        Assert.True(form.Find("[data-take-shown]").HasAttribute("disabled"));
        await form.EnterAsync("[data-view-shown]", "?date=2018-01-20&window=30d&at=35.5,36.9,9");
        Assert.Equal("36.1,36.9,8", form.Find("#f-at").GetAttribute("value"));
        // What is typed meanwhile leaves the frame where it is.
        await form.EnterAsync("#f-title", "Two fronts");
        Assert.EndsWith("&date=2018-01-20&window=30d&at=35.5,36.9,9", Frame(form), StringComparison.Ordinal);

        await form.ClickAsync("[data-take-shown]");
        Assert.Equal(("2018-01-20", "35.5,36.9,9"), (form.Find("#f-when").GetAttribute("value"), form.Find("#f-at").GetAttribute("value")));
        Assert.DoesNotContain("&date=", Frame(form), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_callout_is_placed_by_pointing_at_the_frame_and_the_view_is_published_with_it()
    {
        using var desk = await Desk.OpenAsync();
        await using var page = Page(desk);
        var key = NewViewKey.Make();
        var form = await OpenAsync(page, key);
        await form.EnterAsync("[data-view-picked]", "36, 37");
        Assert.Empty(form.FindAll("[data-callout]"));
        await form.ClickAsync("[data-add=callout]");
        Assert.Contains("&pick=1", Frame(form), StringComparison.Ordinal);
        await form.EnterAsync("[data-view-picked]", "36.6000, 37.0500");
        Assert.DoesNotContain("&pick=1", Frame(form), StringComparison.Ordinal);
        await form.EnterAsync("[name='Callouts[0].Text']", "Border crossing");
        Assert.Equal("Border crossing", Assert.Single(Shown(page, form).Look(Language.English).Callouts).Text);

        await form.EnterAsync("#f-title", "A border");
        await form.EnterAsync("#f-framers", "example.org\nhttps://example.org/page");
        await form.ClickAsync("[data-hold-fast]");
        await form.ClickAsync("[data-save=publish]");
        form.WaitForAssertion(() => Assert.Contains("Published", form.Find("[data-saved]").TextContent, StringComparison.Ordinal));

        await using var db = desk.Database.Dbs.CreateDbContext();
        var row = await db.PublicViews.SingleAsync();
        Assert.Equal((key, "https://example.org", DateTime.UtcNow.ToString("yyyy-MM-dd")), (row.Key, row.Framers, row.KnownOn));
        Assert.Equal(key, form.Find("button[data-share]").GetAttribute("data-share"));
        Assert.Equal($"/v/{key}", form.Find("[data-view-link]").GetAttribute("href"));
    }

    [Fact]
    public async Task Colours_of_one_lightness_are_warned_of()
    {
        using var desk = await Desk.OpenAsync();
        await using var page = Page(desk);
        var form = await OpenAsync(page, NewViewKey.Make());
        await form.ClickAsync("[data-add=colour]");
        await form.ClickAsync("[data-add=colour]");
        await form.EnterAsync("[name='Colours[0].Colour']", "#e00000");
        await form.EnterAsync("[name='Colours[1].Colour']", "#008000");
        Assert.Contains("nearly as light", form.Find(".view-alike").TextContent, StringComparison.Ordinal);
        await form.EnterAsync("[name='Colours[1].Colour']", "#a0e0a0");
        Assert.Empty(form.FindAll(".view-alike"));
        Assert.InRange(Lightness.Of("#808080")!.Value, 53, 54);
        Assert.Null(Lightness.Of("red"));
    }

    private static string Frame(IRenderedComponent<ViewForm> form) => form.Find("[data-view-preview]").GetAttribute("src")!;

    /// <summary>What the server would draw in the frame.</summary>
    private static NamedView Shown(BunitContext page, IRenderedComponent<ViewForm> form) =>
        page.Services.GetRequiredService<ViewPreviews>().Find(Frame(form).Split("preview=")[1].Split('&')[0])!;

    private static async Task<IRenderedComponent<ViewForm>> OpenAsync(BunitContext page, string key, string? from = null)
    {
        var form = page.Render<ViewForm>(parameters => parameters.Add(f => f.Key, key).Add(f => f.From, from));
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
            .AddEditViews()
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
