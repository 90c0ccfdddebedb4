using Map.Core.Evidence;
using static Map.Core.Tests.Evidence.Graded;

namespace Map.Core.Tests.Evidence;

public class SummaryGradeTests
{
    private const long Initiator = 7, Rival = 9;
    private readonly GradedSource credible = Source('C', "Paper"), another = Source('B', "Agency"), unjudged = Source('F', "Blog");

    private static SummaryGrade Of(params GradedClaim[] claims) => SummaryGrade.Of(claims, actor => actor == Initiator);

    private static (EventGrade, GradeRule) Told(params GradedClaim[] claims) => Of(claims) is var it ? (it.Grade, it.Rule) : default;

    [Fact]
    public void One_source_is_weak_however_many_claims_it_carries()
    {
        Assert.Equal((EventGrade.Weak, GradeRule.OneSource), Told(Claim(credible, digit: 1)));
        Assert.Equal((EventGrade.Weak, GradeRule.OneSource), Told(Claim(credible), Claim(credible, "figures"), Claim(credible, by: Rival)));
        Assert.Equal((EventGrade.Weak, GradeRule.NoClaim), Told());
        Assert.Equal((EventGrade.Weak, GradeRule.NoClaim), Told(Claim(credible, "motive")));
    }

    [Fact]
    public void Two_independent_credible_sources_are_fair_and_they_are_named()
    {
        var grade = Of(Claim(unjudged), Claim(credible), Claim(another));
        Assert.Equal((EventGrade.Fair, GradeRule.Independent), (grade.Grade, grade.Rule));
        Assert.Equal([1, 2], grade.By);
    }

    [Fact]
    public void What_says_when_or_where_it_was_says_that_it_was_and_why_does_not()
    {
        Assert.Equal(EventGrade.Fair, Of(Claim(credible), Claim(another, "date", when: "2018-01-10")).Grade);
        Assert.Equal(EventGrade.Weak, Of(Claim(credible), Claim(another, "motive")).Grade);
    }

    [Theory]
    [InlineData('D', 3)]
    [InlineData('F', 3)]
    [InlineData('C', 4)]
    [InlineData('A', 5)]
    public void A_second_source_that_is_not_credible_adds_nothing(char letter, int digit) =>
        Assert.Equal((EventGrade.Weak, GradeRule.NotIndependent), Told(Claim(credible), Claim(Source(letter, "Second"), digit: digit)));

    [Fact]
    public void An_unjudged_digit_says_nothing_against_a_claim() => Assert.Equal(EventGrade.Fair, Of(Claim(credible, digit: 6), Claim(another, digit: 6)).Grade);

    [Fact]
    public void Sources_of_one_outlet_or_that_cite_each_other_or_share_a_side_are_not_independent()
    {
        Assert.Equal(EventGrade.Weak, Of(Claim(Source('B', "Air Wars")), Claim(Source('B', "Airwars (mirror: elsewhere)"))).Grade);
        Assert.Equal(EventGrade.Weak, Of(Claim(credible), Claim(Source('B', "Quoting", cites: "someone+paper"))).Grade);
        Assert.Equal(EventGrade.Weak, Of(Claim(Source('B', "Quoting", cites: "paper")), Claim(credible)).Grade);
        Assert.Equal(EventGrade.Weak, Of(Claim(Source('B', "East", side: "hts+sdf")), Claim(Source('B', "West", side: "hts"))).Grade);
        Assert.Equal(EventGrade.Fair, Of(Claim(Source('B', "East", side: "sdf")), Claim(Source('B', "West", side: "hts"))).Grade);
    }

