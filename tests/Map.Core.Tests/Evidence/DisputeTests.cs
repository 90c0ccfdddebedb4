using Map.Core.Evidence;

namespace Map.Core.Tests.Evidence;

public class DisputeTests
{
    [Fact]
    public void What_one_source_says_and_nobody_denies_is_not_disputed()
    {
        Assert.False(Dispute.Is([]));
        Assert.False(Dispute.Is([("event", false)]));
        Assert.False(Dispute.Is([("event", false), ("figures", false), ("motive", false)]));
    }

    [Fact]
    public void Two_answers_to_one_question_compete() => Assert.True(Dispute.Is([("event", false), ("figures", false), ("event", false)]));

    [Fact]
    public void A_denial_alone_makes_a_dispute() => Assert.True(Dispute.Is([("attribution", true)]));
}
