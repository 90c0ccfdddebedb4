using Microsoft.EntityFrameworkCore;
using Map.Core.Events;
using Map.Core.Review;
using Map.Core.Time;
using Map.Web.Data;

namespace Map.Web.Shared.Desk;

/// <summary>How a save ended: saved under a version, or the fields to correct, or the record as somebody else left it meanwhile.</summary>
public sealed record SaveOutcome(Guid? Version, IReadOnlyList<FieldProblem> Problems, EventDraft? Theirs)
{
    public bool Saved => Version is not null;

    /// <summary>Where it waits for somebody's approval instead of being public.</summary>
    public long? Review { get; init; }

    public static SaveOutcome Done(Guid version) => new(version, [], null);
    public static SaveOutcome Correct(IReadOnlyList<FieldProblem> problems) => new(null, problems, null);
    public static SaveOutcome Conflict(EventDraft theirs) => new(null, [], theirs);
}

/// <summary>Takes a draft that was typed, and records it or says what stands in the way. Nothing of it is lost either way: the form keeps the draft.</summary>
public sealed class SaveEvent(WriteGate gate, TimeProvider clock)
{
    /// <param name="requestId">Made once when the button is pressed; a repeated press or a retry with it saves once.</param>
    /// <param name="arabic">True where what stands in the way is to be told in Arabic.</param>
    public Task<SaveOutcome> RunAsync(EventDraft draft, Editor editor, Guid requestId, bool arabic = false, CancellationToken cancel = default)
    {
        var request = editor.Writes(draft.Reason, requestId) with { Target = $"event {draft.Id}" };
        return gate.RunAsync(request, async db =>
        {
            var outcome = await WithinAsync(db, draft, editor, arabic, cancel);
            request.Act = outcome.Review is not null ? "submit" : draft.Status == EventStatus.Published.Id ? "publish" : "save";
            return outcome;
        }, cancel);
    }

    /// <summary>The same inside a write that records something else with it.</summary>
    public async Task<SaveOutcome> WithinAsync(MapDb db, EventDraft draft, Editor editor, bool arabic, CancellationToken cancel = default)
    {
        var row = await LoadDraft.RowAsync(db, draft.Id, cancel);
        if (Standing(row, draft, arabic) is { } stands) { return stands; }
        var names = await KnownNames.ForAsync(db, EventMentions.Of(draft), cancel);
        var judged = await JudgedSave.OfAsync(db, row, draft.Status, editor, cancel);
        if (judged.Verdict == Verdict.Refused) { return SaveOutcome.Correct([new("Status", judged.Refusal(arabic))]); }
        if (judged is { Verdict: Verdict.Waits, IsPublic: true })
        {
            // It is to be ready to be read by everybody when it is approved.
            if (Problems(row!, draft, names, arabic) is { Count: > 0 } unready) { return SaveOutcome.Correct(unready); }
            return SaveOutcome.Done(row!.Version) with { Review = (await Submissions.ProposeAsync(db, row, draft, editor, Now, cancel)).Id };
        }
        var isNew = row is null;
        row ??= new EventRow { Id = draft.Id };
        if (Put(db, row, draft, names, arabic, judged.Status) is { Count: > 0 } problems) { return SaveOutcome.Correct(problems); }
        if (isNew) { db.Events.Add(row); }
        var review = await Submissions.FollowAsync(db, Submissions.Events, row.Id, row.Status, judged.Waiting, draft.Reason, editor, Now, cancel);
        // The gate gives the row its new version when it is written.
        await db.SaveChangesAsync(cancel);
        return SaveOutcome.Done(row.Version) with { Review = review?.Id };
    }

