using Map.Web.Features.Explore;
using Map.Web.Shared;

namespace Map.Web.Tests.Explore;

[Collection(nameof(Shipped))]
public class SearchTests(Shipped shipped)
{
    private async Task<IReadOnlyList<Found>> FindAsync(string typed, Language? language = null)
    {
        await using var db = await shipped.Dbs.CreateDbContextAsync();
        return (await SearchIndex.ReadAsync(db, default)).Find(typed, language ?? Language.English);
    }

    [Theory]
    [InlineData("Idlib")]
    [InlineData("Idleb")]
    [InlineData("IDLIB")]
    [InlineData("إدلب")]
    [InlineData("ادلب")]
    public async Task Idlib_is_found_by_any_spelling(string typed)
    {
        var first = (await FindAsync(typed))[0];
        Assert.Equal((FoundKind.Place, "Idlib"), (first.Kind, first.Name));
    }

    [Theory]
    [InlineData("Jolani")]
    [InlineData("Julani")]
    [InlineData("al-Jawlani")]
    [InlineData("الجولاني")]
    public async Task Jolani_is_found_by_any_spelling(string typed) =>
        Assert.Contains(await FindAsync(typed), found => found is { Kind: FoundKind.Actor, Name: "Abu Mohammad al-Jolani" });

    [Fact]
    public async Task A_find_by_another_spelling_says_which()
    {
        Assert.Equal("Idleb", (await FindAsync("Idleb"))[0].Matched);
        Assert.Null((await FindAsync("Idlib"))[0].Matched);
    }

    [Fact]
    public async Task Names_come_in_the_readers_language()
    {
        Assert.Equal("إدلب", (await FindAsync("Idlib", Language.Arabic))[0].Name);
        Assert.Null((await FindAsync("Idlib", Language.Arabic))[0].Matched);
    }

    [Theory]
    [InlineData("Qurashi", 3001)]
    [InlineData("death of Abu al-Hussein", 3001)]
    [InlineData("القرشي", 3001)]
    public async Task Titles_are_searched_word_by_word(string typed, long id) =>
        Assert.Contains(await FindAsync(typed), found => found.Kind == FoundKind.Event && found.Id == id);

    [Fact]
    public async Task When_an_event_was_is_told_in_words()
    {
        async Task<string?> When(Language language) => (await FindAsync("Protests against HTS in Saraqib", language)).First(found => found.Kind == FoundKind.Event).Detail;
        Assert.DoesNotContain("[", await When(Language.English), StringComparison.Ordinal);
        Assert.Contains("2017", await When(Language.English), StringComparison.Ordinal);
        Assert.Contains("تموز", await When(Language.Arabic), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("'; DROP TABLE Places; --")]
    [InlineData("zzzzqqqxx")]
    public async Task Nothing_is_found_where_nothing_is_named(string typed) => Assert.Empty(await FindAsync(typed));
}
