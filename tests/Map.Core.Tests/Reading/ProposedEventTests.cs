using Map.Core.Events;
using Map.Core.Reading;
using Map.Core.Time;

namespace Map.Core.Tests.Reading;

/// <summary>What a proposal takes over from the article as a whole.</summary>
public class ProposedEventTests
{
    private static readonly ReadIn Article = new(7, 3, DateSpan.Day(new(2018, 8, 22)), "An author", new("", 0, 0, "Syria", "syria", []));

    [Theory]
    [InlineData("2018-08", "[2018-08-01..2018-08-22]")]
    [InlineData("2018-08-20/2018-08-25", "2018-08-20/2018-08-22")]
    [InlineData("[2018-08-22..2018-08-24]", "2018-08-22")]
    [InlineData("2018-07", "2018-07")]
    [InlineData("2018-09", "2018-09")]
    public void Nothing_lies_after_the_article_that_tells_of_it(string said, string proposed)
    {
        var span = EdtfText.Parse(said);
        Assert.Equal(proposed, Of(Said("detention") with { Date = new("then", 0, 4, said, span.Earliest, span.Latest, DateMention.FromNothing) }).DateText);
    }

    [Fact]
    public void An_event_without_a_place_is_put_in_the_country_of_the_article_and_a_statement_nowhere()
    {
        var draft = Of(Said("detention"));
        Assert.Equal(("syria", "Syria", "country"), (draft.PlaceKey, draft.PlaceName, draft.Precision));
        Assert.Equal("", Of(Said("statement")).PlaceKey);
        Assert.Equal("ariha", Of(Said("detention") with { Place = new("Ariha", 0, 5, "Ariha", "ariha", []) }).PlaceKey);
    }

    [Theory]
    [InlineData("detention", false, "persons", "detained")]
    [InlineData("detention", true, "persons", "released")]
    [InlineData("killing", false, "persons", "killed")]
    [InlineData("clash", false, "operations", "attacks")]
    [InlineData("killing", false, "wounded", "injured")]
    public void A_number_counts_what_the_event_does(string type, bool release, string counts, string kind) =>
        Assert.Equal(kind, Assert.Single(Of(Said(type) with { IsRelease = release, Figures = [new("six", 0, 3, 6, null, null, counts)] }).Figures).Kind);

    [Fact]
    public void Operations_of_no_fight_and_persons_who_only_moved_are_not_counted()
    {
        Assert.Empty(Of(Said("politics") with { Figures = [new("six", 0, 3, 6, null, null, "operations")] }).Figures);
        Assert.Empty(Of(Said("movement") with { Figures = [new("six", 0, 3, 6, null, null, "persons")] }).Figures);
    }

    [Fact]
    public void Named_persons_are_a_figure_where_the_sentence_gives_none()
    {
        Assert.Equal(("detained", "1"), Of(Said("detention") with { Persons = 1 }).Figures.Select(figure => (figure.Kind, figure.Best)).Single());
        Assert.Equal("9", Of(Said("detention") with { Persons = 1, Figures = [new("nine", 0, 4, 9, null, null, "detained")] }).Figures.Single().Best);
    }

    private static DraftMention Said(string type) => new("words", 0, 5, type, "A title", null, null, [], [], null, DraftCertainty.Told);

    private static EventDraft Of(DraftMention said) => ProposedEvent.Of(said, Article, key => key == "syria" ? PlacePrecision.Country : PlacePrecision.Exact);
}
