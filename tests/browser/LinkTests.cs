using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Map.Browser.Tests;

/// <summary>The map follows what is opened: links to events and dates, and cards that stay while time moves.</summary>
[Collection(nameof(SecondProduct))]
public class LinkTests(Product product)
{
    [Theory]
    [InlineData(1002, "2023-12-19", "19 December 2023", "not a span", "36.586,37.044")]
    [InlineData(1006, "2023-08-31", "August 2023", "31 August 2023", "35.93,36.63")]
    [InlineData(3001, "2023-08-03", "on or before 3 August 2023", "3 August 2023", null)]
    [InlineData(4001, "2018-02-28", "October 2017 to February 2018", "28 February 2018", "35.93,36.63")]
    [InlineData(1003, "2023-12-20", "one day between 19 and 20 December 2023", "20 December 2023", null)]
    public async Task The_link_of_an_event_opens_its_card_with_the_map_on_its_date_and_its_place_in_sight(int id, string date, string words, string shown, string? place)
    {
        await using var visit = await product.VisitAsync($"/?event={id}");
        await visit.LiveAsync();
        var card = visit.Page.Locator($"[data-card='{id}']");
        await Assertions.Expect(card).ToBeVisibleAsync();
        await Assertions.Expect(card.Locator(".card-facts a[data-to-day]").First).ToHaveTextAsync(words);
        await Assertions.Expect(card.Locator("[data-truth]")).ToBeHiddenAsync();
        await Assertions.Expect(visit.Map).ToHaveAttributeAsync("data-date", date);
        await Assertions.Expect(visit.Page.Locator("[data-time-bar] .time-words")).ToHaveTextAsync(shown == "not a span" ? words : shown);
        await Assertions.Expect(visit.Thumb).ToBeVisibleAsync();
        Assert.True(await visit.CertainAsync() + await visit.PossibleAsync() >= 1, "the event is in the window of its link");
        if (place is null) { return; }

        var point = await PointOnScreenAsync(visit, place);
        var seen = (await visit.Map.BoundingBoxAsync())!;
        Assert.InRange(point.X, seen.X, seen.X + seen.Width);
        Assert.InRange(point.Y, seen.Y, seen.Y + seen.Height);
    }

    [Fact]
    public async Task The_mark_under_an_opened_event_is_that_event()
    {
        await using var visit = await product.VisitAsync("/?event=1002&window=1d");
        await visit.LiveAsync();
        await Assertions.Expect(visit.Page.Locator("[data-card='1002']")).ToBeVisibleAsync();
        await OpenPopupAsync(visit, "36.586,37.044", "Abu Ahmad Zakour");
        await Assertions.Expect(visit.Page.Locator(".map-popup a[data-to-day]").First).ToHaveTextAsync("19 December 2023");
    }

    [Fact]
    public async Task A_copied_address_shows_the_same_in_another_browser()
    {
        await using var visit = await product.VisitAsync("/?date=2018-01-20&window=90d&at=35.9,36.7,9&layers=control,events&types=clash,strike&actors=hts&lang=ar");
        await visit.LiveAsync();
        await visit.Page.Locator("a.row[data-event]").First.ClickAsync();
        await visit.Page.WaitForURLAsync(new Regex("event=\\d+"));
        await Assertions.Expect(visit.Page.Locator("[data-card]")).ToBeVisibleAsync();
        await visit.Thumb.FocusAsync();
        await visit.Page.Keyboard.PressAsync("ArrowLeft");
        var address = new Uri(visit.Page.Url).PathAndQuery;
        var here = await WhatIsShownAsync(visit);

        await using var other = await product.VisitAsync(address);
        await other.LiveAsync();
        await Assertions.Expect(other.Page.Locator("[data-card]")).ToBeVisibleAsync();
        Assert.Equal(here, await WhatIsShownAsync(other));
        Assert.Equal(address, new Uri(other.Page.Url).PathAndQuery);
        Assert.All(["window=90d", "types=clash,strike", "actors=hts", "layers=control,events", "lang=ar"], part => Assert.Contains(part, address, StringComparison.Ordinal));
        Assert.All(["ar rtl", "control,events", "clash,strike"], part => Assert.Contains(part, here, StringComparison.Ordinal));
        Assert.Matches("chips: [1-9]", here);
    }

