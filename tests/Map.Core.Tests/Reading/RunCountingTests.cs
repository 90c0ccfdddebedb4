using Map.Core.Events;

namespace Map.Core.Tests.Reading;

/// <summary>How corrections of titles and claims are counted.</summary>
public class RunCountingTests
{
    private static readonly EventDraft Wanted = new()
    {
        Type = "killing",
        Title = "A baker is killed",
        PlaceKey = "ariha",
        PlaceName = "Ariha",
        Actors = [new() { ActorKey = "a", Name = "Alpha", Role = "initiator" }],
    };

    [Theory]
    [InlineData("killing", "Killing in Ariha: Alpha", "ariha", "Ariha", "a", "Alpha", null)]
    [InlineData("killing", "Killing: Beta", "ariha", "Ariha", "b", "Beta", "names b")]
    [InlineData("killing", "Killing in Binnish: Alpha", "binnish", "Binnish", "a", "Alpha", "names binnish")]
    [InlineData("clash", "Clash in Ariha: Alpha", "ariha", "Ariha", "a", "Alpha", "another kind of event")]
    [InlineData("killing", "Killing: Alpha", "binnish", "Binnish", "a", "Alpha", null)]
    public void A_title_is_wrong_where_it_says_what_is_not_so(string type, string title, string place, string placeName, string actor, string actorName, string? fault) =>
        Assert.Equal(fault, TitleFacts.FaultOf(new() { Type = type, Title = title, PlaceKey = place, PlaceName = placeName, Actors = [new() { ActorKey = actor, Name = actorName, Role = "initiator" }] }, Wanted));

    [Theory]
    [InlineData("event a", "event a", 1, 0, 0, 0)]
    [InlineData("event a", "motive a", 0, 1, 0, 0)]
    [InlineData("event a", "event b", 0, 1, 0, 0)]
    [InlineData("event a", "motive b", 0, 0, 1, 1)]
    [InlineData("event a", "event a, motive a, motive b", 1, 0, 2, 0)]
    [InlineData("event a, event b", "event b", 1, 0, 0, 1)]
    public void A_claim_is_kept_corrected_added_or_taken_away(string proposed, string wanted, int kept, int corrected, int added, int removed) =>
        Assert.Equal(new ClaimSteps(kept, corrected, added, removed), ClaimSteps.Of(Claims(proposed), Claims(wanted)));

    [Fact]
    public void The_article_s_own_voice_is_no_claimant_and_all_who_are_only_described_are_one() =>
        Assert.Equal([ClaimAnswer.Author, ClaimAnswer.Author, ClaimAnswer.InWords, "a"],
            [ClaimAnswer.Of("event", null, null, false).Who, ClaimAnswer.Of("event", null, "the article's author (a daily)", false).Who, ClaimAnswer.Of("event", "", "local sources", false).Who, ClaimAnswer.Of("event", "a", "in a video", false).Who]);

    private static IEnumerable<ClaimAnswer> Claims(string words) => words.Split(", ").Select(one => one.Split(' ')).Select(one => new ClaimAnswer(one[0], one[1], false));
}
