using Map.Web.Data;
using Map.Web.Features.Explore;
using Map.Web.Shared;

namespace Map.Web.Tests.Explore;

public class ClaimGroupTests
{
    private static ClaimRow Claim(string claimant, string? said, long source = 1, string field = "attribution") => new()
    {
        Field = field,
        ClaimantText = claimant,
        SaidEdtf = said,
        SourceId = source,
        Source = new SourceRow { Id = source, Title = "s", Reliability = "C" },
        Credibility = 3,
    };

    [Fact]
    public void Claims_stand_in_the_order_in_which_they_were_said_then_by_name()
    {
        var group = Assert.Single(ClaimGroup.Of([Claim("C", "2023-08"), Claim("B", "2023-08-03"), Claim("Z", "2023-04-30"), Claim("D", null), Claim("A", "2023-08-03")]));
        Assert.Equal(["Z", "A", "B", "C", "D"], group.Claims.Select(claim => claim.ClaimantText));
    }

    [Fact]
    public void Claims_by_one_source_do_not_confirm_each_other()
    {
        Assert.Equal("All three claims reach us through one source, so they do not confirm each other.", Sentence(1, 1, 1));
        Assert.Equal("Both claims reach us through one source, so they do not confirm each other.", Sentence(1, 1));
        Assert.StartsWith("Claims 1 and 3 reach us through one source", Sentence(1, 2, 1), StringComparison.Ordinal);
        Assert.StartsWith("Each claim reaches us through a source of its own", Sentence(1, 2, 3), StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_run_on_over_the_tables_of_a_card_so_that_one_on_the_map_means_one_claim()
    {
        var groups = ClaimGroup.Of([Claim("A", null, field: "motive"), Claim("B", null, field: "motive"), Claim("C", null, field: "date"), Claim("D", null), Claim("E", null), Claim("F", null)]);
        Assert.Equal([("attribution", 1), ("motive", 4)], groups.Where(group => group.IsSeveral).Select(group => (group.Field, group.FirstNumber)));
    }

    [Fact]
    public void The_author_of_an_article_is_named_in_the_readers_language()
    {
        var claim = Claim("the article's author", null);
        Assert.Equal("كاتب المقال", ClaimGroup.Claimant(claim, Language.Of("ar")));
        Assert.Equal("the article’s author", ClaimGroup.Claimant(claim, Language.English));
    }

    private static string Sentence(params long[] sources) =>
        ClaimGroup.Of(sources.Select((source, i) => Claim($"{(char)('A' + i)}", "2020-01-01", source)))[0].Independence(Language.English);
}
