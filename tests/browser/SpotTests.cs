using System.Globalization;
using System.Net;
using System.Text.Json;
using Map.Core.Control;
using Map.Core.Tests.Control;
using Microsoft.Playwright;

namespace Map.Browser.Tests;

/// <summary>What is painted at a spot, what a click on it says, and what tools are answered are the same; and front lines run where holders differ, and nowhere else.</summary>
[Collection(nameof(FourthProduct))]
public class SpotTests(Product product, RealClaims real) : IClassFixture<RealClaims>
{
    private const double Latitude = 35.9, Longitude = 37.6;
    private const string At = "at=35.9,37.6,9";

    /// <summary>Side of the square of pixels that is looked at, wide enough for stripes; and metres around a spot that must be of its cell, a little more than half of it.</summary>
    private const int Side = 13, Clear = 2_000;

    /// <summary>Metres over which a fill may fade towards a place of which nothing is known.</summary>
    private const int Fade = 5_000;

    [Theory]
    [InlineData("2012-12-01", 3)]
    [InlineData("2019-11-01", 7)]
    public async Task The_pixel_of_a_spot_has_the_colour_of_the_holder_that_a_click_and_the_answer_for_tools_name(string date, int seed)
    {
        var (held, silent) = Choose(RealClaims.Day(date), seed, 80, 6);
        await using var bare = await product.VisitAsync($"/?date={date}&window=1d&{At}&layers=boundaries");
        await bare.ReadyAsync();
        await using var visit = await product.VisitAsync($"/?date={date}&window=1d&{At}&layers=control,boundaries");
        await visit.LiveAsync();
        var pixels = new Pixels(visit.Page, Latitude, Longitude, 9);
        // Lakes and towns are drawn over the layer.
        var land = await pixels.ColourAsync("--map-land");
        var under = await new Pixels(bare.Page, Latitude, Longitude, 9).SquaresAsync(held, Side);
        held = [.. held.Where((_, i) => under[i].Count(pixel => pixel == land) > Side * Side * 9 / 10).Take(30)];
        Assert.Equal(30, held.Count);
        var ground = await new Pixels(bare.Page, Latitude, Longitude, 9).SquaresAsync(silent, Side);
        var blank = await pixels.SquaresAsync(silent, Side);
        var squares = await pixels.SquaresAsync(held, Side);
        var colours = new Dictionary<string, int>();
        foreach (var id in Holders.Named.Select(holder => holder.Id))
            colours[id] = await pixels.ColourAsync("--holder-" + id switch { "government-of-syria" => "government", "turkey" or "ahrar-al-sham" => "other", var other => other });

        using var http = new HttpClient { BaseAddress = product.Site.Address };
        for (var i = 0; i < held.Count; i++)
        {
            using var answer = await AskAsync(http, held[i], date);
            Assert.NotNull(answer);
            var root = answer.RootElement;
            var ids = root.GetProperty("holders").EnumerateArray().Select(holder => holder.GetProperty("id").GetString()!).ToList();
            var painted = root.GetProperty("posture").GetString() is "contested" or "joint" ? ids : [ids[0]];
            var seen = colours.Where(colour => squares[i].Count(pixel => Pixels.IsNear(pixel, colour.Value, 9)) > Side * Side / 10).Select(colour => colour.Value).ToHashSet();
            Assert.True(seen.SetEquals(painted.Select(id => colours[id])), $"{held[i]} on {date}: {string.Join('+', ids)}, painted {string.Join(' ', seen.Select(colour => colour.ToString("X6", CultureInfo.InvariantCulture)))}");

            var popup = await ClickAsync(visit, pixels, held[i]);
            await Assertions.Expect(popup.Locator(".map-popup-title")).ToContainTextAsync(root.GetProperty("place").GetProperty("name").GetString()!);
            var line = await popup.Locator(".map-popup-holder:visible").First.InnerTextAsync();
            Assert.All(ids, id => Assert.Contains(Holders.Of(id).Name, line, StringComparison.Ordinal));
        }
        for (var i = 0; i < silent.Count; i++)
        {
            using var answer = await AskAsync(http, silent[i], date);
            Assert.Null(answer);
            // Where a line lies over it a pixel may be mixed by another way.
            Assert.All(ground[i].Zip(blank[i]), pixel => Assert.True(Pixels.IsNear(pixel.First, pixel.Second, 6), $"{silent[i]} is painted"));
            var popup = await ClickAsync(visit, pixels, silent[i]);
            await Assertions.Expect(popup).ToBeVisibleAsync();
            await Assertions.Expect(popup.Locator(".map-popup-holder:visible")).ToHaveCountAsync(0);
        }
        Assert.Empty(visit.Errors);
    }

