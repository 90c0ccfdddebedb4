using Map.Core.Control;
using static Map.Core.Tests.Control.Said;

namespace Map.Core.Tests.Control;

/// <summary>Rules 4, 5 and 7: what several claims about nearly the same time come to.</summary>
public class ConflictTests
{
    [Fact]
    public void Two_sources_that_differ_within_three_days_make_the_place_contested_until_three_days_after_the_later_which_then_holds()
    {
        var history = History(Claim("opposition", "2013-01-01"), Claim("government-of-syria", "2015-03-10", by: "one"), Claim("islamic-state", "2015-03-12", by: "other"));
        Assert.Equal("opposition", history.On("2015-03-09"));
        Assert.Equal("government-of-syria+islamic-state contested", history.On("2015-03-10"));
        Assert.Equal("government-of-syria+islamic-state contested", history.On("2015-03-15"));
        Assert.Equal("islamic-state", history.On("2015-03-16"));
        Assert.Equal([ControlRule.LatestWins, ControlRule.Conflict, ControlRule.Conflict], history.Holdings.Select(holding => holding.Rule));
    }

    [Fact]
    public void Four_days_apart_they_are_two_changes()
    {
        var history = History(Claim("government-of-syria", "2015-03-10", by: "one"), Claim("islamic-state", "2015-03-14", by: "other"));
        Assert.Equal("government-of-syria", history.On("2015-03-13"));
        Assert.Equal("islamic-state", history.On("2015-03-14"));
    }

    [Fact]
    public void One_source_that_tells_both_has_put_them_in_order_itself()
    {
        var history = History(Claim("government-of-syria", "2017-11-09", by: "one"), Claim("islamic-state", "2017-11-11", by: "one"));
        Assert.Equal([Posture.Holds, Posture.Holds], history.Holdings.Select(holding => holding.Posture));
        Assert.Equal("government-of-syria", history.On("2017-11-10"));
        Assert.Equal("islamic-state", history.On("2017-11-11"));
    }

    [Fact]
    public void A_fight_or_a_siege_conflicts_neither_with_its_beginning_nor_with_its_outcome()
    {
        var fight = History(Claim("government-of-syria", "2012-07-18", by: "one"), Claim("government-of-syria+opposition", "2012-07-19", Posture.Contested, by: "other"), Claim("opposition", "2012-07-20", by: "third"));
        Assert.Equal("government-of-syria", fight.On("2012-07-18"));
        Assert.Equal("government-of-syria+opposition contested", fight.On("2012-07-19"));
        Assert.Equal("opposition", fight.On("2012-07-20"));

        var siege = History(Claim("government-of-syria", "2015-09-08", Posture.Besieged, by: "one"), Claim("opposition", "2015-09-09", by: "other"));
        Assert.Equal("government-of-syria besieged", siege.On("2015-09-08"));
        Assert.Equal("opposition", siege.On("2015-09-09"));
    }

    [Fact]
    public void What_repeats_the_later_report_does_not_prolong_the_contest_and_what_repeats_the_earlier_does()
    {
        ControlClaim first = Claim("sdf", "2015-03-10", by: "one"), second = Claim("islamic-state", "2015-03-11", by: "two");
        Assert.Equal("islamic-state", History(first, second, Claim("islamic-state", "2015-03-13", by: "three")).On("2015-03-15"));
        var prolonged = History(first, second, Claim("sdf", "2015-03-13", by: "three"));
        Assert.Equal("islamic-state+sdf contested", prolonged.On("2015-03-16"));
        Assert.Equal("sdf", prolonged.On("2015-03-17"));
    }

    [Fact]
    public void A_fight_reported_during_the_contest_leaves_it_undecided()
    {
        var history = History(Claim("sdf", "2015-03-10", by: "one"), Claim("islamic-state", "2015-03-11", by: "two"), Claim("islamic-state+sdf", "2015-03-13", Posture.Contested, by: "three"));
        Assert.Equal("islamic-state+sdf contested", history.On("2016-01-01"));
        Assert.Equal(3, Assert.Single(history.Holdings).Claims.Count);
    }

