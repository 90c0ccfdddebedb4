using Map.Web.Canvas;
using Map.Web.Packs;
using Map.Web.Shared;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Map.Web.Tests.Packs;

public class MapAddressTests
{
    [Fact]
    public void An_address_is_read_whole()
    {
        var read = MapAddress.ReadStrictly(Query("date=2019-11-01&window=7d&at=35.9,36.9,8&box=34.6,35.5,37.2,39&layers=places,control&series=un-map&types=strike,clash&actors=hts,sdf&lineage=1&sources=a&governorates=SY02&disputed=1&grade=firm&text=%20market%20&event=12&known=2026-10-01&lang=ar"), []);

        Assert.Equal(["grade"], read.Problems.Select(problem => problem.Parameter));
        Assert.Equal(new DateOnly(2019, 11, 1), read.Date);
        Assert.Equal("7d", read.Window);
        Assert.Equal(new MapView(35.9, 36.9, 8), read.At);
        Assert.Equal(new MapBounds(34.6, 35.5, 37.2, 39), read.Box);
        Assert.Equal(["control", "places"], read.Layers);
        Assert.Equal(["clash", "strike"], read.Types);
        Assert.Equal("un-map", read.Series);
        Assert.Equal(12, read.Event);
        Assert.Equal(new DateOnly(2026, 10, 1), read.Known);
        Assert.True(read.Language.IsArabic);
        Assert.Equal(["hts", "sdf"], read.Filters!.Actors);
        Assert.Equal("market", read.Filters.Text);
        Assert.True(read.Filters.Lineage && read.Filters.Disputed);
    }

    [Theory]
    [InlineData("date=2019-02-30", "date")]
    [InlineData("date=01.11.2019", "date")]
    [InlineData("date=0001-01-01", "date")]
    [InlineData("known=yesterday", "known")]
    [InlineData("window=0d", "window")]
    [InlineData("window=1000000d", "window")]
    [InlineData("at=35.9,36.9", "at")]
    [InlineData("at=NaN,36.9,8", "at")]
    [InlineData("at=35.9,36.9,1e9", "at")]
    [InlineData("box=34,36,34,38", "box")]
    [InlineData("box=-85,-180,85,180", "box")]
    [InlineData("layers=roads", "layers")]
    [InlineData("types=clash,rumour", "types")]
    [InlineData("series=../x", "series")]
    [InlineData("event=-1", "event")]
    [InlineData("disputed=yes", "disputed")]
    [InlineData("lineage=0", "lineage")]
    [InlineData("lang=fr", "lang")]
    [InlineData("lang=en&lang=ar", "lang")]
    [InlineData("colour=red", "colour")]
    public void What_is_not_understood_is_named_in_both_languages_and_left_out(string query, string parameter)
    {
        var problem = Assert.Single(MapAddress.ReadStrictly(Query(query), []).Problems);

        Assert.Equal(parameter, problem.Parameter);
        Assert.Contains(parameter, problem.Words(Language.English), StringComparison.Ordinal);
        Assert.Contains(parameter, problem.Words(Language.Arabic), StringComparison.Ordinal);
        // A page goes on with what is left.
        Assert.NotNull(MapAddress.Read(new Address("http://map.example/?" + query)));
    }

    [Fact]
    public void Another_reader_s_parameters_are_no_problem_and_long_values_are_not_repeated_whole()
    {
        Assert.Empty(MapAddress.ReadStrictly(Query("paper=a4&date=2019-11-01"), ["paper"]).Problems);
        Assert.True(Assert.Single(MapAddress.ReadStrictly(Query("date=" + new string('x', 4000)), []).Problems).English.Length < 200);
        Assert.True(Assert.Single(MapAddress.ReadStrictly(Query(new string('x', 4000) + "=1"), []).Problems).English.Length < 200);
    }

    [Fact]
    public void An_address_with_nothing_it_understands_shows_everything_and_one_that_names_nothing_shows_nothing()
    {
        Assert.Null(Read("layers=roads&types=rumour").Layers);
        Assert.Null(Read("layers=roads&types=rumour").Types);
        Assert.Empty(Read("layers=&types=").Layers!);
        Assert.Empty(Read("layers=&types=").Types!);
        Assert.Null(Read("lineage=1&text=%20").Filters);

        static MapAddress Read(string query) => MapAddress.Read(new Address("http://map.example/?" + query));
    }

    private static QueryCollection Query(string query) => new(QueryHelpers.ParseQuery(query));
}
