using Map.Core.Events;
using Map.Core.Time;

namespace Map.Core.Tests.Events;

public class DuplicateRulesTests
{
    private const int Day = 17_000;
    private const double KilometreNorth = 1 / 111.2;
    private static readonly (double Latitude, double Longitude) Azaz = (36.586, 37.044);

    private static Comparable Event(int first = Day, int last = Day, (double, double)? at = null, params long[] actors) => new("clash", first, last, at, actors);

    private static Comparable Known => Event(at: Azaz, actors: 1);

    [Fact]
    public void The_rule_is_three_days_and_fifteen_kilometres() => Assert.Equal((3, 15d), (DuplicateRules.Days, DuplicateRules.Kilometres));

    [Theory]
    [InlineData(Day + 3, Day + 3, true)]
    [InlineData(Day + 4, Day + 4, false)]
    [InlineData(Day - 3, Day - 3, true)]
    [InlineData(Day - 4, Day - 4, false)]
    // Spans: what counts is the gap between them.
    [InlineData(Day - 40, Day - 3, true)]
    [InlineData(Day - 40, Day - 4, false)]
    [InlineData(Day + 3, Day + 40, true)]
    [InlineData(Day - 40, Day + 40, true)]
    [InlineData(Day + 2, Days.OpenEnd, true)]
    [InlineData(Days.OpenStart, Day - 4, false)]
    public void Between_the_spans_lie_at_most_three_days(int first, int last, bool same)
    {
        Assert.Equal(same, DuplicateRules.MayBeOne(Known, Event(first, last, Azaz, 1)));
        Assert.Equal(same, DuplicateRules.MayBeOne(Event(first, last, Azaz, 1), Known));
    }

    [Theory]
    [InlineData(14.99, true)]
    [InlineData(15.01, false)]
    [InlineData(-14.99, true)]
    [InlineData(-15.01, false)]
    public void Between_the_points_lie_at_most_fifteen_kilometres_in_every_direction(double kilometres, bool same)
    {
        var north = (Azaz.Latitude + kilometres * KilometreNorth, Azaz.Longitude);
        var east = (Azaz.Latitude, Azaz.Longitude + kilometres * KilometreNorth / Math.Cos(Azaz.Latitude * Math.PI / 180));
        Assert.Equal(same, DuplicateRules.MayBeOne(Known, Event(at: north, actors: 1)));
        Assert.Equal(same, DuplicateRules.MayBeOne(Known, Event(at: east, actors: 1)));
        Assert.Equal(same, DuplicateRules.MayBeOne(Event(at: east, actors: 1), Known));
    }

    [Fact]
    public void The_reach_leaves_nothing_out_that_is_near_enough()
    {
        var (north, east) = DuplicateRules.Reach(Azaz);
        for (var degrees = 0; degrees < 360; degrees++)
        {
            var angle = degrees * Math.PI / 180;
            var at = (Azaz.Latitude + 15 * Math.Sin(angle) * KilometreNorth, Azaz.Longitude + 15 * Math.Cos(angle) * KilometreNorth / Math.Cos((Azaz.Latitude + 0.2) * Math.PI / 180));
            if (DuplicateRules.KilometresBetween(Azaz, at) > 15) { continue; }
            Assert.True(Math.Abs(at.Item1 - Azaz.Latitude) < north && Math.Abs(at.Item2 - Azaz.Longitude) < east, $"at {degrees} degrees");
        }
    }

    [Fact]
    public void An_actor_is_in_common_or_one_of_the_two_names_none()
    {
        Assert.True(DuplicateRules.MayBeOne(Known, Event(at: Azaz, actors: [2, 1])));
        Assert.False(DuplicateRules.MayBeOne(Known, Event(at: Azaz, actors: 2)));
        Assert.True(DuplicateRules.MayBeOne(Known, Event(at: Azaz)));
        Assert.True(DuplicateRules.MayBeOne(Event(at: Azaz), Event(at: Azaz)));
    }

    [Fact]
    public void An_event_without_a_position_is_compared_by_its_actors()
    {
        Assert.True(DuplicateRules.MayBeOne(Known, Event(actors: 1)));
        Assert.True(DuplicateRules.MayBeOne(Event(actors: 1), Event(actors: 1)));
        Assert.False(DuplicateRules.MayBeOne(Known, Event(actors: 2)));
        // Type and days alone are not enough.
        Assert.False(DuplicateRules.MayBeOne(Known, Event()));
        Assert.False(DuplicateRules.MayBeOne(Event(), Event()));
    }

    [Fact]
    public void Another_type_is_another_event()
    {
        Assert.False(DuplicateRules.MayBeOne(Known, Known with { Type = "strike" }));
        Assert.False(DuplicateRules.MayBeOne(Known with { Type = "" }, Known with { Type = "" }));
    }
}