    [Fact]
    public void Of_what_was_held_before_the_contest_begins_with_the_first_report_that_conflicts()
    {
        var history = History(Claim("sdf", "2015-03-01", by: "one"), Claim("sdf", "2015-03-10", by: "two"), Claim("islamic-state", "2015-03-12", by: "three"));
        Assert.Equal("sdf", history.On("2015-03-09"));
        Assert.Equal("islamic-state+sdf contested", history.On("2015-03-10"));
        Assert.Equal("islamic-state", history.On("2015-03-16"));
    }

    [Fact]
    public void Two_reports_of_one_moment_are_contested_until_the_next_change()
    {
        var history = History(Claim("sdf", "2018-03", by: "one"), Claim("government-of-syria", "2018-03", by: "one"), Claim("sna", "2019-10-09"));
        Assert.Equal("government-of-syria+sdf contested", history.On("2019-10-08"));
        Assert.Equal("sna", history.On("2019-10-09"));
    }

    [Fact]
    public void Of_one_moment_the_report_that_names_both_partners_stands_and_nobody_contests_it()
    {
        foreach (var (one, other) in new[] { ("sna", "sna+turkey"), ("sna+turkey", "sna") })
        {
            var holding = Assert.Single(History(Claim(one, "2018-03-18", one.Contains('+') ? Posture.Joint : Posture.Holds, by: "one"), Claim(other, "2018-03-18", other.Contains('+') ? Posture.Joint : Posture.Holds, by: "other")).Holdings);
            Assert.Equal((Posture.Joint, "sna+turkey", 2), (holding.Posture, string.Join('+', holding.Holders), holding.Claims.Count));
        }
    }

    [Fact]
    public void On_clear_days_the_later_report_stands_even_if_it_names_fewer()
    {
        var history = History(Claim("government-of-syria+sdf", "2019-10-14", Posture.Joint, by: "one"), Claim("sdf", "2019-10-16", by: "other"));
        Assert.Equal("government-of-syria+sdf", history.On("2019-10-15"));
        Assert.Equal("sdf", history.On("2019-10-16"));
    }

    [Fact]
    public void A_holder_is_never_in_contest_with_himself()
    {
        var holding = Assert.Single(History(Claim("government-of-syria", "2013-05-01", by: "one"), Claim("government-of-syria", "2013-05-01", Posture.Besieged, by: "other")).Holdings);
        Assert.Equal(Posture.Besieged, holding.Posture);
        var lifted = History(Claim("government-of-syria", "2013-05-01", Posture.Besieged, by: "one"), Claim("government-of-syria", "2013-05-03", by: "other"));
        Assert.Equal("government-of-syria besieged", lifted.On("2013-05-02"));
        Assert.Equal("government-of-syria", lifted.On("2013-05-03"));
    }

    [Fact]
    public void Somebody_who_holds_nothing_cannot_leave()
    {
        var holding = Assert.Single(History(Claim("sdf", "2016-08-12"), Claim("islamic-state", "2016-09-01", Posture.Left)).Holdings);
        Assert.Equal(["sdf"], holding.Holders);
        Assert.Equal(Day("2016-08-12"), holding.SureFrom);
        Assert.Equal("2016-09-01", Assert.Single(holding.Dissent).Edtf);
    }

    [Fact]
    public void Who_has_left_may_be_said_to_have_left_again()
    {
        var history = History(Claim("islamic-state", "2014-01-01"), Claim("islamic-state", "2014-02-28", Posture.Left, by: "one"), Claim("islamic-state", "2014-03-02", Posture.Left, by: "other"));
        Assert.Equal(2, history.Holdings.Count);
        Assert.Equal(Day("2014-02-28"), history.Holdings[1].SureFrom);
    }
}
