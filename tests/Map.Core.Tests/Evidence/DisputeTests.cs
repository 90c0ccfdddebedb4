using Map.Core.Evidence;
using static Map.Core.Tests.Evidence.Graded;

namespace Map.Core.Tests.Evidence;

public class DisputeTests
{
    private readonly GradedSource one = Source('B', "One"), other = Source('B', "Other");

    [Fact]
    public void What_one_source_says_and_nobody_denies_is_not_disputed()
    {
        Assert.False(Dispute.Is([]));
        Assert.False(Dispute.Is([Claim(one)]));
        Assert.False(Dispute.Is([Claim(one), Claim(one, "figures"), Claim(one, "motive")]));
    }

    [Fact]
    public void Several_who_say_that_it_happened_corroborate_and_do_not_compete() => Assert.False(Dispute.Is([Claim(one, says: "A bomb went off"), Claim(other, says: "An explosion was heard")]));

    [Theory]
    [InlineData("attribution")]
    [InlineData("figures")]
    [InlineData("motive")]
    public void Two_answers_to_one_question_compete_and_the_same_answer_does_not(string field)
    {
        Assert.True(Dispute.Is([Claim(one, field, says: "The one"), Claim(other, field, says: "The other")]));
        Assert.False(Dispute.Is([Claim(one, field, says: "The same"), Claim(other, field, says: "the same ")]));
    }

    [Fact]
    public void Dates_compete_only_where_no_day_fits_both()
    {
        Assert.True(Dispute.Is([Claim(one, "date", when: "2018-01-10"), Claim(other, "date", when: "2018-01-20")]));
        Assert.False(Dispute.Is([Claim(one, "date", when: "2018-01"), Claim(other, "date", when: "2018-01-20")]));
        Assert.False(Dispute.Is([Claim(one, "date", when: "2018-01-10"), Claim(other, "date", says: "a few weeks before")]));
    }

    [Fact]
    public void Places_compete_where_both_are_named_and_differ()
    {
        Assert.True(Dispute.Is([Claim(one, "place", place: "Idlib"), Claim(other, "place", place: "Azaz")]));
        Assert.False(Dispute.Is([Claim(one, "place", place: "Idlib"), Claim(other, "place", place: "idlib")]));
        Assert.False(Dispute.Is([Claim(one, "place", place: "Idlib"), Claim(other, "place")]));
        Assert.True(Dispute.Is([Claim(one, "place") with { PlaceId = 1 }, Claim(other, "place") with { PlaceId = 2 }]));
        Assert.False(Dispute.Is([Claim(one, "place") with { PlaceId = 1, PlaceText = "here" }, Claim(other, "place") with { PlaceId = 1, PlaceText = "there" }]));
    }

    [Fact]
    public void Nobody_competes_with_themselves()
    {
        Assert.False(Dispute.Is([Claim(one, "attribution", by: 7, says: "They did it"), Claim(one, "attribution", by: 7, says: "Their leader sent them")]));
        Assert.True(Dispute.Is([Claim(one, "attribution", by: 7, says: "They did it"), Claim(one, "attribution", by: 8, says: "Others did")]));
    }

    [Fact]
    public void A_denial_alone_makes_a_dispute() => Assert.True(Dispute.Is([Claim(one, "attribution", denies: true)]));
}
