using Microsoft.Playwright;

namespace Map.Browser.Tests;

[Collection(nameof(Product))]
public class ScrubTests(Product product)
{
    [Fact]
    public async Task A_drag_over_the_whole_slider_changes_the_map_and_sends_nothing()
    {
        await using var visit = await product.VisitAsync("/?date=2011-06-01&window=30d");
        await visit.LiveAsync();
        await visit.QuietAsync();
        var track = (await visit.Track.BoundingBoxAsync())!;
        var thumb = (await visit.Thumb.BoundingBoxAsync())!;
        await visit.Page.Mouse.MoveAsync(thumb.X + thumb.Width / 2, thumb.Y + thumb.Height / 2);
        await visit.Page.Mouse.DownAsync();
        visit.Requests.Clear();
        var asked = visit.Asked;

        var dates = new HashSet<string>();
        var holders = new HashSet<string>();
        var figures = new HashSet<int>();
        for (var step = 0; step <= 60; step++)
        {
            await visit.Page.Mouse.MoveAsync(track.X + track.Width * step / 60, thumb.Y + thumb.Height / 2);
            await visit.WholeAsync();
            dates.Add(await visit.DateAsync());
            holders.Add(string.Join(',', await visit.HoldersAsync()));
            figures.Add(await visit.CertainAsync());
        }

        Assert.Empty(visit.Requests);
        Assert.Equal(asked, visit.Asked);
        Assert.True(dates.Count > 40, $"only {dates.Count} dates");
        Assert.True(holders.Count > 5, $"only {holders.Count} sets of holders");
        Assert.True(figures.Count > 15, $"only {figures.Count} counts of events");
        Assert.StartsWith("2024", await visit.DateAsync(), StringComparison.Ordinal);

        await visit.Page.Mouse.UpAsync();
        await visit.Page.WaitForURLAsync(url => url.Contains("date=2024", StringComparison.Ordinal));
        Assert.Empty(visit.Violations);
        Assert.Empty(visit.Outside());
    }

    [Fact]
    public async Task The_arrow_keys_step_a_day_and_the_thumb_says_the_date_in_words()
    {
        await using var visit = await product.VisitAsync("/?date=2018-01-20&window=1d");
        await visit.ReadyAsync();
        await visit.Thumb.FocusAsync();
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(visit.Map).ToHaveAttributeAsync("data-date", "2018-01-21");
        await Assertions.Expect(visit.Thumb).ToHaveAttributeAsync("aria-valuetext", new System.Text.RegularExpressions.Regex("21 January 2018"));
        await visit.Page.Keyboard.PressAsync("ArrowLeft");
        await visit.Page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(visit.Map).ToHaveAttributeAsync("data-date", "2018-01-19");
    }

    [Theory]
    [InlineData("2011-03-01")]
    [InlineData("2025-06-01")]
    public async Task Outside_the_data_the_map_is_blank(string date)
    {
        await using var visit = await product.VisitAsync($"/?date={date}&window=1d");
        await visit.ReadyAsync();
        Assert.Equal(date, await visit.DateAsync());
        Assert.Empty(await visit.HoldersAsync());
        Assert.Equal(0, await visit.CertainAsync());
    }

    [Fact]
    public async Task On_19_December_2023_Azaz_has_its_event()
    {
        await using var visit = await product.VisitAsync("/?date=2023-12-19&window=1d&at=36.586,37.044,11");
        await visit.LiveAsync();
        Assert.True(await visit.CertainAsync() >= 1);
        await Assertions.Expect(visit.Page.GetByText("Azaz").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Unknown_values_in_the_address_are_ignored_with_a_notice()
    {
        await using var visit = await product.VisitAsync("/?date=never&window=3parsecs&layers=control,unicorns");
        await visit.ReadyAsync();
        foreach (var value in new[] { "never", "3parsecs", "unicorns" }) { await Assertions.Expect(visit.Page.GetByText(value)).ToBeVisibleAsync(); }
    }
}
