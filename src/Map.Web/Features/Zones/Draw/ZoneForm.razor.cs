using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Map.Core.Control;
using Map.Core.Events;
using Map.Core.Review;
using Map.Core.Time;
using Map.Core.Zones;
using Map.Web.Canvas;
using Map.Web.Data;
using Map.Web.Shared;
using Map.Web.Shared.Desk;

namespace Map.Web.Features.Zones.Draw;

public sealed partial class ZoneForm
{
    private ZoneAround around = ZoneAround.Nothing;
    private IReadOnlyList<ZoneTrouble> troubles = [];
    private MapState? start;
    private int givenTurn, mapTurn, drawnTurn, heardTurn;
    private string? shown;
    /// <summary>The rule as it was when the series was loaded, for the words alone: what a save may do is asked again when it is made.</summary>
    private Reviewing? rule;
    private ReviewRow? submission;
    private string recorded = "";
    private IReadOnlyList<HistoryLine> history = [];
    private string neighbours = "", troubleGround = "", seriesKey = "", given = "";

    [Parameter] public long? Series { get; set; }
    [Parameter] public long? Zone { get; set; }
    /// <summary>draft or published, where this form follows upon a zone just saved.</summary>
    [Parameter] public string? JustSaved { get; set; }
    /// <summary>A save of a new zone that waits, or was sent back, and is gone on with.</summary>
    [Parameter] public long? Proposal { get; set; }
    [Inject] private SaveZones Save { get; set; } = null!;
    [Inject] private TakeBackSubmission TakeBack { get; set; } = null!;
    [Inject] private MapClient Map { get; set; } = null!;

    protected override string FormName => string.Create(CultureInfo.InvariantCulture, $"zone-{(Series is { } series ? $"{series}" : "new")}-{(Zone is { } zone ? $"{zone}" : "new")}");
    private ZoneDraft Drawn => Draft.Zone();
    private string Heading => Series is null ? Lang.Say("Draw a zone", "رسم منطقة") : Zone is null ? Lang.Say("Add a zone", "إضافة منطقة") : Lang.Say("Edit a zone", "تحرير منطقة");

    private IEnumerable<(string, string)> Ways =>
        new[] { Posture.Holds, Posture.Contested, Posture.Joint, Posture.Besieged }.Select(posture => (posture.Id(), posture.Words(Lang.IsArabic)));

    protected override async Task OnInitializedAsync()
    {
        start = new(null, "1d", new(35.4, 38.2, 7), ["control", "boundaries", "places"], null, null);
        await base.OnInitializedAsync();
        if (JustSaved is not null && around.Others.Count > 0) { SaySaved(JustSaved, around.Others.MaxBy(other => other.Id)!.From); }
    }

    protected override async Task OpenedAsync()
    {
        await Map.AttachAsync(new() { Reported = ReportedAsync });
        mapTurn++;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        var wasLive = IsLive;
        await base.OnAfterRenderAsync(firstRender);
        if (!wasLive || drawnTurn == heardTurn) { return; }
        // What the server put into the field stands on the page, or is on its way there ahead of this.
        heardTurn = drawnTurn;
        await Map.EditZoneAsync("#zone-ground");
    }