    [Theory]
    [InlineData("2017-10-20")]
    [InlineData("2020-03-06")]
    public async Task Front_lines_are_the_edges_between_different_holders_on_the_day_and_nowhere_else(string date)
    {
        var day = RealClaims.Day(date);
        await using var visit = await product.VisitAsync($"/?date={date}&window=1d&{At}&layers=control");
        await visit.LiveAsync();
        var pixels = new Pixels(visit.Page, Latitude, Longitude, 9);
        var ink = await pixels.ColouredAsync(await pixels.ColourAsync("--map-front"), 470, 270);
        var edges = real.Map.Edges.Select(edge => (From: pixels.Of(edge.From.Y, edge.From.X), To: pixels.Of(edge.To.Y, edge.To.X), IsFront: IsFront(edge, day))).ToList();
        var fronts = edges.Where(edge => edge.IsFront).ToList();

        // What is inked lies on a front. Dashes of a siege may have its ink.
        var stray = ink.Where(at => fronts.Min(front => Away(at, front.From, front.To)) > 1.6 && !IsBesieged(at)).ToList();
        Assert.True(stray.Count == 0, $"{stray.Count} of {ink.Count} pixels lie on no front, the first at {stray.FirstOrDefault()}");

        // And every front in view is inked from end to end.
        var looked = 0;
        foreach (var (from, to, _) in fronts)
            for (var share = 0.1; share < 0.95; share += 0.2)
            {
                var at = (X: from.X + (to.X - from.X) * share, Y: from.Y + (to.Y - from.Y) * share);
                if (Math.Abs(at.X) > 460 || Math.Abs(at.Y) > 260)
                    continue;
                looked++;
                Assert.True(ink.Any(pixel => Math.Abs(pixel.X - at.X) <= 1.5 && Math.Abs(pixel.Y - at.Y) <= 1.5), $"A front at {at} is not drawn");
            }
        Assert.InRange(looked, 40, int.MaxValue);
        Assert.Contains(edges, edge => !edge.IsFront && Math.Abs(edge.From.X) < 460 && Math.Abs(edge.From.Y) < 260);

        bool IsBesieged((double X, double Y) at) => real.Map.Cells.Select((cell, i) => (Cell: i, At: pixels.Of(cell.Place.Latitude, cell.Place.Longitude)))
            .OrderBy(cell => Math.Pow(cell.At.X - at.X, 2) + Math.Pow(cell.At.Y - at.Y, 2)).Take(2).Any(near => real.Map.On(near.Cell, day)?.Now.Posture == Posture.Besieged);
    }

    private bool IsFront(ControlEdge edge, int day) =>
        !edge.OnBorder && Kind(edge.A, day) is { } one && Kind(edge.B, day) is { } other && one != other;

    /// <summary>The parties of a cell and in which way, or null where nobody is named.</summary>
    private string? Kind(int cell, int day)
    {
        if (real.Map.On(cell, day)?.Now is not { Posture: not Posture.Left } now)
            return null;
        var who = now.Posture is Posture.Contested or Posture.Joint ? now.Holders : [.. now.Holders.Take(1)];
        return who.Count > 1 ? $"{now.Posture} {string.Join('+', who.Order(StringComparer.Ordinal))}" : who[0];
    }