    [Fact]
    public async Task A_date_on_a_card_moves_the_map_in_place_and_keeps_everything_else()
    {
        await using var visit = await product.VisitAsync("/?date=2023-12-19&window=7d&at=36.2,37,8&types=detention,politics,movement&event=1002");
        await visit.LiveAsync();
        await visit.Page.EvaluateAsync("() => { window.here = true; }");
        var month = visit.Page.Locator("[data-card] a[data-to-day='2024-01-31']").First;
        await month.ClickAsync();
        await Assertions.Expect(visit.Map).ToHaveAttributeAsync("data-date", "2024-01-31");
        await Assertions.Expect(visit.Page).ToHaveURLAsync(new Regex("\\?date=2024-01-31&window=31d&at=36.2,37,8&types=detention,politics,movement&event=1002$"));
        await Assertions.Expect(visit.Page.Locator("[data-card='1002'] [data-truth]")).ToContainTextAsync("over");
        Assert.True(await visit.Page.EvaluateAsync<bool>("() => window.here === true"), "the page was not fetched anew");

        await visit.Page.Locator("[data-truth] a").ClickAsync();
        await Assertions.Expect(visit.Map).ToHaveAttributeAsync("data-date", "2023-12-19");
        await Assertions.Expect(visit.Page.Locator("[data-card='1002'] [data-truth]")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_date_opened_in_a_new_tab_shows_the_same_map_on_that_date()
    {
        await using var visit = await product.VisitAsync("/?date=2018-01-20&window=30d&types=clash");
        await visit.LiveAsync();
        await visit.Page.Locator("[data-window='7d']").ClickAsync();
        await visit.Page.WaitForURLAsync(new Regex("window=7d"));
        var tab = await visit.Context.RunAndWaitForPageAsync(() => visit.Page.Locator(".day-head a").First.ClickAsync(new() { Modifiers = [KeyboardModifier.Control] }));
        await Assertions.Expect(tab.Locator("[data-map][data-ready='true']")).ToHaveAttributeAsync("data-date", "2018-01-20");
        Assert.Matches("[?]date=2018-01-20&window=7d&at=[^&]+&types=clash$", tab.Url);
        await Assertions.Expect(visit.Map).ToHaveAttributeAsync("data-date", "2018-01-20");
    }

    [Fact]
    public async Task Without_the_server_dates_still_move_the_map()
    {
        await using var visit = await product.VisitAsync("/?date=2018-01-20&window=30d");
        await visit.LiveAsync();
        await visit.Context.SetOfflineAsync(true);
        await visit.Page.Locator("a.row-date").First.ClickAsync();
        await Assertions.Expect(visit.Map).Not.ToHaveAttributeAsync("data-date", "2018-01-20");
        await Assertions.Expect(visit.Page).ToHaveURLAsync(new Regex("window=30d"));
    }

    [Theory]
    [InlineData("/about", "2016-01-01")]
    [InlineData("/about/data", "2024-01-31")]
    public async Task A_date_on_a_page_about_the_record_leads_to_the_map(string page, string date)
    {
        await using var visit = await product.VisitAsync(page);
        await visit.Page.Locator($"a[data-to-day='{date}']").First.ClickAsync();
        await visit.ReadyAsync();
        await Assertions.Expect(visit.Map).ToHaveAttributeAsync("data-date", date);
    }

    [Fact]
    public async Task In_an_embed_a_date_moves_the_map_of_the_frame()
    {
        await using var visit = await product.VisitAsync("/embed?date=2019-11-01&window=1d&at=36.84,40.07,11&layers=control,boundaries,places", 640, 420);
        await visit.ReadyAsync();
        await OpenPopupAsync(visit, "36.84,40.07", "Ras al-Ayn", 20);
        await visit.Page.Locator(".map-popup a.map-link").First.ClickAsync();
        await Assertions.Expect(visit.Map).ToHaveAttributeAsync("data-date", "2019-10-20");
        Assert.Contains("/embed?date=2019-11-01", visit.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pop_up_of_a_place_stays_open_while_time_plays_and_says_not_yet_and_over()
    {
        await using var visit = await product.VisitAsync("/?date=2019-10-25&window=1d&at=36.84,40.07,11&layers=control,boundaries,places");
        await visit.ReadyAsync();
        await OpenPopupAsync(visit, "36.84,40.07", "Ras al-Ayn", 30);
        var popup = visit.Page.Locator(".map-popup");
        await Assertions.Expect(popup.Locator(".map-tag")).ToBeHiddenAsync();
        await Assertions.Expect(popup.Locator("a[data-to-day='2024-01-31']").First).ToHaveTextAsync("January 2024");
        // The piece before this one: the map goes back to when it began, and the words about the later holder are not true yet.
        await popup.Locator("a.map-strip-piece").Nth(-2).FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(popup.Locator(".map-tag")).ToHaveTextAsync("not yet");
        await Assertions.Expect(popup.Locator("a.map-strip-piece").Nth(-2)).ToBeFocusedAsync();
        await PlayUntilAsync(visit, () => Assertions.Expect(popup.Locator(".map-tag")).ToBeHiddenAsync());
        await Assertions.Expect(popup).ToBeVisibleAsync();
        await Assertions.Expect(popup).ToContainTextAsync("Ras al-Ayn");
    }

    [Fact]
    public async Task The_pop_up_of_a_spot_of_which_nothing_is_known_yet_stays_open_and_leads_on_where_something_is()
    {
        await using var visit = await product.VisitAsync("/?date=2011-06-01&window=1d&at=36.84,40.07,11&layers=control,boundaries,places");
        await visit.ReadyAsync();
        await OpenPopupAsync(visit, "36.84,40.07", "Nothing is known before the first claim, of", 30);
        await visit.Page.Locator(".map-credits a[data-to-day='2024-12-11']").ClickAsync();
        var popup = visit.Page.Locator(".map-popup");
        await Assertions.Expect(popup.Locator(".map-tag")).ToHaveTextAsync("over");
        await popup.GetByRole(AriaRole.Button, new() { Name = "Who held it on this date" }).ClickAsync();
        await Assertions.Expect(popup).ToContainTextAsync("since");
        await Assertions.Expect(popup.Locator(".map-tag")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_pop_up_and_the_card_of_an_event_stay_open_while_time_plays_and_say_over()
    {
        await using var visit = await product.VisitAsync("/?event=1002&window=1d");
        await visit.LiveAsync();
        var truth = visit.Page.Locator("[data-card='1002'] [data-truth]");
        await Assertions.Expect(truth).ToBeHiddenAsync();
        await OpenPopupAsync(visit, "36.586,37.044", "Abu Ahmad Zakour");
        var tag = visit.Page.Locator(".map-popup .map-tag").First;
        await Assertions.Expect(tag).ToBeHiddenAsync();
        await PlayUntilAsync(visit, async () =>
        {
            await Assertions.Expect(tag).ToHaveTextAsync("over");
            await Assertions.Expect(truth).ToContainTextAsync("over");
        });
        await Assertions.Expect(visit.Page.Locator(".map-popup")).ToBeVisibleAsync();

        await truth.GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(truth).ToBeHiddenAsync();
        await visit.Thumb.FocusAsync();
        await visit.Page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(truth).ToContainTextAsync("not yet");
        await Assertions.Expect(tag).ToHaveTextAsync("not yet");
        await Assertions.Expect(visit.Page.Locator("[data-card='1002']")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_event_of_early_January_is_faint_and_possible_on_each_of_its_days_and_solid_only_in_a_window_that_holds_them_all()
    {
        await using var site = await product.CopyAsync();
        await using var editor = await product.EditorAsync(site, "/desk/events/new");
        // No other explosion is recorded of these days, so that every count is this event's.
        await PublishAsync(editor.Page, "Depot blown up east of the town", "early January 2015", "34.9, 39.4");
        const string at = "34.9,39.4,10";
        await using var visit = await product.VisitAsync(site, $"/?date=2015-01-10&window=10d&at={at}&layers=events&types=explosion");
        await visit.LiveAsync();
        Assert.Equal((1, 0), (await visit.CertainAsync(), await visit.PossibleAsync()));
        var solid = await InkAsync(visit);
        await Assertions.Expect(visit.Page.Locator(".row .symbol-possible")).ToHaveCountAsync(0);

        await visit.Page.Locator("[data-window='1d']").ClickAsync();
        await visit.Thumb.FocusAsync();
        for (var day = 10; day >= 1; day--)
        {
            await Assertions.Expect(visit.Map).ToHaveAttributeAsync("data-date", $"2015-01-{day:00}");
            Assert.Equal((0, 1), (await visit.CertainAsync(), await visit.PossibleAsync()));
            Assert.InRange(await InkAsync(visit), 0.1, solid * 0.85);
            if (day > 1) { await visit.Page.Keyboard.PressAsync("ArrowLeft"); }
        }
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(visit.Page.Locator(".panel-summary")).ToHaveTextAsync("0 certain, 1 possible in this view");
        await Assertions.Expect(visit.Page.Locator(".row .symbol-possible")).ToHaveCountAsync(1);
        await Assertions.Expect(visit.Page.Locator("a.row-date")).ToContainTextAsync("between 1 Jan and 10 Jan");
        await visit.Page.Keyboard.PressAsync("Home");
        await Assertions.Expect(visit.Map).ToHaveAttributeAsync("data-possible", "0");
    }

    private static async Task PublishAsync(IPage page, string title, string date, string coordinates)
    {
        await page.Field("Type").SelectOptionAsync("explosion");
        await page.EnterAsync("Title", title);
        await page.EnterAsync("DateText", date);
        await page.EnterAsync("Coordinates", coordinates);
        await page.Field("Precision").SelectOptionAsync("exact");
        await page.Locator("[data-add=source]").ClickAsync();
        await page.EnterAsync("Claims[0].NewSource.Title", "A report");
        await page.EnterAsync("Claims[0].NewSource.Url", "https://example.org/report");
        await page.EnterAsync("Claims[0].Says", "A depot was blown up");
        await page.EnterAsync("Claims[0].ClaimantText", "local residents");
        await page.EnterAsync("Reason", "recorded");
        await page.Locator("[data-save=publish]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-saved]")).ToContainTextAsync("Published");
    }

    /// <summary>How dark the middle of the map is against its surroundings: 0 = as the ground, 1 = black on white.</summary>
    private static async Task<double> InkAsync(Visit visit)
    {
        await visit.WholeAsync();
        var box = (await visit.Map.BoundingBoxAsync())!;
        var (x, y) = ((float)(box.X + box.Width / 2), (float)(box.Y + box.Height / 2));
        var picture = await visit.Page.ScreenshotAsync(new() { Clip = new() { X = x - 40, Y = y - 40, Width = 80, Height = 80 } });
        return await visit.Page.EvaluateAsync<double>(
            """
            async png => {
              const bytes = Uint8Array.from(atob(png), letter => letter.charCodeAt(0));
              const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
              const canvas = new OffscreenCanvas(80, 80), context = canvas.getContext('2d');
              context.drawImage(picture, 0, 0);
              const light = (x, y, size) => {
                const { data } = context.getImageData(x, y, size, size);
                let sum = 0;
                for (let i = 0; i < data.length; i += 4) sum += data[i] + data[i + 1] + data[i + 2];
                return sum / (data.length / 4) / 765;
              };
              return light(1, 1, 6) - light(39, 39, 3);
            }
            """, Convert.ToBase64String(picture));
    }

    /// <summary>Plays until something is so, and stops.</summary>
    private static async Task PlayUntilAsync(Visit visit, Func<Task> isSo)
    {
        await visit.Page.Locator(".time-play").ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".time-play[data-playing]")).ToBeVisibleAsync();
        await isSo();
        await visit.Page.Locator(".time-play").ClickAsync();
        await Assertions.Expect(visit.Page.Locator(".time-play[data-playing]")).ToHaveCountAsync(0);
    }

    private static async Task OpenPopupAsync(Visit visit, string place, string says, float beside = 0)
    {
        var point = await PointOnScreenAsync(visit, place);
        await visit.Page.Mouse.ClickAsync(point.X + beside, point.Y + beside);
        await Assertions.Expect(visit.Page.Locator(".map-popup")).ToContainTextAsync(says);
    }

    /// <summary>Where "latitude,longitude" lies on the screen, by the view in the address and the web's Mercator.</summary>
    private static async Task<(float X, float Y)> PointOnScreenAsync(Visit visit, string place)
    {
        if (!visit.Page.Url.Contains("at=", StringComparison.Ordinal)) { await visit.Page.WaitForURLAsync(new Regex("[?&]at=")); }
        var at = Regex.Match(visit.Page.Url, "[?&]at=([^&]+)").Groups[1].Value.Split(',').Select(Number).ToArray();
        var of = place.Split(',').Select(Number).ToArray();
        var box = (await visit.Map.BoundingBoxAsync())!;
        var size = 256 * Math.Pow(2, at[2]);
        static double Up(double latitude) => Math.Asinh(Math.Tan(latitude * Math.PI / 180)) / (2 * Math.PI);
        return ((float)(box.X + box.Width / 2 + (of[1] - at[1]) / 360 * size), (float)(box.Y + box.Height / 2 - (Up(of[0]) - Up(at[0])) * size));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>All that a reader sees to be chosen, in one line.</summary>
    private static async Task<string> WhatIsShownAsync(Visit visit)
    {
        await Assertions.Expect(visit.Page.Locator("[data-card]")).ToBeVisibleAsync();
        return await visit.Page.EvaluateAsync<string>(
            """
            () => {
              const page = document.documentElement, map = document.querySelector('[data-map]'), query = new URLSearchParams(location.search);
              return [`${page.lang} ${page.dir}`, map.dataset.date, map.dataset.certain, map.dataset.possible, map.dataset.holders,
                query.get('layers'), query.get('types'), `chips: ${document.querySelectorAll('.chip').length}`,
                document.querySelector('.time-summary').textContent, document.querySelector('[data-card]').dataset.card,
                document.querySelector('[data-card] h2').textContent].join(' | ');
            }
            """);
    }
}
