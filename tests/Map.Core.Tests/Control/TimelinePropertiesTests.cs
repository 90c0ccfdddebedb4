using FsCheck;
using FsCheck.Fluent;
using Map.Core.Control;
using static Map.Core.Tests.Control.Said;

namespace Map.Core.Tests.Control;

/// <summary>What holds of every history, tried on thousands of made ones whose claims crowd into a few weeks.</summary>
public class TimelinePropertiesTests
{
    private static readonly string[] Parties = ["government-of-syria", "opposition", "sdf", "islamic-state"];

    private static readonly Gen<ControlClaim> OneClaim =
        from day in Gen.Choose(17_000, 17_030)
        from length in Gen.Frequency((4, Gen.Constant(0)), (1, Gen.Choose(1, 20)))
        from posture in Gen.Frequency((5, Gen.Constant(Posture.Holds)), (2, Gen.Constant(Posture.Contested)), (1, Gen.Constant(Posture.Joint)), (1, Gen.Constant(Posture.Besieged)), (1, Gen.Constant(Posture.Left)))
        from one in Gen.Choose(0, 3)
        from step in Gen.Choose(1, 3)
        from teller in Gen.Elements("a", "b", "c", "")
        from side in Gen.Frequency((4, Gen.Constant<string?>(null)), (1, Gen.Elements<string?>(Parties)))
        from describes in Gen.Frequency((6, Gen.Constant(false)), (1, Gen.Constant(true)))
        from number in Gen.Choose(0, int.MaxValue)
        let holders = posture is Posture.Contested or Posture.Joint ? new[] { Parties[one], Parties[(one + step) % 4] } : [Parties[one]]
        select new ControlClaim($"{number}-{day}-{one}-{teller}", holders, posture, $"{Core.Time.Days.Date(day):yyyy-MM-dd}", day, day + length, Source: teller, Side: side is null ? null : [side], DescribesState: describes && length > 0);

    private static readonly Arbitrary<ControlClaim[]> Claims = Gen.Choose(1, 9).SelectMany(OneClaim.ArrayOf).Select(claims => claims.DistinctBy(claim => claim.Key).ToArray()).ToArbitrary();

    [Fact]
    public void The_order_in_which_claims_are_given_does_not_matter() => Try(claims =>
    {
        var (one, other) = (History(claims), History([.. claims.Reverse()]));
        return Text(one) == Text(other);
    });

    [Fact]
    public void Nobody_contests_a_place_alone() => Try(claims =>
        History(claims).Holdings.All(holding => holding.Posture != Posture.Contested || holding.Holders.Distinct().Count() > 1));

    [Fact]
    public void Days_never_fall_from_holding_to_holding_and_each_begins_before_it_is_sure() => Try(claims =>
    {
        var holdings = History(claims).Holdings;
        return holdings.All(holding => holding.MayFrom <= holding.SureFrom) && holdings.Zip(holdings.Skip(1)).All(pair => pair.First.MayFrom <= pair.Second.MayFrom && pair.First.SureFrom <= Math.Max(pair.Second.MayFrom, pair.First.MayFrom));
    });

    [Fact]
    public void Whoever_holds_a_place_on_a_day_was_named_there_by_a_claim_of_that_day_or_of_the_three_after_it() => Try(claims =>
    {
        var history = History(claims);
        return Enumerable.Range(16_998, 70).All(day => history.On(day) is not { } answer || answer.Holders.All(holder => claims.Any(claim =>
            claim.EarliestDay <= day + ControlRules.SameMomentDays && claim.Posture != Posture.Left && claim.Holders.Contains(holder))));
    });

    [Fact]
    public void No_claim_is_lost() => Try(claims =>
    {
        var history = History(claims);
        var told = history.Holdings.SelectMany(holding => holding.Claims.Concat(holding.Dissent)).Concat(history.Unconfirmed).Select(claim => claim.Key).ToHashSet();
        return claims.All(claim => told.Contains(claim.Key));
    });

    [Fact]
    public void No_holding_rests_on_what_is_not_confirmed() => Try(claims =>
    {
        var history = History(claims);
        return history.Unconfirmed.All(claim => history.Holdings.All(holding => !holding.Claims.Contains(claim) && !holding.Dissent.Contains(claim)));
    });

    private static void Try(Func<ControlClaim[], bool> holds) => Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(Claims, claims =>
    {
        Assert.True(holds(claims), "\n" + Text(claims) + "\nbecame\n" + Text(History(claims)));
    }));

    private static string Text(ControlClaim[] claims) => string.Join('\n', ControlRules.InOrder(claims).Select(claim =>
        $"{claim.Key}: {string.Join('+', claim.Holders)} {claim.Posture} {claim.EarliestDay}..{claim.LatestDay}{(claim.DescribesState ? " state" : "")}, side {string.Join('+', claim.Side ?? [])}"));

    private static string Text(PlaceTimeline history) => string.Join('\n', history.Holdings.Select(holding =>
        $"{string.Join('+', holding.Holders)} {holding.Posture} {holding.MayFrom} {holding.SureFrom} {holding.Rule} {string.Join(',', holding.Claims.Select(claim => claim.Key))} {string.Join(',', holding.Dissent.Select(claim => claim.Key))}")
        .Concat(history.Unconfirmed.Select(claim => claim.Key)));
}
