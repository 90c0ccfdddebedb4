using Map.Core.Events;

namespace Map.Core.Tests.Events;

public class EventMergeTests
{
    private static EventDraft Draft(string title, string date = "2018-01-05") => new() { Id = 1, Type = "clash", Title = title, DateText = date, PlaceKey = "azaz", PlaceName = "Azaz", Version = Guid.NewGuid() };

    private static DraftClaim Claim(string says, long source = 1, string who = "a witness") => new() { RowId = 7, Says = says, ClaimantText = who, SourceId = source, SourceKey = $"s{source}" };

    private static DraftActor Actor(long id, string role) => new() { ActorId = id, ActorKey = $"a{id}", Name = $"Actor {id}", Role = role };

    private static EventMerge Merge(EventDraft one, EventDraft other) => new(one, other, arabic: false);

    private static MergeField Field(EventMerge merge, string id) => merge.Fields.Single(field => field.Id == id);

    [Fact]
    public void What_one_does_not_say_is_taken_from_the_other_and_the_record_that_stays_keeps_its_id_and_version()
    {
        var (one, other) = (Draft("Clash near Azaz"), Draft("Fighting at Azaz"));
        (other.TitleAr, other.Description, other.Id) = ("اشتباك", "What happened", 2);
        var merged = Merge(one, other).Merged("twice");
        Assert.Equal((1L, one.Version, "Clash near Azaz", "اشتباك", "What happened", "twice"), (merged.Id, merged.Version, merged.Title, merged.TitleAr, merged.Description, merged.Reason));
    }

    [Fact]
    public void The_more_precise_date_stands_with_its_own_words_and_anchor()
    {
        var (one, other) = (Draft("A", "2018-01"), Draft("B", "2018-01-05"));
        (other.SourcePhrase, other.DateAnchor) = ("on Friday", "2018-01-08");
        var merge = Merge(one, other);
        Assert.Equal(MergeSide.Other, Field(merge, "Date").Side);
        var merged = merge.Merged("");
        Assert.Equal(("2018-01-05", "on Friday", "2018-01-08"), (merged.DateText, merged.SourcePhrase, merged.DateAnchor));
        Assert.Equal(MergeSide.This, Field(Merge(other, one), "Date").Side);
    }

    [Fact]
    public void The_more_closely_known_place_stands_whole()
    {
        var (one, other) = (Draft("A"), Draft("B"));
        (one.Precision, other.Precision, other.PlaceKey, other.PlaceName, other.Coordinates) = ("district", "exact", "", "the bridge", "36.6, 37.05");
        var merged = Merge(one, other).Merged("");
        Assert.Equal(("", "the bridge", "36.6, 37.05", "exact"), (merged.PlaceKey, merged.PlaceName, merged.Coordinates, merged.Precision));
        // A point of which nobody says more than that it exists is no place.
        (other.PlaceName, other.Coordinates) = ("somewhere", "");
        Assert.Equal("azaz", Merge(one, other).Merged("").PlaceKey);
    }

    [Fact]
    public void Actors_are_joined_and_a_plain_party_gives_way_to_the_same_actor_in_a_role()
    {
        var (one, other) = (Draft("A"), Draft("B"));
        one.Actors = [Actor(1, "party"), Actor(2, "target")];
        other.Actors = [Actor(1, "initiator"), Actor(2, "party"), Actor(3, "victim"), Actor(2, "target")];
        var merge = Merge(one, other);
        Assert.Equal([(1L, "initiator"), (2L, "target"), (3L, "victim")], merge.Merged("").Actors.Select(actor => (actor.ActorId!.Value, actor.Role)));
        Assert.Equal([MergeSide.Both, MergeSide.Both, MergeSide.Other], merge.Actors.Select(row => row.From));
        merge.Actors[2].Stands = false;
        Assert.Equal(2, merge.Merged("").Actors.Count);
    }

    [Fact]
    public void Claims_are_joined_without_exact_repeats_and_a_repeat_gives_what_the_other_lacks()
    {
        var (one, other) = (Draft("A"), Draft("B"));
        one.Claims = [Claim("It was so")];
        var repeat = Claim(" It was so ");
        (repeat.RowId, repeat.Quote, repeat.ArticleId, repeat.QuoteStart, repeat.SaidOn, repeat.Credibility) = (9, "so it was", 4, 11, "2018-01-06", 2);
        var denial = Claim("It was so");
        (denial.RowId, denial.Denies) = (10, true);
        other.Claims = [repeat, Claim("It was so", source: 2), denial];
        var merged = Merge(one, other).Merged("");
        Assert.Equal([7, null, null], merged.Claims.Select(claim => claim.RowId));
        var first = merged.Claims[0];
        Assert.Equal(("so it was", 4L, 11, "2018-01-06", 2, "It was so"), (first.Quote, first.ArticleId!.Value, first.QuoteStart!.Value, first.SaidOn, first.Credibility, first.Says));
        // The two records themselves are not written into.
        Assert.Equal((9L, ""), (repeat.RowId!.Value, one.Claims[0].Quote));
    }

