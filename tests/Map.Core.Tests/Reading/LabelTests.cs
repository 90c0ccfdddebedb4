using Map.Core.Events;
using Map.Core.Time;

namespace Map.Core.Tests.Reading;

public class LabelTests
{
    public static TheoryData<string> Files => [.. All.Select(Short)];

    private static IEnumerable<string> All => new[] { "articles", "reports", "unseen" }.SelectMany(LabelledText.LabelFiles);

    [Fact]
    public void Five_articles_and_twice_eight_reports_are_labelled()
    {
        Assert.Equal(5, LabelledText.LabelFiles("articles").Count());
        Assert.Equal(8, LabelledText.Reports().Count);
        Assert.Equal(8, LabelledText.Reports("unseen").Count);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_label_says_something_that_can_be_checked(string name)
    {
        var file = LabelledText.Parse(All.Single(path => Short(path) == name));
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
        Assert.All(All, file =>
        {
            var labels = LabelledText.Parse(file).Labels.Where(label => label.Kind == kind).ToList();
            Assert.All(labels.Zip(labels.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start, $"{file}: {pair}"));
        });

    [Fact]
    public void Ids_in_labels_of_places_are_the_gazetteers_or_names()
    {
        var ids = RepositoryFiles.Lexicon.Places.Select(place => place.Id).ToHashSet();
        Assert.All(All.SelectMany(file => LabelledText.Parse(file).Labels).Where(label => label.Kind == "place"), label =>
            Assert.All(label.Values, value => Assert.True(ids.Contains(value) || !char.IsAsciiLetterLower(value[0]), value)));
    }

    private static string Short(string path) => Path.Combine(Path.GetFileName(Path.GetDirectoryName(path)!), Path.GetFileName(path));

    [Fact]
    public void Numbers_of_figures_stand_in_the_reports_or_are_spelt_out() =>
        Assert.All(LabelledText.Reports(), report => Assert.All(report.Labels.Where(label => label.Kind == "figure"), label =>
        {
            var words = report.Text.Substring(label.Start, label.Length);
            var digits = string.Concat(words.Where(char.IsAsciiDigit));
            Assert.True(digits.Length == 0 || digits == label.Value.GetDecimal().ToString("0"), words);
        }));
}
