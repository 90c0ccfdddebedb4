using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Map.Browser.Tests;

/// <summary>What is said of time, to eyes and to screen readers, and the keys that move it.</summary>
[Collection(nameof(Product))]
public class TimeWordsTests(Product product)
{
    /// <summary>Counts what each live region of the page is given to say.</summary>
    private static async Task Listen(Visit visit) => await visit.Page.EvaluateAsync("""
        () => {
          window.said = [];
          new MutationObserver(changes => {
            const spoken = new Set();
            for (const { target } of changes) {
              const region = (target instanceof Element ? target : target.parentElement)?.closest('[role=status], [role=alert], [aria-live]');
              if (region && region.textContent.trim() !== '') spoken.add(region);
            }
            for (const region of spoken) window.said.push(region.textContent.trim());
          }).observe(document.body, { childList: true, characterData: true, subtree: true });
        }
        """);

    private static Task<string[]> Said(Visit visit) => visit.Page.EvaluateAsync<string[]>("() => window.said");

    [Fact]
    public async Task After_keys_in_a_row_one_sentence_says_the_date_the_events_and_where_control_changed()
    {
        await using var visit = await product.VisitAsync("/?date=2019-10-01&window=30d&at=35.9,36.9,8");
        await visit.LiveAsync();
        await visit.Thumb.FocusAsync();
        await Listen(visit);
        for (var press = 0; press < 3; press++) { await visit.Page.Keyboard.PressAsync("Shift+ArrowRight"); }
        var sentence = new Regex("^22 October 2019: \\d+ events(, \\d+ possible)?; control of \\d+ places? changed$");
        await Assertions.Expect(visit.Page.Locator("[data-said]")).ToHaveTextAsync(sentence);
        var words = await visit.Page.Locator(".time-count").TextContentAsync();
        await Assertions.Expect(visit.Page.Locator("[data-said]")).ToContainTextAsync(words!);
        await visit.Page.WaitForURLAsync(new Regex("date=2019-10-22"));
        Assert.Matches(sentence, Assert.Single(await Said(visit)));
    }

    [Fact]
    public async Task A_drag_is_one_sentence_when_the_finger_lifts_in_Arabic_too()
    {
        await using var visit = await product.VisitAsync("/?date=2018-06-01&window=all&lang=ar");
        await visit.LiveAsync();
        var thumb = (await visit.Thumb.BoundingBoxAsync())!;
        await Listen(visit);
        await visit.Page.Mouse.MoveAsync(thumb.X + thumb.Width / 2, thumb.Y + thumb.Height / 2);
        await visit.Page.Mouse.DownAsync();
        await visit.Page.Mouse.MoveAsync(thumb.X + 200, thumb.Y + thumb.Height / 2, new() { Steps = 30 });
        Assert.Empty(await Said(visit));
        await visit.Page.Mouse.UpAsync();
        await Assertions.Expect(visit.Page.Locator("[data-said]")).ToHaveTextAsync(new Regex("^\\d+ .+ 20\\d\\d: .*(حدث|أحداث).*؛ تغيّرت السيطرة على "));
        Assert.Single(await Said(visit));
    }

    [Fact]
    public async Task The_keys_of_time_work_on_every_control()
    {
        string[] controls = [".time-play", ".time-step >> nth=0", ".time-words", "[data-window='7d']", "[data-window-other]", ".time-by-change", ".time-zoom-button >> nth=1", ".map-button >> nth=0", "[data-date-slider]"];
        await using var visit = await product.VisitAsync("/?date=2019-11-01&window=30d");
        await visit.ReadyAsync();
        foreach (var control in controls)
        {
            await Press(control, "ArrowRight", "2019-11-02");
            await Press(control, "ArrowLeft", "2019-11-01");
            await Press(control, "Shift+ArrowRight", "2019-11-08");
            await Press(control, "[", "2019-11-07");
            await Press(control, "]", "2019-11-08");
            await Press(control, "PageDown", "2019-10-09");
            await Press(control, "PageUp", "2019-11-08");
            await Press(control, "Shift+ArrowLeft", "2019-11-01");
        }
        var last = controls[^1];
        await Press(last, "End", "2024-12-11");
        await Press(last, "]", "2024-12-11");
        await Press(last, "ArrowRight", "2024-12-11");
        await Press(last, "Home", null);
        await Assertions.Expect(visit.Thumb).ToHaveAttributeAsync("aria-valuenow", (await visit.Thumb.GetAttributeAsync("aria-valuemin"))!);
        await Press(last, "[", null);
        await Press(last, "ArrowLeft", null);
        Assert.Empty(visit.Errors);

        async Task Press(string control, string key, string? day)
        {
            await visit.Page.Locator(control).FocusAsync();
            await visit.Page.Keyboard.PressAsync(key);
            if (day is not null) { await Assertions.Expect(visit.Map).ToHaveAttributeAsync("data-date", day); }
        }
    }

