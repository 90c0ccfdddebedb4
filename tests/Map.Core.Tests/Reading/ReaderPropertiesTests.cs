using FsCheck;
using FsCheck.Fluent;
using Map.Core.Reading;
using Map.Core.Time;

namespace Map.Core.Tests.Reading;

/// <summary>What holds for every text, tried on many made ones.</summary>
public class ReaderPropertiesTests
{
    private static readonly string[] Pieces =
    [
        "HTS ", "Abu ", "Ahmad ", "al-", "Sham ", "(HTS) ", "Idlib ", "Ras ", "Ayn", "’s ", "arrested ", "by ", "on ", "19 ", "December ", "2018", ", ", ". ", "\n", "\n\n", "\r\n", "more than ", "30 ", "people ", "last ", "week ",
        "southern ", "“", "”", "إدلب ", "هيئة تحرير الشام ", "the ", "leader ", "of ", "Jaish ", "said ", "- ", "• ", "By ", "5 comments", "@x ", "\u00a0", "😉", "and ", "shelled ", "two ", "four weeks ", "ago ", "since ", "its inception ", "İ", "ß", "\0", "\uD800", "a.k.a. ", "[", "]", "%", "1,000 ", "dozens ", "killed ", "withdrew ", "from ", "entered ", ";",
    ];

    [Fact]
    public void Whatever_the_text_nothing_throws_and_every_mention_stands_where_it_says() =>
        Prop.ForAll(Arb.From(Gen.OneOf(Gen.Elements(Pieces).ListOf().Select(string.Concat), ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""))), text =>
        {
            var reading = RepositoryFiles.Reader.Read(text, EdtfText.Parse("2018-08-22"));
            return new IReadOnlyList<Mention>[] { reading.Places, reading.Dates, reading.Actors, reading.Figures, reading.Drafts }.All(mentions =>
                mentions.All(mention => mention.Length > 0 && text.Substring(mention.Start, mention.Length) == mention.Text)
                && mentions.Zip(mentions.Skip(1)).All(pair => pair.First.Start <= pair.Second.Start));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Mentions_of_one_kind_do_not_overlap_and_stand_in_body_or_title() =>
        Assert.All(LabelledText.Reports(), report =>
        {
            var reading = RepositoryFiles.Reader.Read(report.Text, report.Published);
            Assert.All(new IReadOnlyList<Mention>[] { reading.Places, reading.Dates, reading.Actors, reading.Figures }, mentions =>
            {
                Assert.All(mentions.Zip(mentions.Skip(1)), pair => Assert.False(pair.First.Overlaps(pair.Second), $"{pair.First} {pair.Second}"));
                Assert.All(mentions, mention => Assert.Contains(reading.Parts, part => part.Kind is PartKind.Body or PartKind.Title && part.Start <= mention.Start && mention.End <= part.End));
            });
        });

    [Fact]
    public void The_same_text_is_read_the_same_twice() =>
        Assert.All(LabelledText.Reports(), report => Assert.Equal(
            RepositoryFiles.Reader.Read(report.Text, report.Published).Drafts.Select(draft => $"{draft.Start} {draft.Type} {draft.Title}"),
            RepositoryFiles.Reader.Read(report.Text, report.Published).Drafts.Select(draft => $"{draft.Start} {draft.Type} {draft.Title}")));
}
