using System.Globalization;
using Map.Core.Events;
using Map.Core.Reading;
using Map.Web.Data;
using Map.Web.Drafts;
using Map.Web.Shared.Desk;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.Read;

/// <summary>A pasted text and what is proposed from it: the editor accepts, corrects or drops each. Corrections are kept like any form's, decisions are recorded.</summary>
public sealed partial class ReadingDesk
{
    private ArticleRow? article;
    private ArticleReading? reading;
    private IReadOnlyList<TextLine> lines = [];
    private Dictionary<ProposalSpot, ArticleDraftRow> decisions = [];
    private int chosen;
    private int? corrected, tried, focusOn;
    private string? fieldOn;

    [Parameter, EditorRequired] public long Id { get; set; }
    [Inject] private KnownReader Reader { get; set; } = null!;
    [Inject] private SaveArticle Save { get; set; } = null!;
    [Inject] private DecideProposal Decide { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;

    protected override string FormName => $"article-{Id}";

    private string Progress
    {
        get
        {
            int accepted = Count(DecideProposal.Accepted), dropped = Count(DecideProposal.Dropped), open = Draft.Events.Count - accepted - dropped;
            return Lang.Say($"{open} open, {accepted} accepted, {dropped} dropped. Nothing is published by itself.", $"المفتوح: {open}، المقبول: {accepted}، المُسقَط: {dropped}. لا يُنشر شيء من تلقاء نفسه.");
        }
    }

    protected override async Task LoadAsync()
    {
        await using var db = await Databases.CreateDbContextAsync(Gone);
        article = await db.Articles.AsNoTracking().Include(row => row.Source).SingleOrDefaultAsync(row => row.Id == Id && row.DeletedAt == null, Gone);
        if (article is null) { return; }
        await LoadDecisionsAsync(db);
        reading = await Reader.ReadAsync(article);
        lines = ArticleLines.Of(article.Text, reading);
        var (readIn, precisionOf) = (ReadArticle.Of(article), await Reader.PrecisionsAsync());
        await UseAsync(new ReadingSheet
        {
            Spots = [.. reading.Drafts.Select(ProposalSpot.Of)],
            Events = [.. reading.Drafts.Select(said => ProposedEvent.Of(said, readIn, precisionOf))],
        });
        chosen = Math.Max(0, Draft.Spots.FindIndex(spot => !decisions.ContainsKey(spot)));
    }

    private async Task LoadDecisionsAsync(MapDb db) =>
        decisions = (await db.ArticleDrafts.AsNoTracking().Where(row => row.ArticleId == Id).ToListAsync(Gone)).DistinctBy(ProposalSpot.Of).ToDictionary(ProposalSpot.Of);

    protected override Task OpenedAsync()
    {
        focusOn = Draft.Events.Count > 0 ? chosen : null;
        return Task.CompletedTask;
    }

    /// <summary>Only what was tried and refused is to be corrected.</summary>
    protected override IReadOnlyList<FieldProblem> Check(ReadingSheet sheet) => tried is { } at && at < sheet.Events.Count ? Told(at, sheet.Events[at].Check(new DraftContext(Today, Arabic: Lang.IsArabic))) : [];

    protected override Mentions MentionsOf(ReadingSheet sheet)
    {
        var all = sheet.Events.Select(EventMentions.Of).ToList();
        return new([.. all.SelectMany(one => one.Places)], [.. all.SelectMany(one => one.Actors)], [.. all.SelectMany(one => one.Sources)]);
    }

    protected override bool IsUnsaved(ReadingSheet kept) => kept.Spots.SequenceEqual(Draft.Spots) && kept.Events.Count == Draft.Events.Count && Open(kept) != Open(Draft);

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        await base.OnAfterRenderAsync(firstRender);
        if (fieldOn is not { } field || Form is null) { return; }
        fieldOn = null;
        // Fields make themselves known after this component: those of a card that has just been opened are not there before.
        await Task.Yield();
        await Form.FocusAsync(field);
    }

    /// <summary>What is still to be decided, without the ids that an attempt gave it.</summary>
    private string Open(ReadingSheet sheet) => string.Join('\n', sheet.Spots.Zip(sheet.Events).Where(one => !decisions.ContainsKey(one.First)).Select(one =>
    {
        var plain = DraftJson.Copy(one.Second);
        plain.Id = 0;
        return DraftJson.Of(plain);
    }));

    private static IReadOnlyList<FieldProblem> Told(int at, IReadOnlyList<FieldProblem> problems) =>
        [.. problems.Select(problem => problem with { Field = string.Create(CultureInfo.InvariantCulture, $"Events[{at}].{problem.Field}") })];

    private int Count(string decision) => Draft.Spots.Count(spot => decisions.GetValueOrDefault(spot)?.Decision == decision);

