using System.Text.RegularExpressions;
using Map.Core.Reading;
using Map.Core.Tests.Reading;
using Microsoft.Playwright;

namespace Map.Browser.Tests;

/// <summary>What an editor does in the fields of one proposal.</summary>
internal sealed class ReadingKeys(IPage page, int index)
{
    private static readonly Lexicon Known = RepositoryFiles.Lexicon;

    private string Path => $"Events[{index}]";
    private string Id => DeskVisit.IdOf(Path);
    public ILocator Card => page.Locator($"[data-proposal='{index}']");

    public async Task OpenAsync()
    {
        await Card.FocusAsync();
        await page.Keyboard.PressAsync("e");
        await Assertions.Expect(page.Field(Path + ".Title")).ToBeFocusedAsync();
    }

    /// <summary>Makes of what stands in the fields what is wanted, and leaves alone what is right.</summary>
    public async Task CorrectAsync(EventAnswers now, ExpectedEvent wanted)
    {
        var answers = wanted.Answers;
        if (now.Type != answers.Type) { await page.Field(Path + ".Type").SelectOptionAsync(answers.Type); }
        if (now.Days != answers.Days) { await page.EnterAsync(Path + ".DateText", wanted.Draft.DateText); }
        if (now.Place != answers.Place) { await PlaceAsync(answers.Place); }
        foreach (var key in Keys(now).Except(Keys(answers)))
        {
            await Chip(key).GetByRole(AriaRole.Button).PressAsync("Enter");
            await Assertions.Expect(Chip(key)).ToHaveCountAsync(0);
        }
        foreach (var actor in answers.Actors.Except(now.Actors))
        {
            var (key, role) = (actor[..actor.LastIndexOf(':')], actor[(actor.LastIndexOf(':') + 1)..]);
            if (!Keys(now).Contains(key)) { await ChooseAsync(Id + "-actor-add", Actor(key).Name, ""); }
            await Assertions.Expect(Chip(key)).ToHaveCountAsync(1);
            await Chip(key).Locator("select").SelectOptionAsync(role);
            await Assertions.Expect(Chip(key).Locator("select")).ToHaveValueAsync(role);
        }
        if (!now.Figures.SetEquals(answers.Figures)) { await FiguresAsync(wanted); }
    }

    /// <summary>Accepts by key, and says which event it became.</summary>
    public async Task<long> AcceptAsync()
    {
        await page.Field(Path + ".Title").FocusAsync();
        await page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(Card).ToHaveAttributeAsync("data-decision", "accepted");
        // The keyboard goes on to the next proposal by itself.
        await page.WaitForFunctionAsync("() => document.activeElement?.matches('[data-proposal]')");
        var link = await Card.GetByRole(AriaRole.Link).GetAttributeAsync("href");
        return long.Parse(Regex.Match(link!, @"/desk/events/(\d+)").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task PlaceAsync(string key)
    {
        if (key.Length == 0)
        {
            await page.EnterAsync(Path + ".PlaceName", "");
            return;
        }
        var place = Known.Places.Single(one => one.Id == key);
        await ChooseAsync(DeskVisit.IdOf(Path + ".PlaceName"), place.Name, place.Kind);
        await Assertions.Expect(page.Field(Path + ".PlaceName")).ToHaveValueAsync(place.Name);
    }

    private async Task FiguresAsync(ExpectedEvent wanted)
    {
        var rows = Card.Locator(".proposal-figure");
        for (var left = await rows.CountAsync(); left > 0; left--)
        {
            await rows.First.GetByRole(AriaRole.Button).PressAsync("Enter");
            await Assertions.Expect(rows).ToHaveCountAsync(left - 1);
        }
        for (var i = 0; i < wanted.Draft.Figures.Count; i++)
        {
            var (at, figure) = ($"{Path}.Figures[{i}]", wanted.Draft.Figures[i]);
            await Card.Locator("[data-add=figure]").PressAsync("Enter");
            await Assertions.Expect(page.Field(at + ".Kind")).ToBeFocusedAsync();
            await page.Field(at + ".Kind").SelectOptionAsync(figure.Kind);
            foreach (var (part, digits) in new[] { (".Low", figure.Low), (".Best", figure.Best), (".High", figure.High) }.Where(one => one.Item2.Length > 0)) { await page.EnterAsync(at + part, digits); }
        }
    }

    /// <summary>Types a name and takes it from what is offered by the arrow keys.</summary>
    private async Task ChooseAsync(string id, string name, string detail)
    {
        await page.Locator("#" + id).FillAsync(name);
        var options = page.Locator($"#{id}-list [role=option]");
        var wanted = options.Filter(new() { Has = page.Locator(".combo-name", new() { HasTextRegex = new($"^{Regex.Escape(name)}([^ -~]|$)") }) }).Filter(new() { HasText = detail }).First;
        // What the last search found stays in the page unseen.
        await wanted.WaitForAsync();
        var steps = await wanted.EvaluateAsync<int>("option => [...option.parentElement.querySelectorAll('[role=option]')].indexOf(option)");
        for (var i = 0; i < steps; i++) { await page.Locator("#" + id).PressAsync("ArrowDown"); }
        await Assertions.Expect(wanted).ToHaveAttributeAsync("aria-selected", "true");
        await page.Locator("#" + id).PressAsync("Enter");
    }

    private ILocator Chip(string key) => Card.Locator(".desk-chip").Filter(new() { Has = page.Locator(".desk-chip-name", new() { HasTextRegex = new($"^{Regex.Escape(Actor(key).Name)}$") }) });

    private static KnownActor Actor(string key) => Known.Actors.Single(one => one.Id == key);

    private static HashSet<string> Keys(EventAnswers answers) => [.. answers.Actors.Select(actor => actor[..actor.LastIndexOf(':')])];
}
