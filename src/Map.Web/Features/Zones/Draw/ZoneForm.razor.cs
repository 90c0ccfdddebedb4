using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Map.Core.Control;
using Map.Core.Events;
using Map.Core.Time;
using Map.Core.Zones;
using Map.Web.Canvas;
using Map.Web.Data;
using Map.Web.Drafts;
using Map.Web.Shared;
using Map.Web.Shared.Desk;

namespace Map.Web.Features.Zones.Draw;

public sealed partial class ZoneForm : ComponentBase, IAsyncDisposable
{
    private readonly CancellationTokenSource gone = new();
    private ElementReference element;
    private Editor? editor;
    private FormState<DrawnZone>? form;
    private ServerCopy<ZoneAtDesk>? copy;
    private ZoneAround around = ZoneAround.Nothing;
    private IReadOnlyList<ZoneTrouble> troubles = [];
    private MapState? start;
    private Guid request = Guid.NewGuid();
    private int turn, givenTurn, mapTurn, drawnTurn, heardTurn;
    private bool live, busy;
    private string? refusal, restored, saved, shown, kept;
    private string neighbours = "", troubleGround = "", seriesKey = "", given = "";

    [Parameter] public long? Series { get; set; }
    [Parameter] public long? Zone { get; set; }
    /// <summary>draft or published, where this form follows upon a zone just saved.</summary>
    [Parameter] public string? Saved { get; set; }
    [Inject] private Language Lang { get; set; } = null!;
    [Inject] private IDbContextFactory<MapDb> Databases { get; set; } = null!;
    [Inject] private SaveZones Save { get; set; } = null!;
    [Inject] private DeskSearch Search { get; set; } = null!;
    [Inject] private EditorNow EditorNow { get; set; } = null!;
    [Inject] private BrowserDrafts OnDevice { get; set; } = null!;
    [Inject] private ServerDrafts OnServer { get; set; } = null!;
    [Inject] private MapClient Map { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;
    [Inject] private TimeProvider Clock { get; set; } = null!;

    private DrawnZone Draft => form!.Draft;
    private ZoneDraft Drawn => Draft.Zone();
    private ZoneAtDesk AtDesk => new(Draft, turn);
    private string FormName => $"zone-{Series?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "new"}-{Zone?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "new"}";
    private DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime);
    private string Heading => Series is null ? Lang.Say("Draw a zone", "رسم منطقة") : Zone is null ? Lang.Say("Add a zone", "إضافة منطقة") : Lang.Say("Edit a zone", "تحرير منطقة");

    private IEnumerable<(string, string)> Ways =>
        new[] { Posture.Holds, Posture.Contested, Posture.Joint, Posture.Besieged }.Select(posture => (posture.Id(), posture.Words(Lang.IsArabic)));

    protected override async Task OnInitializedAsync()
    {
        start = new(null, "1d", new(35.4, 38.2, 7), ["control", "boundaries", "places"], null, null);
        editor = await MayAsync();
        if (editor is null) { return; }
        await LoadAsync();
        if (Saved is not null && around.Others.Count > 0) { SaySaved(Saved, around.Others.MaxBy(other => other.Id)!.From); }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (form is not null && editor is not null && copy is null)
        {
            copy = new ServerCopy<ZoneAtDesk>(OnServer, editor.Id, FormName, Clock);
            await OnDevice.OpenAsync(element, $"{editor.Id}/{FormName}", nameof(ZoneAtDesk.Draft));
            await BringBackAsync();
            await OnDevice.BeginAsync(AtDesk);
            await Map.AttachAsync(new());
            live = true;
            mapTurn++;
            StateHasChanged();
        }
        else if (live && drawnTurn != heardTurn)
        {
            // What the server put into the field stands on the page, or is on its way there ahead of this.
            heardTurn = drawnTurn;
            await Map.EditZoneAsync("#zone-ground");
        }
    }

    private async Task<Editor?> MayAsync()
    {
        var now = await EditorNow.FindAsync();
        refusal = now is null ? Lang.Say("You may not edit here any longer. What you typed is kept on this device; ask an administrator.", "لم يعد يحق لك التحرير هنا. ما كتبته محفوظ على هذا الجهاز؛ راجع أحد المشرفين.") : null;
        return now;
    }

