using Map.Core.Reading;

namespace Map.Core.Tests.Reading;

/// <summary>Drafts of sentences whose names are given: [p:…] a place, [a:…] an actor, [n:…] a person, [d:…] a date, [f:…] a figure.</summary>
public class DraftFinderTests
{
    /// <summary>A line alone would be taken for a heading.</summary>
    private const string Rest = " The people who spoke to us about it live nearby, and all of them asked that their names be left out of what we write, for they have to stay.";

    [Theory]
    [InlineData("[a:Warplanes of A] struck a market in [p:Ariha] on [d:Monday].", "strike")]
    [InlineData("Two rockets landed near [p:Ariha].", "strike")]
    [InlineData("[a:A] fighters clashed with [a:B] north of [p:Ariha].", "clash")]
    [InlineData("A car bomb exploded in [p:Ariha], killing [f:six] people.", "explosion")]
    [InlineData("[n:Samir Haddad] was shot dead in [p:Ariha].", "killing")]
    [InlineData("Gunmen shot a baker to death in [p:Ariha] on [d:Monday].", "killing")]
    [InlineData("Unknown gunmen opened fire on [n:Samir Haddad], a guard who had defected from [a:A], in [p:Ariha].", "killing")]
    [InlineData("Attacks in [p:Ariha] claimed the lives of [f:six] bakers.", "killing")]
    [InlineData("[n:Samir Haddad] succumbed to his wounds in [p:Ariha].", "killing")]
    [InlineData("The assault on [d:Monday] targeted a convoy of [a:A] near [p:Ariha].", "clash")]
    [InlineData("[a:A] succeeded in driving [a:B] out of [p:Ariha].", "control-change")]
    [InlineData("[n:Samir Haddad] was shot on [d:Monday].", "killing")]
    [InlineData("[n:Samir Haddad] was shot to death on the road.", "killing")]
    [InlineData("[a:A] detained [f:12] teachers in [p:Ariha].", "detention")]
    [InlineData("[a:A] released [f:12] prisoners on [d:Monday].", "detention")]
    [InlineData("[a:A] captured [f:three] members of a cell in [p:Ariha].", "detention")]
    [InlineData("[a:A] captured the village of [p:Ariha].", "control-change")]
    [InlineData("[a:A] took [p:Ariha] from [a:B] on [d:Monday].", "control-change")]
    [InlineData("[a:A] withdrew from [p:Ariha].", "movement")]
    [InlineData("A convoy of [a:A] entered [p:Syria] on [d:Monday].", "movement")]
    [InlineData("Residents of [p:Ariha] took to the streets on [d:Monday].", "protest")]
    [InlineData("[a:A] and [a:B] signed a ceasefire on [d:Monday].", "politics")]
    [InlineData("[a:A] released a video message on [d:Monday].", "statement")]
    [InlineData("[p:Ariha] was brought under control by [a:A].", "control-change")]
    [InlineData("[a:A] imposed a siege on [p:Ariha].", "control-change")]
    [InlineData("Crowds marched in [p:Ariha] on [d:Monday].", "protest")]
    [InlineData("The body of a shepherd was found near [p:Ariha].", "killing")]
    [InlineData("[a:A] said that [f:nine] men of [a:B] were neutralised.", "killing")]
    [InlineData("In [d:May] he was seized by [a:A].", "detention")]
    [InlineData("[a:A] launched two counterattacks near [p:Ariha].", "clash")]
    [InlineData("The fighting moved to [p:Ariha] on [d:Monday].", "clash")]
    [InlineData("Missiles killed [f:nine] people in [p:Ariha].", "strike")]
    [InlineData("Buses carried [f:nine] fighters from [p:Ariha] to [p:Binnish].", "movement")]
    [InlineData("[a:A] and [a:B] reached an understanding in [p:Ariha].", "politics")]
    [InlineData("[a:A] announced on [d:Monday] that its fighters had repelled an attack.", "clash")]
    public void A_sentence_is_told_by_its_verb(string marked, string type) => Assert.Equal([type], Types(marked));

