using Microsoft.Playwright;

namespace Map.Browser.Tests;

[Collection(nameof(SecondProduct))]
public class ActorDeskTests(Product product)
{
    [Fact]
    public async Task An_actor_named_in_an_events_form_is_recorded_by_keyboard_alone_and_found_there_and_in_the_list()
    {
        await using var site = await product.CopyAsync();
        await using var editor = await product.EditorAsync(site, "/desk/events/new");
        var page = editor.Page;
        await page.Locator("[data-add=actor]").PressAsync("Enter");
        await Assertions.Expect(page.Locator("#f-actor-add")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Free Brigades of Azaz");
        await Assertions.Expect(page.Locator("[data-record-actor]")).ToHaveTextAsync("Record “Free Brigades of Azaz” as an actor");
        var address = await page.Locator("[data-record-actor]").GetAttributeAsync("href");

        await using var other = await product.EditorAsync(site, address!);
        var form = other.Page;
        Task PressAsync(string key) => form.Keyboard.PressAsync(key);
        async Task InAsync(string field) => await Assertions.Expect(form.Locator("#f-" + field)).ToBeFocusedAsync();
        await Assertions.Expect(form.Field("Name")).ToHaveValueAsync("Free Brigades of Azaz");
        await Assertions.Expect(form.Field("Key")).ToHaveValueAsync("free-brigades-of-azaz");
        await form.Field("NameAr").FocusAsync();
        await form.Keyboard.TypeAsync("ألوية أعزاز الحرة");
        await PressAsync("Tab");
        await PressAsync("f");
        await PressAsync("Tab");
        await PressAsync("Tab");
        await form.Keyboard.TypeAsync("2017/2019");
        await form.Locator("[data-add=name]").FocusAsync();
        await PressAsync("Enter");
        await InAsync("names-0-name");
        await form.Keyboard.TypeAsync("Liwa Azaz");
        await form.Locator("[data-add=relation]").FocusAsync();
        await PressAsync("Enter");
        await InAsync("relations-0-kind");
        await form.Keyboard.TypeAsync("part");
        await PressAsync("Tab");
        await form.Keyboard.TypeAsync("Syrian National");
        await Assertions.Expect(form.Locator("#f-relations-0-toname-list [role=option][aria-selected=true]")).ToContainTextAsync("Syrian National Army");
        await PressAsync("Enter");
        await PressAsync("Tab");
        await InAsync("relations-0-datetext");
        await form.Keyboard.TypeAsync("summer 2018");
        await form.Locator("#f-relations-0-sourceid").FocusAsync();
        await form.Keyboard.TypeAsync("Fall of Damascus");
        await Assertions.Expect(form.Locator("#f-relations-0-sourceid-list [role=option][aria-selected=true]")).ToContainTextAsync("Fall of Damascus");
        await PressAsync("Enter");
        await Assertions.Expect(form.Locator("[data-relation='0'] .actor-relation-said")).ToContainTextAsync("part of Syrian National Army · summer 2018");
        await Assertions.Expect(form.Locator(".desk-problem")).ToHaveCountAsync(0);
        await PressAsync("Control+Enter");

        await Assertions.Expect(form.Locator("[data-saved]")).ToBeVisibleAsync();
        await Assertions.Expect(form.Locator("h1")).ToHaveTextAsync("Free Brigades of Azaz");
        await Assertions.Expect(form.Field("Kind")).ToHaveValueAsync("force");
        await Assertions.Expect(form.Field("Names[0].Name")).ToHaveValueAsync("Liwa Azaz");
        Assert.Empty(other.Violations);
        Assert.Empty(other.Errors);

        // Whoever was typing it into an event finds it now, by its other name too.
        await page.ChooseAsync("f-actor-add", "Liwa Azaz", "Free Brigades of Azaz");
        await Assertions.Expect(page.Locator(".desk-chip-name")).ToHaveTextAsync("Free Brigades of Azaz");
        await other.GoAsync("/desk/actors");
        await other.AtDeskAsync();
        await form.Locator("[data-filter=words]").FillAsync("اعزاز الحره");
        await Assertions.Expect(form.Locator(".event-cell a")).ToHaveTextAsync(["Free Brigades of Azaz"]);
    }
}
