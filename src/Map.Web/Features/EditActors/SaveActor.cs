using Map.Core.Actors;
using Map.Core.Events;
using Map.Core.Places;
using Map.Core.Review;
using Map.Core.Time;
using Map.Web.Data;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.EditActors;

/// <summary>How a save ended: the actor recorded, or the fields to correct, or the actor as somebody else left it meanwhile.</summary>
public sealed record ActorOutcome(long? Id, IReadOnlyList<FieldProblem> Problems, ActorDraft? Theirs)
{
    public bool Saved => Id is not null;

    /// <summary>Where it waits for somebody's approval instead of being public.</summary>
    public long? Review { get; init; }

    public static ActorOutcome Done(long id) => new(id, [], null);
    public static ActorOutcome Correct(params IReadOnlyList<FieldProblem> problems) => new(null, problems, null);
    public static ActorOutcome Conflict(ActorDraft theirs) => new(null, [], theirs);
}

/// <summary>Records an actor with its names and relations, or says what stands in the way. The form keeps the draft either way.</summary>
public sealed class SaveActor(WriteGate gate, TimeProvider clock)
{
    /// <param name="requestId">Made once when the button is pressed; a repeated press or a retry with it saves once.</param>
    public Task<ActorOutcome> RunAsync(ActorDraft draft, Editor editor, Guid requestId, bool arabic = false, CancellationToken cancel = default)
    {
        var request = editor.Writes(draft.Reason, requestId) with { Target = $"actor {draft.Key.Trim()}" };
        return gate.RunAsync(request, async db =>
        {
            var outcome = await SaveAsync(db, draft, editor, arabic, cancel);
            if (outcome.Review is not null) { request.Act = "submit"; }
            return outcome;
        }, cancel);
    }

