using Map.Core.Events;
using Map.Core.Review;
using Map.Core.Sources;
using Map.Web.Data;
using Map.Web.Shared.Desk;

namespace Map.Web.Features.EditSources;

/// <summary>How a save ended: the source recorded, or the fields to correct, or the source as somebody else left it meanwhile.</summary>
public sealed record SourceOutcome(long? Id, IReadOnlyList<FieldProblem> Problems, SourceSheet? Theirs)
{
    public bool Saved => Id is not null;

    /// <summary>Where it waits for somebody's approval instead of being public.</summary>
    public long? Review { get; init; }

    public static SourceOutcome Done(long id) => new(id, [], null);
    public static SourceOutcome Correct(params IReadOnlyList<FieldProblem> problems) => new(null, problems, null);
    public static SourceOutcome Conflict(SourceSheet theirs) => new(null, [], theirs);
}

/// <summary>Records a source, or says what stands in the way. The form keeps the draft either way.</summary>
public sealed class SaveSource(WriteGate gate, ArchivedCopies copies, TimeProvider clock)
{
    /// <param name="requestId">Made once when the button is pressed; a repeated press or a retry with it saves once.</param>
    public Task<SourceOutcome> RunAsync(SourceSheet sheet, Editor editor, Guid requestId, bool arabic = false, CancellationToken cancel = default)
    {
        var request = editor.Writes(sheet.Reason, requestId) with { Target = sheet.Id is { } id ? $"source {id}" : null };
        return gate.RunAsync(request, async db =>
        {
            var outcome = await SaveAsync(db, sheet, editor, arabic, cancel);
            if (outcome.Review is not null) { request.Act = "submit"; }
            return outcome;
        }, cancel);
    }

    /// <summary>Writes what somebody has approved: whether they may is judged by who calls, in the same write.</summary>
    internal async Task<IReadOnlyList<FieldProblem>> ApplyApprovedAsync(MapDb db, SourceRow row, SourceSheet sheet, bool arabic, CancellationToken cancel)
    {
        if (Problems(sheet, row, await LoadSource.AllAsync(db, cancel), arabic) is { Count: > 0 } problems) { return problems; }
        Apply(sheet, row);
        row.Status = EventStatus.Published.Id;
        return [];
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task<SourceOutcome> SaveAsync(MapDb db, SourceSheet sheet, Editor editor, bool arabic, CancellationToken cancel)
    {
        var row = sheet.Id is { } id ? await db.Sources.FindAsync([id], cancel) : null;
        if (row is null && sheet.Id is not null)
        {
            return SourceOutcome.Correct(new FieldProblem("Source.Title", arabic ? "حُذف هذا المصدر في هذه الأثناء. سجّله من جديد أو اتركه." : "This source was deleted meanwhile. Record it anew, or leave it."));
        }

        var all = await LoadSource.AllAsync(db, cancel);
        if (row is not null && row.Version != sheet.Version) { return SourceOutcome.Conflict(LoadSource.From(row, all, arabic)); }
        if (Problems(sheet, row, all, arabic) is { Count: > 0 } problems) { return SourceOutcome.Correct(problems); }
        var judged = await JudgedSave.OfAsync(db, Submissions.Sources, row, editor, cancel);
        if (judged.Verdict == Verdict.Refused) { return SourceOutcome.Correct(new FieldProblem("Source.Title", judged.Refusal(arabic))); }
        if (row is not null && judged.WaitsBeside)
        {
            return SourceOutcome.Done(row.Id) with { Review = (await Submissions.ProposeAsync(db, Submissions.Sources, row.Id, row.Version, sheet, LoadSource.From(row, all), sheet.Reason, editor, Now, cancel)).Id };
        }
        if (row is null) { db.Sources.Add(row = new SourceRow { Key = AddedSource.RowOf(sheet.Source, null).Key }); }
        Apply(sheet, row);
        var review = await judged.StandAsync(db, Submissions.Sources, row, sheet.Reason, Now, cancel);
        return SourceOutcome.Done(row.Id) with { Review = review };
    }

    private IReadOnlyList<FieldProblem> Problems(SourceSheet sheet, SourceRow? row, IReadOnlyList<KnownSource> all, bool arabic) =>
        // A copy that was there when it was recorded is not missed by a change of something else.
        sheet.Check(new SourceContext(DateOnly.FromDateTime(Now), all, hash => hash == row?.ArchiveSha256 || copies.Has(hash), arabic));

    private void Apply(SourceSheet sheet, SourceRow row)
    {
        var said = AddedSource.RowOf(sheet.Source, null);
        if (row.Url != said.Url) { (row.LinkState, row.CheckedAt) = (null, null); }
        (row.Title, row.Outlet, row.Author, row.Url, row.PublishedEdtf) = (said.Title, said.Outlet, said.Author, said.Url, said.PublishedEdtf);
        (row.Language, row.Reliability, row.Kind, row.Licence) = (said.Language, said.Reliability, said.Kind, said.Licence);
        row.Side = Blank(string.Join('+', sheet.ReadSide()));
        (row.SideReason, row.SideReasonAr) = (Blank(sheet.SideReason), Blank(sheet.SideReasonAr));
        row.Cites = Blank(string.Join('+', sheet.Cites.Select(cited => cited.Key).Distinct()));
        row.ArchiveUrl = Blank(sheet.ArchiveUrl);
        if (row.ArchiveSha256 != Blank(sheet.ArchiveSha256)) { (row.ArchiveSha256, row.ArchivedAt) = (Blank(sheet.ArchiveSha256), sheet.ArchiveSha256.Length > 0 ? Now : null); }
        row.PrivateNote = Blank(sheet.PrivateNote);
    }

    private static string? Blank(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
