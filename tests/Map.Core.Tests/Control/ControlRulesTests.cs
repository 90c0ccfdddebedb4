using Map.Core.Control;
using static Map.Core.Tests.Control.Said;

namespace Map.Core.Tests.Control;

public class ControlRulesTests
{
    [Fact]
    public void Nothing_is_answered_before_the_first_claim() =>
        Assert.Null(History(Claim("sdf", "2016-08-12")).On(Day("2016-08-11")));

    [Fact]
    public void The_latest_claim_wins_in_whatever_order_they_are_given()
    {
        var history = History(Claim("sdf", "2016-08-12"), Claim("opposition", "2012-07-01"), Claim("islamic-state", "2014-01-15"));
        Assert.Equal(["opposition"], history.On(Day("2013-01-01"))!.Holders);
        Assert.Equal(["islamic-state"], history.On(Day("2014-01-15"))!.Holders);
        Assert.Equal(["sdf"], history.On(Day("2020-01-01"))!.Holders);
    }

    [Fact]
    public void Between_the_earliest_and_latest_day_of_a_change_both_are_given()
    {
        var history = History(Claim("opposition", "2012-07-01"), Claim("islamic-state", "2013-11"));
        Assert.True(history.On(Day("2013-10-31"))!.Certain);
        var between = history.On(Day("2013-11-15"))!;
        Assert.False(between.Certain);
        Assert.Equal(["islamic-state"], between.Now.Holders);
        Assert.Equal(["opposition"], between.Perhaps!.Holders);
        Assert.True(history.On(Day("2013-11-30"))!.Certain);
    }

    [Fact]
    public void An_uncertain_first_claim_has_nobody_before_it()
    {
        var answer = History(Claim("opposition", "2012-07")).On(Day("2012-07-10"))!;
        Assert.False(answer.Certain);
        Assert.Null(answer.Perhaps);
    }

    [Fact]
    public void The_same_state_reported_again_only_adds_a_claim()
    {
        var holding = Assert.Single(History(Claim("hts", "2017-07-22"), Claim("hts", "2017-07-23")).Holdings);
        Assert.Equal(Day("2017-07-22"), holding.MayFrom);
        Assert.Equal(Day("2017-07-22"), holding.SureFrom);
        Assert.Equal(2, holding.Claims.Count);
    }

    [Fact]
    public void A_precise_report_makes_a_vague_one_precise()
    {
        var holding = Assert.Single(History(Claim("opposition", "2012-07"), Claim("opposition", "2012-07-18")).Holdings);
        Assert.Equal((Day("2012-07-18"), Day("2012-07-18")), (holding.MayFrom, holding.SureFrom));
    }

    [Fact]
    public void Holders_named_in_another_order_are_the_same_state() =>
        Assert.Single(History(Claim("sna+turkey", "2018-03-18", Posture.Joint), Claim("turkey+sna", "2018-03-20", Posture.Joint)).Holdings);

    [Fact]
    public void Two_reports_of_the_same_moment_that_name_different_holders_are_contested_by_both()
    {
        var holding = Assert.Single(History(Claim("sdf", "2018-03-12"), Claim("government-of-syria", "2018-03-12")).Holdings);
        Assert.Equal(Posture.Contested, holding.Posture);
        Assert.Equal(["government-of-syria", "sdf"], holding.Holders.Order());
        Assert.Equal(2, holding.Claims.Count);
    }

    [Fact]
    public void A_fight_and_its_outcome_in_the_same_month_are_taken_in_that_order()
    {
        var history = History(Claim("government-of-syria", "2012-07", key: "a"), Claim("government-of-syria+opposition", "2012-07", Posture.Contested, "b"));
        Assert.Equal([Posture.Contested, Posture.Holds], history.Holdings.Select(holding => holding.Posture));
        Assert.Equal(["government-of-syria"], history.On(Day("2013-01-01"))!.Holders);
    }

    [Fact]
    public void Who_left_holds_no_more_and_nobody_is_said_to_follow()
    {
        var history = History(Claim("islamic-state", "2013-09-18"), Claim("islamic-state", "2014-02-28", Posture.Left));
        Assert.NotNull(history.On(Day("2014-02-27")));
        Assert.Null(history.On(Day("2014-02-28")));
    }

    [Fact]
    public void A_partner_who_is_not_named_as_leaving_stays()
    {
        var history = History(Claim("hts+sna", "2022-10-13", Posture.Joint), Claim("hts", "2022-10-18", Posture.Left));
        var now = history.On(Day("2022-10-18"))!.Now;
        Assert.Equal(Posture.Holds, now.Posture);
        Assert.Equal(["sna"], now.Holders);
    }

    [Fact]
    public void A_description_of_a_state_confirms_what_it_does_not_contradict()
    {
        var history = History(Claim("sna", "2019-09-18"), State("sna+turkey", "2023-09", Posture.Joint));
        var holding = Assert.Single(history.Holdings);
        Assert.Equal(["sna"], holding.Holders);
        Assert.Equal(2, holding.Claims.Count);
    }

    [Fact]
    public void A_description_of_a_state_yields_to_a_change_reported_in_the_last_five_years_and_stands_beside_it()
    {
        var holding = Assert.Single(History(Claim("sdf", "2019-10-16"), State("government-of-syria", "2023-09")).Holdings);
        Assert.Equal(["sdf"], holding.Holders);
        Assert.Equal(["government-of-syria"], Assert.Single(holding.Dissent).Holders);
    }

    [Fact]
    public void A_description_of_a_state_is_followed_where_the_last_report_is_old()
    {
        var history = History(Claim("islamic-state", "2013-07-15"), State("hts", "2023-09"));
        Assert.Equal(["islamic-state"], history.On(Day("2023-08-31"))!.Holders);
        Assert.Equal(["hts"], history.On(Day("2023-09-30"))!.Holders);
    }

    [Fact]
    public void A_description_of_a_state_ends_a_fight_reported_years_ago() =>
        Assert.Equal(["government-of-syria"], History(Claim("government-of-syria+opposition", "2020-01-28", Posture.Contested), State("government-of-syria", "2023-09")).On(Day("2023-10-01"))!.Holders);

    [Fact]
    public void A_claim_describes_a_state_where_its_date_is_the_time_its_source_was_written_for()
    {
        Assert.True(ControlRules.DescribesState("2023-09", Day("2023-09-01"), Day("2023-09-30"), "2023-09"));
        Assert.False(ControlRules.DescribesState("2012-07", Day("2012-07-01"), Day("2012-07-31"), "2023-09"));
        Assert.False(ControlRules.DescribesState("2019-10-14", Day("2019-10-14"), Day("2019-10-14"), "2019-10-14"));
    }

    [Fact]
    public void A_change_inside_a_long_uncertain_span_ends_the_uncertainty()
    {
        var history = History(Claim("government-of-syria", "[2012-06..2012-10]"), Claim("opposition", "2012-10-14"));
        Assert.Equal(Day("2012-10-14"), history.Holdings[0].SureFrom);
        Assert.Equal(["opposition"], history.On(Day("2012-10-20"))!.Holders);
    }

    [Fact]
    public void The_strongest_claim_comes_first()
    {
        var holding = Assert.Single(History(
            Claim("hts", "2019-01-10", key: "weak") with { Reliability = 'D', Credibility = 2 },
            Claim("hts", "2019-01-12", key: "strong") with { Reliability = 'B', Credibility = 3 }).Holdings);
        Assert.Equal("strong", holding.Claims[0].Key);
    }
}
