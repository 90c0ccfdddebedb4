using System.Security.Claims;
using Bunit;
using Map.Core.Sources;
using Map.Web.Data;
using Map.Web.Drafts;
using Map.Web.Features.EditSources;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Map.Web.Tests.EditSources;

public class SourceFormTests
{
    private const string Sheet = "0123456789ab";

    [Fact]
    public async Task A_new_source_is_typed_with_a_copy_of_its_text_and_opens_on_its_own_page()
    {
        using var desk = await SourceDesk.OpenAsync();
        await using var page = Page(desk);
        var form = await LiveAsync(page.Render<SourceForm>(p => p.Add(f => f.Sheet, Sheet)));
        await form.EnterAsync("#f-source-title", "A new report");
        await form.TypeAsync("#f-source-published", "early January 2018");
        Assert.Contains("between 1 and 10 January 2018", form.Find("[data-understood]").TextContent, StringComparison.Ordinal);
        await form.EnterAsync("#f-source-url", "javascript:alert(1)");
        Assert.Contains("Only http://", form.Find("#f-source-url-problem").TextContent, StringComparison.Ordinal);
        await form.EnterAsync("#f-source-url", "https://example.org/new");
        await form.EnterAsync("#f-side", "4");
        Assert.Equal("SNA", form.Find("#f-side").GetAttribute("value"));
        await form.ClickAsync("[data-save=publish]");
        Assert.Contains("not said why", form.Find("#f-sidereason-problem").TextContent, StringComparison.Ordinal);
        await form.EnterAsync("#f-sidereason", "It is theirs");
        await form.TypeAsync("#f-cite-add", "wire");
        await form.PressAsync("#f-cite-add", "Enter");
        await form.EnterAsync("#f-copy-text", "Its whole text");
        await form.ClickAsync("[data-keep-text]");
        Assert.Contains("14 bytes", form.WaitForElement("[data-copy]").TextContent, StringComparison.Ordinal);
        await form.ClickAsync("[data-save=publish]");

        form.WaitForAssertion(() => Assert.Matches(@"/desk/sources/\d+\?saved=1$", page.Services.GetRequiredService<NavigationManager>().Uri));
        var row = await desk.AskAsync(db => db.Sources.OrderBy(source => source.Id).LastAsync());
        Assert.Equal(("A new report", "sna", "agency", 14L), (row.Title, row.Side, row.Cites, desk.Copies.SizeOf(row.ArchiveSha256!)));
    }

