using Map.Core.Control;
using Map.Core.Events;
using Map.Core.Review;
using Map.Web.Data;
using Map.Web.Drafts;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.EditControl;

/// <summary>How a save ended: the claims recorded, or the fields to correct, or the claim as somebody else left it meanwhile.</summary>
public sealed record ClaimsOutcome(IReadOnlyList<long> Ids, IReadOnlyList<FieldProblem> Problems, ClaimSheet? Theirs)
{
    public bool Saved => Ids.Count > 0;

    /// <summary>True where they wait for a reviewer instead of being public.</summary>
    public bool Waits => Review is not null;

    /// <summary>Where it waits; of several the last.</summary>
    public long? Review { get; init; }

    public static ClaimsOutcome Done(IReadOnlyList<long> ids) => new(ids, [], null);
    public static ClaimsOutcome Correct(params IReadOnlyList<FieldProblem> problems) => new([], problems, null);
    public static ClaimsOutcome Conflict(ClaimSheet theirs) => new([], [], theirs);
}

/// <summary>Records the lines of a sheet, all of them or none, or says what stands in the way. The form keeps the draft either way.</summary>
public sealed class SaveControlClaims(WriteGate gate, TimeProvider clock)
{
    /// <param name="lang">The language in which the editor is told.</param>
    /// <param name="requestId">Made once when the button is pressed; a repeated press or a retry with it saves once.</param>
    public Task<ClaimsOutcome> RunAsync(ClaimSheet sheet, Editor editor, Guid requestId, Language lang, CancellationToken cancel = default)
    {
        var edited = sheet.Lines.Select(line => line.RowId).FirstOrDefault(id => id is not null);
        var request = editor.Writes(sheet.Reason, requestId) with
        {
            Act = sheet.Status == EventStatus.Published.Id ? "publish" : "save",
            Target = edited is { } id ? $"control claim {id}" : $"{sheet.Said.Count()} control claims",
        };
        return gate.RunAsync(request, async db =>
        {
            var outcome = await SaveAsync(db, sheet, editor, lang, cancel);
            if (outcome.Waits) { request.Act = "submit"; }
            return outcome;
        }, cancel);
    }

    private async Task<ClaimsOutcome> SaveAsync(MapDb db, ClaimSheet sheet, Editor editor, Language lang, CancellationToken cancel)
    {
        var said = sheet.Said.ToList();
        var rows = await RowsAsync(db, said, cancel);
        foreach (var (line, i) in said.Where(it => it.Line.RowId is not null))
        {
            if (rows.Find(row => row.Id == line.RowId) is not { } row) { return ClaimsOutcome.Correct(new FieldProblem($"Lines[{i}].PlaceKey", lang.Say("This claim was erased meanwhile. Record it anew, or leave it.", "مُحي هذا الادعاء في هذه الأثناء. سجّله من جديد أو اتركه."))); }
            if (row.Version != line.Version) { return ClaimsOutcome.Conflict(LoadSheet.From(row)); }
        }

        var judge = await Reviewing.OfAsync(db, editor, cancel);
        var waiting = new Dictionary<long, ReviewRow?>();
        foreach (var row in rows.Where(row => row.Status == EventStatus.Review.Id)) { waiting[row.Id] = await Submissions.WaitingAsync(db, Submissions.ControlClaims, row.Id, cancel); }
        foreach (var row in said.Select(it => rows.Find(row => row.Id == it.Line.RowId)).DistinctBy(row => row?.Id))
        {
            var queued = row is null ? null : waiting.GetValueOrDefault(row.Id);
            // What the state is called is for the check of the sheet to say.
            if (EventStatus.TryGet(sheet.Status, out _) && judge.Save(row?.Status, sheet.Status, queued?.SubmittedById == editor.Id) == Verdict.Refused) { return ClaimsOutcome.Correct(new FieldProblem("Status", JudgedSave.Refusal(judge.Role, queued, lang.IsArabic))); }
        }
        var (names, holders, source, problems) = await CheckAsync(db, sheet, said, rows, lang, cancel);
        if (problems.Count > 0) { return ClaimsOutcome.Correct(problems); }

        var touched = new List<ControlClaimRow>();
        long? review = null;
        foreach (var (line, _) in said)
        {
            var row = rows.Find(one => one.Id == line.RowId || one.Key == line.Key);
            // Saved before, by a save whose answer never arrived: it stands as it stands.
            if (row is not null && line.RowId is null) { touched.Add(row); continue; }
            if (row?.Status == EventStatus.Published.Id && judge.Save(row.Status, sheet.Status) == Verdict.Waits)
            {
                // Readers see it: it stays as it is, and the change waits beside it.
                var proposed = DraftJson.Copy(sheet);
                proposed.Status = Submissions.Asked(sheet.Status);
                return ClaimsOutcome.Done([row.Id]) with { Review = (await Submissions.ProposeAsync(db, Submissions.ControlClaims, row.Id, row.Version, proposed, LoadSheet.From(row), sheet.Reason, editor, Now, cancel)).Id };
            }
            if (row is null) { db.ControlClaims.Add(row = new ControlClaimRow { Key = line.Key }); }
            var from = row.Id == 0 ? null : row.Status;
            source ??= AddedSource.RowOf(sheet.NewSource!, null);
            ClaimRowOf.Line(row, sheet, line, names.Place(line.PlaceKey)!, source, holders);
            if (judge.Save(from, sheet.Status) == Verdict.Waits && !await IsApprovedAsync(db, row, from, judge, cancel)) { row.Status = EventStatus.Review.Id; }
            touched.Add(row);
        }
        await db.SaveChangesAsync(cancel);
        foreach (var row in touched)
        {
            review = (await Submissions.FollowAsync(db, Submissions.ControlClaims, row.Id, row.Status, waiting.GetValueOrDefault(row.Id), sheet.Reason, editor, Now, cancel))?.Id ?? review;
        }
        return ClaimsOutcome.Done([.. touched.Select(row => row.Id)]) with { Review = review };
    }

