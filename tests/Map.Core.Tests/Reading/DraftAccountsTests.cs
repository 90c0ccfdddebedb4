using Map.Core.Events;
using Map.Core.Reading;

namespace Map.Core.Tests.Reading;

/// <summary>What several people say of one event, in sentences whose names are given as in <see cref="DraftFinderTests"/>.</summary>
public class DraftAccountsTests
{
    private const string TwoDeaths = "On [d:Monday] [a:C] released a statement, claiming that [n:Samir Haddad] was killed by [a:A] on the way. This contradicts the account given by [n:Nabil Qasim], wherein he said that [a:B] had killed [n:Samir Haddad] elsewhere.";

    [Fact]
    public void Somebody_dies_once_and_who_killed_him_is_disputed_where_two_are_named()
    {
        var killings = Killings(TwoDeaths);
        Assert.Equal(2, killings.Count);
        Assert.All(killings, draft => Assert.Equal(["A party", "B party", "C claimant", "Nabil Qasim claimant", "Samir Haddad victim"], Roles(draft)));
        Assert.Equal(["Nabil Qasim"], killings[0].Accounts.Select(account => account.By.Words));
    }

    [Theory]
    [InlineData("[n:Samir Haddad] was killed by [a:A] in [p:Ariha]. [a:C] said that [a:A] had killed [n:Samir Haddad].", "A initiator, C claimant, Samir Haddad victim")]
    [InlineData("[n:Samir Haddad] was killed by [a:A] in [p:Ariha]. [a:C] said that [a:A] had killed [n:Nabil Qasim].", "A initiator, Samir Haddad victim")]
    public void Accounts_that_agree_dispute_nothing_and_of_another_nothing_is_taken(string marked, string roles) => Assert.Equal(roles, string.Join(", ", Roles(Killings(marked)[0])));

    [Fact]
    public void Whoever_denies_a_killing_has_an_account_of_it()
    {
        var first = Killings("[n:Samir Haddad] was killed by [a:A] in [p:Ariha]. [a:C] said that [a:A] had killed [n:Samir Haddad]. [a:A] denied this.")[0];
        Assert.Equal(["A claimant", "C claimant", "Samir Haddad victim"], Roles(first));
        Assert.Single(first.Denials);
    }

    [Fact]
    public void Another_account_becomes_a_claim_with_its_own_sentence_and_claimant()
    {
        var claims = ProposedEvent.Of(Killings(TwoDeaths)[0], new ReadIn(7, 3, null, "An author"), _ => PlacePrecision.Exact).Claims;
        Assert.Equal([("attribution", "C"), ("attribution", "Nabil Qasim")], claims.Select(claim => (claim.Field, claim.ClaimantText)));
        Assert.StartsWith("This contradicts", claims[1].Quote, StringComparison.Ordinal);
        Assert.Contains("B", claims[1].Says, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[n:Nabil Qasim] blamed [a:A] for withdrawing early.", "A initiator, Nabil Qasim claimant")]
    [InlineData("[n:Nabil Qasim] said that [a:A] withdrew early.", "A initiator, Nabil Qasim claimant")]
    [InlineData("[n:Nabil Qasim] said that [a:A] withdrew from [p:Binnish].", "A initiator")]
    [InlineData("[n:Nabil Qasim] said that [a:B] withdrew early.", "A initiator")]
    [InlineData("[n:Nabil Qasim] blamed [a:A] for shelling the mills.", "A initiator")]
    public void Who_only_says_again_what_was_told_gives_an_account_of_it(string second, string roles) =>
        Assert.Equal(roles, string.Join(", ", Roles(DraftFinderTests.Drafts($"[a:A] withdrew from [p:Ariha]. {second}")[0])));

    [Fact]
    public void One_who_tells_of_a_death_twice_gives_one_account_of_it() =>
        Assert.Single(Killings("[a:C] said that [a:A] had killed [n:Samir Haddad]. [n:Nabil Qasim] said that [a:B] had killed [n:Samir Haddad]. [n:Nabil Qasim] said that [a:B] shot [n:Samir Haddad] dead.")[0].Accounts);

    [Theory]
    [InlineData("[a:C] published a statement refuting [a:A]'s claim that [a:B] had killed [n:Samir Haddad].", "killing", "attribution A; attribution denied C")]
    [InlineData("[a:A] arrested a man in [p:Ariha] in what [a:C] said was a warning.", "detention", "event An author; motive C")]
    [InlineData("Interviewed by a newspaper, [n:Samir Haddad] affirmed on [d:Monday] that he had sold the mill.", "statement", "event An author; attribution Samir Haddad")]
    [InlineData("[a:A] reportedly arrested a man in [p:Ariha].", "detention", "event reports that the article does not name")]
    [InlineData("[a:A] was accused of arresting [n:Samir Haddad] in [p:Ariha].", "detention", "attribution accusers whom the article does not name")]
    [InlineData("[a:A] arrested a man in [p:Ariha].", "detention", "event An author")]
    public void Each_claim_is_of_whom_the_words_say_it_is(string marked, string type, string claims)
    {
        var said = DraftFinderTests.Drafts(marked).Single(draft => draft.Type == type);
        var said2 = type == "killing" ? said with { Accounts = [new("words", 0, 5, new("C", null), "A title", "attribution")] } : said;
        Assert.Equal(claims, string.Join("; ", ProposedEvent.Of(said2, new ReadIn(7, 3, null, "An author"), _ => PlacePrecision.Exact).Claims
            .Where(claim => claim.Quote != "words").Select(claim => $"{claim.Field} {(claim.Denies ? "denied " : "")}{claim.ClaimantText}")));
    }

    private static List<DraftMention> Killings(string marked) => [.. DraftFinderTests.Drafts(marked).Where(draft => draft.Type == "killing")];

    private static IEnumerable<string> Roles(DraftMention draft) => draft.Actors.Select(one => $"{one.Actor.Name} {one.Role}").Order(StringComparer.Ordinal);
}
