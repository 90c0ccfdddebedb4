namespace Map.Core.Tests.Reading;

/// <summary>Who did it and to whom, and how many that were, in sentences whose names are given as in <see cref="DraftFinderTests"/>.</summary>
public class DraftRolesTests
{
    [Theory]
    [InlineData("[a:A] arrested men of [a:B] in [p:Ariha].", "A initiator, B target")]
    [InlineData("[a:A] arrested [n:Samir Haddad] in [p:Ariha].", "A initiator, Samir Haddad victim")]
    [InlineData("The leader of [a:B] was arrested by [a:A] on [d:Monday].", "B victim, A initiator")]
    [InlineData("[a:A] released the leader of [a:B] on [d:Monday].", "A initiator, B party")]
    [InlineData("[a:A] arrested [f:nine] people accused of spying for [a:B] in [p:Ariha].", "A initiator, B party")]
    [InlineData("[a:A] arrested [f:nine] people in [p:Ariha] in what some took for a warning to [a:B].", "A initiator")]
    [InlineData("The [a:A] commander [n:Samir Haddad] was killed in [p:Ariha].", "A party, Samir Haddad victim")]
    [InlineData("Raids have been led by [a:A] in the north, with [a:B] arresting [f:nine] people in [p:Ariha].", "B initiator")]
    [InlineData("[a:A], along with [a:B], arrested [f:nine] people in [p:Ariha].", "A initiator, B initiator")]
    [InlineData("[n:Samir Haddad] was dismissed by [a:A] on [d:Monday].", "Samir Haddad target, A initiator")]
    [InlineData("Formed in [d:May], [a:A] was made of [a:B] and [a:C].", "A initiator, B party, C party")]
    [InlineData("[a:A] defected from [a:B] on [d:Monday].", "A initiator, B target")]
    [InlineData("[a:A] is in retreat in [p:Ariha].", "A initiator")]
    [InlineData("[a:A] have been able to capture [p:Ariha].", "A initiator")]
    public void A_name_has_the_role_that_the_words_around_it_give_it(string marked, string roles) =>
        Assert.Equal(roles, string.Join(", ", Assert.Single(DraftFinderTests.Drafts(marked)).Actors.Select(one => $"{one.Actor.Name} {one.Role}")));

    [Fact]
    public void Whoever_announces_a_deed_of_their_own_did_it_also_where_only_they_are_said()
    {
        var last = DraftFinderTests.Drafts("[a:A] is strong here. They also announced the capture of cells of [a:B] in [p:Ariha].")[^1];
        Assert.Equal(["B target", "A initiator"], last.Actors.Select(one => $"{one.Actor.Name} {one.Role}"));
    }

    [Fact]
    public void Who_arrests_for_reasons_reported_differently_is_no_claimant() =>
        Assert.Null(Assert.Single(DraftFinderTests.Drafts("[n:Samir Haddad] was arrested by [a:A] with a variety of reasons reported in [d:May].")).Claimant);

    [Theory]
    [InlineData("[n:Samir Haddad] was arrested in [p:Ariha].", 1)]
    [InlineData("[n:Samir Haddad] and [n:Nabil Qasim] were killed by [a:A] in [p:Ariha].", 2)]
    [InlineData("The leader of [a:B] was arrested by [a:A] on [d:Monday].", 1)]
    [InlineData("On [d:Monday] he was reportedly released.", 1)]
    [InlineData("[n:Samir Haddad] and several others were arrested in [p:Ariha].", null)]
    [InlineData("[a:A] arrested men of [a:B] in [p:Ariha].", null)]
    [InlineData("[n:Samir Haddad] fled to [p:Ariha].", null)]
    public void Persons_who_are_named_or_spoken_of_as_one_are_counted(string marked, int? persons) => Assert.Equal(persons, Assert.Single(DraftFinderTests.Drafts(marked)).Persons);

    [Theory]
    [InlineData("[p:Ariha] was captured by [a:A] on [d:Monday] and [p:Binnish] the [d:next day].", "Ariha Monday, Binnish next day")]
    [InlineData("[a:A] shelled [p:Ariha] on [d:Monday] and the town of [p:Binnish] on [d:Tuesday].", "Ariha Monday, Binnish Tuesday")]
    [InlineData("[a:A] captured [p:Ariha] and [p:Binnish] on [d:Monday].", "Ariha Monday")]
    public void A_place_with_a_day_of_its_own_behind_one_verb_is_an_event_of_its_own(string marked, string settings) =>
        Assert.Equal(settings, string.Join(", ", DraftFinderTests.Drafts(marked).Select(draft => $"{draft.Place!.Name} {draft.Date!.Text}")));
}