    [Fact]
    public async Task Space_plays_and_pauses_and_Escape_stops()
    {
        await using var visit = await product.VisitAsync("/?date=2019-11-01&window=30d");
        await visit.ReadyAsync();
        var playing = visit.Page.Locator(".time-play[data-playing]");
        await visit.Thumb.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Space");
        await Assertions.Expect(playing).ToHaveCountAsync(1);
        await visit.Page.Keyboard.PressAsync("Space");
        await Assertions.Expect(playing).ToHaveCountAsync(0);
        await visit.Page.Locator(".time-play").PressAsync("Space");
        await Assertions.Expect(playing).ToHaveCountAsync(1);
        await visit.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(playing).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_question_mark_lists_the_keys_and_no_key_moves_time_behind_the_list()
    {
        await using var visit = await product.VisitAsync("/?date=2019-11-01&window=30d");
        await visit.ReadyAsync();
        await visit.Thumb.FocusAsync();
        await visit.Page.Keyboard.PressAsync("?");
        var list = visit.Page.GetByRole(AriaRole.Dialog, new() { Name = "Keys" });
        await Assertions.Expect(list).ToContainTextAsync("the change before, after, in this view");
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await visit.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(list).ToBeHiddenAsync();
        await Assertions.Expect(visit.Thumb).ToBeFocusedAsync();
        Assert.Equal("2019-11-01", await visit.DateAsync());
    }

    [Theory]
    [InlineData("input[role=combobox]", null)]
    [InlineData(".time-entry .time-field", ".time-words")]
    [InlineData(".time-choice-window .time-field", "[data-window-other]")]
    public async Task No_key_moves_time_while_somebody_types(string field, string? opener)
    {
        await using var visit = await product.VisitAsync("/?date=2019-11-01&window=30d");
        await visit.LiveAsync();
        if (opener is not null) { await visit.Page.Locator(opener).ClickAsync(); }
        var input = visit.Page.Locator(field).First;
        await input.FillAsync("ab");
        foreach (var key in new[] { "ArrowLeft", "Home", "End", "[", "]", "Space", "PageUp" }) { await visit.Page.Keyboard.PressAsync(key); }
        await Assertions.Expect(input).ToHaveValueAsync("ab[] ");
        await visit.WholeAsync();
        Assert.Equal("2019-11-01", await visit.DateAsync());
        await Assertions.Expect(visit.Page.Locator(".time-play[data-playing]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Two_embeds_on_one_page_do_not_share_key_presses()
    {
        string Frame(string name) => $"<iframe title=\"{name}\" src=\"{product.Site.Address}embed?date=2019-11-01\" width=\"640\" height=\"420\"></iframe>";
        await using var host = await HostPage.ServeAsync(Frame("one") + Frame("two"));
        await using var visit = await product.StrangerAsync(host.Address, 800, 950);
        await visit.GoAsync("");
        ILocator In(string name, string part) => visit.Page.FrameLocator($"iframe[title='{name}']").Locator(part);
        foreach (var name in new[] { "one", "two" }) { await In(name, "[data-map][data-ready='true']").WaitForAsync(new() { State = WaitForSelectorState.Attached }); }
        await In("one", "[data-date-slider]").FocusAsync();
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await visit.Page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(In("one", "[data-map]")).ToHaveAttributeAsync("data-date", "2019-11-03");
        await Assertions.Expect(In("two", "[data-map]")).ToHaveAttributeAsync("data-date", "2019-11-01");
        await In("two", "[data-date-slider]").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Space");
        await Assertions.Expect(In("two", ".time-play[data-playing]")).ToHaveCountAsync(1);
        await Assertions.Expect(In("one", ".time-play[data-playing]")).ToHaveCountAsync(0);
        await Assertions.Expect(In("one", "[data-map]")).ToHaveAttributeAsync("data-date", "2019-11-03");
    }

    [Theory]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("America/Los_Angeles")]
    [InlineData("Asia/Damascus")]
    public async Task A_month_reads_as_that_month_in_every_time_zone(string zone)
    {
        await using var visit = await product.VisitAsync("/?date=2017-01-31&window=1d&types=politics&at=35.0,38.5,7", options: new() { TimezoneId = zone });
        await visit.LiveAsync();
        var row = visit.Page.Locator("[data-event='5001']");
        await Assertions.Expect(row.Locator("xpath=..")).ToContainTextAsync("January 2017");
        await row.ClickAsync();
        var card = visit.Page.Locator("[data-card]");
        await Assertions.Expect(card).ToContainTextAsync("January 2017");
        await Assertions.Expect(visit.Page.Locator(".time-words")).ToHaveTextAsync("31 January 2017");
        await Assertions.Expect(visit.Map).ToHaveAttributeAsync("data-date", "2017-01-31");
        await Assertions.Expect(visit.Thumb).ToHaveAttributeAsync("aria-valuetext", new Regex("^31 January 2017"));
        Assert.DoesNotMatch("\\b1 January 2017|31 December 2016", await card.InnerTextAsync());
    }

    [Fact]
    public async Task Events_without_a_place_and_events_that_last_stay_in_the_list_and_the_count()
    {
        await using var visit = await product.VisitAsync("/?date=2023-12-20&window=7d&at=36.2,37.15,13&types=statement");
        await visit.LiveAsync();
        await Assertions.Expect(visit.Page.Locator("[data-event='1003']")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator(".time-count")).ToHaveTextAsync(new Regex("^[1-9]"));

        await using var lasting = await product.VisitAsync("/?date=2017-12-15&window=1d&at=35.8,36.6,9&types=clash");
        await lasting.LiveAsync();
        await Assertions.Expect(lasting.Page.Locator("[data-event='4001']")).ToBeVisibleAsync();
    }
}
