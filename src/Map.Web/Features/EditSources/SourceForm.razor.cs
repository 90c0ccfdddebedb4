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
    private SourceUses? used, refusedBy;

    /// <summary>The recorded source to change; null for a new one.</summary>
    [Parameter] public long? Id { get; set; }
    /// <summary>The id of a new source's draft.</summary>
    [Parameter] public string? Sheet { get; set; }
    /// <summary>True where this form follows upon the one it was recorded with.</summary>
    [Parameter] public bool JustSaved { get; set; }
    [Inject] private SaveSource Save { get; set; } = null!;
    [Inject] private RemoveSource Remove { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;

    protected override string FormName => Id is { } id ? SourceForms.NameOf(id) : SourceForms.NameOf(Sheet!);
    protected override string Reason => Draft.Reason;
    private string Optional => Lang.Say("optional", "اختياري");
    private string Heading => Seen is { } seen ? SourceWordsOf(seen) : Lang.Say("New source", "مصدر جديد");
    private string SavedWords => Lang.Say("Saved.", "حُفظ.");

    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        if (JustSaved) { Saved = SavedWords; }
    }

    protected override async Task LoadAsync()
    {
        await using var db = await Databases.CreateDbContextAsync(Gone);
        known = await LoadSource.AllAsync(db, Gone);
        link = Id is { } id ? await db.Sources.AsNoTracking().SingleOrDefaultAsync(source => source.Id == id, Gone) : null;
        if (link is null)
        {
            Seen = null;
            await UseAsync(new SourceSheet());
            return;
        }
        used = await RemoveSource.UsesAsync(db, link, Gone);
        History = await RowHistory.OfAsync(db, "Sources", link.Id, Gone);
        Seen = LoadSource.From(link, known, Lang.IsArabic);
        await UseAsync(LoadSource.From(link, known, Lang.IsArabic));
    }

    protected override IReadOnlyList<FieldProblem> Check(SourceSheet sheet) => sheet.Check(new SourceContext(Today, known, Arabic: Lang.IsArabic));

    protected override Mentions MentionsOf(SourceSheet sheet) => new([], [], []);

    protected override Task FollowAsync()
    {
        refusedBy = null;
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
        if (Id is null)
        {
            await ForgetAsync();
            // The whole page anew: from now on it is the form of a recorded source.
            Navigation.NavigateTo(Lang.Link($"/desk/sources/{id}?saved=1"), forceLoad: true);
            return;
        }
        await StartOverAsync();
        Saved = SavedWords;
    });

    private async Task DeleteAsync(string reason)
    {
        if (IsBusy || await MayAsync() is not { } now) { return; }
        await GuardedAsync(async () =>
        {
            refusedBy = await Remove.RunAsync(Id!.Value, now, reason, Request, Gone) is { None: false } uses ? uses : null;
            if (refusedBy is not null) { return; }
            await ForgetAsync();
            Navigation.NavigateTo(Lang.Link("/desk/sources"), forceLoad: true);
        });
    }

    private string SourceWordsOf(SourceSheet sheet) => Shared.SourceWords.Known(sheet.Source.Title) ?? Lang.Say("untitled", "بلا عنوان");
}
