using Microsoft.Playwright;

namespace Map.Browser.Tests;

/// <summary>Every form of the desk, left when its server was killed.</summary>
[Collection(nameof(SecondProduct))]
public class LostNothingTests(Product product)
{
    private static readonly string[] Forms = ["/desk/events/new", "/desk/control/new", "/desk/sources/new", "/desk/places/new", "/desk/actors/new", "/desk/zones/new", "/desk/read/new"];

    /// <summary>Fields that take words, as a reader of the page sees them.</summary>
    private const string Fields = "[data-live='true'] :is(input:not([type]), input[type=text], input[type=url], textarea)[name]:visible:not([readonly]):not([disabled])";

    /// <summary>What stands in the form, without what belongs to a map shown in it.</summary>
    private const string Values = "() => Object.fromEntries([...document.querySelectorAll(\"[data-live='true'] :is(input:not([type=hidden], [type=file]), textarea, select)[name]:not([data-map] *)\")].map(it => [it.name, it.type === 'checkbox' || it.type === 'radio' ? String(it.checked) : it.value]))";

    [Fact]
    public async Task What_stands_in_every_field_of_every_form_comes_back_after_the_server_was_killed_in_the_middle()
    {
        var site = await product.CopyAsync();
        try
        {
            await using var editor = await product.EditorAsync(site, Forms[0]);
            var open = new List<(string Form, IPage Page, Dictionary<string, string> Before)>();
            foreach (var form in Forms)
            {
                var page = form == Forms[0] ? editor.Page : await editor.Page.Context.NewPageAsync();
                if (form != Forms[0]) { await page.GotoAsync(new Uri(site.Address, form).ToString()); }
                await page.Locator("[data-live='true']").First.WaitForAsync();
                foreach (var closed in await page.Locator("[data-live='true'] details:not([open]) > summary").AllAsync()) { await closed.ClickAsync(); }
                var fields = await page.Locator(Fields).AllAsync();
                Assert.NotEmpty(fields);
                foreach (var field in fields)
                {
                    // A date, an address and a number keep what can be read in them and what cannot.
                    await field.FillAsync($"typed {await field.GetAttributeAsync("name")}, بكلماتها 🕊");
                }
                // Nobody has left the last field yet when the server goes.
                var last = await fields[^1].GetAttributeAsync("name") ?? "";
                await fields[^1].PressSequentiallyAsync(" and on");
                await page.WaitForFunctionAsync("words => Object.values(localStorage).some(kept => kept.includes(words))", $"typed {last}, بكلماتها 🕊 and on");
                open.Add((form, page, await page.EvaluateAsync<Dictionary<string, string>>(Values)));
            }

            await site.DisposeAsync();
            site = await Site.StartAsync(site.DataFolder, port: site.Address.Port);
            foreach (var (form, page, before) in open)
            {
                await page.GotoAsync(page.Url);
                await page.Locator("[data-live='true']").First.WaitForAsync();
                await Assertions.Expect(page.Locator("[data-restored]")).ToBeVisibleAsync();
                var after = await page.EvaluateAsync<Dictionary<string, string>>(Values);
                foreach (var (name, value) in before)
                {
                    Assert.True(after.TryGetValue(name, out var kept) && kept == value, $"{form} {name}: “{value}” came back as “{(after.TryGetValue(name, out var other) ? other : "nothing")}”");
                }
            }
        }
        finally
        {
            await site.DisposeAsync();
        }
    }
}
