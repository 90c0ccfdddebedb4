using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Map.Browser.Tests;

/// <summary>What the control layer's pixels say, read from the picture itself.</summary>
[Collection(nameof(Product))]
public class ContestedTests(Product product)
{
    /// <summary>Shares of some colours among the pixels of a square around the middle of the map.</summary>
    private const string Shares = """
        colours => {
          const canvas = document.querySelector('.map-stage canvas'), side = 40, { width, height } = canvas;
          const { data } = canvas.getContext('2d').getImageData(width / 2 - side / 2, height / 2 - side / 2, side, side);
          return colours.map(colour => {
            const [r, g, b] = [1, 3, 5].map(at => parseInt(colour.slice(at, at + 2), 16));
            let many = 0;
            for (let i = 0; i < data.length; i += 4) if (Math.abs(data[i] - r) + Math.abs(data[i + 1] - g) + Math.abs(data[i + 2] - b) < 9) many++;
            return many / (side * side);
          });
        }
        """;

    [Theory]
    [InlineData(ColorScheme.Light, "#3A3B40", "#F4D04E")]
    [InlineData(ColorScheme.Dark, "#4B4F56", "#CFA82B")]
    public async Task A_contested_place_is_striped_in_both_holders_colours_and_named_in_the_legend(ColorScheme scheme, string one, string other)
    {
        // Raqqa while its battle went on; without events and names nothing lies over it.
        await using var visit = await product.VisitAsync("/?date=2017-09-01&at=35.95,39.02,10&layers=control", 1366, 900, new() { ColorScheme = scheme });
        await visit.LiveAsync();
        await Assertions.Expect(visit.Page.Locator(".map-legend-row", new() { HasText = "Contested: IS and SDF" })).ToHaveCountAsync(1);
        var shares = await visit.Page.EvaluateAsync<double[]>(Shares, new[] { one, other });
        Assert.All(shares, share => Assert.InRange(share, 0.2, 0.6));
    }

    [Fact]
    public async Task The_older_the_last_claim_the_more_land_shows_through_and_the_legend_says_how_old()
    {
        // Al-Safira: taken on 1 November 2013, and not spoken of until 2023.
        var before = 1.1;
        foreach (var (date, words) in new[] { ("2014-06-01", null), ("2015-06-01", "1"), ("2016-06-01", "2"), ("2020-06-01", "5") })
        {
            await using var visit = await product.VisitAsync($"/?date={date}&at=36.066,37.373,11&layers=control");
            await visit.LiveAsync();
            var legend = visit.Page.Locator(".map-legend-row").Filter(new() { Has = visit.Page.Locator(".map-legend-ages") });
            if (words is not null) { await Assertions.Expect(legend).ToHaveTextAsync(new Regex($@"Last claim over (.*\b)?{words}\b.* years? old")); }
            var fill = (await visit.Page.EvaluateAsync<double[]>(Shares, new[] { "#E28B7F" }))[0];
            Assert.True(fill < before - 0.01, $"{date}: {fill} of the fill is seen after {before}");
            before = fill;
        }
        Assert.InRange(before, 0.4, 0.9);
    }
}
