using Map.Core.Events;
using Map.Core.Reading;
using Map.Web.Data;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.Read;

/// <summary>How a decision ended: the event it became, or the fields to correct.</summary>
public sealed record DecisionOutcome(long? EventId, IReadOnlyList<FieldProblem> Problems);

/// <summary>Records what an editor made of a proposal: a draft event together with the note that it was accepted, or that it was dropped.</summary>
public sealed class DecideProposal(WriteGate gate, SaveEvent save)
{
    public const string Accepted = "accepted", Dropped = "dropped";

    /// <summary>Saves the event as a draft, whatever status was asked for: nothing read is published by itself.</summary>
    public Task<DecisionOutcome> AcceptAsync(long article, ProposalSpot spot, EventDraft draft, Editor editor, Guid requestId, bool arabic = false, CancellationToken cancel = default)
    {
        draft.Status = EventStatus.Draft.Id;
        return gate.RunAsync<DecisionOutcome>(editor.Writes(draft.Reason, requestId) with { Target = $"event {draft.Id}" }, async db =>
        {
            var row = await RowAsync(db, article, spot, cancel);
            // Somebody else has accepted it meanwhile: it is one event.
            if (row is { Decision: Accepted, EventId: { } before }) { return new(before, []); }
            var outcome = await save.WithinAsync(db, draft, editor, arabic, cancel);
            if (!outcome.Saved) { return new(null, outcome.Problems); }
            row ??= Added(db, article, spot);
            (row.Decision, row.EventId) = (Accepted, draft.Id);
            return new(draft.Id, []);
        }, cancel);
    }

    public Task<bool> DropAsync(long article, ProposalSpot spot, Editor editor, Guid requestId, CancellationToken cancel = default) =>
        gate.RunAsync(editor.Writes("", requestId) with { Act = "drop", Target = $"pasted text {article}" }, async db =>
        {
            var row = await RowAsync(db, article, spot, cancel);
            if (row is { Decision: Accepted }) { return false; }
            row ??= Added(db, article, spot);
            row.Decision = Dropped;
            return true;
        }, cancel);

    /// <summary>A dropped proposal is open again.</summary>
    public Task<bool> BringBackAsync(long article, ProposalSpot spot, Editor editor, Guid requestId, CancellationToken cancel = default) =>
        gate.RunAsync(editor.Writes("", requestId) with { Act = "undo", Target = $"pasted text {article}" }, async db =>
        {
            if (await RowAsync(db, article, spot, cancel) is not { Decision: Dropped } row) { return false; }
            db.Remove(row);
            return true;
        }, cancel);

    public static ProposalSpot SpotOf(ArticleDraftRow row) => new(row.Start, row.Length, row.Type);

    private static Task<ArticleDraftRow?> RowAsync(MapDb db, long article, ProposalSpot spot, CancellationToken cancel) =>
        db.ArticleDrafts.FirstOrDefaultAsync(row => row.ArticleId == article && row.Start == spot.Start && row.Length == spot.Length && row.Type == spot.Type, cancel);

    private static ArticleDraftRow Added(MapDb db, long article, ProposalSpot spot)
    {
        var row = new ArticleDraftRow { ArticleId = article, Start = spot.Start, Length = spot.Length, Type = spot.Type };
        db.ArticleDrafts.Add(row);
        return row;
    }
}