    [Fact]
    public async Task A_file_is_kept_as_it_is_and_one_too_large_is_refused_in_words()
    {
        using var desk = await SourceDesk.OpenAsync();
        await using var page = Page(desk);
        var form = await OpenAsync(page);
        form.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary([1, 2, 3], "page.html"));
        form.WaitForAssertion(() => Assert.Contains("3 bytes", form.Find("[data-copy]").TextContent, StringComparison.Ordinal));
        form.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromBinary(new byte[ArchivedCopies.Largest + 1], "film.mp4"));
        form.WaitForAssertion(() => Assert.Contains("“film.mp4” has 5,000,001 bytes", form.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_editors_of_one_source_choose_field_by_field_and_a_deletion_is_refused_with_a_link()
    {
        using var desk = await SourceDesk.OpenAsync();
        await using var page = Page(desk);
        var form = await OpenAsync(page);
        var theirs = await desk.OpenAsync(1);
        (theirs.Source.Author, theirs.Reason) = ("Their writer", "theirs");
        await desk.SaveAsync(theirs);
        await form.EnterAsync("#f-source-outlet", "My outlet");
        await form.EnterAsync("#f-reason", "mine");
        await form.ClickAsync("[data-save=publish]");
        Assert.Equal(["Outlet", "Author"], form.WaitForElement(".desk-conflict").QuerySelectorAll("legend").Select(l => l.TextContent));
        await form.ClickAsync("[data-merge=save]");
        form.WaitForElement("[data-saved]");
        Assert.Equal(("My outlet", "Their writer"), (await desk.RowAsync(1)) is var row ? (row.Outlet, row.Author) : default);

        await form.ClickAsync("[data-delete=ask]");
        await form.EnterAsync("#f-delete", "recorded twice");
        await form.ClickAsync("[data-delete=yes]");
        Assert.Equal("/desk/events/4001", form.WaitForElement("[data-uses] a").GetAttribute("href"));
    }

    [Fact]
    public async Task What_was_typed_comes_back_and_who_may_no_longer_edit_saves_nothing_and_keeps_no_copy()
    {
        using var desk = await SourceDesk.OpenAsync();
        await using var page = Page(desk);
        var kept = await desk.OpenAsync(1);
        (kept.PrivateNote, kept.Reason) = ("half a thou", "a reason");
        await page.Services.GetRequiredService<ServerDrafts>().KeepAsync(SourceDesk.EditorId, "source-1", new KeptForm<SourceSheet>(kept, await desk.OpenAsync(1), 3));
        var form = await OpenAsync(page);
        Assert.Equal("half a thou", form.Find("#f-privatenote").GetAttribute("value"));
        await desk.Database.Gate.RunAsync(Data.TestDatabase.Request(), async db => (await db.Users.SingleAsync()).Disabled = true);
        await form.EnterAsync("#f-copy-text", "a text");
        await form.ClickAsync("[data-keep-text]");
        await form.ClickAsync("[data-save=publish]");
        Assert.Contains("may not edit here any longer", form.Find(".desk-strip-error").TextContent, StringComparison.Ordinal);
        Assert.Null((await desk.RowAsync(1)).PrivateNote);
        Assert.False(Directory.Exists(desk.Database.Folder.Archive));
    }

    [Fact]
    public async Task A_save_whose_answer_was_lost_is_known_again_when_the_form_comes_back_and_is_made_once()
    {
        using var desk = await SourceDesk.OpenAsync();
        await using var page = Page(desk);
        var (seen, typed, request) = (await desk.OpenAsync(1), await desk.OpenAsync(1), Guid.NewGuid());
        (typed.PrivateNote, typed.Reason) = ("a thought", "a reason");
        await page.Services.GetRequiredService<ServerDrafts>().KeepAsync(SourceDesk.EditorId, "source-1", new KeptForm<SourceSheet>(typed, seen, 3, "a", request));
        // The server is killed after the commit and before it answers.
        Assert.True((await desk.SaveAsync(typed, request)).Saved);
        var lines = await desk.AskAsync(db => db.Revisions.CountAsync());

        var form = await OpenAsync(page);
        await form.ClickAsync("[data-save=publish]");
        form.WaitForElement("[data-saved]");
        Assert.Empty(form.FindAll(".desk-conflict"));
        Assert.Equal(lines, await desk.AskAsync(db => db.Revisions.CountAsync()));
    }

    internal static Task<IRenderedComponent<SourceForm>> OpenAsync(BunitContext page) => LiveAsync(page.Render<SourceForm>(p => p.Add(f => f.Id, 1)));

    private static async Task<IRenderedComponent<SourceForm>> LiveAsync(IRenderedComponent<SourceForm> form)
    {
        await form.WaitForElementAsync("[data-live=true]");
        return form;
    }

    private static BunitContext Page(SourceDesk desk) => Page(desk.Database, desk.Copies);

    internal static BunitContext Page(Data.TestDatabase database, ArchivedCopies copies)
    {
        var page = new BunitContext();
        page.JSInterop.Mode = JSRuntimeMode.Loose;
        page.Services
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddSingleton(Language.English)
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IDbContextFactory<MapDb>>(database.Dbs)
            .AddSingleton(database.Dbs)
            .AddSingleton(database.Gate)
            .AddSingleton(copies)
            .AddSingleton<AuthenticationStateProvider>(new Rana())
            .AddDesk()
            .AddEditSources()
            .AddDrafts()
            .AddTransient(_ => new BrowserDrafts(new EmptyBrowser()));
        return page;
    }

    private sealed class Rana : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() =>
            Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, SourceDesk.EditorId)], "test"))));
    }
}
