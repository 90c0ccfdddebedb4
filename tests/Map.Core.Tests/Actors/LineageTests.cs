using Map.Core.Actors;
using Map.Core.Time;

namespace Map.Core.Tests.Actors;

public class LineageTests
{
    // A front renamed, then an alliance of it and two groups, of which one leaves on an unknown day and another splits off.
    private static readonly Lineage Alliance = new(
    [
        Relation("front", "renamed_to", "new-front", "2016-07-28"),
        Relation("alliance", "formed_from", "new-front", "2017-01"),
        Relation("alliance", "formed_from", "army", "2017-01"),
        Relation("alliance", "formed_from", "brigade", "2017-01"),
        Relation("brigade", "left", "alliance", "[2017-07-31..2017-10-31]"),
        Relation("platoon", "merged_into", "brigade", "2015"),
        Relation("guards", "split_from", "alliance", "2018-02"),
        Relation("alliance", "led_by", "somebody", "2018"),
        Relation("army", "allied_with", "neighbour", "2018"),
    ]);

    private static string? Holder(string key) => key == "alliance" ? "green" : null;

    [Fact]
    public void What_it_came_of_is_found_through_all_steps_and_what_came_of_it_too()
    {
        Assert.Equal(["new-front", "army", "brigade", "front", "platoon"], Alliance.PredecessorsOf("alliance"));
        Assert.Equal(["alliance", "guards"], Alliance.SuccessorsOf("army"));
        Assert.Empty(Alliance.PredecessorsOf("somebody"));
        Assert.Equal(["platoon"], Alliance.PredecessorsOf("brigade"));
    }

    [Fact]
    public void Alliances_and_leaders_make_no_family()
    {
        var family = Assert.Single(Alliance.Families);
        Assert.Equal(["alliance", "army", "brigade", "front", "guards", "new-front", "platoon"], family.Order(StringComparer.Ordinal));
        Assert.Equal(["neighbour"], Alliance.FamilyOf("neighbour"));
    }

    [Fact]
    public void What_left_is_counted_in_until_the_last_day_on_which_it_may_have_left()
    {
        var including = Alliance.Including(["alliance"]);
        Assert.Equal(Day(2017, 10, 31), including["brigade"]);
        // What was part of a part goes with it.
        Assert.Equal(Day(2017, 10, 31), including["platoon"]);
        Assert.Equal(Days.OpenEnd, including["army"]);
        Assert.Equal(Days.OpenEnd, including["front"]);
        Assert.Equal(Days.OpenEnd, including["alliance"]);
        Assert.DoesNotContain("guards", including.Keys);
    }

    [Fact]
    public void What_split_off_came_of_the_whole_until_the_split()
    {
        var including = Alliance.Including(["guards"]);
        Assert.Equal(Day(2018, 2, 28), including["alliance"]);
        Assert.Equal(Day(2018, 2, 28), including["army"]);
        Assert.Equal(Day(2017, 10, 31), including["brigade"]);
    }

    [Fact]
    public void Who_left_before_joining_again_is_still_part_of_it()
    {
        var returned = new Lineage([Relation("whole", "formed_from", "part", "2019"), Relation("part", "left", "whole", "2018")]);
        Assert.Equal(Days.OpenEnd, returned.Including(["whole"])["part"]);
    }

    [Fact]
    public void A_step_without_a_date_counts_for_ever()
    {
        var undated = new Lineage([new ActorRelation("r", "whole", "formed_from", "part", null, "s"), new ActorRelation("q", "part", "left", "whole", null, "s")]);
        Assert.Equal(Days.OpenEnd, undated.Including(["whole"])["part"]);
    }

