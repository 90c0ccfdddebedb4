using System.Globalization;
using Map.Core.Events;
using Map.Core.Reading;
using Map.Core.Tests.Reading;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace Map.Browser.Tests;

/// <summary>
/// The five articles, pasted one after another into a product without events, until it holds the events that ship for them. Needs the texts, in the folder that
/// <c>MAP_ARTICLES</c> names; <c>tests/reading/articles-run/run</c> runs it and prints the table.
/// </summary>
[Collection(nameof(ThirdProduct))]
public class ArticleRunTests(Product product, ITestOutputHelper output)
{
    private const string Author = "the article's author";

    [Fact]
    public async Task The_five_articles_pasted_into_an_empty_database_yield_the_events_that_ship()
    {
        if (LabelledText.Articles() is not { } articles)
        {
            output.WriteLine("the five articles were not pasted: MAP_ARTICLES names no folder with their texts");
            return;
        }
        await using var site = await product.EmptyAsync();
        await using var editor = await product.EditorAsync(site, "/desk/read/new");
        var all = ExpectedEvent.All(Site.Root());
        var (steps, became) = (new List<RunStep>(), new Dictionary<long, long>());
        for (var i = 0; i < articles.Count; i++)
        {
            await editor.GoAsync("/desk/read/new");
            await editor.AtDeskAsync();
            steps.AddRange(await ReadAsync(editor.Page, articles[i], $"Article {i}", [.. all.Where(one => one.Article == i)], became));
        }

        foreach (var line in RunPlan.Table(steps)) { output.WriteLine(line); }
        await HoldSameAsync(site, all, became);
        Assert.All(steps, step => Assert.InRange(Math.Max(step.Single, step.Corrections), 0, RunPlan.MostCorrections));
        Assert.InRange(steps.Count(step => step.Proposal is null), 0, RunPlan.MostByHand);
        Assert.Empty(editor.Violations);
        Assert.Empty(editor.Errors);
    }

    private static async Task<IReadOnlyList<RunStep>> ReadAsync(IPage page, LabelledText article, string title, IReadOnlyList<ExpectedEvent> wanted, Dictionary<long, long> became)
    {
        await page.Locator("[data-add=source]").ClickAsync();
        await page.EnterAsync("NewSource.Title", title);
        await page.EnterAsync("NewSource.Author", Author);
        await page.EnterAsync("NewSource.Published", article.Published.Edtf);
        await Assertions.Expect(page.Locator("[data-understood]")).ToBeVisibleAsync();
        await page.EnterAsync("Text", article.Text);
        await page.Locator("[data-save=publish]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-proposal='0']")).ToBeFocusedAsync();

        // Which proposal is taken for which event; what is changed is counted from what the fields say and what is wanted.
        var readIn = new ReadIn(1, 1, article.Published, Author, RunPlan.Ground);
        var drafts = RepositoryFiles.Reader.Read(article.Text, article.Published).Drafts;
        Assert.Equal(drafts.Count, await page.Locator("[data-proposal]").CountAsync());
        var proposals = RunProposal.Of(drafts, readIn);
        var steps = RunPlan.Of(wanted, proposals);
        var added = drafts.Count;
        foreach (var step in steps.OrderByDescending(step => step.IsAnother))
        {
            ReadingKeys keys;
            var now = step.Proposal is { } at ? proposals[at].Answers : null;
            if (step.IsAnother)
            {
                await page.Locator($"[data-proposal='{step.Proposal}']").FocusAsync();
                await page.Keyboard.PressAsync("a");
                keys = new(page, added++);
                await Assertions.Expect(page.Field($"Events[{added - 1}].Type")).ToBeFocusedAsync();
            }
            else if (step.Proposal is { } proposal)
            {
                keys = new(page, proposal);
                await keys.OpenAsync();
            }
            else
            {
                keys = new(page, added++);
                now = await MarkAsync(page, step.Event, article, keys);
            }
            await keys.CorrectAsync(now!, step.Event);
            became[step.Event.Id] = await keys.AcceptAsync();
        }

