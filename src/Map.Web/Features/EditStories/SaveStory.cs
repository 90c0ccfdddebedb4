using Map.Core.Events;
using Map.Core.Review;
using Map.Core.Stories;
using Map.Core.Views;
using Map.Web.Data;
using Map.Web.Drafts;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.EditStories;

/// <summary>How a save ended: saved under a version, or the fields to correct, or the story as somebody else left it meanwhile.</summary>
internal sealed record StoryOutcome(Guid? Version, IReadOnlyList<FieldProblem> Problems, StoryDraft? Theirs)
{
    /// <summary>Where it waits for somebody's approval instead of being public.</summary>
    public long? Review { get; init; }
}

/// <summary>Records a story that was typed, or says what stands in the way. Its words stand in the site's name, so who publishes them is for the rule of review.</summary>
internal sealed class SaveStory(WriteGate gate, TimeProvider clock)
{
    public Task<StoryOutcome> RunAsync(StoryDraft draft, Editor editor, Guid requestId, bool arabic, CancellationToken cancel = default)
    {
        var request = editor.Writes(draft.Reason, requestId) with { Target = $"story {draft.Key}" };
        return gate.RunAsync(request, async db =>
        {
            var outcome = await WithinAsync(db, draft, editor, arabic, cancel);
            request.Act = outcome.Review is not null ? "submit" : draft.Status == EventStatus.Published.Id ? "publish" : "save";
            return outcome;
        }, cancel);
    }

