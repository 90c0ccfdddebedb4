using Map.Core.Events;
using Map.Core.Time;

namespace Geodata.Tests;

/// <summary>The events of the five articles: whole, resolvable, dated, attributed.</summary>
public sealed class ArticlesTests
{
    private static readonly Dictionary<string, (int First, string Anchor)> Ranges = new()
    {
        ["000"] = (1000, "2024-01"),
        ["001"] = (2000, "2018-08-22"),
        ["002"] = (3000, "2023-08"),
        ["003"] = (4000, "[2018-01,2018-02]"),
        ["004"] = (5000, "[2017-09,2017-10]"),
    };

    public static TheoryData<string> Articles => [.. ArticlesFiles.Articles];

    public static TheoryData<string, long> Items => new()
    {
        { "000 Zakour flees to Azaz", 1001 },
        { "000 Zakour seized in Azaz, convoy stopped, freed", 1002 },
        { "000 Zakour's voice message", 1003 },
        { "000 Zakour's interview", 1004 },
        { "000 Zakour moves to Ras al-Ayn", 1005 },
        { "000 al-Qahtani detained", 1006 },
        { "000 300 arrests in Idlib", 1007 },
        { "000 alleged confessions published", 1008 },
        { "000 allegation of a planned coup", 1009 },
        { "000 al-Tali sidelined", 1010 },
        { "001 arrest of more than 30 announced", 2001 },
        { "001 Islamic State cells captured", 2002 },
        { "001 115 arrested, 200 names", 2003 },
        { "001 bomb makers captured", 2004 },
        { "001 six members of a cell executed", 2005 },
        { "001 leader of Firqat al-Ghuraba arrested", 2006 },
        { "001 leader of Firqat al-Ghuraba reportedly released", 2007 },
        { "001 al-Qanatri's arrest", 2008 },
        { "001 leader of Jaish al-Nukhba released", 2009 },
        { "001 amnesty on Eid al-Adha", 2010 },
        { "001 cell arrested in Khan Shaykhun", 2011 },
        { "001 leaflets", 2012 },
        { "001 defences", 2014 },
        { "001 recruitment", 2015 },
        { "002 death of al-Qurashi", 3001 },
        { "003 offensive in Idlib", 4001 },
        { "003 Abu al-Duhur air base", 4002 },
        { "003 Saraqib threatened", 4003 },
        { "003 withdrawals, competing claims", 4004 },
        { "003 seven suicide attacks", 4005 },
        { "003 two inghimasi operations", 4006 },
        { "003 demonstrations in Binnish", 4007 },
        { "003 two Free Syrian Army leaders released", 4008 },
        { "003 compensation", 4009 },
        { "004 HTS formed", 5001 },
        { "004 Ahrar al-Sham defeated", 5002 },
        { "004 Zenki leaves", 5003 },
        { "004 Jaish al-Ahrar leaves", 5004 },
        { "004 al-Muhaysini leaves", 5005 },
        { "004 al-Olayani leaves", 5006 },
        { "004 Abu Yasser al-Shami killed", 5007 },
        { "004 other assassinations", 5008 },
        { "004 protests in Saraqib", 5009 },
        { "004 protests in Maarat al-Numan", 5010 },
    };

    [Theory, MemberData(nameof(Items))]
    public void Every_item_asked_of_the_articles_is_there(string item, long id) =>
        Assert.True(ArticlesFiles.All.Any(happened => happened.Id == id), $"{item} ({id}) is missing");

    [Theory, MemberData(nameof(Articles))]
    public void Ids_stay_in_the_range_of_their_article(string article) =>
        Assert.All(ArticlesFiles.Of(article), happened => Assert.InRange(happened.Id, Ranges[article].First, Ranges[article].First + 999));

    [Fact]
    public void Ids_are_unique() =>
        Assert.Equal(ArticlesFiles.All.Count, ArticlesFiles.All.DistinctBy(happened => happened.Id).Count());

    [Fact]
    public void Types_precisions_roles_figures_and_states_are_known() =>
        Assert.All(ArticlesFiles.All, happened =>
        {
            Assert.Contains(happened.Type, EventTypes.All.Select(type => type.Id));
            Assert.Contains(happened.Precision, PlacePrecision.All.Select(precision => precision.Id));
            Assert.All(happened.Actors, actor => Assert.Contains(actor.Role, ActorRole.All.Select(role => role.Id)));
            Assert.All(happened.Figures, figure => Assert.Contains(figure.Kind, FigureKind.All.Select(kind => kind.Id)));
            Assert.All(happened.Claims, claim => Assert.Contains(claim.Field, (string[])["event", "attribution", "date", "place", "figures", "motive"]));
            Assert.Equal("published", happened.Status);
        });

    [Fact]
    public void Places_actors_and_sources_resolve()
    {
        var (places, sources) = (ArticlesFiles.Keys("gazetteer/places.csv"), ArticlesFiles.Keys("sources.csv"));
        var actors = ArticlesFiles.Actors.Select(actor => actor.Key).ToHashSet();
        Assert.All(ArticlesFiles.All, happened =>
        {
            Assert.True(happened.Place is null || places.Contains(happened.Place), $"{happened.Id}: no place {happened.Place}");
            Assert.All(happened.Actors, actor => Assert.Contains(actor.Actor, actors));
            Assert.All(happened.Claims, claim =>
            {
                Assert.True(claim.Place is null || places.Contains(claim.Place), $"{happened.Id}: no place {claim.Place}");
                Assert.True(claim.Claimant is null || actors.Contains(claim.Claimant), $"{happened.Id}: no actor {claim.Claimant}");
                Assert.True(sources.Contains(claim.Source), $"{happened.Id}: no source {claim.Source}");
            });
        });
    }

