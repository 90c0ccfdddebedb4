using System.Globalization;
using Map.Core.Events;
using Map.Core.Time;
using Map.Web.Data;
using Map.Web.Packs;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.EditEvents;

public sealed partial class MergeForm
{
    private EventDraft? one, other, merged;
    private EventMerge? merge;
    private NamedThings names = new();
    private GradedEvent? grade;
    private IReadOnlyList<FieldProblem> problems = [];
    private string reason = "";
    private string? refusal;
    private Guid request = Guid.NewGuid();
    private bool live, busy, wasPublished;

    /// <summary>The event that stays.</summary>
    [Parameter, EditorRequired] public long Id { get; set; }
    /// <summary>The event that goes into it.</summary>
    [Parameter, EditorRequired] public long Other { get; set; }
    [Inject] private Language Lang { get; set; } = null!;
    [Inject] private IDbContextFactory<MapDb> Databases { get; set; } = null!;
    [Inject] private DeskSearch Search { get; set; } = null!;
    [Inject] private MergeEvents Merger { get; set; } = null!;
    [Inject] private EditorNow EditorNow { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;
    [Inject] private TimeProvider Clock { get; set; } = null!;

    private IEnumerable<(string Label, string Words)> Facts
    {
        get
        {
            yield return (Lang.Say("Status", "الحالة"), EventStatus.TryGet(merged!.Status, out var status) ? status.Words(Lang.IsArabic) : merged.Status);
            yield return (Lang.Say("When", "متى"), merged.ReadSpan() is { } span ? DateWords.Of(span, Lang.IsArabic) : merged.DateText);
            yield return (Lang.Say("Where", "أين"), string.Join(" · ", new[] { PlaceName(merged.PlaceKey) ?? merged.PlaceName, PlacePrecision.TryGet(merged.Precision, out var precision) ? precision.Words(Lang.IsArabic) : "" }.Where(part => part.Length > 0)));
            if (merged.Actors.Count > 0) { yield return (Lang.Say("Who", "مَن"), string.Join(Lang.Say(", ", "، "), merged.Actors.Select(ActorName).Distinct())); }
            foreach (var figure in merged.Figures.Select(figure => figure.Read()).OfType<Figures>())
            {
                if (FigureKind.TryGet(figure.Kind, out var kind)) { yield return (Lang.IsArabic ? kind.Arabic : char.ToUpperInvariant(kind.English[0]) + kind.English[1..], figure.Words(Lang.IsArabic)); }
            }
            yield return (Lang.Say("Rests on", "يستند إلى"), $"{Counted.Claims.Say(merged.Claims.Count, Lang)}{Lang.Say(", ", "، ")}{Counted.Sources.Say(merged.Claims.Select(claim => claim.SourceId).Distinct().Count(), Lang)}");
        }
    }

    protected override async Task OnInitializedAsync()
    {
        reason = Lang.Say("The same event, recorded twice", "الحدث نفسه سُجّل مرتين");
        if (await MayAsync() is not null) { await LoadAsync(); }
    }

    protected override void OnAfterRender(bool firstRender)
    {
        if (live || merge is null) { return; }
        live = true;
        StateHasChanged();
    }

    private async Task<Editor?> MayAsync()
    {
        var now = await EditorNow.FindAsync();
        refusal = now is null ? Lang.Say("You may not edit here any longer. Ask an administrator.", "لم يعد يحق لك التحرير هنا. راجع المدير.") : null;
        return now;
    }

    private async Task LoadAsync()
    {
        await using var db = await Databases.CreateDbContextAsync();
        var (stays, goes) = (await LoadDraft.RowAsync(db, Id), await LoadDraft.RowAsync(db, Other));
        if (stays is not { DeletedAt: null } || goes is not { DeletedAt: null })
        {
            merge = null;
            refusal = Words(MergeRefusal.Gone);
            return;
        }
        (one, other, wasPublished) = (LoadDraft.From(stays), LoadDraft.From(goes), stays.Status == EventStatus.Published.Id);
        names = await Search.NamedInAsync(EventMentions.Of(one));
        names.AddAll(await Search.NamedInAsync(EventMentions.Of(other)));
        var now = new EventMerge(one, other, Lang.IsArabic, PlaceName);
        if (merge is not null) { now.ChooseAs(merge); }
        merge = now;
        await PreviewAsync();
    }

    private async Task PreviewAsync()
    {
        request = Guid.NewGuid();
        merged = merge!.Merged(reason.Trim());
        problems = merged.Check(new DraftContext(DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime), wasPublished, Arabic: Lang.IsArabic));
        await using var db = await Databases.CreateDbContextAsync();
        grade = await DraftGrade.OfAsync(db, merged, default);
    }

