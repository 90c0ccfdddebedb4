using Map.Core.Control;
using Map.Core.Time;

namespace Map.Core.Tests.Control;

public class ClaimEffectTests
{
    private static readonly ControlClaim Sdf = Claim("sdf", "2016-08-15", Posture.Holds, "sdf");
    private static readonly ControlClaim Sna = Claim("sna", "2024-12-09", Posture.Holds, "sna");

    [Fact]
    public void A_change_says_who_held_it_before_and_what_ends_it()
    {
        var effect = Of([Sdf, Sna], Claim("new", "2019-10-14", Posture.Joint, "sdf", "government-of-syria"));
        Assert.Equal(EffectKind.Changes, effect.Kind);
        Assert.Equal(["sdf"], effect.Before!.Holders);
        Assert.Equal(["sdf", "government-of-syria"], effect.Now!.Holders);
        Assert.Equal(["sna"], effect.Next!.Holders);
    }

    [Fact]
    public void The_first_claim_of_a_place_begins_its_history()
    {
        var effect = Of([], Sdf);
        Assert.Equal((EffectKind.Begins, null, null), (effect.Kind, effect.Before, effect.Next));
    }

    [Fact]
    public void A_second_report_confirms_and_moves_nothing() =>
        Assert.Equal(EffectKind.Confirms, Of([Sdf], Claim("again", "2016-09-01", Posture.Holds, "sdf")).Kind);

    [Fact]
    public void A_more_exact_date_moves_the_change()
    {
        var effect = Of([Claim("vague", "2016-08", Posture.Holds, "sdf")], Claim("exact", "2016-08-12", Posture.Holds, "sdf"));
        Assert.Equal((EffectKind.Redates, "2016-08", "2016-08-12"), (effect.Kind, effect.Before!.Edtf, effect.Now!.Edtf));
    }

    [Fact]
    public void Another_holder_of_the_same_moment_makes_it_contested()
    {
        var effect = Of([Sdf, Sna], Claim("other", "2024-12-09", Posture.Holds, "government-of-syria"));
        Assert.Equal(EffectKind.Contests, effect.Kind);
        Assert.Equal(["government-of-syria", "sna"], effect.Now!.Holders.Order());
    }

    [Fact]
    public void Who_leaves_ends_it() => Assert.Equal(EffectKind.Ends, Of([Sdf], Claim("left", "2024-12-09", Posture.Left, "sdf")).Kind);

    [Fact]
    public void A_description_of_a_state_that_is_not_followed_stands_beside()
    {
        var effect = Of([Sdf], Claim("table", "2017-01", Posture.Holds, "islamic-state") with { DescribesState = true });
        Assert.Equal((EffectKind.Beside, "sdf"), (effect.Kind, effect.Now!.Holders[0]));
    }

    [Fact]
    public void A_recorded_claim_that_is_changed_is_judged_against_what_it_was()
    {
        var before = PlaceTimeline.From([Sdf, Sna]);
        var after = PlaceTimeline.From([Sdf, Sna with { Holders = ["hts"] }]);
        var effect = Assert.Single(ClaimEffect.Of(before, after, ["sna"]));
        Assert.Equal((EffectKind.Changes, "hts", "sdf"), (effect.Kind, effect.Now!.Holders[0], effect.Before!.Holders[0]));
    }

    [Fact]
    public void What_speaks_for_its_own_side_is_set_aside_until_another_source_confirms_it()
    {
        var partisan = Claim("own", "2024-12-09", Posture.Holds, "sna") with { Side = ["sna"] };
        Assert.Equal((EffectKind.SetAside, null), (Of([Sdf], partisan).Kind, Of([Sdf], partisan).Now));
        Assert.Equal(EffectKind.Changes, Of([Sdf], partisan with { AgainstSide = true }).Kind);
    }

    private static ClaimEffect Of(IReadOnlyList<ControlClaim> standing, ControlClaim drafted) =>
        Assert.Single(ClaimEffect.Of(PlaceTimeline.From(standing), PlaceTimeline.From([.. standing, drafted]), [drafted.Key]));

    private static ControlClaim Claim(string key, string edtf, Posture posture, params string[] holders)
    {
        var span = EdtfText.Parse(edtf);
        return new(key, holders, posture, edtf, span.EarliestDay, span.LatestDay, 'C', 3, Source: key);
    }
}
