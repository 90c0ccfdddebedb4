using Map.Core.Events;
using Map.Core.Places;
using Map.Core.Reading;
using Map.Core.Time;

namespace Map.Core.Tests.Reading;

/// <summary>What stands between a reading and the form that an editor corrects it in.</summary>
public class ReadingDeskRulesTests
{
    private const string Text = "Soldiers took the town of Azaz on Monday.\nBy Somebody\n\nMore than 30 people were killed there, the group said.";

    private static readonly DateOnly Today = new(2024, 6, 1);

    [Fact]
    public void A_text_is_kept_only_with_its_source_and_with_a_date_that_has_come()
    {
        Assert.Equal(["Text", "SourceId"], new PastedArticle().Check(Today).Select(problem => problem.Field));
        var pasted = new PastedArticle { Text = Text, SourceId = 3, Published = "14 May 2030" };
        Assert.Equal("Published", Assert.Single(pasted.Check(Today)).Field);
        pasted.Published = "14 May 2018";
        Assert.Empty(pasted.Check(Today));
        Assert.Equal("2018-05-14", pasted.ReadPublished()!.Edtf);
        pasted.Text = new string('a', PastedArticle.LongestText + 1);
        Assert.Equal("Text", Assert.Single(pasted.Check(Today)).Field);

        var added = new PastedArticle { Text = Text, NewSource = new() { Title = "A report", Published = "May 2018" } };
        Assert.Empty(added.Check(Today));
        Assert.Equal("2018-05", added.ReadPublished()!.Edtf);
    }

    [Fact]
    public void Of_a_web_page_the_article_is_taken_with_its_day_unless_one_is_typed()
    {
        var page = $"<html><head><meta property=\"article:published_time\" content=\"2018-05-14T10:00:00Z\"></head><body><article><p>{new string('x', 220)}</p></article><script>no()</script></body></html>";
        var pasted = new PastedArticle();
        pasted.Take(page);
        Assert.Equal((new string('x', 220), "2018-05-14"), (pasted.Text, pasted.Published));
        pasted.Published = "last week";
        pasted.Take(page);
        Assert.Equal("last week", pasted.Published);
        var added = new PastedArticle { NewSource = new() };
        added.Take(page);
        Assert.Equal("2018-05-14", added.NewSource.Published);
    }

    [Fact]
    public void Lines_are_cut_where_something_was_found_and_lose_no_letter()
    {
        var place = new PlaceMention("Azaz", 26, 4, "Azaz", "azaz", []);
        var date = new DateMention("Monday", 34, 6, "2018-05-14", null, null, DateMention.FromArticle);
        var said = new DraftMention("Soldiers took the town of Azaz on Monday.", 0, 41, "control-change", "Change", place, date, [], [], null, DraftCertainty.Told);
        var lines = ArticleLines.Of(Text, new ArticleReading([new(PartKind.Body, 0, 41), new(PartKind.Byline, 42, 11), new(PartKind.Body, 55, 56)], [place], [date], [], [], [said]));
        Assert.Equal([PartKind.Body, PartKind.Byline, PartKind.Body], lines.Select(line => line.Part));
        Assert.Equal(["Soldiers took the town of ", "Azaz", " on ", "Monday", "."], lines[0].Runs.Select(run => run.Text));
        Assert.Equal([null, place, null, date, null], lines[0].Runs.Select(run => run.Mention));
        // A first sentence may stand behind its date line.
        var dated = ArticleLines.Of(Text, new ArticleReading([new(PartKind.Byline, 0, 9), new(PartKind.Body, 9, 32), new(PartKind.Byline, 42, 11), new(PartKind.Body, 55, 56)], [], [], [], [], []));
        Assert.Equal(PartKind.Body, dated[0].Part);
        Assert.Equal([PartKind.Byline, PartKind.Body], dated[0].Runs.Select(run => run.Part));
        Assert.All(lines.SelectMany(line => line.Runs), run => Assert.Equal(run.Text, Text.Substring(run.Start, run.Text.Length)));
    }

    [Fact]
    public void A_proposal_becomes_a_draft_with_its_sentence_as_quote_and_where_it_stands()
    {
        var known = new ActorMention("the group", 0, 9, "A group", "a-group", "group");
        var unknown = known with { Name = "Nobody", Id = null };
        var said = new DraftMention(Text[55..], 55, Text.Length - 55, "killing", "Killing in Azaz", new("Azaz", 26, 4, "Azaz", "azaz", []), new("Monday", 34, 6, "2018-05-14", null, null, DateMention.FromArticle),
            [new(known, "initiator"), new(unknown, "target")], [new("30", 65, 2, 30, 30, null, "killed"), new("2", 0, 1, 2, null, null, "villages")], new("the group", known), DraftCertainty.Claimed);
        var draft = ProposedEvent.Of(said, new ReadIn(7, 3, DateSpan.Day(new(2018, 5, 15)), "An author"), _ => PlacePrecision.District);
        Assert.Equal(("killing", "2018-05-14", "2018-05-15", "Monday", "azaz", "district", "draft"), (draft.Type, draft.DateText, draft.DateAnchor, draft.SourcePhrase, draft.PlaceKey, draft.Precision, draft.Status));
        Assert.Equal("a-group", Assert.Single(draft.Actors).ActorKey);
        var figure = Assert.Single(draft.Figures);
        Assert.Equal(("killed", "30", ""), (figure.Kind, figure.Low, figure.Best));
        var claim = Assert.Single(draft.Claims);
        Assert.Equal(("a-group", "", 3L, Text[55..], 7L, 55), (claim.ClaimantKey, claim.ClaimantText, claim.SourceId!.Value, claim.Quote, claim.ArticleId!.Value, claim.QuoteStart!.Value));
        draft.Id = 1;
        Assert.Empty(draft.Check(new DraftContext(Today)));

        var told = ProposedEvent.Of(said with { Claimant = null, Place = null }, new ReadIn(7, 3, null, "An author"), _ => PlacePrecision.Exact);
        Assert.Equal(("An author", "country"), (told.Claims[0].ClaimantText, told.Precision));
    }

    [Fact]
    public void Words_marked_beside_the_quote_widen_it_and_words_elsewhere_are_a_claim_of_their_own()
    {
        var draft = new EventDraft { Claims = [new() { Quote = "took the town", ArticleId = 7, QuoteStart = 9, ClaimantText = "somebody", SourceId = 3 }] };
        CitedWords.Keep(draft, 7, Text, "DateText", 34, 6);
        Assert.Equal(("Monday", "took the town of Azaz on Monday", 9), (draft.SourcePhrase, draft.Claims[0].Quote, draft.Claims[0].QuoteStart!.Value));

        var spot = Text.IndexOf("30 people", StringComparison.Ordinal);
        CitedWords.Keep(draft, 7, Text, "Figures[0].Best", spot, 9);
        Assert.Equal(("figures", "30 people", spot, "somebody", 3L), (draft.Claims[1].Field, draft.Claims[1].Quote, draft.Claims[1].QuoteStart!.Value, draft.Claims[1].ClaimantText, draft.Claims[1].SourceId!.Value));
        Assert.Equal("took the town of Azaz on Monday", draft.Claims[0].Quote);

        CitedWords.Keep(draft, 7, Text, "Claims[0].Quote", 0, 8);
        Assert.Equal(("Soldiers", 0), (draft.Claims[0].Quote, draft.Claims[0].QuoteStart!.Value));
        CitedWords.Keep(draft, 7, Text, "Claims[0].Quote", Text.Length - 2, 9);
        Assert.Equal("Soldiers", draft.Claims[0].Quote);
    }
}
