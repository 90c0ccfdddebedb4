using Map.Core.Control;
using Map.Core.Time;

namespace Geodata.Tests;

/// <summary>What the claims come to, place by place, under the rules of control.</summary>
public class ControlHistoryTests
{
    private static readonly Dictionary<string, string> Published = Geodata.Read("sources.csv").ToDictionary(s => s["key"], s => s["published_edtf"]);
    private static readonly Dictionary<string, string> Reliability = Geodata.Read("sources.csv").ToDictionary(s => s["key"], s => s["reliability"]);

    private static readonly Dictionary<string, IReadOnlyList<string>> Sides = Geodata.Read("leanings.csv").ToDictionary(s => s["source_key"], s => Holders.Split(s["side"]));

    private static readonly ILookup<string, ControlClaim> Claims = Geodata.Read("control/control_claims.csv").ToLookup(c => c["place_key"], c =>
    {
        var span = EdtfText.Parse(c["date_edtf"]);
        return new ControlClaim(c["id"], Holders.Split(c["holders"]), Enum.Parse<Posture>(c["posture"], true), c["date_edtf"], span.EarliestDay, span.LatestDay,
            Reliability[c["source_key"]][0], (int)Geodata.Number(c["credibility"]),
            ControlRules.DescribesState(c["date_edtf"], span.EarliestDay, span.LatestDay, Published[c["source_key"]]), c["source_key"], Sides.GetValueOrDefault(c["source_key"]));
    });

    [Theory]
    [InlineData("azaz", "2012-07-01", null)]
    [InlineData("azaz", "2012-08-01", "opposition")]
    [InlineData("azaz", "2013-12-01", "islamic-state")]
    [InlineData("azaz", "2023-12-19", "sna")]
    [InlineData("idlib", "2014-06-01", "government-of-syria")]
    [InlineData("idlib", "2016-06-01", "opposition")]
    [InlineData("idlib", "2018-08-08", "hts")]
    [InlineData("idlib", "2024-02-01", "hts")]
    [InlineData("ras-al-ayn", "2015-01-01", "sdf")]
    [InlineData("ras-al-ayn", "2024-01-15", "sna+turkey")]
    [InlineData("abu-al-duhur-airbase", "2017-06-01", "opposition")]
    [InlineData("abu-al-duhur-airbase", "2018-03-01", "government-of-syria")]
    [InlineData("saraqib", "2017-12-01", "hts")]
    [InlineData("saraqib", "2020-03-10", "government-of-syria")]
    [InlineData("aleppo", "2014-01-01", "government-of-syria+opposition")]
    [InlineData("aleppo", "2018-01-01", "government-of-syria")]
    [InlineData("aleppo", "2024-12-01", "hts+opposition")]
    [InlineData("raqqa", "2016-01-01", "islamic-state")]
    [InlineData("harasta", "2012-12-01", "government-of-syria")]
    [InlineData("tartus", "2020-01-01", null)]
    [InlineData("tartus", "2023-10-01", "government-of-syria")]
    public void A_town_is_held_by_whom_the_sources_name(string place, string day, string? holders)
    {
        var timeline = PlaceTimeline.From(Claims[place]);

        var answer = timeline.On(Days.Of(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

        Assert.Equal(holders, answer is null ? null : string.Join('+', Holders.InOrder(answer.Now.Holders)));
    }

    [Fact]
    public void Every_place_with_claims_has_a_history_but_the_one_of_which_only_one_side_speaks()
    {
        Assert.Equal(["tell-tamer"], Claims.Where(place => PlaceTimeline.From(place).Holdings.Count == 0).Select(place => place.Key));
    }

    [Fact]
    public void These_claims_for_a_source_s_own_side_count_because_another_says_so_too()
    {
        var confirmed = Claims.SelectMany(place => PlaceTimeline.From(place).ConfirmedBy).ToDictionary(it => it.Key, it => it.Value.Edtf);

        Assert.Equal(
            [("jarabulus-2016-08-24-sna-turkey", "2023-09"), ("kafr-nabl-2020-02-25-government-of-syria", "2023-09"), ("saraqib-2020-02-06-government-of-syria", "2020-02-08"), ("saraqib-2020-03-02-government-of-syria", "2023-09")],
            confirmed.Select(it => (it.Key, it.Value)).Order());
    }

    [Fact]
    public void These_claims_for_a_source_s_own_side_are_confirmed_by_nobody_and_set_aside()
    {
        var unconfirmed = Claims.SelectMany(place => PlaceTimeline.From(place).Unconfirmed).Select(claim => claim.Key).Order(StringComparer.Ordinal);

        Assert.Equal(
            ["abu-kamal-2017-11-09-government-of-syria", "ain-issa-2019-10-14-government-of-syria-sdf", "manbij-2019-10-14-government-of-syria-sdf", "tabqa-2019-10-14-government-of-syria-sdf",
                "tell-rifaat-2024-12-01-sna", "tell-tamer-2019-10-14-government-of-syria-sdf"],
            unconfirmed);
    }

    [Fact]
    public void In_the_shipped_claims_every_contest_is_one_that_a_source_reports()
    {
        Assert.All(Claims.SelectMany(place => PlaceTimeline.From(place).Holdings), holding => Assert.NotEqual(ControlRule.Conflict, holding.Rule));
    }

    [Fact]
    public void Every_medium_of_a_party_and_every_statement_was_looked_at_for_a_side_and_has_a_reason()
    {
        var sources = Geodata.Read("sources.csv");
        var looked = Geodata.Read("leanings.csv");

        Assert.All(sources.Where(s => s["kind"] is "party-media" or "statement"), s => Assert.Contains(looked, row => row["source_key"] == s["key"]));
        Assert.All(looked, row =>
        {
            Assert.Contains(sources, s => s["key"] == row["source_key"]);
            Assert.All(Holders.Split(row["side"]), id => Assert.True(Holders.Order(id) < Holders.Named.Count, id));
            Assert.Equal(row["side"] == "", row["reason"].StartsWith("No side given: ", StringComparison.Ordinal));
            Assert.DoesNotMatch("(?i)regime|terrorist|martyr|liberated", row["reason"]);
        });
        Assert.Equal(looked.Count, looked.Select(row => row["source_key"]).Distinct().Count());
    }

    [Fact]
    public void The_table_of_holders_agrees_with_the_names_in_the_program()
    {
        var table = Geodata.Read("control/holders.csv").Select(h => new Holder(h["id"], h["name"], h["name_ar"], h["short"], h["short_ar"]));

        Assert.Equal(Holders.Named, table);
    }
}
