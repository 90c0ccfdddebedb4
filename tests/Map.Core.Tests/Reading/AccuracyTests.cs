using Xunit.Abstractions;

namespace Map.Core.Tests.Reading;

/// <summary>
/// Precision and recall of the reader on the labels of <c>tests/reading</c>. The five articles are measured where <c>MAP_ARTICLES</c> names their folder;
/// set <c>MAP_READING_MISTAKES</c> to have every mistake printed.
/// </summary>
public class AccuracyTests(ITestOutputHelper output)
{
    /// <summary>What must not be fallen short of: the kind, its least precision, its least recall.</summary>
    private static readonly (string Kind, double Precision, double Recall)[] Bars =
    [
        ("places", 0.97, 0.97), ("dates found", 0.97, 0.97), ("dates resolved", 0.95, 0.95), ("actors", 0.95, 0.95), ("figures", 0.95, 0.95), ("events", 0.7, 0.85), ("events alone", 0.7, 0.85),
    ];

    [Fact]
    public void The_reports_written_for_it_are_read_well_enough() => Hold("the 8 reports", LabelledText.Reports());

    [Fact]
    public void Reports_labelled_before_it_was_asked_are_read_well_enough() => Hold("8 more reports", LabelledText.Reports("unseen"));

    [Fact]
    public void The_five_articles_are_read_well_enough()
    {
        if (LabelledText.Articles() is { } articles)
        {
            Hold("the 5 articles", articles);
        }
        else
        {
            output.WriteLine("the 5 articles: not measured, MAP_ARTICLES names no folder with their texts");
        }
    }

    private void Hold(string set, IReadOnlyList<LabelledText> texts)
    {
        var accuracy = new Accuracy(texts);
        foreach (var line in accuracy.Table(set))
        {
            output.WriteLine(line);
        }

        if (Environment.GetEnvironmentVariable("MAP_READING_MISTAKES") is { Length: > 0 })
        {
            accuracy.Mistakes.ForEach(output.WriteLine);
        }

        Assert.Empty(Bars.Where(bar => accuracy[bar.Kind].Precision < bar.Precision || accuracy[bar.Kind].Recall < bar.Recall).Select(bar =>
            FormattableString.Invariant($"{bar.Kind} of {set}: precision {accuracy[bar.Kind].Precision:0.000} (at least {bar.Precision}), recall {accuracy[bar.Kind].Recall:0.000} (at least {bar.Recall})")));
    }
}
