using Map.Core.Control;
using Map.Core.Tests.Control;
using Map.Core.Time;
using Microsoft.Playwright;

namespace Map.Browser.Tests;

/// <summary>Between the earliest and the latest day of an uncertain change the map shows both, and the legend names both.</summary>
[Collection(nameof(FourthProduct))]
public class TurningTests(Product product, RealClaims real) : IClassFixture<RealClaims>
{
    [Fact]
    public async Task While_the_day_of_a_change_is_not_known_the_legend_names_who_held_the_place_and_who_may_hold_it()
    {
        var changes = real.Map.Cells.SelectMany(cell => cell.Timeline.Holdings.Zip(cell.Timeline.Holdings.Skip(1)).Select(pair => (cell.Place, Before: pair.First, After: pair.Second)))
            .Where(it => it.After.SureFrom > it.After.MayFrom && it.After.MayFrom <= real.Map.To && Plain(it.Before) && Plain(it.After) && it.Before.Holders[0] != it.After.Holders[0]).ToList();
        Assert.NotEmpty(changes);
        foreach (var (place, before, after) in changes.Where((_, i) => i % Math.Max(1, changes.Count / 3) == 0))
        {
            await using var visit = await OpenAsync(place, after.MayFrom);
            await Assertions.Expect(visit.Page.Locator(".map-legend-turn")).ToContainTextAsync([$"{Short(before)}, perhaps now {Short(after)}"]);
            await using var later = await OpenAsync(place, after.SureFrom);
            await Assertions.Expect(later.Page.Locator(".map-legend-turn", new() { HasText = $"{Short(before)}, perhaps now {Short(after)}" })).ToHaveCountAsync(0);
        }
    }

    [Fact]
    public async Task Where_nothing_is_known_before_such_a_change_the_legend_says_not_yet()
    {
        var (place, first) = real.Map.Cells.Where(cell => cell.Timeline.Holdings.Count > 0).Select(cell => (cell.Place, First: cell.Timeline.Holdings[0]))
            .First(it => Plain(it.First) && it.First.MayFrom != Days.OpenStart && it.First.SureFrom > it.First.MayFrom);
        await using var visit = await OpenAsync(place, first.MayFrom);
        await Assertions.Expect(visit.Page.Locator(".map-legend-turn", new() { HasText = $"{Short(first)}, perhaps not yet" })).ToHaveCountAsync(1);
    }

    private async Task<Visit> OpenAsync(ControlPlace place, int day)
    {
        var visit = await product.VisitAsync(FormattableString.Invariant($"/?date={Days.Date(day):yyyy-MM-dd}&window=1d&at={place.Latitude:F4},{place.Longitude:F4},12&layers=control"));
        await visit.LiveAsync();
        return visit;
    }

    private static bool Plain(Holding holding) => holding.Posture == Posture.Holds && holding.Holders.Count == 1;

    private static string Short(Holding holding) => Holders.Of(holding.Holders[0]).Short;
}