    protected override async Task LoadAsync()
    {
        await using var db = await Databases.CreateDbContextAsync(Gone);
        var draft = new DrawnZone();
        if (Series is { } id && await db.ZoneSeries.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, Gone) is { } series)
        {
            seriesKey = series.Key;
            around = await ZoneAround.OfAsync(db, id, Zone, Gone);
            recorded = series.Status;
            var zone = Zone is { } known ? await db.Zones.AsNoTracking().FirstOrDefaultAsync(row => row.Id == known, Gone) : null;
            draft.Series = LoadZones.From(series, zone is null ? [] : [zone]);
            if (zone is not null) { history = await RowHistory.OfAsync(db, Submissions.Zones, zone.Id, Gone); }
            submission = await OwnAsync(db, id);
            // What waits or was sent back goes on where it was left, over the series as it is now.
            if (submission is not null && ProposedZones.Read(submission.Proposed) is { Zones: [var mine] } proposed)
            {
                (proposed.Id, proposed.Version, proposed.Proposal, mine.Version) = (series.Id, series.Version, submission.Id, zone?.Version);
                draft.Series = proposed;
            }
            if (draft.Series.Zones.Count == 0) { draft.Series.Zones.Add(new()); }
            if (draft.Series.Zones[0].Shape is { } shape) { draft.Ground = ZoneGround.Write(shape); }
        }
        if (await MayAsync() is { } me) { await using var now = await Databases.CreateDbContextAsync(Gone); rule = await Reviewing.OfAsync(now, me, Gone); }
        await UseAsync(draft);
    }

    private bool IsPublic => recorded == EventStatus.Published.Id;

    private bool Waits => rule?.Save(recorded.Length == 0 ? null : recorded, EventStatus.Published.Id) == Verdict.Waits;

    private string FirstAct => Drawn.Status == EventStatus.Withdrawn.Id
        ? Waits ? Lang.Say("Propose withdrawal", "اقترح السحب") : Lang.Say("Withdraw", "اسحب")
        : Waits ? Lang.Say("Send to review", "أرسل إلى المراجعة") : Lang.Say("Publish", "انشر");

    /// <summary>What this person sent of this zone, waiting or sent back.</summary>
    private async Task<ReviewRow?> OwnAsync(MapDb db, long series)
    {
        if (await MayAsync() is not { } me) { return null; }
        var own = await db.Reviews.AsNoTracking().Where(it => it.Table == Submissions.ZoneSeries && it.RowId == series && it.Kind == ReviewKind.Change && it.SubmittedById == me.Id && (it.State == ReviewState.Waiting.Id || it.State == ReviewState.SentBack.Id))
            .OrderByDescending(it => it.Id).ToListAsync(Gone);
        return own.Find(it => Zone is null ? it.Id == Proposal : ProposedZones.Read(it.Proposed) is { Zones: [{ Id: { } zone }] } && zone == Zone);
    }

    private async Task TakeSubmissionBackAsync()
    {
        if (IsBusy || submission is not { } left || await MayAsync() is not { } now) { return; }
        await GuardedAsync(async () =>
        {
            var isBack = await TakeBack.RunAsync(left.Id, now, Request, Gone);
            await StartOverAsync();
            Saved = isBack ? Lang.Say("Taken out of review.", "سُحب من المراجعة.") : null;
        });
    }

    protected override async Task UseAsync(DrawnZone draft)
    {
        var zone = draft.Zone();
        zone.HasOwnSource |= zone.SourceId is not null || zone.NewSource is not null;
        await base.UseAsync(draft);
        Fit();
        Give();
        await ShowDayAsync();
    }

    protected override IReadOnlyList<FieldProblem> Check(DrawnZone draft) => draft.Check(Today, Lang.IsArabic);

    protected override Mentions MentionsOf(DrawnZone draft) => new([], [],
        [(draft.Series.SourceId, draft.Series.SourceKey), (draft.Zone().SourceId, draft.Zone().SourceKey), .. around.Sources.Select(id => ((long?)id, ""))]);

    protected override bool IsUnsaved(DrawnZone kept) => kept.Series.Zones.Count == 1 && base.IsUnsaved(kept);

    protected override string RestoredWords(DateTimeOffset at) => Lang.Say($"What you drew and typed here and did not save is back (kept {at.UtcDateTime:HH:mm} UTC). Steps can be undone from here on.", $"عاد ما رسمته وكتبته هنا ولم تحفظه (محفوظ {at.UtcDateTime:HH:mm} UTC). التراجع ممكن من الآن.");

    /// <summary>Puts other ground under the hand than was drawn there.</summary>
    private void Give()
    {
        given = Draft.Ground;
        givenTurn++;
        mapTurn++;
    }

    private void Fit()
    {
        Drawn.Shape = ZoneGround.Read(Draft.Ground, Lang.IsArabic, out _);
        (neighbours, troubles) = (around.Neighbours(Drawn), around.Troubles(Drawn, Today));
        troubleGround = ZoneGround.Write(troubles.Select(it => it.Where));
    }

    protected override Task FollowAsync()
    {
        shown = null;
        var before = (neighbours, troubleGround);
        Fit();
        if (before != (neighbours, troubleGround)) { mapTurn++; }
        return ShowDayAsync();
    }

    private Task GroundAsync(ChangeEventArgs drawn)
    {
        Draft.Ground = (string?)drawn.Value ?? "";
        Draft.Series.TroublesAccepted = false;
        return Form!.LeaveAsync("Ground");
    }

    private Task ToggleAsync(string holder)
    {
        var held = Drawn.ReadHolders();
        Drawn.Holders = string.Join('+', held.Contains(holder) ? held.Where(id => id != holder) : held.Append(holder));
        return Form!.LeaveAsync("Series.Zones[0].Holders");
    }

    private Task AcceptAsync(ChangeEventArgs chosen)
    {
        Draft.Series.TroublesAccepted = chosen.Value is true;
        return Form!.LeaveAsync("Ground");
    }

    private Task StartFromAsync(long? chosen)
    {
        var from = around.Others.FirstOrDefault(other => other.Id == chosen);
        Drawn.PreviousId = from?.Id;
        if (from is not null)
        {
            (Drawn.Holders, Drawn.Posture, Draft.Ground) = (string.Join('+', from.Holders), from.Posture.Id(), ZoneGround.Write(from.Shape));
            // What goes on from a version goes on as that one was known: else the series would break again for want of a word.
            (Drawn.Method, Drawn.SourceId) = around.WayOf(from.Id);
            (Drawn.SourceKey, Drawn.NewSource) = ("", null);
            Drawn.HasOwnSource = Drawn.SourceId is not null;
        }
        Give();
        return Form!.LeaveAsync("Ground");
    }

    private Task OwnSourceAsync(bool own)
    {
        Drawn.HasOwnSource = own;
        (Drawn.SourceId, Drawn.SourceKey, Drawn.NewSource) = (null, "", null);
        return Form!.ChangeAsync();
    }

    private string SeriesSource => Draft.Series.NewSource?.Title is { Length: > 0 } added ? added : Form!.Names.Source(Draft.Series.SourceId)?.Title ?? "";

    private Task SaveAsync(string status)
    {
        if (IsPublic && status == EventStatus.Draft.Id) { return KeepAsideAsync(); }
        Draft.Series.Status = status;
        return TrySaveAsync(async now =>
        {
            shown = null;
            var outcome = await Save.RunAsync(Draft.Series, now, Request, Lang.IsArabic, Gone);
            if (outcome.Series is not { } series) { await RefuseAsync([.. outcome.Problems.Select(DrawnZone.InForm)]); return; }
            if (outcome.Waits) { status = WaitingStatus; }
            if (Zone is null && Proposal is null)
            {
                await ForgetAsync();
                Leave(Lang.Link($"/desk/zones/{series}/new?saved={status}"));
                return;
            }
            await StartOverAsync();
            SaySaved(status, Drawn.ReadFrom());
        });
    }

    /// <summary>Readers see the series: what is not to be seen yet is kept beside it, unsaved.</summary>
    private async Task KeepAsideAsync()
    {
        if (IsBusy || await MayAsync() is null) { return; }
        await GuardedAsync(async () =>
        {
            await KeepNowAsync();
            Saved = Lang.Say("Kept as your draft. Readers see the series without it.", "حُفظ مسودةً لك. يرى القراء السلسلة من دونه.");
        });
    }

    /// <summary>Asked to be published, by somebody whose work a reviewer publishes.</summary>
    private const string WaitingStatus = "waiting";

    private void SaySaved(string status, DateSpan? from)
    {
        var isPublished = status == "published";
        Saved = isPublished ? Lang.Say("Published.", "نُشرت.")
            : status == WaitingStatus ? Lang.Say("Sent to review. Readers do not see it until it is approved.", "أُرسلت إلى المراجعة. لا يراها القراء حتى تُجاز.")
            : Lang.Say("Saved. Readers do not see it.", "حُفظت. لا يراها القراء.");
        shown = isPublished ? $"/?series={Uri.EscapeDataString(seriesKey)}&date={from?.Latest?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : null;
    }

    private string Told(Zone zone) =>
        string.Join(" + ", zone.Holders.Select(id => Lang.Say(Holders.Of(id).Short, Holders.Of(id).ShortAr))) + ", " + DateWords.Of(zone.From, Lang.IsArabic);

    private string Words(ZoneTrouble trouble)
    {
        var size = trouble.SquareKilometres.ToString("0.##", CultureInfo.InvariantCulture);
        return trouble.Kind == ZoneTroubleKind.Gap
            ? Lang.Say($"A gap of {size} km² is left between this zone and its neighbours.", $"تبقى فجوة مساحتها {size} كم² بين هذه المنطقة وجاراتها.")
            : Lang.Say($"It overlaps another zone of the series by {size} km²: two zones of a series cannot hold the same ground.", $"تتداخل مع منطقة أخرى من السلسلة بمساحة {size} كم²: لا يمكن لمنطقتين من سلسلة واحدة أن تشغلا الأرض نفسها.");
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Map.DisposeAsync();
    }
}
