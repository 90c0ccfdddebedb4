using System.Text.RegularExpressions;
using Map.Core.Time;
using Row = System.Collections.Generic.IReadOnlyDictionary<string, string>;

namespace Geodata.Tests;

public class ControlTests
{
    private static readonly IReadOnlyList<Row> Claims = Geodata.Read("control/control_claims.csv");
    private static readonly IReadOnlyList<Row> Holders = Geodata.Read("control/holders.csv");

    private static readonly Dictionary<string, Row> Sources = Geodata.Read("sources.csv").ToDictionary(s => s["key"]);
    private static readonly Dictionary<string, Row> Places = Geodata.Read("gazetteer/places.csv").ToDictionary(p => p["key"]);

    [Fact]
    public void Every_claim_has_its_own_id_a_place_known_holders_and_a_known_posture()
    {
        var known = Holders.Select(h => h["id"]).ToHashSet();

        Assert.Equal(Claims.Count, Claims.Select(c => c["id"]).Distinct().Count());
        Assert.All(Claims, c =>
        {
            var holders = c["holders"].Split('+');
            Assert.True(Places[c["place_key"]]["kind"] is "city" or "town" or "village" or "neighbourhood" or "site", c["id"]);
            Assert.All(holders, h => Assert.Contains(h, known));
            Assert.Contains(c["posture"], new[] { "holds", "contested", "joint", "besieged", "left" });
            Assert.True(holders.Length > 1 == c["posture"] is "contested" or "joint", c["id"]);
        });
    }

    [Fact]
    public void Every_claim_has_a_source_somebody_who_says_so_and_a_credibility()
    {
        Assert.All(Claims, c =>
        {
            Assert.True(Sources.ContainsKey(c["source_key"]), c["id"]);
            Assert.NotEmpty(c["reported_by"]);
            Assert.Matches("^[1-6]$", c["credibility"]);
        });
    }

    [Fact]
    public void Every_date_parses_and_lies_in_the_years_the_sources_cover()
    {
        Assert.All(Claims, c =>
        {
            Assert.True(EdtfText.TryParse(c["date_edtf"], out var span, out var problem), $"{c["id"]}: {problem}");
            Assert.False(span.Lasted);
            Assert.InRange(span.Earliest!.Value.Year, 2011, 2024);
            Assert.InRange(span.Latest!.Value.Year, 2011, 2024);
        });
    }

    [Fact]
    public void Nobody_reports_a_claim_before_its_first_possible_day()
    {
        Assert.All(Claims, c =>
        {
            var published = Sources[c["source_key"]]["published_edtf"];
            if (published != "unknown")
            {
                Assert.True(EdtfText.Parse(published).Latest >= EdtfText.Parse(c["date_edtf"]).Earliest, c["id"]);
            }
        });
    }

    [Fact]
    public void No_claim_is_there_twice()
    {
        var same = Claims.GroupBy(c => (c["place_key"], c["date_edtf"], c["holders"], c["posture"], c["source_key"])).Where(g => g.Count() > 1);

        Assert.Empty(same);
    }

    [Fact]
    public void A_note_is_short_and_in_the_product_s_neutral_voice()
    {
        var loaded = new Regex(@"\b(regime|terrorist\w*|terrorism|martyr\w*|liberated)\b", RegexOptions.IgnoreCase);

        Assert.All(Claims.Concat(Holders), row =>
        {
            Assert.DoesNotMatch(loaded, row["note"]);
            Assert.True(row["note"].Split(' ').Length <= 14, row["note"]);
        });
    }

    [Fact]
    public void The_holders_come_in_their_fixed_order()
    {
        Assert.Equal(
            ["government-of-syria", "hts", "opposition", "sna", "sdf", "islamic-state", "ahrar-al-sham", "turkey"],
            Holders.Select(h => h["id"]));
        Assert.All(Holders, h => Assert.All(h.Values, Assert.NotEmpty));
    }

    [Theory]
    [InlineData("azaz", "sna", "2023-12-19", "article-000")]
    [InlineData("ras-al-ayn", "sna+turkey", "2019-10-20", null)]
    [InlineData("aleppo", "hts+opposition", "2024-11-30", null)]
    [InlineData("abu-al-duhur-airbase", "government-of-syria", "[2018-01,2018-02]", "article-003")]
    [InlineData("tremseh", "government-of-syria+opposition", "2012-07-12", "wikipedia-control-of-cities-during-the-syrian-civil-war")]
    [InlineData("tartus", "government-of-syria", "2023-09", "wikipedia-control-of-cities-during-the-syrian-civil-war")]
    public void What_a_source_says_is_a_claim(string place, string holders, string date, string? source) =>
        Assert.Contains(Claims, c => c["place_key"] == place && c["holders"] == holders && c["date_edtf"] == date && (source is null || c["source_key"] == source));
}