    /// <summary>Writes what somebody has approved: whether they may is judged by who calls, in the same write.</summary>
    internal async Task<IReadOnlyList<FieldProblem>> ApplyApprovedAsync(MapDb db, ControlClaimRow row, ClaimSheet sheet, Language lang, CancellationToken cancel)
    {
        var said = sheet.Said.ToList();
        var (names, holders, source, problems) = await CheckAsync(db, sheet, said, [row], lang, cancel);
        if (problems.Count > 0) { return problems; }
        ClaimRowOf.Line(row, sheet, said[0].Line, names.Place(said[0].Line.PlaceKey)!, source ?? AddedSource.RowOf(sheet.NewSource!, null), holders);
        return problems;
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>What stands in the way, and what the sheet's words mean; the source null where it is added with it.</summary>
    private async Task<(KnownNames Names, IReadOnlyList<string> Holders, SourceRow? Source, IReadOnlyList<FieldProblem> Problems)> CheckAsync(
        MapDb db, ClaimSheet sheet, List<(ClaimDraft Line, int Index)> said, List<ControlClaimRow> rows, Language lang, CancellationToken cancel)
    {
        var names = await KnownNames.ForAsync(db, SheetMentions.Of(sheet), cancel);
        var holders = await KnownHolders.OfAsync(db, cancel);
        var known = names.Source(sheet.SourceId, sheet.SourceKey);
        // Withdrawn stays withdrawn: it was published before.
        var wasPublished = said.Exists(it => rows.Exists(row => row.Id == it.Line.RowId && row.Status == EventStatus.Published.Id));
        var wasWithdrawn = said.Exists(it => rows.Exists(row => row.Id == it.Line.RowId && row.Status == EventStatus.Withdrawn.Id));
        var problems = sheet.Check(new ClaimContext(DateOnly.FromDateTime(Now), holders, wasPublished, names.HasPlace, names.HasSource, known?.PublishedEdtf, lang.IsArabic, wasWithdrawn));
        if (problems.Count == 0) { problems = await RepeatedAsync(db, sheet, rows, known, holders, lang, cancel); }
        return (names, holders, known, problems);
    }

    /// <summary>Where it takes two: published as it is, word for word, by a reviewer who wrote none of it.</summary>
    private static async Task<bool> IsApprovedAsync(MapDb db, ControlClaimRow row, string? from, Reviewing judge, CancellationToken cancel) =>
        from == EventStatus.Review.Id && judge.MayDecide
        && db.Entry(row).Properties.All(it => it.Metadata.Name == nameof(ControlClaimRow.Status) || Equals(it.OriginalValue, it.CurrentValue))
        && !await judge.WroteAsync(db, "ControlClaims", [row.Id], cancel);

    private static async Task<List<ControlClaimRow>> RowsAsync(MapDb db, IReadOnlyList<(ClaimDraft Line, int Index)> said, CancellationToken cancel)
    {
        var ids = said.Select(it => it.Line.RowId).OfType<long>().ToList();
        var keys = said.Select(it => it.Line.Key).ToList();
        return await db.ControlClaims.Include(claim => claim.Place).Include(claim => claim.Source).Where(claim => ids.Contains(claim.Id) || keys.Contains(claim.Key)).ToListAsync(cancel);
    }

    /// <summary>What the same source is recorded with already: the report was entered before, or the line was saved and changed since.</summary>
    private static async Task<IReadOnlyList<FieldProblem>> RepeatedAsync(MapDb db, ClaimSheet sheet, List<ControlClaimRow> rows, SourceRow? source, IReadOnlyCollection<string> holders, Language lang, CancellationToken cancel)
    {
        var keys = sheet.Lines.Select(line => line.PlaceKey).ToList();
        var ofSource = source is null ? [] : await db.ControlClaims.Include(claim => claim.Place).Where(claim => claim.SourceId == source.Id && claim.DeletedAt == null && keys.Contains(claim.Place.Key)).ToListAsync(cancel);
        var problems = new List<FieldProblem>();
        foreach (var (line, i) in sheet.Said)
        {
            var saved = line.RowId is null ? rows.Find(row => row.Key == line.Key) : null;
            if (saved is not null && !ClaimRowOf.SaysTheSame(saved, sheet, line, holders))
            {
                problems.Add(new($"Lines[{i}].PlaceKey", lang.Say($"This line was recorded before it was changed here, as claim {saved.Id}. Remove it here, and change it there.", $"سُجّل هذا السطر قبل تغييره هنا، وهو الادعاء {saved.Id}. أزله هنا وغيّره هناك.")));
            }
            else if (ofSource.Find(row => row.Key != line.Key && row.Id != line.RowId && ClaimRowOf.SaysTheSame(row, sheet, line, holders)) is { } other)
            {
                problems.Add(new($"Lines[{i}].PlaceKey", lang.Say($"This source is recorded with the same already, as claim {other.Id}. Remove the line, or say what differs.", $"الأمر نفسه مسجل لهذا المصدر، وهو الادعاء {other.Id}. أزل السطر أو اذكر ما يختلف.")));
            }
        }
        return problems;
    }
}
