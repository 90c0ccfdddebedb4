using System.Security.Claims;
using Bunit;
using Map.Web.Data;
using Map.Web.Drafts;
using Map.Web.Features.Read;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Map.Web.Tests.EditEvents;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Map.Web.Tests.Read;

/// <summary>The reading desk as a form: what an editor adds to what was read.</summary>
public class ReadingFormTests
{
    private const string Text = "A made-up report\n\nOn 3 May 2018 fighters of Hayat Tahrir al-Sham arrested nine people in Azaz. The bakers of Idlib were given flour by a committee, and everybody went home again in the evening.";

    [Fact]
    public async Task An_actor_and_a_figure_are_added_to_a_proposal_and_saved_with_it()
    {
        using var desk = await Desk.OpenAsync();
        await using var page = Page(desk);
        var form = await OpenAsync(desk, page);
        await form.PressAsync("[data-proposal='0']", "e");
        await form.TypeAsync("#f-events-0-actor-add", "Türkiye");
        form.WaitForElement("#f-events-0-actor-add-list [role=option]");
        await form.PressAsync("#f-events-0-actor-add", "Enter");
        await form.EnterAsync("#f-events-0-actors-1-role", "target");
        await form.ClickAsync("[data-add=figure]");
        await form.EnterAsync("#f-events-0-figures-1-kind", "killed");
        await form.EnterAsync("#f-events-0-figures-1-best", "2");
        await form.ClickAsync("[data-accept]");
        form.WaitForElement("[data-proposal='0'][data-decision=accepted]");

        var saved = await SavedAsync(desk);
        Assert.Equal(["hts:initiator", "turkey:target"], saved.Actors.OrderBy(one => one.Position).Select(one => $"{one.Actor.Key}:{one.Role}"));
        Assert.Equal(["detained 9", "killed 2"], saved.Figures.OrderBy(one => one.Kind).Select(one => $"{one.Kind} {one.Best}"));
    }

    [Fact]
    public async Task A_sentence_gives_another_event_beside_the_first_and_marked_words_give_one_that_nobody_proposed()
    {
        using var desk = await Desk.OpenAsync();
        await using var page = Page(desk);
        var form = await OpenAsync(desk, page);
        await form.PressAsync("[data-proposal='0']", "a");
        form.WaitForElement("[data-proposal='1'] #f-events-1-type");
        Assert.Equal("detention", form.Find("#f-events-1-type").GetAttribute("value"));
        await form.ClickAsync("[data-proposal='1'] [data-accept]");
        form.WaitForElement("[data-proposal='1'][data-decision=accepted]");

        var start = Text.IndexOf("The bakers", StringComparison.Ordinal);
        await form.EnterAsync("[data-taken]", $"+|{start}|{Text.Length - start}");
        form.WaitForElement("[data-proposal='2'] #f-events-2-type");
        Assert.Equal("Idlib", form.Find("#f-events-2-placename").GetAttribute("value"));
        await form.ClickAsync("[data-proposal='2'] [data-accept]");
        // What nobody said is asked for.
        Assert.NotEmpty(form.FindAll("[data-proposal='2'] .desk-problem"));
        await form.EnterAsync("#f-events-2-type", "politics");
        await form.EnterAsync("#f-events-2-title", "Bakers are given flour");
        await form.EnterAsync("#f-events-2-datetext", "May 2018");
        await form.ClickAsync("[data-proposal='2'] [data-accept]");
        form.WaitForElement("[data-proposal='2'][data-decision=accepted]");

        // Both are there when the desk is opened again, at their sentences.
        await using var again = Page(desk);
        var reopened = again.Render<ReadingDesk>(p => p.Add(f => f.Id, 1));
        await reopened.WaitForElementAsync("[data-live=true]");
        Assert.Equal(["", "accepted", "accepted"], reopened.FindAll("[data-proposal]").Select(card => card.GetAttribute("data-decision") ?? ""));
        Assert.Equal([$"{start}"], reopened.FindAll("[data-proposal='2']").Select(card => card.GetAttribute("data-sentence")));
        await using var db = desk.Database.Dbs.CreateDbContext();
        Assert.Equal("Bakers are given flour", await db.Claims.Where(claim => claim.QuoteStart == start).Select(claim => claim.Says).SingleAsync());
    }

    [Fact]
    public async Task What_a_language_model_proposes_is_marked_and_without_one_there_is_no_button()
    {
        const string Sentence = "The bakers of Idlib were given flour by a committee, and everybody went home again in the evening.";
        await using var service = await ModelStandIn.StartAsync(ModelStandIn.Completion($$"""{"events":[{"sentence":"{{Sentence}}","type":"politics","title":"Flour for bakers"},{"sentence":"Not in it.","type":"politics","title":"x"}]}"""));
        using var desk = await Desk.OpenAsync();
        await using var without = Page(desk);
        Assert.Empty((await OpenAsync(desk, without)).FindAll("[data-ask-model]"));

        await using var page = Page(desk, service.Address);
        var form = page.Render<ReadingDesk>(p => p.Add(f => f.Id, 1));
        await form.WaitForElementAsync("[data-live=true]");
        Assert.Empty(service.Asked);
        await form.ClickAsync("[data-ask-model]");
        var card = form.WaitForElement("[data-proposal='1']");
        Assert.Single(card.QuerySelectorAll("[data-by-model]"));
        Assert.Equal(("Flour for bakers", Sentence), (card.QuerySelector("h3")!.TextContent, card.QuerySelector(".proposal-quote")!.TextContent));
        Assert.Empty(form.FindAll("[data-proposal='0'] [data-by-model]"));
        Assert.Contains("proposed 1 more; 1 were left out", form.Find("[data-model-says]").TextContent, StringComparison.Ordinal);
    }

    private static async Task<IRenderedComponent<ReadingDesk>> OpenAsync(Desk desk, BunitContext page)
    {
        var pasted = new Map.Core.Reading.PastedArticle { Text = Text, NewSource = new() { Title = "A made-up report", Published = "14 May 2018" } };
        Assert.Equal(1, (await new SaveArticle(desk.Database.Gate, TimeProvider.System).RunAsync(pasted, Desk.Editor, Guid.NewGuid())).Id);
        var form = page.Render<ReadingDesk>(p => p.Add(f => f.Id, 1));
        await form.WaitForElementAsync("[data-live=true]");
        return form;
    }

    private static async Task<EventRow> SavedAsync(Desk desk)
    {
        await using var db = desk.Database.Dbs.CreateDbContext();
        return await db.Events.Include(row => row.Actors).ThenInclude(one => one.Actor).Include(row => row.Figures).SingleAsync();
    }

    private static BunitContext Page(Desk desk, Uri? model = null)
    {
        var page = new BunitContext();
        page.JSInterop.Mode = JSRuntimeMode.Loose;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Map:Model:Address"] = model?.ToString() }).Build();
        page.Services
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton(Language.English)
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IDbContextFactory<MapDb>>(desk.Database.Dbs)
            .AddSingleton(desk.Database.Dbs)
            .AddSingleton(desk.Database.Gate)
            .AddSingleton(desk.Database.Changes)
            .AddSingleton<AuthenticationStateProvider>(new Rana())
            .AddDesk()
            .AddRead(configuration)
            .AddDrafts()
            .AddTransient(_ => new BrowserDrafts(new EmptyBrowser()));
        return page;
    }

    private sealed class Rana : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() =>
            Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, Desk.EditorId)], "test"))));
    }
}
