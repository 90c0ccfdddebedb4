using System.Net;
using Map.Core.Views;
using Map.Web.Data;
using Map.Web.Tests.Data;

namespace Map.Web.Tests.Print;

public class PrintNamedViewTests
{
    [Fact]
    public async Task A_named_view_is_printed_with_its_words_callouts_and_colours_and_without_what_it_leaves_out()
    {
        await using var host = await WebHost.StartSmallAsync();
        await host.Gate.RunAsync(TestDatabase.Request(), db =>
        {
            db.Views.AddRange(
                new ViewRow
                {
                    Key = "print77",
                    Slug = "idlib-2019",
                    Title = "Idlib <b>in winter</b>",
                    TitleAr = "إدلب في الشتاء",
                    Caption = "Two roads\nand a border.",
                    Date = "2019-01-10",
                    Window = "7d",
                    At = "36.2,36.9,9",
                    Layers = "control,places",
                    Unnamed = "azaz",
                    Colours = "hts=#2c7fb8",
                    Callouts = ViewLooks.Stored([new DraftCallout { At = "36.2, 36.9", Side = "right", Text = "The <i>crossing</i> of the two roads, where the convoy stood", TextAr = "المعبر" }]),
                    Status = "published",
                },
                new ViewRow { Key = "draft77", Title = "Secret draft", Status = "draft" });
            return Task.FromResult(true);
        });

        var page = new PrintedPage(await host.Http.GetStringAsync("print.svg?view=idlib-2019&fonts=named"));
        Assert.Equal(("Idlib <b>in winter</b>", "2019-01-10", "7d", "control,places"), (page.Title, page.Said("date"), page.Said("window"), page.Said("layers")));
        Assert.Contains("Two roads and a border.", page.Words, StringComparison.Ordinal);
        Assert.Contains("The <i>crossing</i> of the two", page.Part("callouts")!.Value, StringComparison.Ordinal);
        Assert.Contains("/v/idlib-2019", page.Notes, StringComparison.Ordinal);
        Assert.Contains("Saraqib", page.Part("names")!.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("Azaz", page.Part("names")!.Value, StringComparison.Ordinal);
        Assert.Contains(page.Root.Descendants(), part => (string?)part.Attribute("data-held") == "hts" && (string?)part.Attribute("fill") == "#2c7fb8");
        Assert.Null(page.Part("events")!.Elements().FirstOrDefault());

        // What the address says goes before the view; readers of Arabic have the Arabic words.
        var own = new PrintedPage(await host.Http.GetStringAsync("print.svg?view=print77&fonts=named&date=2019-01-09&lang=ar&caption=own"));
        Assert.Equal(("إدلب في الشتاء", "2019-01-09"), (own.Title, own.Said("date")));
        Assert.Contains("المعبر", own.Part("callouts")!.Value, StringComparison.Ordinal);
        Assert.Contains("own", own.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Two roads", own.Words, StringComparison.Ordinal);

        foreach (var none in new[] { "draft77", "none" })
        {
            var answer = await host.Http.GetAsync($"print.svg?view={none}");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.DoesNotContain("Secret", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }
}