    /// <summary>Writes what somebody has approved: whether they may is judged by who calls, in the same write.</summary>
    internal async Task<IReadOnlyList<FieldProblem>> ApplyApprovedAsync(MapDb db, ActorRow row, ActorDraft draft, bool arabic, CancellationToken cancel)
    {
        var (problems, names) = await ProblemsAsync(db, draft, arabic, cancel);
        if (problems.Count > 0) { return problems; }
        Apply(db, draft, row, await LoadActor.RelationsAsync(db, row.Id, cancel), names);
        row.Status = EventStatus.Published.Id;
        return problems;
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task<ActorOutcome> SaveAsync(MapDb db, ActorDraft draft, Editor editor, bool arabic, CancellationToken cancel)
    {
        var row = draft.Id is { } id ? await LoadActor.RowAsync(db, id, cancel) : null;
        if (row is null && draft.Id is not null)
        {
            return ActorOutcome.Correct(new FieldProblem("Name", arabic ? "حُذفت هذه الجهة في هذه الأثناء. سجّلها من جديد أو اتركها." : "This actor was deleted meanwhile. Record it anew, or leave it."));
        }

        var relations = row is null ? [] : await LoadActor.RelationsAsync(db, row.Id, cancel);
        if (row is not null && row.Version != draft.Version) { return ActorOutcome.Conflict(LoadActor.From(row, relations, arabic)); }

        var (problems, names) = await ProblemsAsync(db, draft, arabic, cancel);
        if (problems.Count > 0) { return ActorOutcome.Correct(problems); }
        var judged = await JudgedSave.OfAsync(db, Submissions.Actors, row, editor, cancel);
        if (judged.Verdict == Verdict.Refused) { return ActorOutcome.Correct(new FieldProblem("Name", judged.Refusal(arabic))); }
        if (row is not null && judged.WaitsBeside)
        {
            return ActorOutcome.Done(row.Id) with { Review = (await Submissions.ProposeAsync(db, Submissions.Actors, row.Id, row.Version, draft.WithoutBlanks(), LoadActor.From(row, relations, arabic), draft.Reason, editor, Now, cancel)).Id };
        }
        if (row is null) { db.Actors.Add(row = new ActorRow { Key = draft.Key.Trim() }); }
        Apply(db, draft, row, relations, names);
        var review = await judged.StandAsync(db, Submissions.Actors, row, draft.Reason, Now, cancel);
        return ActorOutcome.Done(row.Id) with { Review = review };
    }

    private async Task<(IReadOnlyList<FieldProblem> Problems, KnownNames Names)> ProblemsAsync(MapDb db, ActorDraft draft, bool arabic, CancellationToken cancel)
    {
        var known = await KnownActors.OfAsync(db, cancel);
        var names = await KnownNames.ForAsync(db, KnownActors.MentionsOf(draft), cancel);
        return (draft.Check(new ActorContext(DateOnly.FromDateTime(Now), known.Parties, known.Ties, known.Holders, names.HasSource, source => names.Source(source, "")?.PublishedEdtf, arabic)), names);
    }

    private void Apply(MapDb db, ActorDraft draft, ActorRow row, List<ActorRelationRow> relations, KnownNames names)
    {
        var whole = draft.WithoutBlanks();
        var (before, beforeAr) = (LoadActor.Standing(row.Names, row.Name), LoadActor.Standing(row.Names, row.NameAr));
        Apply(whole, row);
        ApplyNames(db, whole, row, before, beforeAr);
        ApplyRelations(db, whole, row, relations, names);
        // Who has the actor open sees its relations too: it is another one now, though its own row says the same.
        if (db.ChangeTracker.Entries<ActorRelationRow>().Any(entry => entry.State is EntityState.Added or EntityState.Modified)) { row.Version = Guid.NewGuid(); }
    }

    private static void Apply(ActorDraft draft, ActorRow row)
    {
        row.Name = draft.Name.Trim();
        row.NameAr = Blank(draft.NameAr);
        row.Kind = draft.Kind;
        row.Holder = Blank(draft.Holder);
        row.ValidEdtf = draft.ReadValid()?.Edtf;
        row.Note = Blank(draft.Note);
        row.PrivateNote = Blank(draft.PrivateNote);
    }

    private static void ApplyNames(MapDb db, ActorDraft draft, ActorRow row, ActorNameRow? standing, ActorNameRow? standingAr)
    {
        foreach (var gone in row.Names.Where(name => name != standing && name != standingAr && draft.Names.TrueForAll(typed => typed.RowId != name.Id)).ToList()) { Drop(gone); }
        foreach (var typed in draft.Names)
        {
            var kept = typed.RowId is { } id ? row.Names.Find(name => name.Id == id) : null;
            if (kept is null) { row.Names.Add(kept = new ActorNameRow()); }
            (kept.Name, kept.Language, kept.NameKey, kept.ValidEdtf) = (typed.Name.Trim(), typed.Language, NameKey.Of(typed.Name), typed.ReadValid()?.Edtf);
        }

        Follow(standing, row.Name, "en");
        Follow(standingAr, row.NameAr, "ar");

        // Searches look among the names: a usual one that no other row says has a row of its own.
        void Follow(ActorNameRow? own, string? name, string language)
        {
            if (name is null || row.Names.Exists(other => other != own && other.Name == name && other.ValidEdtf is null))
            {
                if (own is not null) { Drop(own); }
                return;
            }

            if (own is null) { row.Names.Add(own = new ActorNameRow { Language = language }); }
            (own.Name, own.NameKey) = (name, NameKey.Of(name));
        }

        void Drop(ActorNameRow gone)
        {
            row.Names.Remove(gone);
            db.Remove(gone);
        }
    }

    private void ApplyRelations(MapDb db, ActorDraft draft, ActorRow row, List<ActorRelationRow> relations, KnownNames names)
    {
        foreach (var gone in relations.Where(kept => draft.Relations.TrueForAll(typed => typed.RowId != kept.Id))) { gone.DeletedAt = Now; }
        foreach (var typed in draft.Relations)
        {
            var kept = relations.Find(tie => tie.Id == typed.RowId);
            if (kept is null) { db.ActorRelations.Add(kept = new ActorRelationRow { Key = typed.Key, From = row }); }
            var span = string.IsNullOrWhiteSpace(typed.DateText) ? null : typed.ReadSpan();
            kept.Kind = typed.Kind;
            kept.ToId = typed.ToId!.Value;
            (kept.Edtf, kept.EarliestDay, kept.LatestDay) = (span?.Edtf, span?.EarliestDay ?? Days.OpenStart, span?.LatestDay ?? Days.OpenEnd);
            kept.Claimant = Blank(typed.Claimant);
            kept.Credibility = typed.Credibility;
            kept.Note = Blank(typed.Note);
            if (names.Source(typed.SourceId, typed.SourceKey) is { } source) { kept.SourceId = source.Id; }
            else { kept.Source = AddedSource.RowOf(typed.NewSource!, null); }
        }
    }

    private static string? Blank(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
