using Map.Core.Control;

namespace Map.Core.Tests.Control;

public class HolderWordsTests
{
    [Theory]
    [InlineData("5", "sdf")]
    [InlineData("٥", "sdf")]
    [InlineData("sdf", "sdf")]
    [InlineData("قسد", "sdf")]
    [InlineData("Syrian Democratic Forces", "sdf")]
    [InlineData("government", "government-of-syria")]
    [InlineData("Gov", "government-of-syria")]
    [InlineData("IS", "islamic-state")]
    [InlineData("Turkiye", "turkey")]
    [InlineData("4+8", "sna+turkey")]
    [InlineData("4 + sna", "sna")]
    [InlineData("الجيش الوطني، تركيا", "sna+turkey")]
    [InlineData("sdf, 1", "sdf+government-of-syria")]
    [InlineData("others", "others-of-the-east")]
    [InlineData("", "")]
    public void A_holder_is_meant_by_number_name_or_beginning(string typed, string ids)
    {
        var read = HolderWords.Read(typed, ["others-of-the-east"]);
        Assert.Null(read.Problem);
        Assert.Equal(ids, string.Join('+', read.Ids));
    }

    [Theory]
    [InlineData("9", "“9” is nobody who is known")]
    [InlineData("0", "“0” is nobody who is known")]
    [InlineData("sdf + somebody", "“somebody” is nobody who is known")]
    [InlineData("syrian", "“syrian” can mean Syrian National Army or Syrian Democratic Forces")]
    [InlineData("s", "“s” is nobody who is known")]
    public void Who_is_not_known_or_could_be_two_is_said_with_what_was_typed(string typed, string problem) =>
        Assert.StartsWith(problem, HolderWords.Read(typed, []).Problem, StringComparison.Ordinal);

    [Fact]
    public void What_a_field_shows_once_it_is_left_reads_as_the_same_in_both_languages()
    {
        var ids = Holders.Named.Select(holder => holder.Id).ToList();
        foreach (var arabic in new[] { false, true })
        {
            Assert.Equal(ids, HolderWords.Read(HolderWords.Of(ids, arabic), []).Ids);
        }
        Assert.Equal("SDF + Government", HolderWords.Tidy(" 5+1", [], arabic: false));
        Assert.Equal("5 + nobody", HolderWords.Tidy("5 + nobody ", [], arabic: false));
    }
}
