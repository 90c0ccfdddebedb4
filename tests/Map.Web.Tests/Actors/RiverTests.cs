using Map.Core.Actors;
using Map.Core.Time;
using Map.Web.Features.Actors;
using Map.Web.Packs;

namespace Map.Web.Tests.Actors;

public class RiverTests
{
    [Fact]
    public void A_step_of_unknown_day_is_drawn_over_the_days_on_which_it_may_have_come_about()
    {
        var river = Draw(Relation("whole", "formed_from", "part", "2016-01-01"), Relation("part", "left", "whole", "[2018-01-01..2019-12-31]"));
        var (join, leave) = (river.Bends.Single(bend => bend.Relation.Kind == "formed_from"), river.Bends.Single(bend => bend.Relation.Kind == "left"));
        Assert.False(join.IsUnsure);
        Assert.True(leave.IsUnsure);
        Assert.True(leave.ToX - leave.FromX > 3 * (join.ToX - join.FromX));
        // It stands by itself before it joins and after it has left, and not between.
        var own = river.Stretches.Where(stretch => stretch.Key == "part").OrderBy(stretch => stretch.From).ToList();
        Assert.Equal(2, own.Count);
        Assert.Equal((0, join.FromX), (own[0].From, own[0].To));
        Assert.Equal((leave.ToX, river.Width), (own[1].From, own[1].To));
        Assert.Equal(["green", null], own.Select(stretch => stretch.Holder));
    }

    [Fact]
    public void One_body_under_two_names_is_one_row_with_the_second_name_at_its_date()
    {
        var river = Draw(Relation("old", "renamed_to", "new", "2012-07-28"), Relation("whole", "formed_from", "new", "2017-01"));
        var row = Assert.Single(river.Stretches, stretch => stretch.Key is "old" or "new");
        var names = river.Names.Where(name => name.Bearers.Any(bearer => bearer.Key is "old" or "new")).OrderBy(name => name.X).ToList();
        Assert.Equal(["old", "new"], names.Select(name => Assert.Single(name.Bearers).Key));
        Assert.True(names[1].X > row.From + 100 && names[1].X < row.To);
        Assert.Contains(river.Notes, note => note.Relation.Kind == "renamed_to");
    }

    [Fact]
    public void Of_two_relations_that_tell_one_step_the_more_exactly_dated_is_drawn()
    {
        var river = Draw(Relation("whole", "formed_from", "part", "[..2024-01-31]"), Relation("whole", "formed_from", "part", "2017-01"));
        Assert.Equal("2017-01", Assert.Single(river.Bends).Relation.When!.Edtf);
    }

    [Fact]
    public void Rows_do_not_meet_and_everything_lies_within_the_picture()
    {
        var river = Draw(Relation("whole", "formed_from", "a", "2017-01"), Relation("whole", "formed_from", "b", "2017-01"), Relation("b", "left", "whole", "2018"),
            Relation("c", "merged_into", "whole", "2019-05-05"), Relation("d", "split_from", "whole", "[2017..2020]"), Relation("e", "formed_from", "d", "2021"));
        Assert.Equal("whole", river.Trunk);
        Assert.Equal(6, river.Stretches.Select(stretch => stretch.Y).Distinct().Count());
        Assert.All(river.Bends, bend => Assert.True(bend.FromX >= 0 && bend.ToX <= river.Width && bend.FromX < bend.ToX && bend.FromY != bend.ToY));
        Assert.All(river.Stretches, stretch => Assert.True(stretch.From < stretch.To && stretch.Y < river.Height));
        Assert.Equal([.. river.Years.Select(year => year.X).Order()], river.Years.Select(year => year.X));
    }

    [Fact]
    public void Circles_and_relations_without_a_date_are_drawn_or_left_out_and_never_hang()
    {
        Assert.Null(TryDraw(new ActorRelation("r", "whole", "formed_from", "part", null, "s")));
        Assert.Null(TryDraw());
        var circle = Draw(Relation("a", "renamed_to", "b", "2016"), Relation("b", "renamed_to", "c", "2017"), Relation("c", "renamed_to", "a", "2018"), Relation("a", "merged_into", "whole", "2019"), Relation("whole", "split_from", "c", "2020"));
        Assert.NotEmpty(circle.Bends);
    }

    private static River Draw(params ActorRelation[] relations) => TryDraw(relations)!;

    private static River? TryDraw(params ActorRelation[] relations)
    {
        var keys = relations.SelectMany(relation => new[] { relation.From, relation.To }).Append("whole").Distinct().ToList();
        var actors = new ActorsInTime(keys.Select(key => new Actor(key, key, null, "group", key == "whole" ? "green" : null, null, [])), relations);
        return RiverPlan.Of(actors, actors.Lineage.FamilyOf("whole"));
    }

    private static ActorRelation Relation(string from, string kind, string to, string edtf) => new($"{from}-{kind}-{to}-{edtf}", from, kind, to, EdtfText.Parse(edtf), "source");
}
