using Map.Core.Actors;
using Map.Core.Control;
using Map.Core.Events;
using Map.Web.Data;
using Map.Web.Shared.Desk;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.EditActors;

public sealed partial class ActorForm
{
    private KnownActors known = KnownActors.None;
    private IReadOnlyList<ActorRelationRow> incoming = [];
    private int events;
    private string suggested = "";

    /// <summary>What a new one is called, where that was typed elsewhere.</summary>
    [Parameter] public string? FirstName { get; set; }
    [Inject] private SaveActor Save { get; set; } = null!;
    [Inject] private RemoveActor Remove { get; set; } = null!;

    protected override string FormName => Id is { } id ? ActorForms.NameOf(id) : ActorForms.NameOf(Sheet!);
    protected override string Reason => Draft.Reason;
    protected override string ListAddress => "/desk/actors";
    private string Optional => Lang.Say("optional", "اختياري");
    private string Heading => Seen is { } seen ? Lang.Name(seen.Name, seen.NameAr) : Lang.Say("New actor", "جهة جديدة");
    private IEnumerable<(string, string)> HolderChoices => known.Holders.Select(id => (id, Lang.Name(Holders.Of(id).Name, Holders.Of(id).NameAr)));

    protected override async Task LoadAsync()
    {
        await using var db = await Databases.CreateDbContextAsync(Gone);
        known = await KnownActors.OfAsync(db, Gone);
        var row = Id is { } id ? await LoadActor.RowAsync(db, id, Gone) : null;
        if (row is null)
        {
            Seen = null;
            await AskRuleAsync(db, Submissions.Actors, null, null);
            await UseAsync(First());
            return;
        }
        var relations = await LoadActor.RelationsAsync(db, row.Id, Gone);
        await AskRuleAsync(db, Submissions.Actors, row.Id, row.Status);
        incoming = await db.ActorRelations.AsNoTracking().Include(tie => tie.From).Where(tie => tie.ToId == row.Id && tie.DeletedAt == null).OrderBy(tie => tie.EarliestDay).ThenBy(tie => tie.Id).ToListAsync(Gone);
        events = await db.EventActors.Where(part => part.ActorId == row.Id && db.PublicEvents.Any(it => it.Id == part.EventId)).Select(part => part.EventId).Distinct().CountAsync(Gone);
        History = await ActorHistory.OfAsync(db, row.Id, Gone);
        if (await UseProposedAsync(Submission)) { return; }
        Seen = LoadActor.From(row, relations, Lang.IsArabic);
        await UseAsync(LoadActor.From(row, relations, Lang.IsArabic));
    }

    protected override async Task UseAsync(ActorDraft draft)
    {
        await base.UseAsync(draft);
        CountFromSources();
    }

    protected override IReadOnlyList<FieldProblem> Check(ActorDraft draft) =>
        draft.Check(new ActorContext(Today, known.Parties, known.Ties, known.Holders, PublishedOf: source => Form?.Names.Source(source)?.PublishedEdtf, Arabic: Lang.IsArabic));

    protected override void Stand(ActorDraft proposed, Guid? version) => proposed.Version = version;

    protected override Mentions MentionsOf(ActorDraft draft) => KnownActors.MentionsOf(draft);

    protected override Task FollowAsync()
    {
        RefusedBy = null;
        if (Draft.Id is null && (Draft.Key.Length == 0 || Draft.Key == suggested)) { Draft.Key = suggested = ActorKey.Of(Draft.Name); }
        CountFromSources();
        return Task.CompletedTask;
    }

    protected override Task SaveAsync() => TrySaveAsync(async now =>
    {
        var outcome = await Save.RunAsync(Draft, now, Request, Lang.IsArabic, Gone);
        if (outcome.Theirs is { } theirs)
        {
            Form!.Names.AddAll(await Search.NamedInAsync(KnownActors.MentionsOf(theirs), Gone));
            Merge = new ActorMerge(Seen, Draft, theirs, Lang);
            return;
        }
        if (outcome.Id is not { } id) { await RefuseAsync(outcome.Problems); return; }
        await GoOnAsync(id, outcome.Review);
    });

    protected override string SavedWords => Lang.Say("Saved. Maps and lists say it so.", "حُفظ. هكذا تقوله الخرائط والقوائم.");

    protected override async Task<(ActorUses?, bool)> RemoveAsync(Editor now, string reason) =>
        await Remove.RunAsync(Id!.Value, now, reason, Request, Gone) is { } uses ? (uses.None ? null : uses, uses.Review is not null) : default;

    private ActorDraft First()
    {
        var name = (FirstName ?? "").Trim();
        var isArabic = NameScripts.Of(name) == NameScript.Arabic;
        suggested = isArabic ? "" : ActorKey.Of(name);
        return new() { Name = isArabic ? "" : name, NameAr = isArabic ? name : "", Key = suggested };
    }

    private void FocusSoon(string path) => Form!.FocusWhenThere(path);

    /// <summary>Relative words of a relation count from the day its source was published.</summary>
    private void CountFromSources()
    {
        foreach (var tie in Draft.Relations) { tie.DateAnchor = Anchor.Of(tie, Form!.Names); }
        Form!.Check();
    }
}
