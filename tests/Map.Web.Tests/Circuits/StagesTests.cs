using System.Net;
using System.Text.RegularExpressions;
using Map.Web.Tests.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Map.Web.Tests.Circuits;

/// <summary>Something fails that nobody thought of, in each stage of the life of a part of a page: it stays in that page, is said there without the inside of the server, and every other page goes on.</summary>
public partial class StagesTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_part_of_a_page_that_fails_in_any_stage_of_its_life_takes_that_page_alone_with_it()
    {
        await using var host = await WebHost.StartSmallAsync(services: all => all.AddScoped<IComponentActivator, FailingTable.Activator>());
        await Identities.AddAsync(host);
        using var admin = await Identities.OpenAsync(host, "admin");
        // Of the same person, on the same page.
        await using var other = await RawCircuit.OpenAsync(host, admin, "desk/people");
        var button = await other.FindAsync(it => it.Attributes.ContainsKey("data-failing"));
        var told = new List<string>();
        foreach (var stage in FailingTable.Stages)
        {
            await using var page = await RawCircuit.OpenAsync(host, admin, $"desk/people?fail={stage}");
            await DoAsync(page, stage);
            // A script that asks is answered no, and the page stands; anything else ends it in words.
            var isOver = stage != "CalledBack";
            await page.UntilAsync(it => isOver ? it.Fallen is not null : it.Heard.Any(said => said.StartsWith("refused", StringComparison.Ordinal)));
            Assert.True(page.Fallen is not null == isOver, stage);
            Assert.All(page.Heard, said => Assert.DoesNotContain(FailingTable.Words, said, StringComparison.Ordinal));
            Assert.All(page.Batches, drawn => Assert.DoesNotContain(FailingTable.Words, drawn.Words(), StringComparison.Ordinal));
            told.Add(page.Fallen ?? "refused");

            var answered = other.Answers;
            await other.ClickAsync(button);
            await other.UntilAsync(it => it.Answers > answered);
            Assert.Null(other.Fallen);
        }
        output.WriteLine($"» B7 {FailingTable.Stages.Count} stages, {told.Count(it => it != "refused")} pages ended in one sentence, 1 call refused, the other page answered after each; said: {string.Join(" / ", told.Distinct())}");
    }

    [Fact]
    public async Task A_first_answer_that_fails_is_a_plain_page_with_a_number_and_the_next_one_is_whole()
    {
        await using var host = await WebHost.StartSmallAsync(services: all => all.AddScoped<IComponentActivator, FailingTable.Activator>());
        await Identities.AddAsync(host);
        using var admin = await Identities.OpenAsync(host, "admin");
        foreach (var stage in new[] { "OnInitialized", "OnInitializedLater", "OnParametersSet", "BuildRenderTree" })
        {
            using var answer = await admin.GetAsync($"desk/people?fail=first-{stage}");
            var words = await answer.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
            Assert.Matches("The fault is written down under \\S+\\.", words);
            Assert.DoesNotContain(FailingTable.Words, words, StringComparison.Ordinal);
            Assert.Contains("<table", await admin.GetStringAsync("desk/people"), StringComparison.Ordinal);
        }
    }

    private static async Task DoAsync(RawCircuit page, string stage)
    {
        switch (stage)
        {
            case "OnClick" or "OnClickLater" or "ThrownOutside":
                await page.ClickAsync(await page.FindAsync(it => it.Attributes.ContainsKey("data-failing")));
                break;
            case "DisposeAsync":
                await page.FindAsync(it => it.Attributes.ContainsKey("data-failing"));
                await page.LeaveAsync();
                break;
            case "CalledBack":
                await page.UntilAsync(it => it.Heard.Any(asked => asked.Contains(FailingTable.Handed, StringComparison.Ordinal)));
                var table = Number().Match(page.Heard.First(asked => asked.Contains(FailingTable.Handed, StringComparison.Ordinal))).Groups[1].Value;
                await page.CallAsync(long.Parse(table, System.Globalization.CultureInfo.InvariantCulture), nameof(FailingTable.CalledBack), "[]");
                break;
        }
    }

    [GeneratedRegex("\"__dotNetObject\":(\\d+)")]
    private static partial Regex Number();
}