        // What is left tells nothing that is wanted.
        var open = page.Locator("[data-proposal]:not([data-decision])");
        for (var left = await open.CountAsync(); left > 0; left--)
        {
            await open.First.FocusAsync();
            await page.Keyboard.PressAsync("Delete");
            await Assertions.Expect(open).ToHaveCountAsync(left - 1);
        }
        return steps;
    }

    /// <summary>No proposal tells it: its sentence is marked by keyboard and made an event.</summary>
    private static async Task<EventAnswers> MarkAsync(IPage page, ExpectedEvent one, LabelledText article, ReadingKeys keys)
    {
        await page.Locator("[data-proposal]").First.FocusAsync();
        await page.Keyboard.PressAsync("t");
        var text = page.Locator("[data-article-text]");
        await Assertions.Expect(text).ToBeFocusedAsync();
        var reading = RepositoryFiles.Reader.Read(article.Text, article.Published);
        var sentence = ArticleText.Of(article.Text).Sentences.First(it => one.IsToldIn(it.Start, it.End));
        foreach (var key in new[] { "ArrowUp", "ArrowDown" })
        {
            for (var presses = 0; presses < 200 && await MarkedAsync(page) is var marked && (key == "ArrowUp" ? marked > sentence.Start : marked < sentence.Start); presses++) { await page.Keyboard.PressAsync(key); }
        }
        Assert.Equal(sentence.Start, await MarkedAsync(page));
        await page.Keyboard.PressAsync("n");
        await Assertions.Expect(keys.Card.Locator("select").First).ToBeFocusedAsync();
        await page.EnterAsync($"Events[{await keys.Card.GetAttributeAsync("data-proposal")}].Title", one.Draft.Title);
        return EventAnswers.Of(ProposedEvent.Of(MarkedEvent.Of(article.Text, reading, sentence.Start, sentence.Length)!, new ReadIn(1, 1, article.Published, Author, RunPlan.Ground), _ => PlacePrecision.Exact));
    }

    private static Task<int> MarkedAsync(IPage page) => page.EvaluateAsync<int>("() => Number(getSelection().anchorNode?.parentElement?.closest('[data-in]')?.dataset.in ?? -1)");

    /// <summary>What stands in the tables is what ships: type, days, place, actors with their roles, figures; and every one of them is a draft.</summary>
    private static async Task HoldSameAsync(Site site, IReadOnlyList<ExpectedEvent> all, Dictionary<long, long> became)
    {
        await using var db = new SqliteConnection($"Data Source={site.DatabasePath};Mode=ReadOnly;Pooling=False");
        await db.OpenAsync();
        Assert.Equal([[$"{all.Count}", "draft"]], await RowsAsync(db, "SELECT COUNT(*), Status FROM Events GROUP BY Status"));
        foreach (var one in all)
        {
            var id = became[one.Id];
            var row = Assert.Single(await RowsAsync(db, $"SELECT e.Type, e.Edtf, COALESCE(p.Key, '') FROM Events e LEFT JOIN Places p ON p.Id = e.PlaceId WHERE e.Id = {id}"));
            var draft = new EventDraft
            {
                Type = row[0],
                DateText = row[1],
                PlaceKey = row[2],
                Actors = [.. (await RowsAsync(db, $"SELECT a.Key, ea.Role FROM EventActors ea JOIN Actors a ON a.Id = ea.ActorId WHERE ea.EventId = {id}")).Select(actor => new Map.Core.Events.DraftActor { ActorKey = actor[0], Role = actor[1] })],
                Figures = [.. (await RowsAsync(db, $"SELECT Kind, Low, Best, High FROM Figures WHERE EventId = {id}")).Select(figure => new DraftFigure { Kind = figure[0], Low = figure[1], Best = figure[2], High = figure[3] })],
            };
            var answers = EventAnswers.Of(draft);
            Assert.True(one.Answers.FieldsToChange(answers) is [], $"{one.Id}: {string.Join(", ", one.Answers.FieldsToChange(answers))} of {Words(answers)} is not {Words(one.Answers)}");
        }
    }

    private static string Words(EventAnswers answers) => $"{answers.Type} | {answers.Days} | {answers.Place} | {string.Join(", ", answers.Actors)} | {string.Join(", ", answers.Figures)}";

    private static async Task<List<string[]>> RowsAsync(SqliteConnection db, string question)
    {
        using var ask = db.CreateCommand();
        ask.CommandText = question;
        using var rows = await ask.ExecuteReaderAsync();
        var found = new List<string[]>();
        while (await rows.ReadAsync()) { found.Add([.. Enumerable.Range(0, rows.FieldCount).Select(i => Convert.ToString(rows.GetValue(i), CultureInfo.InvariantCulture) ?? "")]); }
        return found;
    }
}