    /// <summary>One of many in one write, its rows to be saved by who asks; what waits is as it was.</summary>
    internal async Task<(IReadOnlyList<FieldProblem> Problems, bool Waits)> OneOfManyAsync(MapDb db, EventRow row, EventDraft draft, KnownNames names, Reviewing judge, bool arabic, CancellationToken cancel)
    {
        var judged = await JudgedSave.OfAsync(db, row, draft.Status, judge, cancel);
        if (judged.Verdict == Verdict.Refused) { return ([new("Status", judged.Refusal(arabic))], false); }
        if (judged is not { Verdict: Verdict.Waits, IsPublic: true })
        {
            var problems = Put(db, row, draft, names, arabic, judged.Status);
            return problems.Count > 0 ? (problems, false) : ([], await Submissions.FollowAsync(db, Submissions.Events, row.Id, row.Status, judged.Waiting, draft.Reason, judge.Editor, Now, cancel) is not null && judged.Verdict == Verdict.Waits);
        }
        if (Problems(row, draft, names, arabic) is { Count: > 0 } unready) { return (unready, false); }
        if (await Submissions.OwnChangeAsync(db, Submissions.Events, row.Id, judge.Editor.Id, cancel) is not null)
        {
            return ([new("Status", arabic ? "لك تغيير ينتظر المراجعة لهذا الحدث. غيّره في نموذجه." : "A change of yours of this event is in review already. Change that one, in its form.")], false);
        }
        await Submissions.ProposeAsync(db, row, draft, judge.Editor, Now, cancel);
        return ([], true);
    }

    /// <summary>Writes what somebody has approved, as published by them: whether they may is judged by who calls, in the same write.</summary>
    internal async Task<IReadOnlyList<FieldProblem>> ApplyApprovedAsync(MapDb db, EventRow row, EventDraft draft, bool arabic, CancellationToken cancel)
    {
        var names = await KnownNames.ForAsync(db, EventMentions.Of(draft), cancel);
        return Put(db, row, draft, names, arabic);
    }

    /// <summary>What somebody else did meanwhile and stands in the way; null where nothing does.</summary>
    private static SaveOutcome? Standing(EventRow? row, EventDraft draft, bool arabic)
    {
        if (row?.MergedIntoId is not null)
        {
            return SaveOutcome.Correct([new("Title", arabic ? "دُمج هذا الحدث في حدث آخر في هذه الأثناء. أعد تحميل الصفحة لتصل إليه." : "This event was merged into another one meanwhile. Load the page again to come to that one.")]);
        }
        if (row is not null && row.Version != draft.Version) { return SaveOutcome.Conflict(LoadDraft.From(row)); }
        return row is null && draft.Version is not null
            ? SaveOutcome.Correct([new("Title", arabic ? "مُحي هذا الحدث في هذه الأثناء. احفظه حدثاً جديداً أو اتركه." : "This event was erased meanwhile. Save it as a new one, or leave it.")])
            : null;
    }

    /// <summary>Writes a draft into a row that is at hand, as far as nothing stands in the way; whoever has many saves once for all.</summary>
    /// <param name="status">The state it comes into, where that is not the one asked for.</param>
    internal IReadOnlyList<FieldProblem> Put(MapDb db, EventRow row, EventDraft draft, KnownNames names, bool arabic, string? status = null)
    {
        var problems = Problems(row, draft, names, arabic);
        if (problems.Count > 0) { return problems; }
        Apply(db, draft, row, names);
        row.Status = status ?? draft.Status;
        return problems;
    }

    private IReadOnlyList<FieldProblem> Problems(EventRow row, EventDraft draft, KnownNames names, bool arabic) =>
        draft.Check(new DraftContext(DateOnly.FromDateTime(Now), Reviewing.IsPublic(row), names.HasPlace, names.HasActor, names.HasSource, Arabic: arabic, WasWithdrawn: row.Status == EventStatus.Withdrawn.Id));

    internal DateTime Now => clock.GetUtcNow().UtcDateTime;

    private static void Apply(MapDb db, EventDraft draft, EventRow row, KnownNames names)
    {
        var span = draft.ReadSpan() ?? throw new InvalidOperationException($"The draft passed its check with an unread date: {draft.DateText}");
        var place = names.Place(draft.PlaceKey);
        var position = draft.ReadPosition();
        row.Type = draft.Type;
        row.Title = draft.Title.Trim();
        row.TitleAr = Blank(draft.TitleAr);
        (row.Edtf, row.EarliestDay, row.LatestDay, row.Lasted) = (span.Edtf, span.EarliestDay, span.LatestDay, span.Lasted);
        row.DatePhrase = Blank(draft.SourcePhrase) ?? (draft.DateText.Trim() == span.Edtf ? null : draft.DateText.Trim());
        row.DateAnchor = Blank(draft.DateAnchor);
        row.PlaceId = place?.Id;
        row.PlaceText = place is null || place.Name == draft.PlaceName.Trim() ? (place is null ? Blank(draft.PlaceName) : null) : Blank(draft.PlaceName);
        row.Latitude = position?.Latitude ?? place?.Latitude;
        row.Longitude = position?.Longitude ?? place?.Longitude;
        row.Precision = draft.Precision;
        (row.PublicPrecision, row.PrivateNote) = (Blank(draft.PublicPrecision), Blank(draft.PrivateNote));
        row.Description = Blank(draft.Description);
        (row.GradeSet, row.GradeReason) = (Blank(draft.GradeSet), Blank(draft.GradeReason));
        ApplyActors(db, draft, row, names);
        ApplyFigures(db, draft, row);
        ApplyClaims(db, draft, row, names);
    }

