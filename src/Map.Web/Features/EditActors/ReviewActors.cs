using Map.Core.Actors;
using Map.Core.Events;
using Map.Web.Data;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.EditActors;

/// <summary>Actors in the queue with their names and relations: a new one, a change of one that readers see, or that it should go.</summary>
internal sealed class ReviewActors(SaveActor save, DeskSearch search) : ReviewsDrafts<ActorRow, ActorDraft>(search)
{
    public override string Table => Submissions.Actors;

    public override async Task<IReadOnlyDictionary<long, QueuedName>> NamesAsync(MapDb db, IReadOnlyList<ReviewRow> reviews, CancellationToken cancel)
    {
        var ids = reviews.Select(it => it.RowId).ToHashSet();
        var names = await db.Actors.Where(it => ids.Contains(it.Id)).Select(it => new { it.Id, it.Name, it.NameAr }).ToDictionaryAsync(it => it.Id, it => Name(it.Name, it.NameAr), cancel);
        return reviews.Where(it => names.ContainsKey(it.RowId)).ToDictionary(it => it.Id, it => Proposed(it) is { } proposed ? Name(proposed.Name, proposed.NameAr) : names[it.RowId]);
    }

    protected override Task<ActorRow?> RowAsync(MapDb db, long id, CancellationToken cancel) => db.Actors.AsTracking().Include(actor => actor.Names).SingleOrDefaultAsync(actor => actor.Id == id, cancel);

    protected override Guid VersionOf(ActorRow row) => row.Version;

    protected override async Task<ActorDraft> DraftAsync(MapDb db, ActorRow row, Language lang, CancellationToken cancel) => LoadActor.From(row, await LoadActor.RelationsAsync(db, row.Id, cancel), lang.IsArabic);

    protected override IMergeOf<ActorDraft> Merge(ActorDraft? seen, ActorDraft mine, ActorDraft theirs, NamedThings names, Language lang)
    {
        // Each draft calls the other actor in the language of whoever had it open.
        foreach (var tie in new[] { seen, mine, theirs }.SelectMany(draft => draft?.Relations ?? [])) { tie.ToName = names.Actor(tie.ToId) is { } other ? lang.Name(other.Name, other.NameAr) : $"#{tie.ToId}"; }
        return new ActorMerge(seen, mine, theirs, lang);
    }

    protected override ActorDraft Nothing() => new() { Kind = "" };

    protected override void Stand(ActorDraft draft, ActorRow row, bool isNew) => (draft.Id, draft.Key, draft.Version) = (row.Id, row.Key, row.Version);

    protected override Mentions MentionsOf(ActorDraft draft) => KnownActors.MentionsOf(draft);

    protected override IEnumerable<DraftSource> NewSources(ActorDraft draft) => draft.Relations.Where(tie => tie.SourceId is null).Select(tie => tie.NewSource).OfType<DraftSource>();

    protected override QueuedName Name(ActorDraft draft, ActorRow row, NamedThings names) => Name(draft.Name, draft.NameAr);

    protected override string FormOf(ActorRow row) => $"/desk/actors/{row.Id}";

    protected override Task<IReadOnlyList<FieldProblem>> WriteAsync(MapDb db, ActorRow row, ActorDraft approved, string why, Language lang, CancellationToken cancel)
    {
        approved.Reason = why;
        return save.ApplyApprovedAsync(db, row, approved, lang.IsArabic, cancel);
    }

    protected override async Task<FieldProblem?> RemoveAsync(MapDb db, ActorRow row, Language lang, CancellationToken cancel)
    {
        if (!(await RemoveActor.UsesAsync(db, row.Id, cancel)).None) { return new("Name", lang.Say("Records name it meanwhile, so it stays. Send this back.", "تذكرها سجلات في هذه الأثناء فتبقى. أعد هذا.")); }
        await RemoveActor.TakeAwayAsync(db, row, cancel);
        return null;
    }

    private static QueuedName Name(string name, string? nameAr) => new(name.Trim(), string.IsNullOrWhiteSpace(nameAr) ? null : nameAr.Trim(), "icon:person");
}
