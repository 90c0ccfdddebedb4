using System.Security.Claims;
using Bunit;
using Map.Core.Control;
using Map.Web.Canvas;
using Map.Web.Data;
using Map.Web.Data.FirstLoad;
using Map.Web.Drafts;
using Map.Web.Features.EditControl;
using Map.Web.Packs;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Map.Web.Tests.Data;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Map.Web.Tests.EditControl;

public class ControlFormTests
{
    private const string Sheet = "0123456789ab";

    [Fact]
    public async Task Enter_goes_to_a_next_line_that_keeps_who_how_and_when_and_the_field_shows_names_for_numbers()
    {
        using var desk = await ControlDesk.OpenAsync();
        await using var page = Page(desk);
        var form = await OpenAsync(page);
        await form.EnterAsync("#f-lines-0-placekey", "منبج");
        await form.EnterAsync("#f-lines-0-holders", "4+8");
        await form.EnterAsync("#f-lines-0-posture", "joint");
        await form.TypeAsync("#f-lines-0-datetext", "9 December 2024");
        Assert.Equal("SNA + Türkiye", form.Find("#f-lines-0-holders").GetAttribute("value"));
        Assert.Equal("Manbij", form.Find("#f-lines-0-placekey").GetAttribute("value"));
        Assert.Contains("9 December 2024", form.Find("[data-line='0'] [data-understood]").TextContent, StringComparison.Ordinal);

        await form.PressAsync("#f-lines-0-datetext", "Enter");

        Assert.Equal(2, form.FindAll(".sheet-line").Count);
        Assert.Equal(("SNA + Türkiye", "joint", "9 December 2024"), (form.Find("#f-lines-1-holders").GetAttribute("value"), form.Find("#f-lines-1-posture").GetAttribute("value"), form.Find("#f-lines-1-datetext").GetAttribute("value")));
        Assert.Empty(form.FindAll(".desk-problem"));
        // A line that says nothing yet is not followed by another.
        await form.PressAsync("#f-lines-1-datetext", "Enter");
        Assert.Equal(2, form.FindAll(".sheet-line").Count);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ar")]
    public async Task One_key_chooses_how_a_place_is_held(string code)
    {
        using var desk = await ControlDesk.OpenAsync();
        await using var page = Page(desk, Language.Of(code));
        var form = await OpenAsync(page);
        var letters = form.FindAll("#f-lines-0-posture option").Select(option => option.TextContent.Trim()[0]).ToList();
        Assert.Equal(5, letters.Distinct().Count());
        Assert.Equal(letters.Count, letters.Distinct().Count());
    }

    [Fact]
    public async Task What_is_wrong_in_a_line_is_said_once_it_is_left_for_the_next_and_nothing_is_lost()
    {
        using var desk = await ControlDesk.OpenAsync();
        await using var page = Page(desk);
        var form = await OpenAsync(page);
        await form.EnterAsync("#f-lines-0-placekey", "Salihiyah");
        Assert.Contains("“Salihiyah” is not chosen yet", form.Find("#f-lines-0-placekey-problem").TextContent, StringComparison.Ordinal);
        await form.TypeAsync("#f-lines-0-holders", "99");
        Assert.Empty(form.FindAll("#f-lines-0-holders-problem"));
        await form.PressAsync("#f-lines-0-holders", "Enter");
        Assert.Contains("“99”", form.Find("#f-lines-0-holders-problem").TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(form.FindAll("#f-lines-0-datetext-problem"));

        await form.ClickAsync("[data-save=publish]");
        Assert.Contains("No claim is recorded without a source", form.Find("#f-sourceid-problem").TextContent, StringComparison.Ordinal);
        Assert.Equal(("Salihiyah", "99"), (form.Find("#f-lines-0-placekey").GetAttribute("value"), form.Find("#f-lines-0-holders").GetAttribute("value")));
        Assert.Single(await desk.RowsAsync());
    }

    [Fact]
    public async Task A_sheet_kept_on_the_server_comes_back_is_published_whole_and_leaves_an_empty_one_of_the_same_source()
    {
        using var desk = await ControlDesk.OpenAsync();
        await using var page = Page(desk);
        var drafts = page.Services.GetRequiredService<ServerDrafts>();
        await drafts.KeepAsync(ControlDesk.EditorId, $"control-new-{Sheet}", new KeptForm<ClaimSheet>(ControlDesk.Sheet(), null, 3));
        var form = await OpenAsync(page);
        Assert.Contains("is back", form.Find("[data-restored]").TextContent, StringComparison.Ordinal);
        Assert.Equal("3 claims", form.Find(".desk-foot-news").TextContent.Trim());

        await form.ClickAsync("[data-save=publish]");

        form.WaitForElement("[data-saved]");
        Assert.Contains("Published: 3 claims", form.Find("[data-saved]").TextContent, StringComparison.Ordinal);
        Assert.Equal(4, (await desk.RowsAsync()).Count);
        Assert.Single(form.FindAll(".sheet-line"));
        Assert.Contains("A report of 12 December", form.Find(".desk-source-title").TextContent, StringComparison.Ordinal);
        Assert.Empty(await drafts.OfAsync(ControlDesk.EditorId, "control-"));
    }

    [Theory]
    [InlineData(36.1, 38.0, "It stands on another", "stands on the very point of Manbij")]
    [InlineData(39.5, 38.0, "Abroad", "lies outside the country")]
    public async Task Of_a_place_without_ground_it_is_said_that_the_map_will_not_show_it(double latitude, double longitude, string name, string words)
    {
        using var desk = await ControlDesk.OpenAsync();
        await desk.Database.Gate.RunAsync(TestDatabase.Request(), db =>
        {
            db.Places.Add(new PlaceRow { Key = "unheard", Name = name, Latitude = latitude, Longitude = longitude, Names = [new PlaceNameRow { Name = name, NameKey = Map.Core.Places.NameKey.Of(name) }] });
            return Task.FromResult(true);
        });
        await using var page = Page(desk);
        var form = await OpenAsync(page);
        await form.EnterAsync("#f-lines-0-placekey", name);
        await form.EnterAsync("#f-lines-0-holders", "SNA");
        await form.EnterAsync("#f-lines-0-datetext", "9 December 2024");
        Assert.Contains(words, form.WaitForElement("[data-unheard]").TextContent, StringComparison.Ordinal);
        await form.EnterAsync("#f-lines-0-placekey", "Kobani");
        form.WaitForAssertion(() => Assert.Empty(form.FindAll("[data-unheard]")));
    }

    [Fact]
    public async Task What_saving_would_do_is_said_before_it_by_the_rules_of_the_map()
    {
        using var desk = await ControlDesk.OpenAsync();
        await using var page = Page(desk);
        var form = await OpenAsync(page);
        await form.EnterAsync("#f-lines-0-placekey", "Manbij");
        await form.EnterAsync("#f-lines-0-holders", "SNA");
        await form.EnterAsync("#f-lines-0-datetext", "9 December 2024");
        form.WaitForElement("[data-effect=changes]");
        Assert.Equal("Manbij: SDF → SNA from 9 December 2024", string.Join(' ', form.Find(".effect-words").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.Single(await desk.RowsAsync());

        await form.EnterAsync("#f-lines-0-holders", "SDF");
        form.WaitForElement("[data-effect=confirms]");
    }

    [Fact]
    public async Task Two_editors_of_one_claim_choose_field_by_field_and_a_deletion_is_undone_on_the_spot()
    {
        using var desk = await ControlDesk.OpenAsync();
        await using var page = Page(desk);
        var form = page.Render<ControlForm>(p => p.Add(f => f.Id, 7));
        await form.WaitForElementAsync("[data-live=true]");
        var theirs = await desk.OpenAsync(7);
        (theirs.Lines[0].Note, theirs.Reason) = ("the town alone", "theirs");
        await desk.SaveAsync(theirs);
        await form.EnterAsync("#f-lines-0-credibility", "2");
        await form.EnterAsync("#f-reason", "mine");
        await form.ClickAsync("[data-save=publish]");
        Assert.Equal(["Credibility", "Note"], form.WaitForElement(".desk-conflict").QuerySelectorAll("legend").Select(l => l.TextContent));
        await form.ClickAsync("[data-merge=save]");
        form.WaitForElement("[data-saved]");
        Assert.Equal((2, "the town alone"), (await desk.RowsAsync()).Select(row => (row.Credibility, row.Note)).Single());

        await form.ClickAsync("[data-delete=ask]");
        await form.EnterAsync("#f-delete", "recorded twice");
        await form.ClickAsync("[data-delete=yes]");
        Assert.NotNull((await desk.RowsAsync()).Single().DeletedAt);
        await form.ClickAsync("[data-deleted] button");
        Assert.Null((await desk.RowsAsync()).Single().DeletedAt);
    }

    [Fact]
    public async Task Who_may_no_longer_edit_is_refused_at_the_next_act()
    {
        using var desk = await ControlDesk.OpenAsync();
        await using var page = Page(desk);
        await page.Services.GetRequiredService<ServerDrafts>().KeepAsync(ControlDesk.EditorId, $"control-new-{Sheet}", new KeptForm<ClaimSheet>(ControlDesk.Sheet(), null, 3));
        var form = await OpenAsync(page);
        await desk.Database.Gate.RunAsync(Data.TestDatabase.Request(), async db => (await db.Users.SingleAsync()).Disabled = true);
        await form.ClickAsync("[data-save=publish]");
        Assert.Contains("may not edit here any longer", form.Find(".desk-strip-error").TextContent, StringComparison.Ordinal);
        Assert.Single(await desk.RowsAsync());
    }

    private static async Task<IRenderedComponent<ControlForm>> OpenAsync(BunitContext page)
    {
        var form = page.Render<ControlForm>(p => p.Add(f => f.Sheet, Sheet));
        await form.WaitForElementAsync("[data-live=true]");
        return form;
    }

    private static BunitContext Page(ControlDesk desk, Language? language = null)
    {
        var page = new BunitContext();
        page.JSInterop.Mode = JSRuntimeMode.Loose;
        var geodata = new Geodata(Path.Combine(AppContext.BaseDirectory, "geodata"));
        var source = new PackSource(desk.Database.Dbs, new GroundFiles(geodata));
        var known = new KnownControl(desk.Database.Dbs, source.Country, desk.Database.Changes);
        page.Services
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddSingleton(language ?? Language.English)
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IDbContextFactory<MapDb>>(desk.Database.Dbs)
            .AddSingleton(desk.Database.Dbs)
            .AddSingleton(desk.Database.Gate)
            .AddSingleton<AuthenticationStateProvider>(new Rana())
            .AddSingleton(known)
            // Not started: the picture beside the form is the browser tests' matter.
            .AddSingleton(_ => new PackIndex(source, known, new PackStore(desk.Database.Folder, TimeProvider.System), desk.Database.Changes, new LoadState(desk.Database.Dbs, geodata), TimeProvider.System, NullLogger<PackIndex>.Instance))
            .AddDesk()
            .AddEditControl()
            .AddDrafts()
            .AddTransient(_ => new BrowserDrafts(new EmptyBrowser()))
            .AddTransient(_ => new MapClient(new EmptyBrowser()));
        return page;
    }

    private sealed class Rana : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() =>
            Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, ControlDesk.EditorId)], "test"))));
    }
}
