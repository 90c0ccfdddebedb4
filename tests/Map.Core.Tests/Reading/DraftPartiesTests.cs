using Map.Core.Reading;

namespace Map.Core.Tests.Reading;

/// <summary>Parties that an event's own words do not name, in sentences whose names are given as in <see cref="DraftFinderTests"/>.</summary>
public class DraftPartiesTests
{
    private static readonly StandIns Known = new(new Lexicon([],
    [
        new("people", "Civilians", ["Civilians"], "civilians"), new("rebels", "Insurgents", ["Rebels"], "group"), new("loyal", "Pro-government forces", ["Pro-government forces"], "force"),
    ]));

    [Theory]
    [InlineData("[a:A] spoke of [n:Samir Haddad]. He arrested a man in [p:Ariha].", "Samir Haddad initiator")]
    [InlineData("[a:A] spoke of [n:Samir Haddad]. It arrested a man in [p:Ariha].", "A initiator")]
    [InlineData("[n:Samir Haddad] leads [a:A] here. The group arrested a man in [p:Ariha].", "A initiator")]
    [InlineData("[a:A] and [a:B] are at odds. The group arrested a man in [p:Ariha].", "A initiator")]
    [InlineData("[a:A] and [a:B] are at odds. A raid in [p:Ariha] killed members of the group.", "")]
    [InlineData("[a:A] is strong here. He arrested a man in [p:Ariha].", "")]
    public void A_pronoun_means_a_person_or_a_party_by_its_kind(string marked, string roles) => Assert.Equal(roles, Roles(marked));

    [Theory]
    [InlineData("[a:A] is strong here.", "The group arrested a man in [p:Ariha].", "A initiator")]
    [InlineData("[a:A] is strong here. It is said to pay well.", "Defections have hit the group, above all that of [n:Samir Haddad].", "A target, Samir Haddad initiator")]
    [InlineData("[a:A] is strong here. [a:B] is not.", "The group arrested a man in [p:Ariha].", "")]
    [InlineData("[a:A] is strong here.", "It arrested a man in [p:Ariha].", "")]
    public void The_only_group_of_a_paragraph_is_the_group_of_the_next(string first, string second, string roles) =>
        Assert.Equal(roles, Roles($"{first} This line is long enough that nobody takes it for a heading above the text, which it is not.\n\n{second}"));

    [Theory]
    [InlineData("[a:A] clashed with rebel factions in [p:Ariha].", "A initiator, Insurgents target")]
    [InlineData("Rebels lost much ground in [p:Ariha] to [a:A].", "Insurgents target, A initiator")]
    [InlineData("[a:A] and [a:B] clashed in [p:Ariha] before the rebel factions agreed.", "A initiator, B initiator")]
    [InlineData("[a:A] rebels captured [p:Ariha].", "A initiator")]
    [InlineData("[a:A] captured [p:Ariha], which the rebels' guns had hit.", "A initiator")]
    [InlineData("Pro-government militias captured [p:Ariha].", "Pro-government forces initiator")]
    [InlineData("Shelling by [a:A] killed [f:five] civilians in [p:Ariha].", "A initiator, Civilians victim")]
    [InlineData("[f:Five] civilians were killed in [p:Ariha] by [a:A].", "Civilians victim, A initiator")]
    [InlineData("Civilians fled [p:Ariha] on [d:Monday].", "Civilians initiator")]
    [InlineData("[a:A] shelled [p:Ariha], residents said.", "A initiator")]
    [InlineData("People took to the streets against [a:A] in [p:Ariha].", "A target, Civilians initiator")]
    [InlineData("Crowds marched in [p:Ariha] in protest at arrests by [a:A].", "A target, Civilians initiator")]
    public void Common_nouns_stand_for_parties_that_are_known_as_a_whole(string marked, string roles) => Assert.Equal(roles, Roles(marked));

