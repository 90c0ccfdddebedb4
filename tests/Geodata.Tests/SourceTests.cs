using Map.Core.Time;

namespace Geodata.Tests;

public class SourceTests
{
    private static readonly string[] Kinds = ["dataset", "article", "encyclopaedia", "news", "monitor", "party-media", "statement"];

    [Fact]
    public void Every_source_says_who_where_when_how_reliable_and_under_which_licence()
    {
        var sources = Geodata.Read("sources.csv");

        Assert.Equal(sources.Count, sources.Select(s => s["key"]).Distinct().Count());
        Assert.All(sources, s =>
        {
            Assert.All(s.Values, Assert.NotEmpty);
            Assert.Contains(s["kind"], Kinds);
            Assert.Matches("^[A-F]$", s["reliability"]);
            Assert.Matches("^[a-z]{2}$", s["language"]);
            Assert.True(s["url"] == "unknown" || Uri.TryCreate(s["url"], UriKind.Absolute, out _), s["url"]);
            Assert.True(s["published_edtf"] == "unknown" || EdtfText.TryParse(s["published_edtf"], out _, out _), s["key"]);
        });
    }

    [Fact]
    public void The_articles_and_the_event_data_set_are_sources()
    {
        var keys = Geodata.Read("sources.csv").Select(s => s["key"]).ToHashSet();

        Assert.Superset(new HashSet<string> { "article-000", "article-001", "article-002", "article-003", "article-004", "ucdp-ged" }, keys);
    }
}
