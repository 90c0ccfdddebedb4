using Map.Web.Shared;

namespace Map.Web.Tests.Explore;

public class CountedTests
{
    [Theory]
    [InlineData(0, "لا قتلى")]
    [InlineData(1, "قتيل واحد")]
    [InlineData(2, "قتيلان")]
    [InlineData(3, "3 قتلى")]
    [InlineData(10, "10 قتلى")]
    [InlineData(11, "11 قتيلاً")]
    [InlineData(99, "99 قتيلاً")]
    [InlineData(100, "100 قتيل")]
    [InlineData(102, "102 قتيل")]
    [InlineData(103, "103 قتلى")]
    [InlineData(16566, "16,566 قتيلاً")]
    public void Arabic_counts_take_one_of_six_forms(int number, string words) => Assert.Equal(words, Counted.Killed.Say(number, Language.Arabic));

    [Fact]
    public void English_counts_take_one_of_two()
    {
        Assert.Equal("1 event", Counted.Events.Say(1, Language.English));
        Assert.Equal("0 events", Counted.Events.Say(0, Language.English));
        Assert.Equal("16,566 events", Counted.Events.Say(16566, Language.English));
    }
}