    [Fact]
    public void An_event_without_a_place_does_not_pretend_to_a_finer_one() =>
        Assert.All(ArticlesFiles.All.Where(happened => happened.Place is null), happened => Assert.Equal("country", happened.Precision));

    [Fact]
    public void An_actor_has_one_role_in_an_event() =>
        Assert.All(ArticlesFiles.All, happened => Assert.Equal(happened.Actors.Count, happened.Actors.DistinctBy(actor => actor.Actor).Count()));

    [Theory, MemberData(nameof(Articles))]
    public void Dates_parse_and_none_lies_after_its_article(string article)
    {
        var published = EdtfText.Parse(Ranges[article].Anchor).LatestDay;
        Assert.All(ArticlesFiles.Of(article), happened =>
        {
            Assert.Equal(Ranges[article].Anchor, happened.DateAnchor);
            Assert.True(EdtfText.Parse(happened.Date).LatestDay <= published, $"{happened.Id} could lie after its article");
            Assert.True(Words(happened.DatePhrase) <= 8, $"{happened.Id}: phrase too long");
            Assert.All(happened.Claims.SelectMany(claim => (string?[])[claim.When, claim.SaidOn]).OfType<string>(), date => EdtfText.Parse(date));
        });
    }

    [Fact]
    public void Every_event_has_a_claim_and_every_claim_a_claimant_and_a_digit() =>
        Assert.All(ArticlesFiles.All, happened =>
        {
            Assert.NotEmpty(happened.Claims);
            Assert.All(happened.Claims, claim =>
            {
                Assert.False(string.IsNullOrWhiteSpace(claim.Says));
                Assert.True(claim.Claimant is not null || claim.ClaimantText is not null, $"{happened.Id}: a claim without claimant");
                Assert.InRange(claim.Credibility, 1, 6);
            });
        });

    [Fact]
    public void Nobody_gives_two_answers_to_one_question_about_an_event() =>
        Assert.All(ArticlesFiles.All, happened => Assert.Equal(
            happened.Claims.Count,
            happened.Claims.DistinctBy(claim => (claim.Field, claim.Claimant, claim.Claimant is null ? claim.ClaimantText : null)).Count()));

    [Fact]
    public void What_is_denied_is_told_as_the_thing_denied() =>
        Assert.All(ArticlesFiles.All.SelectMany(happened => happened.Claims).Where(claim => claim.Denies), claim => Assert.DoesNotMatch(@"\b(not|no|never)\b", claim.Says));

    [Theory, MemberData(nameof(Articles))]
    public void The_article_itself_is_a_source_of_each_of_its_events(string article) =>
        Assert.All(ArticlesFiles.Of(article), happened => Assert.Contains($"article-{article}", happened.Claims.Select(claim => claim.Source)));

    [Fact]
    public void Figures_do_not_contradict_themselves() =>
        Assert.All(ArticlesFiles.All.SelectMany(happened => happened.Figures), figure =>
        {
            int?[] known = [.. ((int?[])[figure.Low, figure.Best, figure.High]).Where(number => number is not null)];
            Assert.NotEmpty(known);
            Assert.Equal(known.Order(), known);
            Assert.All(known, number => Assert.True(number >= 0));
        });

    [Fact]
    public void The_death_of_al_Qurashi_is_one_event_with_three_competing_claims()
    {
        var death = Assert.Single(ArticlesFiles.All, happened => happened.Actors.Any(actor => actor is { Actor: "abu-al-hussein-al-husseini-al-qurashi", Role: "victim" }));
        Assert.Equal("[..2023-08-03]", death.Date);
        Assert.Equal(["islamic-state", "recep-tayyip-erdogan", "hts-general-security-service"], death.Claims.Select(claim => claim.Claimant));
        Assert.All(death.Claims, claim => Assert.Equal("attribution", claim.Field));
        Assert.Equal([3, 3, 6], death.Claims.Select(claim => claim.Credibility));
        Assert.Equal([false, false, true], death.Claims.Select(claim => claim.Denies));
    }

    [Fact]
    public void The_withdrawals_of_HTS_have_three_claimants_who_disagree_on_the_reason()
    {
        var reasons = ArticlesFiles.All.Single(happened => happened.Id == 4004).Claims.Where(claim => claim.Field == "motive").ToList();
        Assert.Contains(reasons, claim => claim.Claimant == "saleh-al-hamwi");
        Assert.Contains(reasons, claim => claim.Claimant == "abu-mohammad-al-jolani");
        Assert.Contains(reasons, claim => claim.ClaimantText?.Contains("joint statement", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void The_nineteenth_of_December_2023_is_certain_in_Azaz()
    {
        var azaz = Assert.Single(ArticlesFiles.All, happened => happened is { Place: "azaz", Date: "2023-12-19" });
        Assert.True(EdtfText.Parse(azaz.Date).IsOneDay);
        Assert.Equal("exact", azaz.Precision);
    }

    private static int Words(string? text) => text?.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length ?? 0;
}