    private ArticleDraftRow? DecisionOf(int at) => decisions.GetValueOrDefault(Draft.Spots[at]);

    private DraftMention? Said(int at) => at < reading!.Drafts.Count ? reading.Drafts[at] : null;

    private void Choose(int at) => chosen = at;

    /// <summary>A spot of the text was clicked: the proposal whose sentence it is. While fields are open, words are marked for them.</summary>
    private void Point(int spot)
    {
        if (corrected is not null) { return; }
        var at = Draft.Spots.FindIndex(one => one.Start <= spot && spot < one.Start + one.Length);
        if (at >= 0) { (chosen, focusOn) = (at, at); }
    }

    private void Move(int at, int step)
    {
        var to = at + step;
        if (to >= 0 && to < Draft.Events.Count) { (chosen, focusOn) = (to, to); }
    }

    /// <summary>To the next that is not decided, from there on and then from the top.</summary>
    private void GoOn(int from)
    {
        var next = Enumerable.Range(1, Draft.Events.Count).Select(step => (from + step) % Draft.Events.Count).FirstOrDefault(at => DecisionOf(at) is null, from);
        (chosen, focusOn) = (next, next);
    }

    private void Correct(int at)
    {
        if (DecisionOf(at) is not null) { return; }
        (chosen, corrected) = (at, corrected == at ? null : at);
        if (corrected is null) { focusOn = at; } else { fieldOn = $"Events[{at}].Title"; }
    }

    private async Task AcceptAsync(int at)
    {
        if (IsBusy || DecisionOf(at) is not null || await MayAsync() is not { } now) { return; }
        var draft = Draft.Events[at];
        if (draft.Id == 0) { draft.Id = NewEventId.Make(); }
        (chosen, tried) = (at, at);
        Form!.ShowAll();
        if (Form.Problems is [var first, ..])
        {
            (corrected, fieldOn) = (at, first.Field);
            return;
        }
        await GuardedAsync(async () =>
        {
            var outcome = await Decide.AcceptAsync(Id, Draft.Spots[at], draft, now, Guid.NewGuid(), Lang.IsArabic, Gone);
            if (outcome.EventId is null)
            {
                Form.ShowAll(Told(at, outcome.Problems));
                (corrected, fieldOn) = (at, Form.Problems is [var refused, ..] ? refused.Field : null);
                return;
            }
            await DecidedAsync(at);
        });
    }

    /// <summary>Accepted as a draft, and then put beside the event that it may be.</summary>
    private async Task MergeIntoAsync(int at, long other)
    {
        await AcceptAsync(at);
        if (DecisionOf(at)?.EventId is { } accepted) { Navigation.NavigateTo(Lang.Link($"/desk/events/{other}/merge/{accepted}"), forceLoad: true); }
    }

    private Task DropAsync(int at) => DecisionOf(at) is not null ? Task.CompletedTask : ActAsync(at, now => Decide.DropAsync(Id, Draft.Spots[at], now, Guid.NewGuid(), Gone));

    private async Task BringBackAsync(int at)
    {
        await ActAsync(at, now => Decide.BringBackAsync(Id, Draft.Spots[at], now, Guid.NewGuid(), Gone));
        (chosen, focusOn) = (at, at);
    }

    private async Task ActAsync(int at, Func<Editor, Task<bool>> act)
    {
        if (IsBusy || await MayAsync() is not { } now) { return; }
        await GuardedAsync(async () =>
        {
            await act(now);
            await DecidedAsync(at);
        });
    }

    private async Task DecidedAsync(int at)
    {
        await using var db = await Databases.CreateDbContextAsync(Gone);
        await LoadDecisionsAsync(db);
        (corrected, tried) = (null, null);
        Form!.Check();
        GoOn(at);
    }

    /// <summary>Words were taken out of the text into a field: "Events[2].DateText|311|9".</summary>
    private async Task TakeAsync(ChangeEventArgs taken)
    {
        if (taken.Value is not string told || told.Split('|') is not [var path, var from, var size] || !int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            || !int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var length)) { return; }
        var at = Enumerable.Range(0, Draft.Events.Count).FirstOrDefault(i => path.StartsWith($"Events[{i}].", StringComparison.Ordinal), -1);
        if (at < 0) { return; }
        CitedWords.Keep(Draft.Events[at], Id, article!.Text, path[(path.IndexOf('.', StringComparison.Ordinal) + 1)..], start, length);
        await Form!.LeaveAsync(path);
    }

    private async Task DeleteAsync(string why)
    {
        if (IsBusy || await MayAsync() is not { } now) { return; }
        await GuardedAsync(() => Save.RemoveAsync(Id, now, why, Request));
        await ForgetAsync();
        Navigation.NavigateTo(Lang.Link("/desk/read"), forceLoad: true);
    }
}
