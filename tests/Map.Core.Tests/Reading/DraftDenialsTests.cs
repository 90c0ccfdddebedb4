using Map.Core.Events;
using Map.Core.Reading;

namespace Map.Core.Tests.Reading;

/// <summary>Denials, in sentences whose names are given as in <see cref="DraftFinderTests"/>.</summary>
public class DraftDenialsTests
{
    [Theory]
    [InlineData("Warplanes of [a:A] struck a market in [p:Ariha] on [d:Monday]. [a:A] denied this.", "A")]
    [InlineData("[a:B] shelled [p:Ariha] on [d:Monday]. [n:Samir Haddad] of [a:B] denied that its guns had fired.", "Samir Haddad")]
    [InlineData("[a:A] killed [f:nine] people in [p:Ariha]. It denied any role.", "A")]
    [InlineData("Shells fell on [p:Ariha], and residents blamed [a:A], which denied it.", "A")]
    [InlineData("[a:A] arrested [n:Samir Haddad] in [p:Ariha]. [a:B] rejected the accusation.", "B")]
    [InlineData("[a:A] handed over [p:Ariha] to [a:B], killing nobody, and shelled [p:Binnish]. [a:C], which sided with [a:A], denied this.", "C")]
    [InlineData("[a:A] killed [n:Samir Haddad] in [p:Ariha]. The [a:Service] of [a:A] ([a:AB]) has issued a statement refuting the claim.", "Service")]
    [InlineData("[a:A] arrested [n:Samir Haddad] in [p:Ariha]. [a:A] has denied [a:B]'s claim.", "A")]
    public void Who_denies_what_was_told_before_is_kept_with_it(string marked, string denier) =>
        Assert.Equal([denier], DraftFinderTests.Drafts(marked).Where(draft => draft.Type != "statement").SelectMany(draft => draft.Denials).Select(denial => denial.By.Words));

    [Theory]
    [InlineData("[a:A] arrested [n:Samir Haddad] in [p:Ariha]. [a:A] denied him entry.")]
    [InlineData("[a:A] shelled [p:Ariha]. The operation denies [a:B] its access to the border.")]
    [InlineData("[a:A] shelled [p:Ariha]. [a:B] did not answer.")]
    [InlineData("[a:A] shelled [p:Ariha]. [a:A] denied that anybody had been arrested.")]
    [InlineData("[a:A] shelled [p:Ariha]. Prices rose, as everybody knows who lives there. [a:B] denies this.")]
    [InlineData("[a:A] shelled [p:Ariha]. [a:B] denied that it had any mills.")]
    [InlineData("[a:A] said that [a:B] shelled [p:Ariha]. [a:A] denied that anybody was arrested.")]
    public void What_denies_nothing_that_was_told_is_left_aside(string marked) => Assert.All(DraftFinderTests.Drafts(marked), draft => Assert.Empty(draft.Denials));

    [Fact]
    public void A_denial_becomes_a_claim_that_denies_with_its_own_sentence()
    {
        var said = DraftFinderTests.Drafts("[a:A] shelled [p:Ariha] on [d:Monday]. [a:B] denied this.")[0];
        var claims = ProposedEvent.Of(said, new ReadIn(7, 3, null, "An author"), _ => PlacePrecision.Exact).Claims;
        Assert.Equal([(false, "An author"), (true, "B")], claims.Select(claim => (claim.Denies, claim.ClaimantText)));
        Assert.Equal(("B denied this.", 7L, 27, claims[0].Says), (claims[1].Quote, claims[1].ArticleId!.Value, claims[1].QuoteStart!.Value, claims[1].Says));
    }

    [Theory]
    [InlineData("Since [d:January] [f:300] people have been killed in [p:Ariha].", 0)]
    [InlineData("A total of [f:300] people have been arrested by [a:A] in [p:Ariha].", 0)]
    [InlineData("In the whole of [d:2020] it had counted [f:409] assassinations in [p:Ariha].", 0)]
    [InlineData("On [d:Monday] [f:300] people were arrested by [a:A] in [p:Ariha].", 1)]
    public void What_is_counted_up_over_a_time_is_no_event(string marked, int drafts) => Assert.Equal(drafts, DraftFinderTests.Drafts(marked).Count);
}
