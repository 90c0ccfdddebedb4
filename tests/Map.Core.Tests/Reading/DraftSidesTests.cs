using Map.Core.Reading;

namespace Map.Core.Tests.Reading;

/// <summary>Who fights whom over more than one clause or sentence, in sentences whose names are given as in <see cref="DraftFinderTests"/>.</summary>
public class DraftSidesTests
{
    [Fact]
    public void Who_gives_way_before_an_attack_is_whom_it_is_on()
    {
        var drafts = DraftFinderTests.Drafts("In the face of the ongoing offensive of [a:A] in [p:Ariha], [a:B] is in retreat.");
        Assert.Equal(["clash: A initiator, B target", "movement: B initiator, A party"], drafts.Select(draft => $"{draft.Type}: {Roles(draft)}"));
        Assert.Contains("A and B", drafts[0].Title, StringComparison.Ordinal);
    }

    [Fact]
    public void An_attacker_who_is_only_faced_has_to_do_with_the_retreat() =>
        Assert.Equal("A party, B initiator", Roles(DraftFinderTests.Drafts("Facing fierce attacks by [a:A], [a:B] had to withdraw from [p:Ariha].")[^1]));

    [Theory]
    [InlineData("[a:A] captured [p:Binnish].", "A initiator, B target")]
    [InlineData("Two villages have been seized as well.", "A initiator, B target")]
    [InlineData("[a:A] captured [p:Binnish] from [a:C].", "A initiator, C target")]
    [InlineData("[a:C] captured [p:Binnish].", "C initiator")]
    [InlineData("The villages were captured by [a:C].", "C initiator")]
    public void Ground_is_taken_in_the_fight_that_the_paragraph_tells_of(string second, string roles) =>
        Assert.Equal(roles, Roles(DraftFinderTests.Drafts($"[a:A] attacked [a:B] near [p:Ariha]. {second}")[^1]));

    [Fact]
    public void Whoever_takes_ground_beside_the_attacker_fights_in_the_attack() =>
        Assert.Equal("A initiator, B target, C initiator", Roles(DraftFinderTests.Drafts("[a:A] attacked [a:B] near [p:Ariha]. [a:A] and [a:C] captured [p:Binnish].")[0]));

    [Fact]
    public void The_next_paragraph_tells_of_another_fight() =>
        Assert.Equal("A initiator", Roles(DraftFinderTests.Drafts("[a:A] attacked [a:B] near [p:Ariha]. Nobody who lives there had thought that it could come to this, for they had shared the mill.\n\n[a:A] captured [p:Binnish].")[^1]));

    [Theory]
    [InlineData("[n:Samir Haddad] fled to where nobody knew him. Held by [a:A], [p:Ariha] was safe.", "Ariha", "Samir Haddad initiator, A party")]
    [InlineData("[n:Samir Haddad] fled to where nobody knew him. [p:Ariha] and [p:Binnish] were safe.", null, "Samir Haddad initiator")]
    [InlineData("[n:Samir Haddad] fled on foot. [a:A] shelled [p:Ariha].", null, "Samir Haddad initiator")]
    public void A_way_ends_where_the_next_sentence_is(string marked, string? place, string roles)
    {
        var draft = DraftFinderTests.Drafts(marked)[0];
        Assert.Equal((place, roles), (draft.Place?.Name, Roles(draft)));
    }

    private static string Roles(DraftMention draft) => string.Join(", ", draft.Actors.Select(one => $"{one.Actor.Name} {one.Role}"));
}