    [Theory]
    [InlineData("3", "", "", "5", "3–5")]
    [InlineData("8", "8", "5", "12", "8 (5–12)")]
    [InlineData("2", "", "", "2", "")]
    public void Different_figures_of_one_kind_become_the_range_that_holds_both(string best, string otherBest, string otherLow, string otherHigh, string words)
    {
        var (one, other) = (Draft("A"), Draft("B"));
        one.Figures = [new() { Kind = "killed", Best = best }];
        other.Figures = [new() { Kind = "killed", Low = otherLow, Best = otherBest.Length > 0 || otherLow.Length > 0 ? otherBest : otherHigh, High = otherLow.Length > 0 ? otherHigh : "" }, new() { Kind = "injured", Best = "4" }];
        var merge = Merge(one, other);
        Assert.Equal(words.Length > 0 ? words : null, Field(merge, "Figures/killed").Both);
        var merged = merge.Merged("");
        Assert.Equal(words.Length > 0 ? words : best, merged.Figures.Single(figure => figure.Kind == "killed").Read()!.Words(false));
        Assert.Equal("4", merged.Figures.Single(figure => figure.Kind == "injured").Best);
    }

    [Fact]
    public void An_end_that_one_of_two_figures_leaves_open_stays_open()
    {
        Assert.Equal(new Figures("killed", 5, 9, null), MergeFigures.Range(new("killed", 5, null, null), new("killed", null, 9, null)));
        Assert.Null(MergeFigures.Range(new("killed", 5, null, null), new("killed", null, null, 12)));
    }

    [Fact]
    public void Every_field_can_be_chosen_and_what_readers_saw_of_either_stays_public()
    {
        var (one, other) = (Draft("A"), Draft("B"));
        (other.Status, one.Description, other.Description, other.Type) = ("published", "here", "there", "strike");
        (other.GradeSet, other.GradeReason) = ("contested", "both deny it");
        var merge = Merge(one, other);
        Assert.Equal(("published", "clash", "here", ""), merge.Merged("") is var before ? (before.Status, before.Type, before.Description, before.GradeSet) : default);
        foreach (var field in merge.Fields.Where(field => field.Differs)) { field.Side = field.Both is null ? MergeSide.Other : MergeSide.Both; }
        var merged = merge.Merged("");
        Assert.Equal(("B", "strike", "here\n\nthere", "contested", "both deny it"), (merged.Title, merged.Type, merged.Description, merged.GradeSet, merged.GradeReason));
    }

    [Fact]
    public void Whoever_asked_that_readers_be_told_less_of_the_place_is_not_overruled_and_private_notes_are_joined()
    {
        var (one, other) = (Draft("A"), Draft("B"));
        (other.PublicPrecision, one.PrivateNote, other.PrivateNote) = ("governorate", "ours", "theirs");
        Assert.Equal(("governorate", "ours\n\ntheirs"), Merge(one, other).Merged("") is var merged ? (merged.PublicPrecision, merged.PrivateNote) : default);
        one.PublicPrecision = "district";
        Assert.Equal("governorate", Merge(one, other).Merged("").PublicPrecision);
        Assert.Equal("governorate", Merge(other, one).Merged("").PublicPrecision);
    }

    [Fact]
    public void Choices_survive_that_the_records_are_read_again()
    {
        var (one, other) = (Draft("A"), Draft("B"));
        (one.Claims, other.Claims) = ([Claim("First")], [Claim("Second"), Claim("Third")]);
        var before = Merge(one, other);
        Field(before, "Title").Side = MergeSide.Other;
        before.Claims.Single(row => row.Value.Says == "Second").Stands = false;
        one.Title = "A, edited";
        other.Claims.Insert(0, Claim("New"));
        var again = Merge(one, other);
        again.ChooseAs(before);
        Assert.Equal("B", again.Merged("").Title);
        Assert.Equal(["First", "New", "Third"], again.Merged("").Claims.Select(claim => claim.Says));
    }
}
