using Map.Core.Time;

namespace Map.Core.Tests.Time;

public class PhraseNotAMonthTests
{
    /// <summary>Found by a property test: inside, months are "m1" to "m12", and these words begin alike.</summary>
    [Theory]
    [InlineData("maybe 3")]
    [InlineData("month 2017")]
    [InlineData("mid 5")]
    [InlineData("01?-01.... ,")]
    public void Maybe_mid_and_month_are_not_taken_for_a_months_number(string words) =>
        Assert.NotNull(DatePhrase.Read(words, null));
}
