using Map.Core.Control;
using Map.Facts;
using Microsoft.Playwright;

namespace Map.Browser.Tests;

/// <summary>Sixty dated facts against what one open map shows while it is moved from fact to fact. What is expected stands in the file of the facts.</summary>
[Collection(nameof(FourthProduct))]
public class FactsTests(Product product)
{
    private static readonly string[] Postures = ["holds", "contested", "joint", "besieged"];

    [Fact]
    public async Task The_map_shows_what_sixty_dated_facts_say()
    {
        // Without movement the map is at the place before it is asked.
        await using var visit = await product.VisitAsync("/?date=2011-01-01&window=1d&layers=control", 1000, 420, new() { ReducedMotion = ReducedMotion.Reduce });
        await visit.ReadyAsync();
        var wrong = new List<string>();
        foreach (var fact in ControlFact.All)
        {
            // As by the browser's Back: the page stays, date and view change.
            await visit.Page.EvaluateAsync("to => { history.pushState(null, '', to); dispatchEvent(new PopStateEvent('popstate')); }", $"/?date={fact.Day}&window=1d&at={fact.Latitude},{fact.Longitude},13&layers=control");
            await Assertions.Expect(visit.Map).ToHaveAttributeAsync("data-date", fact.Day);
            await visit.Page.Locator(".leaflet-container").First.FocusAsync();
            await visit.Page.Keyboard.PressAsync("Escape");
            await Assertions.Expect(visit.Page.Locator(".map-popup")).ToBeHiddenAsync();
            var popup = visit.Page.Locator(".map-popup");
            var shown = popup.Locator(".map-popup-holder:visible");
            await visit.Page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(popup.Locator(".map-popup-title:visible")).ToContainTextAsync(fact.Place, new() { IgnoreCase = true });
            if (fact.SetAside.Length == 0) { await Assertions.Expect(shown.First).ToBeVisibleAsync(); }
            var lines = await shown.AllInnerTextsAsync();
            var named = Holders.Named.Where(holder => lines.Any(line => line.Contains(holder.Name, StringComparison.Ordinal))).Select(holder => holder.Id).ToHashSet();
            var painted = await visit.HoldersAsync();
            var said = $"{fact} on {fact.Day}: the pop-up says {string.Join(" / ", lines)}";
            if (fact.SetAside.Length > 0)
            {
                if (named.SetEquals(fact.Holders)) wrong.Add($"{said}, though rule {fact.SetAside} sets the fact aside");
                continue;
            }
            var legend = visit.Page.Locator(".map-legend").First;
            foreach (var holder in fact.Exactly ? fact.Holders : [])
            {
                // So near the place nearly all ground in view is its own.
                try { await Assertions.Expect(legend).ToContainTextAsync(Holders.Of(holder).Short); }
                catch (PlaywrightException) { wrong.Add($"{said}; the legend of the view lacks {holder}: {await legend.InnerTextAsync()}"); }
            }
            if (!fact.Holders.All(named.Contains) || !fact.Holders.All(painted.Contains)) wrong.Add($"{said}; painted somewhere: {string.Join(',', painted)}");
            else if (fact.Exactly && (named.Count != fact.Holders.Count || lines.Count != 1 || Posture(lines[0]) != fact.Posture)) wrong.Add(said);
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Empty(visit.Errors);
    }

    private static string Posture(string line) => line switch
    {
        _ when line.StartsWith("Contested: ", StringComparison.Ordinal) => Postures[1],
        _ when line.StartsWith("Joint: ", StringComparison.Ordinal) => Postures[2],
        _ when line.EndsWith(", besieged", StringComparison.Ordinal) => Postures[3],
        _ => Postures[0],
    };
}
