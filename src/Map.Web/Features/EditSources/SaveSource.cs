using Map.Core.Events;
using Map.Core.Sources;
using Map.Web.Data;
using Map.Web.Shared.Desk;

namespace Map.Web.Features.EditSources;

/// <summary>How a save ended: the source recorded, or the fields to correct, or the source as somebody else left it meanwhile.</summary>
public sealed record SourceOutcome(long? Id, IReadOnlyList<FieldProblem> Problems, SourceSheet? Theirs)
{
    public bool Saved => Id is not null;

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
        return gate.RunAsync(request, db => SaveAsync(db, sheet, arabic, cancel), cancel);
    }

    private async Task<SourceOutcome> SaveAsync(MapDb db, SourceSheet sheet, bool arabic, CancellationToken cancel)
    {
        var row = sheet.Id is { } id ? await db.Sources.FindAsync([id], cancel) : null;
        if (row is null && sheet.Id is not null)
        {
            return SourceOutcome.Correct(new FieldProblem("Source.Title", arabic ? "حُذف هذا المصدر في هذه الأثناء. سجّله من جديد أو اتركه." : "This source was deleted meanwhile. Record it anew, or leave it."));
        }

        var all = await LoadSource.AllAsync(db, cancel);
        if (row is not null && row.Version != sheet.Version) { return SourceOutcome.Conflict(LoadSource.From(row, all, arabic)); }
        var now = clock.GetUtcNow().UtcDateTime;
        // A copy that was there when it was recorded is not missed by a change of something else.
        var problems = sheet.Check(new SourceContext(DateOnly.FromDateTime(now), all, hash => hash == row?.ArchiveSha256 || copies.Has(hash), arabic));
        if (problems.Count > 0) { return SourceOutcome.Correct(problems); }

        var said = AddedSource.RowOf(sheet.Source, null);
        if (row is null) { db.Sources.Add(row = new SourceRow { Key = said.Key }); }
        else if (row.Url != said.Url) { (row.LinkState, row.CheckedAt) = (null, null); }
        (row.Title, row.Outlet, row.Author, row.Url, row.PublishedEdtf) = (said.Title, said.Outlet, said.Author, said.Url, said.PublishedEdtf);
        (row.Language, row.Reliability, row.Kind, row.Licence) = (said.Language, said.Reliability, said.Kind, said.Licence);
        row.Side = Blank(string.Join('+', sheet.ReadSide()));
        (row.SideReason, row.SideReasonAr) = (Blank(sheet.SideReason), Blank(sheet.SideReasonAr));
        row.Cites = Blank(string.Join('+', sheet.Cites.Select(cited => cited.Key).Distinct()));
        row.ArchiveUrl = Blank(sheet.ArchiveUrl);
        if (row.ArchiveSha256 != Blank(sheet.ArchiveSha256)) { (row.ArchiveSha256, row.ArchivedAt) = (Blank(sheet.ArchiveSha256), sheet.ArchiveSha256.Length > 0 ? now : null); }
        row.PrivateNote = Blank(sheet.PrivateNote);
        await db.SaveChangesAsync(cancel);
        return SourceOutcome.Done(row.Id);
    }

    private static string? Blank(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
