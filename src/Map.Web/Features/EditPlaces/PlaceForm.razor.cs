using Map.Core.Events;
using Map.Core.Places;
using Map.Web.Data;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.EditPlaces;

public sealed partial class PlaceForm
{
    private PlaceArea? area;
    private IReadOnlyList<NearPlace> near = [];
    private PlaceUse? use;
    private bool isDeletionSent;

    [Parameter, EditorRequired] public string Key { get; set; } = "";
    [Inject] private SavePlace Save { get; set; } = null!;
    [Inject] private RemovePlace Remove { get; set; } = null!;
    [Inject] private Surroundings Surroundings { get; set; } = null!;

    protected override string FormName => $"place-{Key}";
    /// <summary>A place is in the gazetteer or it is not.</summary>
    protected override string Status { get; set; } = EventStatus.Published.Id;
    protected override string Reason => Draft.Reason;
    protected override string AsideWords => Lang.Say("Kept as your draft.", "حُفظ مسودةً لك.");
    protected override string SecondAct => Lang.Say("Keep as draft", "أبقه مسودة");
    private string Heading => Seen is { } known ? Lang.Name(known.Name, known.NameAr) : Lang.Say("New place", "مكان جديد");

    private string Used => string.Join(Lang.Say(", ", "، "), new[]
    {
        (use!.Events, Counted.Events.Say(use.Events, Lang)), (use.Claims, Counted.Claims.Say(use.Claims, Lang)),
        (use.ControlClaims, Lang.Say($"{use.ControlClaims} about control", $"{use.ControlClaims} عن السيطرة")),
    }.Where(it => it.Item1 > 0).Select(it => it.Item2)) + ".";

    private string Told => (Draft.PublicPrecision, area) switch
    {
        ("district", { } there) => Lang.Say($"Readers are told “{there.Name}”.", $"يُقال للقراء «{Lang.Name(there.Name, there.NameAr)}»."),
        ("governorate", { Within: { } there }) => Lang.Say($"Readers are told “{there}”.", $"يُقال للقراء «{Lang.Name(there, area.WithinAr)}»."),
        _ => Lang.Say("Readers are told of no place on the map.", "لا يُقال للقراء أي مكان على الخريطة."),
    };

    protected override async Task LoadAsync()
    {
        await using var db = await Databases.CreateDbContextAsync(Gone);
        var row = await LoadPlace.RowAsync(db, Key, Gone);
        IsDeleted = row is null && Seen is not null;
        WasPublished = row is not null;
        await AskRuleAsync(db, Submissions.Places, row?.Id, row?.Status);
        use = row is null ? null : await PlaceUse.OfAsync(db, Key, Gone);
        History = row is null ? [] : await RowHistory.OfAsync(db, "Places", row.Id, Gone);
        if (await UseProposedAsync(Submission)) { return; }
        Seen = row is null ? null : LoadPlace.From(row);
        await UseAsync(row is null ? new PlaceDraft { Key = Key } : LoadPlace.From(row));
    }

    protected override async Task UseAsync(PlaceDraft draft)
    {
        await base.UseAsync(draft);
        await LookAroundAsync();
    }

    protected override IReadOnlyList<FieldProblem> Check(PlaceDraft draft) => draft.Check(Today, Lang.IsArabic);

    protected override void Stand(PlaceDraft proposed, Guid? version) => proposed.Version = version;

    protected override Mentions MentionsOf(PlaceDraft draft) => new([], [], []);

    protected override Task FollowAsync() => LookAroundAsync();

    private async Task LookAroundAsync()
    {
        await using var db = await Databases.CreateDbContextAsync(Gone);
        area = Draft.ReadPosition() is { } at ? await Surroundings.AreaAsync(db, at, Gone) : null;
        near = await Surroundings.PlacesAsync(db, Draft, Gone);
    }

    protected override Task SaveAsync() => Status == EventStatus.Draft.Id ? KeepAsync() : TrySaveAsync(async now =>
    {
        var outcome = await Save.RunAsync(Draft, now, Request, Lang.IsArabic, Gone);
        if (outcome.Theirs is { } theirs)
        {
            Merge = new PlaceMerge(Seen, Draft, theirs, Lang);
            return;
        }
        if (outcome.Version is null) { await RefuseAsync(outcome.Problems); return; }
        var isTold = Draft.PublicPrecision.Length == 0;
        await StartOverAsync();
        Saved = outcome.Review is not null ? SentWords : isTold ? Lang.Say("Saved. Searches find it by every name it has.", "حُفظ. يجده البحث بكل اسم له.") : Lang.Say("Saved. Only the desk’s searches find it.", "حُفظ. لا يجده إلا بحث المكتب.");
    });

    private Task KeepAsync()
    {
        Status = EventStatus.Published.Id;
        return GuardedAsync(async () =>
        {
            await KeepNowAsync();
            Saved = AsideWords;
        });
    }

    protected override async Task RemoveAsync(Editor now, string reason) => isDeletionSent = (await Remove.RunAsync(Key, now, reason, Request)).Review is not null;

    /// <summary>A wish that waits is said, for nothing else on the page tells of it.</summary>
    private async Task ProposeOrDeleteAsync(string reason)
    {
        isDeletionSent = false;
        await DeleteAsync(reason);
        if (isDeletionSent) { Saved = DeletionSentWords; }
    }

    protected override Task ReturnAsync(Editor now, string reason) => Task.CompletedTask;
}