    private async Task LoadAsync()
    {
        await using var db = await Databases.CreateDbContextAsync(gone.Token);
        var draft = new DrawnZone();
        if (Series is { } id && await db.ZoneSeries.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, gone.Token) is { } series)
        {
            seriesKey = series.Key;
            around = await ZoneAround.OfAsync(db, id, Zone, gone.Token);
            draft.Series = new()
            {
                Id = series.Id,
                Version = series.Version,
                Title = series.Title,
                TitleAr = series.TitleAr ?? "",
                Kind = series.Kind,
                Method = series.Method,
                SourceId = series.SourceId,
                Licence = series.Licence ?? "",
                Status = series.Status,
                Zones = [new()],
            };
            if (Zone is { } known && await db.Zones.AsNoTracking().FirstOrDefaultAsync(row => row.Id == known, gone.Token) is { } zone)
            {
                draft.Series.Zones[0] = new()
                {
                    Id = zone.Id,
                    PreviousId = zone.PreviousId,
                    Holders = zone.Holders,
                    Posture = zone.Posture,
                    From = zone.FromEdtf,
                    To = zone.ToEdtf ?? "",
                    Quote = zone.Quote ?? "",
                    Note = zone.Note ?? "",
                    Method = zone.Method ?? "",
                    SourceId = zone.SourceId,
                };
                draft.Ground = ZoneGround.Write(ZoneAround.Read(zone).Shape);
            }
        }
        await UseAsync(draft);
    }

    private async Task UseAsync(DrawnZone draft)
    {
        form ??= new(draft, it => it.Check(Today)) { Changed = ChangedAsync };
        form.Names.AddAll(await Search.NamedInAsync(new([], [], [(draft.Series.SourceId, draft.Series.SourceKey)]), gone.Token));
        form.Replace(draft);
        Fit();
        Give();
    }

    /// <summary>Puts other ground under the hand than was drawn there.</summary>
    private void Give()
    {
        given = Draft.Ground;
        givenTurn++;
        mapTurn++;
    }

    private void Fit()
    {
        Drawn.Shape = ZoneGround.Read(Draft.Ground, out _);
        (neighbours, troubles) = (around.Neighbours(Drawn), around.Troubles(Drawn, Today));
        troubleGround = ZoneGround.Write(troubles.Select(it => it.Where));
    }

    private async Task BringBackAsync()
    {
        var device = await OnDevice.ReadAsync<ZoneAtDesk>();
        var server = await OnServer.ReadAsync<ZoneAtDesk>(editor!.Id, FormName, gone.Token);
        var newest = device is null || server?.Draft.Turn > device.Draft.Turn ? server : device;
        if (newest is null || newest.Draft.Draft.Series.Zones.Count != 1 || DraftJson.Of(newest.Draft.Draft) == DraftJson.Of(Draft)) { return; }
        turn = newest.Draft.Turn;
        await UseAsync(newest.Draft.Draft);
        restored = Lang.Say($"What you drew and typed here and did not save is back (kept {newest.At.UtcDateTime:HH:mm} UTC). Steps can be undone from here on.", $"عاد ما رسمته وكتبته هنا ولم تحفظه (محفوظ {newest.At.UtcDateTime:HH:mm} UTC). التراجع ممكن من الآن.");
    }

    private async Task DiscardAsync()
    {
        restored = null;
        await ForgetDraftAsync();
        await LoadAsync();
        await OnDevice.BeginAsync(AtDesk);
    }

    private async Task ChangedAsync()
    {
        (saved, refusal, shown) = (null, null, null);
        request = Guid.NewGuid();
        turn++;
        var before = (neighbours, troubleGround);
        Fit();
        if (before != (neighbours, troubleGround)) { mapTurn++; }
        await OnDevice.KeepAsync(AtDesk);
        copy!.KeepSoon(AtDesk);
        kept = Lang.Say("Draft kept on this device", "المسودة محفوظة على هذا الجهاز");
        StateHasChanged();
    }

    private Task GroundAsync(ChangeEventArgs drawn)
    {
        Draft.Ground = (string?)drawn.Value ?? "";
        Draft.Series.TroublesAccepted = false;
        return form!.LeaveAsync("Ground");
    }

    private Task ToggleAsync(string holder)
    {
        var held = Drawn.ReadHolders();
        Drawn.Holders = string.Join('+', held.Contains(holder) ? held.Where(id => id != holder) : held.Append(holder));
        return form!.LeaveAsync("Series.Zones[0].Holders");
    }

    private Task AcceptAsync(ChangeEventArgs chosen)
    {
        Draft.Series.TroublesAccepted = chosen.Value is true;
        return form!.LeaveAsync("Ground");
    }

    private Task StartFromAsync(long? chosen)
    {
        var from = around.Others.FirstOrDefault(other => other.Id == chosen);
        Drawn.PreviousId = from?.Id;
        if (from is not null) { (Drawn.Holders, Drawn.Posture, Draft.Ground) = (string.Join('+', from.Holders), from.Posture.Id(), ZoneGround.Write(from.Shape)); }
        Give();
        return form!.LeaveAsync("Ground");
    }

    private async Task SaveAsync(string status)
    {
        if (busy || form is null || await MayAsync() is not { } now) { return; }
        Draft.Series.Status = status;
        form.ShowAll();
        if (form.Problems.Count > 0) { await form.FocusAsync(form.Problems[0].Field); return; }
        (busy, saved, shown) = (true, null, null);
        StateHasChanged();
        try
        {
            var outcome = await Save.RunAsync(Draft.Series, now, request, gone.Token);
            if (outcome.Series is not { } series)
            {
                form.ShowAll([.. outcome.Problems.Select(DrawnZone.InForm)]);
                if (form.Problems.Count > 0) { await form.FocusAsync(form.Problems[0].Field); }
                return;
            }
            await ForgetDraftAsync();
            if (Zone is null) { Navigation.NavigateTo(Lang.Link($"/desk/zones/{series}/new?saved={status}"), forceLoad: true); return; }
            await LoadAsync();
            await OnDevice.BeginAsync(AtDesk);
            (restored, kept) = (null, null);
            SaySaved(status, Drawn.ReadFrom());
        }
        catch (DatabaseBusyException) { refusal = Lang.Say("The database is busy. Your draft is kept; try again in a moment.", "قاعدة البيانات مشغولة. مسودتك محفوظة؛ حاول بعد لحظة."); }
        finally { busy = false; }
    }

    private void SaySaved(string status, DateSpan? from)
    {
        var isPublished = status == "published";
        saved = isPublished ? Lang.Say("Published.", "نُشرت.") : Lang.Say("Saved. Readers do not see it.", "حُفظت. لا يراها القراء.");
        shown = isPublished ? $"/?series={Uri.EscapeDataString(seriesKey)}&date={from?.Latest?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)}" : null;
    }

    private async Task ForgetDraftAsync()
    {
        await OnDevice.ClearAsync();
        await copy!.ForgetAsync();
        request = Guid.NewGuid();
    }

    private string Told(Zone zone) =>
        string.Join(" + ", zone.Holders.Select(id => Lang.Say(Holders.Of(id).Short, Holders.Of(id).ShortAr))) + ", " + DateWords.Of(zone.From, Lang.IsArabic);

    private string Words(ZoneTrouble trouble)
    {
        var size = trouble.SquareKilometres.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
        return trouble.Kind == ZoneTroubleKind.Gap
            ? Lang.Say($"A gap of {size} km² is left between this zone and its neighbours.", $"تبقى فجوة مساحتها {size} كم² بين هذه المنطقة وجاراتها.")
            : Lang.Say($"It overlaps another zone of the series by {size} km²: two zones of a series cannot hold the same ground.", $"تتداخل مع منطقة أخرى من السلسلة بمساحة {size} كم²: لا يمكن لمنطقتين من سلسلة واحدة أن تشغلا الأرض نفسها.");
    }

    public async ValueTask DisposeAsync()
    {
        await gone.CancelAsync();
        if (copy is not null) { await copy.DisposeAsync(); }
        await OnDevice.DisposeAsync();
        await Map.DisposeAsync();
        gone.Dispose();
    }
}