    [Theory]
    [InlineData("[a:A] may attack [p:Ariha].")]
    [InlineData("[a:A] would have captured [p:Ariha].")]
    [InlineData("[a:A] has not shelled [p:Ariha].")]
    [InlineData("If [a:A] captured [p:Ariha], the road would open.")]
    [InlineData("[a:A] failed to storm [p:Ariha].")]
    [InlineData("Those arrested came from [p:Ariha].")]
    [InlineData("[a:A] denied that its planes carried out the attack on [p:Ariha].")]
    [InlineData("[a:A] is strong in [p:Ariha].")]
    [InlineData("The [a:Shelling Brigade] is strong in [p:Ariha].")]
    public void What_did_not_happen_is_no_event(string marked) => Assert.Empty(Types(marked));

    [Fact]
    public void A_sentence_that_tells_two_events_has_two_drafts_with_words_of_their_own()
    {
        var drafts = Drafts("[a:A] captured [p:Ariha] on [d:Monday] and entered [p:Saraqib] on [d:Tuesday]; [a:B] fighters withdrew to [p:Binnish].");
        Assert.Equal(["control-change", "control-change", "movement"], drafts.Select(draft => draft.Type));
        Assert.Equal(["Ariha", "Saraqib", "Binnish"], drafts.Select(draft => draft.Place?.Name));
        Assert.All(drafts.Zip(drafts.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
    }

    [Fact]
    public void Deaths_belong_to_the_strike_that_caused_them()
    {
        Assert.Equal(["strike"], Types("Shelling of [p:Ariha] killed [f:five] people."));
        Assert.Equal(["strike"], Types("[a:A] shelled [p:Ariha]. Two people were killed."));
        Assert.Equal(["strike", "killing"], Types("[a:A] shelled [p:Ariha]. Its leader was killed in [p:Binnish] on [d:Monday]."));
    }

    [Fact]
    public void A_death_behind_a_semicolon_with_a_day_of_its_own_is_told_beside_the_strike() =>
        Assert.Equal(["strike", "killing"], Types("A drone struck [p:Ariha] on [d:Monday]; [n:Samir Haddad] died of his wounds [d:three days later]."));

    [Fact]
    public void Deaths_told_for_a_later_day_are_an_event_of_their_own() =>
        Assert.Equal(["clash", "killing"], Types("[a:A] attacked [p:Ariha] on [d:Monday]. [d:Two days later], [n:Samir Haddad] of [a:B] said that more than [f:20] soldiers were killed."));

    [Fact]
    public void Clashes_that_break_out_after_a_killing_are_told_beside_it() =>
        Assert.Equal(["clash", "killing"], Types("Clashes broke out in [p:Ariha] between [a:A] and [a:B] after [n:Samir Haddad] was shot dead in [p:Binnish]."));

    [Fact]
    public void Place_and_date_go_over_to_the_next_sentence_of_a_paragraph_and_no_further()
    {
        var drafts = Drafts("On [d:Monday] [a:A] shelled [p:Ariha]. [a:B] fighters detained three men.\n\n[a:B] released a statement.");
        Assert.Equal(["Ariha", "Ariha", null], drafts.Select(draft => draft.Place?.Name));
        Assert.Equal(["Monday", "Monday", null], drafts.Select(draft => draft.Date?.Text));
    }

    [Fact]
    public void Who_did_it_stands_before_an_active_verb_and_behind_by()
    {
        Assert.Equal(["A initiator", "B victim"], Roles("[a:A] arrested a commander of [a:B] in [p:Ariha]."));
        Assert.Equal(["A victim", "B initiator"], Roles("[n:A]'s arrest in [p:Ariha] was carried out by [a:B]."));
        Assert.Equal(["A victim"], Roles("[n:A] died of his wounds in [p:Ariha]."));
        Assert.Equal(["C party"], Roles("Men loyal to [a:C] shelled a market in the [a:A]-held town of [p:Ariha]."));
        Assert.Equal(["A initiator"], Roles("[a:A] announced the arrest of a man in [p:Ariha]."));
        Assert.Equal(["B victim", "A initiator"], Roles("A commander of [a:B] was arrested by [a:A] in [p:Ariha]."));
    }

    [Theory]
    [InlineData("[a:A] shelled [p:Ariha].", null, DraftCertainty.Told)]
    [InlineData("[a:A] shelled [p:Ariha], according to [a:the Monitor].", "the Monitor", DraftCertainty.Claimed)]
    [InlineData("[a:The Monitor] said that [a:A] shelled [p:Ariha].", "The Monitor", DraftCertainty.Claimed)]
    [InlineData("Local media reported that [a:A] shelled [p:Ariha].", "Local media", DraftCertainty.Claimed)]
    [InlineData("[a:A] shelled [p:Ariha], residents said.", "residents", DraftCertainty.Claimed)]
    [InlineData("[a:A], a [a:B]-backed alliance, announced that [a:C] shelled [p:Ariha].", "A", DraftCertainty.Claimed)]
    [InlineData("[n:Samir Haddad] of [a:B] said that [a:C] shelled [p:Ariha].", "Samir Haddad", DraftCertainty.Claimed)]
    [InlineData("[a:A] reportedly shelled [p:Ariha].", null, DraftCertainty.Unsure)]
    public void Who_says_so_is_kept(string marked, string? claimant, DraftCertainty certainty)
    {
        var draft = Assert.Single(Drafts(marked));
        Assert.Equal(claimant, draft.Claimant?.Words);
        Assert.Equal(certainty, draft.Certainty);
    }

    [Fact]
    public void It_means_whom_the_sentence_before_named_and_a_sentence_of_others_takes_nobody_over()
    {
        Assert.Equal("A", Drafts("[a:A] is strong here. It arrested a man in [p:Ariha].")[^1].Actors.Single().Actor.Name);
        Assert.Empty(Drafts("[a:A] is strong here. Shopkeepers took to the streets in [p:Ariha].")[^1].Actors);
    }

    [Fact]
    public void Demonstrators_who_are_shot_at_are_no_protest() =>
        Assert.Equal(["clash"], Types("Soldiers of [a:A] opened fire on demonstrators in [p:Ariha]."));

    [Fact]
    public void The_title_is_made_of_names_and_our_own_words() =>
        Assert.Equal("Shelling in Ariha: A", Assert.Single(Drafts("At dawn [a:A] shelled the poor people of [p:Ariha].")).Title);

    private static List<string> Types(string marked) => [.. Drafts(marked).Select(draft => draft.Type)];

    private static IEnumerable<string> Roles(string marked) => Assert.Single(Drafts(marked)).Actors.Select(one => $"{one.Actor.Name} {one.Role}");

    internal static IReadOnlyList<DraftMention> Drafts(string marked, StandIns? known = null)
    {
        var text = "";
        var (places, dates, actors, figures) = (new List<PlaceMention>(), new List<DateMention>(), new List<ActorMention>(), new List<FigureMention>());
        foreach (var piece in marked.Split('[', ']'))
        {
            var (kind, words) = piece.Length > 1 && piece[1] == ':' ? (piece[0], piece[2..]) : (' ', piece);
            switch (kind)
            {
                case 'p': places.Add(new(words, text.Length, words.Length, words, null, [])); break;
                case 'd': dates.Add(new(words, text.Length, words.Length, "2018", new(2018, 1, 1), new(2018, 12, 31), DateMention.FromNothing)); break;
                case 'f': figures.Add(new(words, text.Length, words.Length, 1, null, null, "")); break;
                case 'a' or 'n': actors.Add(new(words, text.Length, words.Length, words, null, kind == 'n' ? "person" : "group")); break;
                default: break;
            }

            text += words;
        }

        return DraftFinder.Find(ArticleText.Of(text + Rest), places, dates, actors, figures, known: known);
    }
}