    [Fact]
    public void Who_did_it_confirms_it_by_saying_so_and_nobody_else_does()
    {
        Assert.Equal((EventGrade.Confirmed, GradeRule.OwnWord), Told(Claim(credible), Claim(unjudged, "attribution", by: Initiator)));
        Assert.Equal(EventGrade.Confirmed, Of(Claim(unjudged, by: Initiator)).Grade);
        Assert.Equal(EventGrade.Weak, Of(Claim(unjudged, by: Rival)).Grade);
        Assert.Equal(EventGrade.Weak, Of(Claim(credible), Claim(credible, "motive", by: Initiator)).Grade);
        Assert.Equal(EventGrade.Weak, Of(Claim(credible, digit: 4, by: Initiator)).Grade);
    }

    [Fact]
    public void Competing_answers_contest_an_event_also_one_that_its_party_owns_up_to()
    {
        Assert.Equal((EventGrade.Contested, GradeRule.Competing), Told(Claim(credible, "attribution", by: Initiator, says: "We did"), Claim(another, "attribution", by: Rival, says: "We did it")));
        Assert.Equal([1, 2], Of(Claim(credible), Claim(credible, "figures", says: "30"), Claim(another, "figures", says: "115")).By);
        Assert.Equal(EventGrade.Fair, Of(Claim(credible), Claim(another), Claim(credible, "motive", by: Rival, says: "fear"), Claim(another, "motive", says: "greed")).Grade);
    }

    [Fact]
    public void A_credible_denial_contests_what_something_strong_states_and_discounts_what_nothing_strong_does()
    {
        var denial = Claim(credible, "attribution", by: Rival, denies: true);
        Assert.Equal((EventGrade.Contested, GradeRule.DenialBeside), Told(Claim(another, "attribution"), denial));
        Assert.Equal((EventGrade.Contested, GradeRule.DenialBeside), Told(Claim(unjudged, "attribution", digit: 2), denial));
        Assert.Equal((EventGrade.Discounted, GradeRule.Denied), Told(Claim(unjudged, "attribution"), denial));
        Assert.Equal(EventGrade.Weak, Of(Claim(credible), denial with { Credibility = 4 }).Grade);
        Assert.Equal(EventGrade.Weak, Of(Claim(credible), Claim(Source('E', "Rumour"), denies: true)).Grade);
    }

    [Fact]
    public void Nobody_is_cleared_by_their_own_denial() =>
        Assert.Equal((EventGrade.Contested, GradeRule.DenialBeside), Told(Claim(unjudged, "attribution"), Claim(credible, "attribution", by: Initiator, denies: true)));

    [Fact]
    public void A_denied_detail_does_not_discount_the_event() =>
        Assert.Equal(EventGrade.Contested, Of(Claim(unjudged), Claim(credible, "figures", by: Rival, denies: true)).Grade);

    [Fact]
    public void What_only_improbable_claims_state_is_discounted()
    {
        Assert.Equal((EventGrade.Discounted, GradeRule.Improbable), Told(Claim(another, digit: 5), Claim(credible, digit: 5)));
        Assert.Equal(EventGrade.Weak, Of(Claim(another, digit: 5), Claim(credible, digit: 4)).Grade);
    }

    [Fact]
    public void What_an_editor_set_stands_before_every_rule_with_its_reason()
    {
        var set = SummaryGrade.Of([Claim(credible)], _ => false, "contested", "The witness was not there");
        Assert.Equal((EventGrade.Contested, GradeRule.Set, "The witness was not there"), (set.Grade, set.Rule, set.Reason));
        Assert.Equal(EventGrade.Weak, SummaryGrade.Of([Claim(credible)], _ => false, "splendid", null).Grade);
    }

    [Fact]
    public void Grades_are_known_by_their_ids_and_every_word_stands_in_both_languages()
    {
        foreach (var grade in EventGrades.All)
        {
            Assert.True(EventGrades.TryGet(grade.Id(), out var read));
            Assert.Equal(grade, read);
            Assert.NotEqual(grade.Words(false), grade.Words(true));
            Assert.NotEqual(grade.Means(false), grade.Means(true));
        }
        Assert.False(EventGrades.TryGet(null, out _));
        Assert.Equal([0, 1, 2, 3, 4], EventGrades.All.Select(grade => (int)grade));
    }
}