    [Fact]
    public void Relations_that_run_in_a_circle_end()
    {
        var circle = new Lineage([Relation("a", "renamed_to", "b", "2016"), Relation("b", "renamed_to", "c", "2017"), Relation("c", "renamed_to", "a", "2018"), Relation("a", "formed_from", "a", "2018")]);
        Assert.Equal(["c", "b"], circle.PredecessorsOf("a"));
        Assert.Equal(["b", "c"], circle.SuccessorsOf("a"));
        Assert.Equal(3, circle.Including(["a"]).Count);
        Assert.Null(circle.HolderOn("a", Day(2017, 1, 1), _ => null));
        Assert.Contains(circle.BearerOn("a", Day(2020, 1, 1), Day(2020, 1, 1)), new[] { "a", "b", "c" });
    }

    [Theory]
    [InlineData("army", 2015, 6, 1, "green")]
    [InlineData("front", 2015, 6, 1, "green")]
    [InlineData("brigade", 2017, 10, 31, "green")]
    [InlineData("brigade", 2017, 11, 1, null)]
    [InlineData("guards", 2019, 1, 1, null)]
    [InlineData("somebody", 2019, 1, 1, null)]
    public void Colour_follows_lineage_until_it_certainly_left_and_never_over_a_split(string key, int year, int month, int day, string? colour) =>
        Assert.Equal(colour, Alliance.HolderOn(key, Day(year, month, day), Holder));

    [Fact]
    public void Colour_is_inherited_where_all_that_it_came_of_agree()
    {
        var heirs = new Lineage([Relation("new", "formed_from", "old", "2018"), Relation("both", "formed_from", "old", "2018"), Relation("both", "formed_from", "other", "2018")]);
        string? Of(string key) => key switch { "old" => "red", "other" => "blue", _ => null };
        Assert.Equal("red", heirs.HolderOn("new", Day(2019, 1, 1), Of));
        Assert.Null(heirs.HolderOn("both", Day(2019, 1, 1), Of));
        Assert.Equal("blue", heirs.HolderOn("other", Day(2019, 1, 1), Of));
    }

    [Theory]
    [InlineData("new-front", "2016-07-27", "2016-07-27", "front")]
    [InlineData("new-front", "2016-07-28", "2016-07-28", "new-front")]
    [InlineData("front", "2016-07-29", "2017-02-01", "new-front")]
    [InlineData("front", "2016-07-01", "2016-08-31", "front")]
    public void A_renamed_body_bears_the_name_it_certainly_had(string key, string from, string to, string bearer) =>
        Assert.Equal(bearer, Alliance.BearerOn(key, Days.Of(DateOnly.Parse(from)), Days.Of(DateOnly.Parse(to))));

    [Fact]
    public void A_renaming_of_unknown_day_leaves_the_name_that_was_written_down()
    {
        var unknown = new Lineage([Relation("old", "renamed_to", "new", "[..2017-01-31]")]);
        Assert.Equal("new", unknown.BearerOn("new", Day(2012, 1, 1), Day(2012, 1, 1)));
        Assert.Equal("old", unknown.BearerOn("old", Day(2017, 1, 31), Day(2017, 1, 31)));
        Assert.Equal("new", unknown.BearerOn("old", Day(2017, 2, 1), Days.OpenEnd));
        Assert.Equal("old", unknown.BearerOn("old", Days.OpenStart, Days.OpenEnd));
    }

    [Fact]
    public void A_dated_name_is_used_where_it_was_valid_on_every_day_in_question()
    {
        var front = new Actor("front", "The Front", null, "group", null, null, [new("Old Front", "en", EdtfText.Parse("../2016-07-27")), new("Front", "en", null)]);
        Assert.Equal("Old Front", front.NameIn(Days.OpenStart, Day(2016, 7, 27), arabic: false));
        Assert.Equal("The Front", front.NameIn(Day(2016, 7, 27), Day(2016, 7, 28), arabic: false));
        Assert.Equal("The Front", front.NameIn(Days.OpenStart, Days.OpenEnd, arabic: true));
    }

    private static int Day(int year, int month, int day) => Days.Of(new DateOnly(year, month, day));

    private static ActorRelation Relation(string from, string kind, string to, string edtf) => new($"{from}-{kind}-{to}", from, kind, to, EdtfText.Parse(edtf), "source");
}
