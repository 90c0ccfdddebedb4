using Map.Core.Events;
using Map.Core.Reading;
using Xunit.Abstractions;

namespace Map.Core.Tests.Reading;

/// <summary>What the reader's proposals are worth to somebody who wants the shipped events of the five articles; the same is done by keyboard in <c>tests/reading/articles-run</c>.</summary>
public class ArticleProposalsTests(ITestOutputHelper output)
{
    [Fact]
    public void The_events_of_the_five_articles_come_out_of_their_proposals()
    {
        if (LabelledText.Articles() is not { } articles)
        {
            output.WriteLine("the 5 articles: not read, MAP_ARTICLES names no folder with their texts");
            return;
        }

        var all = ExpectedEvent.All(RepositoryFiles.Path());
        var steps = new List<RunStep>();
        for (var i = 0; i < articles.Count; i++)
        {
            var (article, index) = (articles[i], i);
            var readIn = new ReadIn(1, 1, article.Published, "the article's author", RunPlan.Ground);
            var reading = RepositoryFiles.Reader.Read(article.Text, article.Published);
            var proposals = RunProposal.Of(reading.Drafts, readIn);
            var found = RunPlan.Of([.. all.Where(one => one.Article == index)], proposals);
            steps.AddRange(found);
            if (Environment.GetEnvironmentVariable("MAP_READING_MISTAKES") is { Length: > 0 })
            {
                foreach (var one in found)
                {
                    output.WriteLine($"{one.Event.Id} {string.Join(", ", one.Fields)}\n   wanted {Words(one.Event.Answers)}");
                    foreach (var proposal in proposals.Where(proposal => one.Event.IsToldIn(proposal.Start, proposal.End)))
                    {
                        output.WriteLine($"   found  {Words(proposal.Answers)}\n      “{article.Text[proposal.Start..proposal.End].ReplaceLineEndings(" ")}”");
                    }
                }
            }
        }

        foreach (var line in RunPlan.Table(steps))
        {
            output.WriteLine(line);
        }

        Assert.InRange(steps.Count(step => step.Proposal is null), 0, RunPlan.MostByHand);
        Assert.All(steps, step => Assert.InRange(Math.Max(step.Single, step.Corrections), 0, RunPlan.MostCorrections));
    }

    private static string Words(EventAnswers answers) => $"{answers.Type} | {answers.Days} | {answers.Place} | {string.Join(", ", answers.Actors)} | {string.Join(", ", answers.Figures)}";
}
