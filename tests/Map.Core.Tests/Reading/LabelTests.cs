using Map.Core.Events;
using Map.Core.Time;

namespace Map.Core.Tests.Reading;

public class LabelTests
{
    public static TheoryData<string> Files => [.. LabelledText.LabelFiles("articles").Concat(LabelledText.LabelFiles("reports")).Select(Path.GetFileName).OfType<string>()];

    [Fact]
    public void Five_articles_and_eight_reports_are_labelled()
    {
        Assert.Equal(5, LabelledText.LabelFiles("articles").Count());
        Assert.Equal(8, LabelledText.Reports().Count);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_label_says_something_that_can_be_checked(string name)
    {
        var file = LabelledText.Parse(LabelledText.LabelFiles("articles").Concat(LabelledText.LabelFiles("reports")).Single(path => Path.GetFileName(path) == name));
        Assert.True(EdtfText.TryParse(file.Published, out _, out _));
        Assert.All(file.Labels, label =>
        {
            Assert.True(label.Length > 0);
            Assert.True(label.Kind switch
            {
                "place" or "actor" => label.Value.GetString()!.Length > 0,
                "date" => EdtfText.TryParse(label.Value.GetString()!, out _, out _),
                "figure" => label.Value.GetDecimal() > 0,
                "event" => EventTypes.TryGet(label.Value.GetString(), out _) && (label.Date is null || EdtfText.TryParse(label.Date, out _, out _)),
                _ => false,
            }, label.ToString());
        });
    }

    [Theory]
    [InlineData("place")]
    [InlineData("actor")]
    [InlineData("date")]
    [InlineData("figure")]
    public void Labels_of_one_kind_do_not_overlap(string kind) =>
        Assert.All(LabelledText.LabelFiles("articles").Concat(LabelledText.LabelFiles("reports")), file =>
        {
            var labels = LabelledText.Parse(file).Labels.Where(label => label.Kind == kind).ToList();
            Assert.All(labels.Zip(labels.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start, $"{file}: {pair}"));
        });

    [Fact]
    public void Ids_in_labels_of_places_are_the_gazetteers_or_names()
    {
        var ids = RepositoryFiles.Lexicon.Places.Select(place => place.Id).ToHashSet();
        Assert.All(LabelledText.LabelFiles("articles").Concat(LabelledText.LabelFiles("reports")).SelectMany(file => LabelledText.Parse(file).Labels).Where(label => label.Kind == "place"), label =>
            Assert.All(label.Values, value => Assert.True(ids.Contains(value) || !char.IsAsciiLetterLower(value[0]), value)));
    }

    [Fact]
    public void Numbers_of_figures_stand_in_the_reports_or_are_spelt_out() =>
        Assert.All(LabelledText.Reports(), report => Assert.All(report.Labels.Where(label => label.Kind == "figure"), label =>
        {
            var words = report.Text.Substring(label.Start, label.Length);
            var digits = string.Concat(words.Where(char.IsAsciiDigit));
            Assert.True(digits.Length == 0 || digits == label.Value.GetDecimal().ToString("0"), words);
        }));
}
