using Map.Core.Reading;
using Map.Core.Time;

namespace Map.Core.Tests.Reading;

/// <summary>Proposals that an editor adds to what was read.</summary>
public class AddedProposalTests
{
    private const string Text = "Fighters of Hayat Tahrir al-Sham entered Saraqib and Ariha on 14 May 2018. Nobody had thought that Idlib would be quiet for long.";

    private static readonly ArticleReading Reading = RepositoryFiles.Reader.Read(Text, DateSpan.Day(new(2018, 5, 16)));

    [Fact]
    public void Another_event_of_a_sentence_says_what_the_first_did_and_is_told_apart_from_it()
    {
        var first = ProposalSpot.Of(Assert.Single(Reading.Drafts));
        var second = AddedProposal.Beside(first, [first]);
        var third = AddedProposal.Beside(second, [first, second]);
        Assert.Equal(3, new HashSet<ProposalSpot> { first, second, third }.Count);
        Assert.Equal([false, true, true], new[] { first, second, third }.Select(AddedProposal.Is));
        Assert.Equal(Reading.Drafts[0], AddedProposal.Of(Text, Reading, third));
    }

    [Fact]
    public void Marked_words_bring_what_was_found_in_them_and_a_type_only_where_they_tell_one()
    {
        var start = Text.IndexOf("Nobody", StringComparison.Ordinal);
        var quiet = AddedProposal.Of(Text, Reading, AddedProposal.Marked(start, Text.Length - start, []))!;
        Assert.Equal(("", "", "idlib", Text[start..]), (quiet.Type, quiet.Title, quiet.Place!.Id, quiet.Text));
        var entered = AddedProposal.Of(Text, Reading, AddedProposal.Marked(12, start - 13, []))!;
        Assert.Equal(("movement", "2018-05-14", "hts"), (entered.Type, entered.Date!.Edtf, Assert.Single(entered.Actors).Actor.Id));
    }

    [Theory]
    [InlineData(-1, 5)]
    [InlineData(0, 0)]
    [InlineData(5, 10_000)]
    public void What_is_not_of_the_text_is_nothing(int start, int length) => Assert.Null(AddedProposal.Of(Text, Reading, AddedProposal.Marked(start, length, [])));
}
