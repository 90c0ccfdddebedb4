using Microsoft.Playwright;

namespace Map.Browser.Tests;

/// <summary>One form, open for all kinds of bad input.</summary>
public sealed class OpenForm(Product product) : IAsyncLifetime
{
    private Visit visit = null!;

    internal IPage Page => visit.Page;

    public async Task InitializeAsync()
    {
        visit = await product.EditorAsync(product.Site, "/desk/events/new");
        await Page.EnterAsync("DateText", "19 December 2023");
        await Page.Locator("[data-add=figure]").ClickAsync();
        await Page.Locator("[data-add=source]").ClickAsync();
        await Page.Field("Claims[0].NewSource.Title").WaitForAsync();
    }

    public async Task DisposeAsync() => await visit.DisposeAsync();
}

[Collection(nameof(SecondProduct))]
public class BadInputTests(Product product, OpenForm form) : IClassFixture<OpenForm>
{
    /// <summary>Kind, the field's path, what is typed, and what the message at the field must name.</summary>
    public static TheoryData<string, string, string, string> Kinds => new()
    {
        { "a title without letters", "Title", "12345", "“12345” has no letters" },
        { "an Arabic title in the English field", "Title", "توقيف رتل", "in Arabic letters" },
        { "a title longer than any line", "Title", new string('a', 201), "201 characters" },
        { "a character that turns the reading direction", "Title", "Convoy \u202Edeppots", "U+202E" },
        { "a control character", "Title", "Convoy\u0007 stopped", "U+0007" },
        { "an Arabic title in Latin letters", "TitleAr", "tawqif ratl", "no Arabic letters" },
        { "a date that is no date", "DateText", "soonish", "soonish" },
        { "no date", "DateText", " ", "No date is given" },
        { "a day that no month has", "DateText", "2018-02-30", "2018-02-30" },
        { "a month that no year has", "DateText", "2018-13", "2018-13" },
        { "an interval that ends before it starts", "DateText", "2018-03-05/2018-01-01", "2018-03-05" },
        { "a date that has not come yet", "DateText", "2999-01-01", "has not come yet" },
        { "a date before this map's time", "DateText", "3 May 1850", "before 1900" },
        { "a date that can be read two ways", "DateText", "8/10/2017", "can mean" },
        { "a relative date with nothing to count from", "DateText", "last summer", "last summer" },
        { "an unclosed EDTF set", "DateText", "[2018-01-01..2018-01-10", "[2018-01-01..2018-01-10" },
        { "words for what dates are counted from", "DateAnchor", "whenever", "whenever" },
        { "a latitude beyond the pole", "Coordinates", "91, 37", "91" },
        { "a longitude beyond the world", "Coordinates", "36, 191", "191" },
        { "half a position", "Coordinates", "35.7", "35.7" },
        { "sixty-one minutes", "Coordinates", "35°61'N 37°10'E", "61" },
        { "swapped latitude and longitude", "Coordinates", "38.2, 36.1", "look swapped" },
        { "the point that stands for a missing position", "Coordinates", "0, 0", "Atlantic" },
        { "words for a position", "Coordinates", "near the mill", "near the mill" },
        { "an address without a position", "Coordinates", "https://example.org/", "holds no position" },
        { "infinity as a coordinate", "Coordinates", "1e999, 37", "1e999" },
        { "a figure in words", "Figures[0].Best", "many", "“many” is not a whole number" },
        { "a figure below zero", "Figures[0].Best", "-3", "-3" },
        { "half a person", "Figures[0].Best", "1.5", "“1.5” is not a whole number" },
        { "a figure beyond all bounds", "Figures[0].Best", "99999999999", "99999999999" },
        { "a description longer than is kept", "Description", new string('b', 102_401), "102,401 characters" },
        { "a quotation longer than is kept", "Claims[0].Quote", new string('c', 2_001), "2,001 characters" },
        { "a claim said before its event", "Claims[0].SaidOn", "2019-05-01", "before the event" },
        { "a claim said on no day", "Claims[0].SaidOn", "2019-02-31", "2019-02-31" },
        { "a claim's date that is none", "Claims[0].When", "the other day", "“other” is not understood" },
        { "a distance in words", "Claims[0].RadiusKm", "far", "“far” is not a distance" },
        { "a distance of nothing", "Claims[0].RadiusKm", "0", "“0” is not a distance" },
        { "a distance from no place", "Claims[0].RadiusKm", "15", "needs a place" },
        { "a script for an address", "Claims[0].NewSource.Url", "javascript:alert(1)", "begins with javascript:" },
        { "half an address", "Claims[0].NewSource.Url", "example.org/a", "not a whole address" },
        { "an address with a password in it", "Claims[0].NewSource.Url", "https://me:secret@example.org/", "user name or password" },
        { "a language by its name", "Claims[0].NewSource.Language", "Arabic", "not a language code" },
        { "a publication date that is none", "Claims[0].NewSource.Published", "yesterdayish", "yesterdayish" },
        { "a source without a title", "Claims[0].NewSource.Title", " ", "no title" },
        { "nobody who says it", "Claims[0].ClaimantText", " ", "Nobody is named" },
        { "a claim that says nothing", "Claims[0].Says", " ", "is empty" },
        { "a reason longer than any line", "Reason", new string('d', 1_001), "1,001 characters" },
    };

    [Theory, MemberData(nameof(Kinds))]
    public async Task Bad_input_is_refused_at_its_field(string kind, string path, string typed, string names)
    {
        var page = form.Page;
        var before = await page.Field(path).InputValueAsync();
        if (typed == before) { await page.EnterAsync(path, typed + "x"); }
        await page.EnterAsync(path, typed);

        await Assertions.Expect(page.Problem(path)).ToContainTextAsync(names);
        Assert.True(await page.Field(path).GetAttributeAsync("aria-invalid") == "true", kind);
        await page.EnterAsync(path, before);
    }

    [Fact]
    public async Task A_text_too_long_to_be_sent_is_refused_in_words_and_a_long_one_arrives_whole()
    {
        await using var site = await product.CopyAsync();
        await using var visit = await product.EditorAsync(site, "/desk/events/new");
        var page = visit.Page;
        await page.EnterAsync("Description", new string('e', 130_000));
        await Assertions.Expect(page.Locator("#f-description-too-long")).ToContainTextAsync("130,002 bytes");
        await page.Locator("[data-save=draft]").ClickAsync();
        await Assertions.Expect(page.Field("Description")).ToBeFocusedAsync();
        await Assertions.Expect(page.Locator("[data-saved]")).ToHaveCountAsync(0);

        await page.EnterAsync("Description", new string('f', 102_500));
        await Assertions.Expect(page.Locator("#f-description-too-long")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Problem("Description")).ToContainTextAsync("102,500 characters");
    }

    [Fact]
    public async Task An_empty_form_is_published_nowhere_and_the_keyboard_lands_in_the_first_gap()
    {
        await using var visit = await product.EditorAsync(product.Site, "/desk/events/new");
        await visit.Page.Keyboard.PressAsync("Control+Enter");
        await Assertions.Expect(visit.Page.Field("Type")).ToBeFocusedAsync();
        foreach (var (path, words) in new[] { ("Type", "Choose what kind"), ("Title", "The title is empty"), ("DateText", "No date is given"), ("PlaceName", "No place is given") })
        {
            await Assertions.Expect(visit.Page.Problem(path)).ToContainTextAsync(words);
        }
        await Assertions.Expect(visit.Page.GetByText("Nothing is published without a source.")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator(".desk-count")).ToContainTextAsync("5 fields to correct");
        Assert.Empty(visit.Violations);
    }
}