    /// <summary>Writes what somebody has approved: whether they may is judged by who calls, in the same write.</summary>
    internal async Task<IReadOnlyList<FieldProblem>> ApplyApprovedAsync(MapDb db, StoryRow row, StoryDraft draft, bool arabic, CancellationToken cancel)
    {
        var status = draft.Status is "withdrawn" or "draft" ? draft.Status : EventStatus.Published.Id;
        if (await ProblemsAsync(db, row, draft, status, arabic, cancel) is { Count: > 0 } problems) { return problems; }
        Apply(row, draft);
        row.Status = status;
        return [];
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task<StoryOutcome> WithinAsync(MapDb db, StoryDraft draft, Editor editor, bool arabic, CancellationToken cancel)
    {
        var row = await LoadStory.RowAsync(db, draft.Key, cancel);
        if (row is { DeletedAt: not null } || (row is null && (draft.Version is not null || !NewStoryKey.Is(draft.Key))))
        {
            return new(null, [new("Title", arabic ? "حُذفت هذه القصة في هذه الأثناء." : "This story was deleted meanwhile.")], null);
        }
        if (row is not null && row.Version != draft.Version) { return new(null, [], LoadStory.From(row)); }
        var judged = await JudgedSave.OfAsync(db, Submissions.Stories, row?.Id, row?.Status, draft.Status, await Reviewing.OfAsync(db, editor, cancel), cancel);
        if (await ProblemsAsync(db, row, draft, judged.Verdict == Verdict.Refused ? draft.Status : judged.Status, arabic, cancel) is { Count: > 0 } problems) { return new(null, problems, null); }
        if (judged.Verdict == Verdict.Refused) { return new(null, [new("Status", judged.Refusal(arabic))], null); }
        if (row is not null && judged.WaitsBeside)
        {
            var (standing, proposed) = (LoadStory.From(row), DraftJson.Copy(draft));
            proposed.Status = Submissions.Asked(draft.Status);
            return new(row.Version, [], null) { Review = (await Submissions.ProposeAsync(db, Submissions.Stories, row.Id, row.Version, proposed, standing, draft.Reason, editor, Now, cancel)).Id };
        }
        row ??= db.Stories.Add(new() { Key = draft.Key, OwnerId = editor.Id, Owner = editor.Name }).Entity;
        Apply(row, draft);
        row.Status = judged.Status;
        // The gate gives the row its number and its version when it is written.
        await db.SaveChangesAsync(cancel);
        var review = await Submissions.FollowAsync(db, Submissions.Stories, row.Id, row.Status, judged.Waiting, draft.Reason, editor, Now, cancel);
        await db.SaveChangesAsync(cancel);
        return new(row.Version, [], null) { Review = review?.Id };
    }

    /// <param name="status">The state it would come to.</param>
    private async Task<IReadOnlyList<FieldProblem>> ProblemsAsync(MapDb db, StoryRow? row, StoryDraft draft, string status, bool arabic, CancellationToken cancel)
    {
        List<FieldProblem> problems = [.. draft.Check(DateOnly.FromDateTime(Now), arabic)];
        var (id, slug) = (row?.Id ?? 0, draft.Slug);
        // An address that a story had is not given to another: pages that hold it would show what nobody meant.
        if (slug.Length > 0 && await db.Stories.AnyAsync(other => other.Id != id && (other.Slug == slug || other.Key == slug), cancel))
        {
            problems.Add(new("Slug", arabic ? $"«{slug}» عنوان قصة أخرى. اختر غيره." : $"“{slug}” is another story’s address. Choose a different one."));
        }
        return [.. problems, .. await LinkProblemsAsync(db, draft, status == EventStatus.Published.Id, arabic, cancel)];
    }

    /// <summary>What is linked must be there; what readers see may only lead to what they see.</summary>
    private static async Task<IReadOnlyList<FieldProblem>> LinkProblemsAsync(MapDb db, StoryDraft draft, bool isPublic, bool arabic, CancellationToken cancel)
    {
        var links = draft.Chapters.SelectMany(it => it.Links()).ToList();
        var (ids, keys) = (links.Select(link => link.Event).OfType<long>().Distinct().ToList(), links.Select(link => link.Source).OfType<string>().Distinct().ToList());
        var events = (await (isPublic ? db.PublicEvents : db.Events.Where(e => e.DeletedAt == null)).Where(e => ids.Contains(e.Id)).Select(e => e.Id).ToListAsync(cancel)).ToHashSet();
        var sources = (await (isPublic ? db.PublicSources : db.Sources).Where(it => keys.Contains(it.Key)).Select(it => it.Key).ToListAsync(cancel)).ToHashSet(StringComparer.Ordinal);
        var problems = new List<FieldProblem>();
        for (var i = 0; i < draft.Chapters.Count; i++)
        {
            foreach (var (field, text) in new[] { ("Text", draft.Chapters[i].Text), ("TextAr", draft.Chapters[i].TextAr) })
            {
                var wrong = StoryText.Links(text).FirstOrDefault(link => (link.Event is { } id && !events.Contains(id)) || (link.Source is { } key && !sources.Contains(key)));
                if (wrong is not null) { problems.Add(new($"Chapters[{i}].{field}", Missing(wrong, isPublic, arabic))); }
            }
        }
        return problems;
    }

    private static string Missing(StoryLink link, bool isPublic, bool arabic) => (link.Event, isPublic) switch
    {
        ({ } id, true) => arabic ? $"لا يرى القراء حدثاً رقمه {id}. انشره أولاً، أو اربط غيره." : $"Readers see no event {id}. Publish it first, or link another.",
        ({ } id, false) => arabic ? $"لا يوجد حدث رقمه {id}." : $"There is no event {id}.",
        (null, true) => arabic ? $"لا يرى القراء مصدراً مفتاحه «{link.Target}»." : $"Readers see no source “{link.Target}”.",
        _ => arabic ? $"لا يوجد مصدر مفتاحه «{link.Target}»." : $"There is no source “{link.Target}”.",
    };

    private static void Apply(StoryRow row, StoryDraft draft)
    {
        (row.Slug, row.Title, row.TitleAr) = (Blank(draft.Slug), Blank(draft.Title) ?? draft.TitleAr.Trim(), Blank(draft.TitleAr));
        (row.Summary, row.SummaryAr, row.Byline, row.BylineAr) = (Blank(draft.Summary), Blank(draft.SummaryAr), Blank(draft.Byline), Blank(draft.BylineAr));
        row.Chapters = StoryChapters.Stored([.. draft.Chapters.Select(Tidy)]);
    }

    private static StoryChapter Tidy(StoryChapter it) => new()
    {
        Heading = it.Heading.Trim(),
        HeadingAr = it.HeadingAr.Trim(),
        Text = Lines(it.Text),
        TextAr = Lines(it.TextAr),
        When = it.ReadWhen()?.Edtf ?? it.When.Trim(),
        Window = it.Window,
        At = it.At.Trim(),
        Layers = [.. ViewLayer.All.Select(layer => layer.Id).Where(it.Layers.Contains)],
        Filters = it.Filters.Trim(),
    };

    private static string Lines(string text) => text.Trim().ReplaceLineEndings("\n");

    private static string? Blank(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
