using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Map.Core.Control;
using Map.Core.Events;
using Map.Core.Time;
using Map.Web.Data;
using Map.Web.Drafts;
using Map.Web.Shared;
using Map.Web.Shared.Desk;

namespace Map.Web.Features.EditControl;

public sealed partial class ControlForm
{
    private IReadOnlyList<string> holders = [];
    private DateSpan? lastSaved;
    private long? lastSource;
    private string? focusOn;

    /// <summary>The recorded claim to change; null for a sheet of new ones.</summary>
    [Parameter] public long? Id { get; set; }
    /// <summary>The id of a sheet of new claims.</summary>
    [Parameter] public string? Sheet { get; set; }
    /// <summary>The source a new sheet begins with.</summary>
    [Parameter] public long? FirstSource { get; set; }
    [Inject] private SaveControlClaims Save { get; set; } = null!;
    [Inject] private RemoveControlClaim Remove { get; set; } = null!;

    protected override string FormName => Id is { } id ? SheetForm.NameOf(id) : SheetForm.NameOf(Sheet!);
    protected override string Status { get => Draft.Status; set => Draft.Status = value; }
    protected override string Reason => Draft.Reason;
    protected override string AsideWords => Lang.Say("Kept as your draft. Readers see the published claim until you publish.", "حُفظ مسودةً لك. يرى القراء الادعاء المنشور إلى أن تنشر.");
    protected override bool AsksForReview => Status == EventStatus.Review.Id && Seen?.Status != EventStatus.Review.Id;
    protected override string FirstAct => Submitted.FirstAct(Rule, WasPublished, Seen?.Status, Status, Lang) ?? base.FirstAct;
    protected override string SecondAct => IsNew ? Lang.Say("Save as drafts", "احفظها مسودات") : Seen?.Status == EventStatus.Review.Id ? Lang.Say("Back to draft", "أعده مسودة") : base.SecondAct;
    private bool IsNew => Id is null;

    protected override async Task LoadAsync()
    {
        await using var db = await Databases.CreateDbContextAsync(Gone);
        holders = await KnownHolders.OfAsync(db, Gone);
        if (Id is not { } id)
        {
            await AskRuleAsync(db, Submissions.ControlClaims, null, null);
            await UseAsync(new ClaimSheet { SourceId = FirstSource });
            return;
        }
        var row = await LoadSheet.RowAsync(db, id, Gone);
        History = await RowHistory.OfAsync(db, "ControlClaims", id, Gone);
        IsDeleted = row?.DeletedAt is not null;
        WasPublished = row is { Status: "published", DeletedAt: null };
        Seen = row is null ? null : LoadSheet.From(row, Lang.IsArabic);
        await AskRuleAsync(db, Submissions.ControlClaims, id, row?.Status);
        if (WasPublished && await UseProposedAsync(Submission)) { return; }
        await UseAsync(row is null ? new ClaimSheet() : LoadSheet.From(row, Lang.IsArabic));
    }

    protected override async Task UseAsync(ClaimSheet sheet)
    {
        if (sheet.Lines.Count == 0) { sheet.Lines.Add(new()); }
        await base.UseAsync(sheet);
        CountFromSource();
    }

    protected override IReadOnlyList<FieldProblem> Check(ClaimSheet sheet) =>
        sheet.Check(new ClaimContext(Today, holders, WasPublished, WasWithdrawn: Seen?.Status == EventStatus.Withdrawn.Id, Published: Form?.Names.Source(sheet.SourceId)?.PublishedEdtf, Arabic: Lang.IsArabic));

    protected override void Stand(ClaimSheet proposed, Guid? version)
    {
        if (proposed.Lines is [var line, ..]) { line.Version = version; }
    }

    protected override Mentions MentionsOf(ClaimSheet sheet) => SheetMentions.Of(sheet);

    protected override bool IsUnsaved(ClaimSheet kept) => Words(kept) != Words(Draft);

    /// <summary>What somebody typed, without the keys that each new line is given.</summary>
    private static string Words(ClaimSheet sheet)
    {
        var plain = DraftJson.Copy(sheet);
        plain.Lines.ForEach(line => line.Key = "");
        return DraftJson.Of(plain);
    }

    protected override Task FollowAsync()
    {
        CountFromSource();
        return Task.CompletedTask;
    }

    private void CountFromSource()
    {
        if (Draft.DateAnchor.Length > 0) { return; }
        Draft.DateAnchor = Anchor.Of(Draft, Form!.Names);
        Form.Check();
    }

