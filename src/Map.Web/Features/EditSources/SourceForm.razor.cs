using Map.Core.Events;
using Map.Core.Sources;
using Map.Web.Data;
using Map.Web.Shared.Desk;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.EditSources;

public sealed partial class SourceForm
{
    private IReadOnlyList<KnownSource> known = [];
    private SourceRow? link;
    private SourceUses? used;

    [Inject] private SaveSource Save { get; set; } = null!;
    [Inject] private RemoveSource Remove { get; set; } = null!;

    protected override string FormName => Id is { } id ? SourceForms.NameOf(id) : SourceForms.NameOf(Sheet!);
    protected override string Reason => Draft.Reason;
    protected override string ListAddress => "/desk/sources";
    private string Optional => Lang.Say("optional", "اختياري");
    private string Heading => Seen is { } seen ? SourceWordsOf(seen) : Lang.Say("New source", "مصدر جديد");
    protected override string SavedWords => Lang.Say("Saved.", "حُفظ.");

    protected override async Task LoadAsync()
    {
        await using var db = await Databases.CreateDbContextAsync(Gone);
        known = await LoadSource.AllAsync(db, Gone);
        link = Id is { } id ? await db.Sources.AsNoTracking().SingleOrDefaultAsync(source => source.Id == id, Gone) : null;
        await AskRuleAsync(db, Submissions.Sources, link?.Id, link?.Status);
        if (link is null)
        {
            Seen = null;
            await UseAsync(new SourceSheet());
            return;
        }
        used = await RemoveSource.UsesAsync(db, link, Gone);
        History = await RowHistory.OfAsync(db, "Sources", link.Id, Gone);
        if (await UseProposedAsync(Submission)) { return; }
        Seen = LoadSource.From(link, known, Lang.IsArabic);
        await UseAsync(LoadSource.From(link, known, Lang.IsArabic));
    }

    protected override IReadOnlyList<FieldProblem> Check(SourceSheet sheet) => sheet.Check(new SourceContext(Today, known, Arabic: Lang.IsArabic));

    protected override void Stand(SourceSheet proposed, Guid? version) => proposed.Version = version;

    protected override Mentions MentionsOf(SourceSheet sheet) => new([], [], []);

    protected override Task FollowAsync()
    {
        RefusedBy = null;
        return Task.CompletedTask;
    }

    protected override Task SaveAsync() => TrySaveAsync(async now =>
    {
        var outcome = await Save.RunAsync(Draft, now, Request, Lang.IsArabic, Gone);
        if (outcome.Theirs is { } theirs)
        {
            Merge = new SourceMerge(Seen, Draft, theirs, Lang);
            return;
        }
        if (outcome.Id is not { } id) { await RefuseAsync(outcome.Problems); return; }
        await GoOnAsync(id, outcome.Review);
    });

    protected override async Task<(SourceUses?, bool)> RemoveAsync(Editor now, string reason) =>
        await Remove.RunAsync(Id!.Value, now, reason, Request, Gone) is { } uses ? (uses.None ? null : uses, uses.Review is not null) : default;

    private string SourceWordsOf(SourceSheet sheet) => Shared.SourceWords.Known(sheet.Source.Title) ?? Lang.Say("untitled", "بلا عنوان");
}
