using Microsoft.Playwright;

namespace Map.Browser.Tests;

[Collection(nameof(Product))]
public class SlowLineTests(Product product)
{
    /// <summary>Fields of both forms that the server writes differently from how they were typed, and some that it leaves alone.</summary>
    public static TheoryData<string, string, string, string, string?> Fields => new()
    {
        { "/desk/events/new", "Title", "Convoy stopped", " near Azaz", null },
        { "/desk/events/new", "Description", "First line", "\nand what came after it", null },
        { "/desk/events/new", "DateText", "6 May", " 2014", null },
        { "/desk/events/new", "DateAnchor", "8 May 2014", " or a day later", null },
        { "/desk/events/new", "PlaceName", "Azaz ", "and a village near it", "Azaz and a village near it" },
        { "/desk/control/new", "Lines[0].Holders", "4", " + 8", "SNA + Türkiye" },
        { "/desk/control/new", "Lines[0].DateText", "9 December", " 2024", null },
        { "/desk/control/new", "Lines[0].Quote", "the town", " and its bridge", null },
        { "/desk/zones/new", "Series.Method", "Drawn by hand", " along roads", null },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task What_is_typed_before_a_late_answer_comes_stands_in_field_draft_and_record(string form, string path, string handedOver, string typedSince, string? tidied)
    {
        await using var visit = await product.VisitAsync("/account/sign-in");
        var line = await SlowLine.LayAsync(visit.Page);
        var page = visit.Page;
        await visit.SignInAsync(form);
        await visit.DiscardRestoredAsync();
        var field = page.Field(path);

        line.Hold();
        await field.PressSequentiallyAsync(handedOver);
        // Left and come back to, as with Tab and Shift+Tab: the browser hands the field over.
        await field.BlurAsync();
        await field.FocusAsync();
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.TypeAsync(typedSince);
        // The server has heard it and answered.
        await line.Answered;
        line.Release();
        await Assertions.Expect(page.Locator(".desk-kept")).Not.ToBeEmptyAsync();
        await Assertions.Expect(field).ToHaveValueAsync(handedOver + typedSince);
        await page.WaitForFunctionAsync("words => Object.values(localStorage).some(kept => kept.includes(JSON.stringify(words).slice(1, -1)))", handedOver + typedSince);
        await Assertions.Expect(field).ToHaveValueAsync(handedOver + typedSince);

        await field.BlurAsync();
        await Assertions.Expect(field).ToHaveValueAsync(tidied ?? handedOver + typedSince);
        await page.ReloadAsync();
        await visit.AtDeskAsync();
        await Assertions.Expect(field).ToHaveValueAsync(tidied ?? handedOver + typedSince);
    }
}