    /// <summary>To the next line, which takes over who, how and when; a new one after the last, unless that says nothing yet.</summary>
    private async Task NextAsync(ClaimDraft line)
    {
        var at = Draft.Lines.IndexOf(line);
        if (at < 0 || !IsNew) { return; }
        if (at + 1 == Draft.Lines.Count)
        {
            if (line.IsBlank) { return; }
            if (Draft.Lines.Count < ClaimSheet.MostLines) { Draft.Lines.Add(line.Next()); }
        }
        focusOn = Draft.Lines[Math.Min(at + 1, Draft.Lines.Count - 1)].Key;
        // Who has gone on has left every field of the line.
        await Form!.LeaveAsync($"Lines[{at}].PlaceKey", $"Lines[{at}].Holders", $"Lines[{at}].Posture", $"Lines[{at}].DateText", $"Lines[{at}].Quote");
    }

    private Task AddAsync() => Draft.Lines is [.., { IsBlank: false } last] ? NextAsync(last) : FocusAsync(Draft.Lines[^1]);

    private Task FocusAsync(ClaimDraft line)
    {
        focusOn = line.Key;
        return Task.CompletedTask;
    }

    private Task RemoveLineAsync(ClaimDraft line)
    {
        var at = Draft.Lines.IndexOf(line);
        Draft.Lines.Remove(line);
        if (Draft.Lines.Count == 0) { Draft.Lines.Add(new()); }
        focusOn = Draft.Lines[Math.Clamp(at, 0, Draft.Lines.Count - 1)].Key;
        return Form!.RowsChangedAsync("Lines");
    }

    protected override Task SaveAsync() => TrySaveAsync(async now =>
    {
        var sheet = Draft;
        var outcome = await Save.RunAsync(sheet, now, Request, Lang, Gone);
        if (outcome.Theirs is { } theirs)
        {
            Form!.Names.AddAll(await Search.NamedInAsync(SheetMentions.Of(theirs), Gone));
            Merge = new ControlMerge(Seen, sheet, theirs, Form.Names, Lang);
            return;
        }
        if (!outcome.Saved) { await RefuseAsync(outcome.Problems); return; }
        await StartOverAsync(IsNew ? () => NextSheetAsync(outcome.Ids[0], sheet) : null);
        Saved = outcome.Waits ? WaitsWords(outcome.Ids.Count) : SavedWords(sheet, Counted.Claims.Say(outcome.Ids.Count, Lang));
    });

    private string WaitsWords(int count) => WasPublished
        ? Lang.Say("Sent to review. Readers go on seeing the present version.", "أُرسل إلى المراجعة. ويبقى القراء يرون الصيغة الحالية.")
        : Lang.Say($"Sent to review: {Counted.Claims.Say(count, Lang)}. Readers do not see it until it is approved.", $"أُرسل إلى المراجعة: {Counted.Claims.Say(count, Lang)}. لا يراه القراء حتى يُجاز.");

    private string SavedWords(ClaimSheet sheet, string what) => (IsNew, sheet.Status == EventStatus.Published.Id) switch
    {
        (true, true) => Lang.Say($"Published: {what}.", $"نُشر: {what}."),
        (true, false) => Lang.Say($"Saved: {what}. Readers do not see them.", $"حُفظ: {what}. لا يراها القراء."),
        (false, true) => Lang.Say("Published.", "نُشر."),
        _ => Lang.Say("Saved. Readers do not see it.", "حُفظ. لا يراه القراء."),
    };

    /// <summary>An empty sheet of the same source: reports are read one after the other, and often twice.</summary>
    private async Task NextSheetAsync(long first, ClaimSheet sheet)
    {
        await using var db = await Databases.CreateDbContextAsync(Gone);
        lastSource = await db.ControlClaims.Where(claim => claim.Id == first).Select(claim => claim.SourceId).SingleAsync(Gone);
        lastSaved = sheet.Said.Select(it => sheet.ReadSpan(it.Line)).LastOrDefault(span => span is not null);
        await UseAsync(new ClaimSheet { SourceId = lastSource });
    }

    protected override Task RemoveAsync(Editor now, string reason) => Remove.DeleteAsync(Id!.Value, now, reason, Request);

    protected override Task ReturnAsync(Editor now, string reason) => Remove.RestoreAsync(Id!.Value, now, reason, Request);
}