    private static void ApplyActors(MapDb db, EventDraft draft, EventRow row, KnownNames names)
    {
        Align(db, row.Actors, draft.Actors.Count, () => new EventActorRow { EventId = row.Id });
        foreach (var (typed, kept, position) in draft.Actors.Zip(row.Actors, Enumerable.Range(0, row.Actors.Count)))
        {
            kept.ActorId = names.Actor(typed.ActorId, typed.ActorKey)!.Id;
            kept.Role = typed.Role;
            kept.Position = position;
        }
    }

    private static void ApplyFigures(MapDb db, EventDraft draft, EventRow row)
    {
        var figures = draft.Figures.Select(f => f.Read()).OfType<Figures>().ToList();
        Align(db, row.Figures, figures.Count, () => new FigureRow { EventId = row.Id });
        foreach (var (read, kept) in figures.Zip(row.Figures))
        {
            (kept.Kind, kept.Low, kept.Best, kept.High) = (read.Kind, read.Low, read.Best, read.High);
        }
    }

    private static void ApplyClaims(MapDb db, EventDraft draft, EventRow row, KnownNames names)
    {
        var anchor = EdtfText.TryParse(draft.DateAnchor, out var span, out _) ? span : null;
        foreach (var gone in row.Claims.Where(kept => draft.Claims.TrueForAll(typed => typed.RowId != kept.Id)).ToList())
        {
            row.Claims.Remove(gone);
            db.Remove(gone);
        }
        foreach (var typed in draft.Claims)
        {
            var kept = typed.RowId is { } id ? row.Claims.Find(c => c.Id == id) : null;
            if (kept is null)
            {
                // Where a claim stands among the others says nothing: it keeps the place it was recorded at, and another order alone is no change.
                kept = new ClaimRow { EventId = row.Id, Position = row.Claims.Count == 0 ? 0 : row.Claims.Max(other => other.Position) + 1 };
                row.Claims.Add(kept);
            }
            var place = names.Place(typed.PlaceKey);
            var said = typed.ReadSaidOn(anchor);
            kept.Field = typed.Field;
            kept.Says = typed.Says.Trim();
            kept.SaysAr = Blank(typed.SaysAr);
            kept.ClaimantId = names.Actor(typed.ClaimantId, typed.ClaimantKey)?.Id;
            kept.ClaimantText = Blank(typed.ClaimantText);
            kept.SaidEdtf = said?.Edtf;
            kept.SaidDay = said?.EarliestDay ?? Days.OpenStart;
            kept.WhenEdtf = typed.ReadWhen(anchor)?.Edtf;
            kept.PlaceId = place?.Id;
            kept.PlaceText = place?.Name == typed.PlaceText.Trim() ? null : Blank(typed.PlaceText);
            kept.RadiusKm = typed.ReadRadiusKm();
            kept.Quote = Blank(typed.Quote);
            (kept.ArticleId, kept.QuoteStart) = kept.Quote is null ? (null, null) : (typed.ArticleId, typed.QuoteStart);
            kept.Credibility = typed.Credibility;
            kept.Denies = typed.Denies;
            if (names.Source(typed.SourceId, typed.SourceKey) is { } source) { kept.SourceId = source.Id; }
            else { kept.Source = AddedSource.RowOf(typed.NewSource!, anchor); }
        }
    }

    /// <summary>Makes the list as long as the draft's, keeping the rows it has, so that the history shows fields changed and not everything anew.</summary>
    private static void Align<T>(MapDb db, List<T> rows, int count, Func<T> make) where T : class
    {
        while (rows.Count > count)
        {
            db.Remove(rows[^1]);
            rows.RemoveAt(rows.Count - 1);
        }
        while (rows.Count < count) { rows.Add(make()); }
    }

    private static string? Blank(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