    private static double Away((double X, double Y) at, (double X, double Y) from, (double X, double Y) to)
    {
        double dx = to.X - from.X, dy = to.Y - from.Y;
        var along = Math.Clamp(((at.X - from.X) * dx + (at.Y - from.Y) * dy) / Math.Max(1e-9, dx * dx + dy * dy), 0, 1);
        return Math.Sqrt(Math.Pow(at.X - from.X - along * dx, 2) + Math.Pow(at.Y - from.Y - along * dy, 2));
    }

    /// <summary>Spots of one holding each, well inside their cells, and of the land some that nobody speaks of.</summary>
    private (List<(double Latitude, double Longitude)> Held, List<(double Latitude, double Longitude)> Silent) Choose(int day, int seed, int many, int few)
    {
        var random = new Random(seed);
        var (held, silent) = (new List<(double Latitude, double Longitude)>(), new List<(double Latitude, double Longitude)>());
        for (var tries = 0; tries < 20_000 && held.Count + silent.Count < many + few; tries++)
        {
            // The legend lies over the west.
            (double Latitude, double Longitude) spot = (35.38 + random.NextDouble() * 1.02, 36.95 + random.NextDouble() * 1.75);
            if (!Around(spot, Clear).Append(spot).All(near => real.Boundary.Contains(real.Map.Plane.ToMetres(near.Longitude, near.Latitude))))
                continue;
            var cell = real.Map.CellAt(spot.Latitude, spot.Longitude);
            var answer = On(spot);
            if (answer is null && silent.Count < few && Around(spot, Clear).All(near => On(near) is null))
                silent.Add(spot);
            else if (answer is { Certain: true } && held.Count < many && IsWell(spot, cell) && Around(spot, Clear).All(near => real.Map.CellAt(near.Latitude, near.Longitude) == cell) && Around(spot, Fade).All(near => On(near) is not null))
                held.Add(spot);
        }
        Assert.Equal(few, silent.Count);
        return (held, silent);

        Answer? On((double Latitude, double Longitude) at) => real.Map.CellAt(at.Latitude, at.Longitude) is var found and >= 0 ? real.Map.On(found, day) : null;

        bool IsWell((double Latitude, double Longitude) at, int found) =>
            found >= 0 && real.Map.Cells[found].Place is var place && real.Map.Plane.Metres(at.Latitude, at.Longitude, place.Latitude, place.Longitude) < ControlRules.RadiusMetres * ControlRules.FullShare - Clear;
    }

    private static IEnumerable<(double Latitude, double Longitude)> Around((double Latitude, double Longitude) spot, double metres) => Enumerable.Range(0, 8).Select(i =>
        (spot.Latitude + Math.Sin(i * Math.PI / 4) * metres / 111_195, spot.Longitude + Math.Cos(i * Math.PI / 4) * metres / 111_195 / Math.Cos(spot.Latitude * Math.PI / 180)));

    private static async Task<JsonDocument?> AskAsync(HttpClient http, (double Latitude, double Longitude) spot, string date)
    {
        using var answer = await http.GetAsync(string.Create(CultureInfo.InvariantCulture, $"control?lat={spot.Latitude:F7}&lng={spot.Longitude:F7}&date={date}"));
        if (answer.StatusCode == HttpStatusCode.NotFound) return null;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
    }

    private static async Task<ILocator> ClickAsync(Visit visit, Pixels pixels, (double Latitude, double Longitude) spot)
    {
        var popup = visit.Page.Locator(".map-popup");
        await visit.Page.Locator(".leaflet-container").First.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(popup).ToBeHiddenAsync();
        var box = (await visit.Map.BoundingBoxAsync())!;
        var (x, y) = pixels.Of(spot.Latitude, spot.Longitude);
        await visit.Page.Mouse.ClickAsync((float)(box.X + box.Width / 2 + x), (float)(box.Y + box.Height / 2 + y));
        return popup;
    }
}
