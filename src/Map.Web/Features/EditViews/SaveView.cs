using Map.Core.Events;
using Map.Core.Review;
using Map.Core.Views;
using Map.Web.Data;
using Map.Web.Drafts;
using Map.Web.Packs;
using Map.Web.Shared.Desk;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.EditViews;

/// <summary>How a save ended: saved under a version, or the fields to correct, or the view as somebody else left it meanwhile.</summary>
internal sealed record ViewOutcome(Guid? Version, IReadOnlyList<FieldProblem> Problems, ViewDraft? Theirs)
{
    /// <summary>Where it waits for somebody's approval instead of being public.</summary>
    public long? Review { get; init; }
}

/// <summary>Records a view that was typed, or says what stands in the way. Its words stand in the site's name, so who publishes them is for the rule of review.</summary>
internal sealed class SaveView(WriteGate gate, TimeProvider clock)
{
    public Task<ViewOutcome> RunAsync(ViewDraft draft, Editor editor, Guid requestId, bool arabic, CancellationToken cancel = default)
    {
        var request = editor.Writes(draft.Reason, requestId) with { Target = $"view {draft.Key}" };
        return gate.RunAsync(request, async db =>
        {
            var outcome = await WithinAsync(db, draft, editor, arabic, cancel);
            request.Act = outcome.Review is not null ? "submit" : draft.Status == EventStatus.Published.Id ? "publish" : "save";
            return outcome;
        }, cancel);
    }

    /// <summary>Writes what somebody has approved: whether they may is judged by who calls, in the same write.</summary>
    internal async Task<IReadOnlyList<FieldProblem>> ApplyApprovedAsync(MapDb db, ViewRow row, ViewDraft draft, bool arabic, CancellationToken cancel)
    {
        if (await ProblemsAsync(db, row, draft, arabic, cancel) is { Count: > 0 } problems) { return problems; }
        Apply(row, draft);
        row.Status = draft.Status is "withdrawn" or "draft" ? draft.Status : EventStatus.Published.Id;
        return [];
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task<ViewOutcome> WithinAsync(MapDb db, ViewDraft draft, Editor editor, bool arabic, CancellationToken cancel)
    {
        var row = await LoadView.RowAsync(db, draft.Key, cancel);
        if (row is { DeletedAt: not null } || (row is null && (draft.Version is not null || !NewViewKey.Is(draft.Key))))
        {
            return new(null, [new("Title", arabic ? "حُذف هذا العرض في هذه الأثناء." : "This view was deleted meanwhile.")], null);
        }
        if (row is not null && row.Version != draft.Version) { return new(null, [], await LoadView.FromAsync(db, row, cancel)); }
        if (await ProblemsAsync(db, row, draft, arabic, cancel) is { Count: > 0 } problems) { return new(null, problems, null); }
        var judged = await JudgedSave.OfAsync(db, Submissions.Views, row?.Id, row?.Status, draft.Status, await Reviewing.OfAsync(db, editor, cancel), cancel);
        if (judged.Verdict == Verdict.Refused) { return new(null, [new("Status", judged.Refusal(arabic))], null); }
        if (row is not null && judged.WaitsBeside)
        {
            var (standing, proposed) = (await LoadView.FromAsync(db, row, cancel), DraftJson.Copy(draft));
            proposed.Status = Submissions.Asked(draft.Status);
            return new(row.Version, [], null) { Review = (await Submissions.ProposeAsync(db, Submissions.Views, row.Id, row.Version, proposed, standing, draft.Reason, editor, Now, cancel)).Id };
        }
        row ??= db.Views.Add(new() { Key = draft.Key, OwnerId = editor.Id, Owner = editor.Name }).Entity;
        Apply(row, draft);
        row.Status = judged.Status;
        // The gate gives the row its number and its version when it is written.
        await db.SaveChangesAsync(cancel);
        var review = await Submissions.FollowAsync(db, Submissions.Views, row.Id, row.Status, judged.Waiting, draft.Reason, editor, Now, cancel);
        await db.SaveChangesAsync(cancel);
        return new(row.Version, [], null) { Review = review?.Id };
    }

    private async Task<IReadOnlyList<FieldProblem>> ProblemsAsync(MapDb db, ViewRow? row, ViewDraft draft, bool arabic, CancellationToken cancel)
    {
        var problems = draft.Check(DateOnly.FromDateTime(Now), arabic);
        var filters = MapAddress.ReadStrictly(new QueryCollection(QueryHelpers.ParseQuery(draft.Filters)), []).Problems;
        problems = [.. problems, .. filters.Select(it => new FieldProblem("Filters", arabic ? it.Arabic : it.English))];
        var (id, slug) = (row?.Id ?? 0, draft.Slug);
        // An address that a view had is not given to another: pages that hold it would show what nobody meant.
        if (slug.Length > 0 && await db.Views.AnyAsync(other => other.Id != id && (other.Slug == slug || other.Key == slug), cancel))
        {
            problems = [.. problems, new("Slug", arabic ? $"«{slug}» عنوان عرض آخر. اختر غيره." : $"“{slug}” is another view’s address. Choose a different one.")];
        }
        return problems;
    }

    /// <summary>What is typed, as far as it can be read, as the row that would be recorded of it.</summary>
    internal static ViewRow RowOf(ViewDraft draft)
    {
        var row = new ViewRow { Key = draft.Key };
        Apply(row, draft);
        return row;
    }

    private static void Apply(ViewRow row, ViewDraft draft)
    {
        var (day, window) = draft.ReadTime();
        (row.Slug, row.Title, row.TitleAr) = (Blank(draft.Slug), Blank(draft.Title) ?? draft.TitleAr.Trim(), Blank(draft.TitleAr));
        (row.Caption, row.CaptionAr) = (Blank(draft.Caption), Blank(draft.CaptionAr));
        (row.Date, row.Window, row.At) = (Iso(day), window, Blank(draft.At));
        row.Layers = ViewLayer.All.All(layer => draft.Layers.Contains(layer.Id)) ? null : string.Join(',', ViewLayer.All.Select(layer => layer.Id).Where(draft.Layers.Contains));
        (row.Filters, row.Language, row.Theme) = (Blank(draft.Filters), Blank(draft.Language), draft.Theme);
        row.Hidden = ViewLooks.Joined(ViewControl.All.Select(control => control.Id).Where(draft.Hidden.Contains));
        row.Unnamed = ViewLooks.Joined(draft.Unnamed.Select(place => place.Key).Distinct());
        (row.Colours, row.Callouts) = (ViewLooks.Stored(draft.Colours), ViewLooks.Stored([.. draft.Callouts.Select(Tidy)]));
        row.Framers = ViewLooks.Joined(Framers.Read(draft.Framers).Origins);
        row.KnownOn = Iso(draft.ReadKnownOn());
    }

    private static DraftCallout Tidy(DraftCallout it) => new()
    {
        At = it.ReadPosition() is { } at ? FormattableString.Invariant($"{Math.Round(at.Latitude, 5)}, {Math.Round(at.Longitude, 5)}") : it.At,
        Side = it.Side,
        Text = it.Text.Trim(),
        TextAr = it.TextAr.Trim(),
    };

    private static string? Iso(DateOnly? day) => day is { } known ? FormattableString.Invariant($"{known:yyyy-MM-dd}") : null;

    private static string? Blank(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
