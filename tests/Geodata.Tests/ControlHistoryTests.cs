using Map.Core.Control;
using Map.Core.Time;

namespace Geodata.Tests;

/// <summary>What the claims come to, place by place, under the rules of control.</summary>
public class ControlHistoryTests
{
    private static readonly Dictionary<string, string> Published = Geodata.Read("sources.csv").ToDictionary(s => s["key"], s => s["published_edtf"]);
    private static readonly Dictionary<string, string> Reliability = Geodata.Read("sources.csv").ToDictionary(s => s["key"], s => s["reliability"]);

    private static readonly ILookup<string, ControlClaim> Claims = Geodata.Read("control/control_claims.csv").ToLookup(c => c["place_key"], c =>
    {
        var span = EdtfText.Parse(c["date_edtf"]);
        return new ControlClaim(c["id"], Holders.Split(c["holders"]), Enum.Parse<Posture>(c["posture"], true), c["date_edtf"], span.EarliestDay, span.LatestDay,
            Reliability[c["source_key"]][0], (int)Geodata.Number(c["credibility"]),
            ControlRules.DescribesState(c["date_edtf"], span.EarliestDay, span.LatestDay, Published[c["source_key"]]));
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
    public void Every_place_with_claims_has_a_history()
    {
        Assert.All(Claims, place => Assert.NotEmpty(PlaceTimeline.From(place).Holdings));
    }

    [Fact]
    public void The_table_of_holders_agrees_with_the_names_in_the_program()
    {
        var table = Geodata.Read("control/holders.csv").Select(h => new Holder(h["id"], h["name"], h["name_ar"], h["short"], h["short_ar"]));

        Assert.Equal(Holders.Named, table);
    }
}
