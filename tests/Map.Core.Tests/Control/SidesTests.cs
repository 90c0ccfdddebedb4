using Map.Core.Control;
using static Map.Core.Tests.Control.Said;

namespace Map.Core.Tests.Control;

/// <summary>Rule 9: a source that takes a holder's side counts only against it, unless somebody else confirms what it says.</summary>
public class SidesTests
{
    private static readonly ControlClaim Before = Claim("opposition", "2013-01-01", by: "neutral before");

    /// <summary>The government's own outlet says that the government holds the place.</summary>
    private static readonly ControlClaim Own = Claim("government-of-syria", "2020-02-25", by: "outlet", side: "government-of-syria");

    [Fact]
    public void A_claim_for_its_source_s_own_side_alone_is_shown_and_not_followed()
    {
        var history = History(Before, Own);
        Assert.Equal("opposition", history.On("2020-03-01"));
        Assert.Equal(Own, Assert.Single(history.Unconfirmed));
        Assert.Equal(Before, Assert.Single(Assert.Single(history.Holdings).Claims));
    }

    [Fact]
    public void Nothing_is_known_of_a_place_of_which_only_its_holder_s_side_speaks()
    {
        var history = History(Own);
        Assert.Empty(history.Holdings);
        Assert.Single(history.Unconfirmed);
    }

    [Theory]
    [InlineData("opposition", Posture.Holds)]
    [InlineData("government-of-syria+opposition", Posture.Contested)]
    [InlineData("government-of-syria", Posture.Besieged)]
    [InlineData("government-of-syria", Posture.Left)]
    public void What_it_admits_counts_at_once(string holders, Posture posture)
    {
        var history = History(Claim("government-of-syria", "2013-01-01"), Claim(holders, "2020-02-25", posture, by: "outlet", side: "government-of-syria"));
        Assert.Empty(history.Unconfirmed);
        Assert.Equal(posture, history.Holdings[^1].Posture);
    }

    [Fact]
    public void Another_source_that_takes_no_side_confirms_it_with_its_own_date()
    {
        var third = Claim("government-of-syria", "2020-02-27", by: "neutral");
        var history = History(Before, Own, third);
        Assert.Equal("government-of-syria", history.On("2020-02-25"));
        Assert.Equal(third, history.ConfirmedBy[Own.Key]);
        Assert.Empty(history.Unconfirmed);
        Assert.Equal(ControlRule.OwnSide, history.Holdings[^1].Rule);
    }

    [Fact]
    public void A_description_years_later_confirms_what_nobody_has_contradicted_since() =>
        Assert.Equal("government-of-syria", History(Before, Own, State("government-of-syria", "2023-09", by: "table")).On("2020-02-25"));

    [Fact]
    public void After_somebody_else_was_named_a_new_report_no_longer_confirms_the_old_one()
    {
        var history = History(Before, Own, Claim("opposition", "2020-03-10", by: "neutral"), Claim("government-of-syria", "2020-06-01", by: "neutral"));
        Assert.Equal("opposition", history.On("2020-05-31"));
        Assert.Equal("government-of-syria", history.On("2020-06-01"));
        Assert.Equal(Own, Assert.Single(history.Unconfirmed));
    }

    [Fact]
    public void A_report_more_than_three_days_older_confirms_nothing()
    {
        Assert.Empty(History(Claim("government-of-syria", "2020-02-22", by: "neutral"), Own).Unconfirmed);
        Assert.Single(History(Claim("government-of-syria", "2020-02-21", by: "neutral"), Own).Unconfirmed);
    }

    [Fact]
    public void Neither_the_same_source_nor_another_of_the_same_side_confirms()
    {
        Assert.Equal(2, History(Own, Claim("government-of-syria", "2020-02-27", by: "outlet", side: "government-of-syria")).Unconfirmed.Count);
        Assert.Equal(2, History(Own, Claim("government-of-syria", "2020-02-27", by: "ally", side: "government-of-syria")).Unconfirmed.Count);
    }

    [Fact]
    public void The_other_side_s_own_source_confirms_what_it_admits() =>
        Assert.Equal("government-of-syria", History(Before, Own, Claim("government-of-syria", "2020-02-26", by: "rebel outlet", side: "opposition")).On("2020-02-25"));

    [Fact]
    public void A_report_of_a_fight_confirms_no_holder() =>
        Assert.Single(History(Before, Own, Claim("government-of-syria+opposition", "2020-02-26", Posture.Contested, by: "neutral")).Unconfirmed);

    [Fact]
    public void What_the_editor_says_of_a_claim_goes_before_what_is_said_of_its_source()
    {
        Assert.Equal("government-of-syria", History(Before, Own with { AgainstSide = true }).On("2020-02-25"));
        Assert.Equal("opposition", History(Before, Own with { Side = null, AgainstSide = false }).On("2020-02-25"));
    }

    [Fact]
    public void A_partner_of_the_own_side_is_enough_to_make_a_joint_claim_its_own()
    {
        var joint = Claim("government-of-syria+sdf", "2019-10-14", Posture.Joint, by: "outlet", side: "government-of-syria");
        Assert.Equal(joint, Assert.Single(History(Claim("sdf", "2016-08-12"), joint).Unconfirmed));
    }
}
