using Map.Core.Events;
using Map.Core.Reading;
using Map.Web.Data;
using Map.Web.Features.Read;
using Map.Web.Tests.EditEvents;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Tests.Read;

public class ReadingDeskTests
{
    private const string Text = "A report on Idlib\n\nBEIRUT - Turkish troops shelled a village near Azaz on Monday, killing five people, residents said. On Tuesday fighters of Hayat Tahrir al-Sham entered Idlib.";

    [Fact]
    public async Task A_text_is_kept_once_with_its_source_and_its_date()
    {
        using var desk = await Desk.OpenAsync();
        var save = new SaveArticle(desk.Database.Gate, TimeProvider.System);
        var request = Guid.NewGuid();
        var first = await save.RunAsync(Pasted(), Desk.Editor, request);
        Assert.Empty(first.Problems);
        Assert.Equal(first.Id, (await save.RunAsync(Pasted(), Desk.Editor, request)).Id);
        var again = await save.RunAsync(Pasted(), Desk.Editor, Guid.NewGuid());
        Assert.Equal((null, first.Id), (again.Id, again.Known));

        await using var db = desk.Database.Dbs.CreateDbContext();
        var row = await db.Articles.Include(it => it.Source).SingleAsync();
        Assert.Equal(("A wire story", "2018-05-14", "2018-05-14", Text), (row.Title, row.PublishedEdtf, row.Source!.PublishedEdtf, row.Text));
        Assert.DoesNotContain(await db.Revisions.ToListAsync(), line => line.New?.Contains("shelled a village", StringComparison.Ordinal) == true);
        Assert.Equal("SourceId", Assert.Single((await save.RunAsync(new() { Text = "x y" }, Desk.Editor, Guid.NewGuid())).Problems).Field);

        Assert.True(await save.RemoveAsync(row.Id, Desk.Editor, "a slip", Guid.NewGuid()));
        Assert.NotNull((await save.RunAsync(Pasted(), Desk.Editor, Guid.NewGuid())).Id);
    }

    [Fact]
    public async Task The_reader_knows_the_places_and_actors_that_are_recorded_now()
    {
        using var desk = await Desk.OpenAsync();
        using var reader = new KnownReader(desk.Database.Dbs, desk.Database.Changes);
        var article = new ArticleRow { Text = "Fighters of Hayat Tahrir al-Sham entered Idlib and Tel Madeup on Tuesday.", PublishedEdtf = "2018-05-16" };
        var before = await reader.ReadAsync(article);
        Assert.Contains(before.Places, place => place.Id == "idlib");
        Assert.Contains(before.Actors, actor => actor.Id == "hts");
        Assert.DoesNotContain(before.Places, place => place.Id == "madeup");

        await desk.Database.Gate.RunAsync(Data.TestDatabase.Request(), db =>
        {
            db.Places.Add(new() { Key = "madeup", Name = "Tel Madeup", Kind = "town", Rank = 2, Latitude = 36, Longitude = 37 });
            return Task.FromResult(true);
        });
        Assert.Contains((await reader.ReadAsync(article)).Places, place => place.Id == "madeup");
    }

    [Fact]
    public async Task An_accepted_proposal_is_a_draft_event_with_its_quote_and_is_accepted_once()
    {
        using var desk = await Desk.OpenAsync();
        var (id, said, draft) = await ProposalAsync(desk);
        var decide = new DecideProposal(desk.Database.Gate, desk.Save);
        draft.Status = EventStatus.Published.Id;
        var outcome = await decide.AcceptAsync(id, ProposalSpot.Of(said), draft, Desk.Editor, Guid.NewGuid());
        Assert.True(outcome.EventId == draft.Id, string.Join("; ", outcome.Problems));

        var back = await desk.OpenAsync(draft.Id);
        var claim = Assert.Single(back.Claims);
        Assert.Equal(("draft", id, said.Start, said.Text), (back.Status, claim.ArticleId!.Value, claim.QuoteStart!.Value, claim.Quote));
        Assert.Equal(said.Text, Text.Substring(claim.QuoteStart!.Value, claim.Quote.Length));

        // A second press, or a second editor, makes no second event.
        var twin = Map.Web.Drafts.DraftJson.Copy(draft);
        twin.Id++;
        Assert.Equal(draft.Id, (await decide.AcceptAsync(id, ProposalSpot.Of(said), twin, Desk.Editor, Guid.NewGuid())).EventId);
        Assert.False(await decide.DropAsync(id, ProposalSpot.Of(said), Desk.Editor, Guid.NewGuid()));
        await using var db = desk.Database.Dbs.CreateDbContext();
        Assert.Equal(1, await db.Events.CountAsync());
        Assert.Empty(await db.PublicEvents.ToListAsync());
        Assert.Equal(("accepted", draft.Id), await db.ArticleDrafts.Select(row => new ValueTuple<string, long>(row.Decision, row.EventId!.Value)).SingleAsync());
    }

    [Fact]
    public async Task What_cannot_be_saved_is_said_and_nothing_is_decided()
    {
        using var desk = await Desk.OpenAsync();
        var (id, said, draft) = await ProposalAsync(desk);
        var decide = new DecideProposal(desk.Database.Gate, desk.Save);
        draft.DateText = "";
        var outcome = await decide.AcceptAsync(id, ProposalSpot.Of(said), draft, Desk.Editor, Guid.NewGuid());
        Assert.Null(outcome.EventId);
        Assert.Equal("DateText", Assert.Single(outcome.Problems).Field);
        await using var db = desk.Database.Dbs.CreateDbContext();
        Assert.Equal((0, 0), (await db.Events.CountAsync(), await db.ArticleDrafts.CountAsync()));
    }

    [Fact]
    public async Task A_dropped_proposal_can_be_brought_back()
    {
        using var desk = await Desk.OpenAsync();
        var (id, said, _) = await ProposalAsync(desk);
        var decide = new DecideProposal(desk.Database.Gate, desk.Save);
        Assert.True(await decide.DropAsync(id, ProposalSpot.Of(said), Desk.Editor, Guid.NewGuid()));
        await using (var db = desk.Database.Dbs.CreateDbContext()) { Assert.Equal("dropped", (await db.ArticleDrafts.SingleAsync()).Decision); }
        Assert.True(await decide.BringBackAsync(id, ProposalSpot.Of(said), Desk.Editor, Guid.NewGuid()));
        await using (var db = desk.Database.Dbs.CreateDbContext()) { Assert.Empty(await db.ArticleDrafts.ToListAsync()); }
    }

    private static PastedArticle Pasted() => new() { Text = Text, NewSource = new() { Title = "A wire story", Outlet = "A wire", Published = "14 May 2018" } };

    private static async Task<(long Id, DraftMention Said, EventDraft Draft)> ProposalAsync(Desk desk)
    {
        var id = (await new SaveArticle(desk.Database.Gate, TimeProvider.System).RunAsync(Pasted(), Desk.Editor, Guid.NewGuid())).Id!.Value;
        using var reader = new KnownReader(desk.Database.Dbs, desk.Database.Changes);
        await using var db = desk.Database.Dbs.CreateDbContext();
        var article = await db.Articles.Include(row => row.Source).SingleAsync(row => row.Id == id);
        var said = (await reader.ReadAsync(article)).Drafts.First(one => one is { Date: not null, Place.Id: not null });
        var draft = ProposedEvent.Of(said, new ReadIn(id, article.SourceId, null, "A wire"), await reader.PrecisionsAsync());
        draft.Id = Map.Web.Shared.Desk.NewEventId.Make();
        return (id, said, draft);
    }
}