    private Task ChooseAsync(MergeField field, MergeSide side)
    {
        field.Side = side;
        return PreviewAsync();
    }

    private async Task MergeAsync()
    {
        if (busy || problems.Count > 0 || await MayAsync() is not { } now) { return; }
        busy = true;
        try
        {
            var outcome = await Merger.RunAsync(merged!, Other, other!.Version!.Value, now, request, Lang.IsArabic);
            if (outcome.Done)
            {
                Navigation.NavigateTo(Lang.Link($"/desk/events/{Id}"), forceLoad: true);
                return;
            }
            if (outcome.Refusal == MergeRefusal.Changed) { await LoadAsync(); }
            refusal ??= outcome.Refusal is { } why ? Words(why) : null;
            if (outcome.Problems.Count > 0) { problems = outcome.Problems; }
        }
        catch (DatabaseBusyException) { refusal = Lang.Say("The database is busy. Nothing was merged; try again in a moment.", "قاعدة البيانات مشغولة. لم يُدمج شيء؛ حاول بعد لحظة."); }
        catch (NotAllowedException refused) { refusal = refused.Words(Lang); }
        finally { busy = false; }
    }

    private string Words(MergeRefusal why) => why switch
    {
        MergeRefusal.Changed => Lang.Say("One of the two was changed while you looked at it. Both are shown as they are now, with your choices: look again, then merge.", "تغيّر أحد السجلين بينما كنت تنظر إليه. يظهران الآن كما هما مع اختياراتك: انظر ثانية ثم ادمج."),
        MergeRefusal.Merged or MergeRefusal.MergedOn => Lang.Say("One of the two was merged into another event meanwhile.", "دُمج أحد السجلين في حدث آخر في هذه الأثناء."),
        _ => Lang.Say("One of the two is not there any longer.", "لم يعد أحد السجلين موجوداً."),
    };

    private string NameOf(EventDraft draft) => Lang.Name(draft.Title, draft.TitleAr.Length > 0 ? draft.TitleAr : null);

    private string? PlaceName(string key) => names.Place(key) is { } place ? Lang.Name(place.Name, place.NameAr) : null;

    private string ActorName(DraftActor actor) => names.Actor(actor.ActorId) is { } known ? Lang.Name(known.Name, known.NameAr) : actor.Name;

    private string Claimant(DraftClaim claim) => names.Actor(claim.ClaimantId) is { } known ? Lang.Name(known.Name, known.NameAr) : claim.ClaimantText;

    private RenderFragment Choice(MergeField field, MergeSide side, string words, string whose) => builder =>
    {
        builder.OpenElement(0, "label");
        builder.AddAttribute(1, "class", "merge-choice");
        builder.OpenElement(2, "input");
        builder.AddAttribute(3, "type", "radio");
        builder.AddAttribute(4, "name", "merge-" + field.Id);
        builder.AddAttribute(5, "value", side.ToString());
        builder.AddAttribute(6, "checked", field.Side == side);
        builder.AddAttribute(7, "onchange", EventCallback.Factory.Create<ChangeEventArgs>(this, () => ChooseAsync(field, side)));
        builder.CloseElement();
        builder.OpenElement(8, "span");
        builder.OpenElement(9, "span");
        builder.AddAttribute(10, "class", "desk-optional merge-whose");
        builder.AddContent(11, whose + " ");
        builder.CloseElement();
        builder.OpenElement(12, "bdi");
        builder.AddContent(13, words.Length > 0 ? words : Lang.Say("empty", "فارغ"));
        builder.CloseElement();
        builder.CloseElement();
        builder.CloseElement();
    };
}