    [Theory]
    [InlineData("[a:A] commander [n:Samir Haddad] came late. On [d:Monday] [n:Samir Haddad] was arrested by [a:B].", "Samir Haddad victim, B initiator, A party")]
    [InlineData("[n:Samir Haddad], the leader of [a:A], came late. [n:Samir Haddad] was killed in [p:Ariha].", "Samir Haddad victim, A party")]
    [InlineData("[n:Samir Haddad] was shot dead in [p:Ariha]. [n:Samir Haddad] is one of the founders of the [a:A].", "Samir Haddad victim, A party")]
    [InlineData("[n:Samir Haddad] is a well-known [a:A] commander. [n:Samir Haddad] released a video message.", "Samir Haddad initiator, A party")]
    [InlineData("[n:Samir Haddad] is an [a:A] commander. [n:Samir Haddad] fled to [p:Ariha].", "Samir Haddad initiator, A party")]
    [InlineData("[n:Samir Haddad] is an [a:A] commander. [n:Samir Haddad] moved to [p:Ariha].", "Samir Haddad initiator")]
    [InlineData("[n:Samir Haddad], a former leader of [a:A], came late. [n:Samir Haddad] was killed in [p:Ariha].", "Samir Haddad victim")]
    [InlineData("[n:Samir Haddad] was killed by members of [a:A] in [p:Ariha].", "Samir Haddad victim, A initiator")]
    public void What_happens_to_somebody_concerns_the_group_that_the_article_says_is_his(string marked, string roles) => Assert.Equal(roles, Roles(marked));

    [Fact]
    public void Whoever_sends_his_men_acts_by_them() =>
        Assert.Equal("A initiator, Samir Haddad party, Nabil Qasim victim", Roles("[n:Samir Haddad] is the leader of [a:A] here. On [d:Monday] [n:Samir Haddad] sent men who arrested [n:Nabil Qasim] in [p:Ariha]."));

    [Fact]
    public void They_too_leave_whom_the_others_of_the_paragraph_left() =>
        Assert.Equal("B initiator, A target", Roles("[n:Samir Haddad] defected from [a:A] on [d:Monday]. [a:B] has also defected."));

    [Theory]
    [InlineData("[n:Samir Haddad] released a message cursing [a:A] at length.", "Samir Haddad initiator, A target")]
    [InlineData("[n:Samir Haddad] gave an interview, saying that [a:A] had sold the mill.", "Samir Haddad initiator, A target")]
    [InlineData("[a:A] published what it called [n:Samir Haddad]'s confession in a video on [d:Monday].", "A initiator, Samir Haddad target")]
    [InlineData("[a:A] published a statement with [a:B] on [d:Monday].", "A initiator, B party")]
    [InlineData("People spoke of his admission, the first of its kind, that [a:A] had dealt with [a:B] before. [n:Samir Haddad] gave an interview on [d:Monday].", "Samir Haddad initiator, A target, B party")]
    public void A_statement_is_against_whom_it_blames(string marked, string roles) => Assert.Equal(roles, Roles(marked));

    [Theory]
    [InlineData("[n:Samir Haddad] was arrested by [a:A] on [d:Monday]. On [d:Tuesday] he was released.", "A initiator", "Samir Haddad party")]
    [InlineData("The leader of [a:B] was arrested by [a:A] on [d:Monday]. On [d:Tuesday] he was released.", "A initiator", "B party")]
    public void Whoever_is_let_go_is_let_go_by_those_who_held_him(string marked, params string[] roles) =>
        Assert.Equal(roles, DraftFinderTests.Drafts(marked)[^1].Actors.Select(one => $"{one.Actor.Name} {one.Role}").Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("[a:A] arrested a leader of [a:B], a [a:C]-aligned group, in [p:Ariha].", "A initiator, B victim")]
    [InlineData("[a:C]-aligned fighters of [a:A] captured [p:Ariha].", "C party, A initiator")]
    public void Whose_friend_a_party_is_said_to_be_has_no_part_in_it(string marked, string roles) => Assert.Equal(roles, Roles(marked));

    private static string Roles(string marked) => string.Join(", ", DraftFinderTests.Drafts(marked, Known)[^1].Actors.Select(one => $"{one.Actor.Name} {one.Role}"));
}
