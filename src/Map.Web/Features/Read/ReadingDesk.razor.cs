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
    private ReadIn readIn = null!;
    private Func<string, PlacePrecision> precisionOf = null!;
    /// <summary>What was read of each proposal of the sheet, those that an editor added after those that were proposed.</summary>
    private List<DraftMention> said = [];
    private Dictionary<ProposalSpot, ArticleDraftRow> decisions = [];
    private int chosen;
    private int? corrected, tried, focusOn;
    /// <summary>The field that is to have the keyboard once it is drawn.</summary>
    private string? fieldOn;
    private string? modelSays;

    [Parameter, EditorRequired] public long Id { get; set; }
    [Inject] private KnownReader Reader { get; set; } = null!;
    [Inject] private SaveArticle Save { get; set; } = null!;
    [Inject] private DecideProposal Decide { get; set; } = null!;
    [Inject] private IEnumerable<IEventModel> Models { get; set; } = null!;
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
        (readIn, precisionOf) = (ReadArticle.Of(article) with { Ground = await Reader.GroundAsync(reading) }, await Reader.PrecisionsAsync());
        await UseAsync(new ReadingSheet { Spots = [.. reading.Drafts.Select(ProposalSpot.Of)], Events = [.. reading.Drafts.Select(Proposed)] });
        chosen = Math.Max(0, Draft.Spots.FindIndex(spot => !decisions.ContainsKey(spot)));
    }

    /// <summary>An editor may have added to what was proposed: what of it is in the sheet, or became an event, stands behind.</summary>
    protected override async Task UseAsync(ReadingSheet sheet)
    {
        foreach (var spot in decisions.Keys.Where(spot => AddedProposal.Is(spot) && !sheet.Spots.Contains(spot)).OrderBy(spot => spot.Start))
        {
            if (AddedProposal.Of(article!.Text, reading!, spot) is not { } one) { continue; }
            sheet.Spots.Add(spot);
            sheet.Events.Add(Proposed(one));
        }
        said = [.. reading!.Drafts, .. sheet.Spots.Skip(reading.Drafts.Count).Select(spot => AddedProposal.Of(article!.Text, reading, spot)!)];
        lines = ArticleLines.Of(article!.Text, reading with { Drafts = said });
        await base.UseAsync(sheet);
    }

    private EventDraft Proposed(DraftMention one) => ProposedEvent.Of(one, readIn, precisionOf);

    private async Task LoadDecisionsAsync(MapDb db) =>
        decisions = (await db.ArticleDrafts.AsNoTracking().Where(row => row.ArticleId == Id).ToListAsync(Gone)).DistinctBy(DecideProposal.SpotOf).ToDictionary(DecideProposal.SpotOf);

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

    /// <summary>What is read must be what was read then; what was added must still stand in the text.</summary>
    protected override bool IsUnsaved(ReadingSheet kept) => kept.Spots.Count == kept.Events.Count && kept.Spots.Take(reading!.Drafts.Count).SequenceEqual(reading.Drafts.Select(ProposalSpot.Of))
        && kept.Spots.Skip(reading.Drafts.Count).All(spot => AddedProposal.Is(spot) && AddedProposal.Of(article!.Text, reading, spot) is not null) && Open(kept) != Open(Draft);

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

    private DraftMention? Said(int at) => at < said.Count ? said[at] : null;

    /// <summary>As the text goes on: what was added stands at its sentence.</summary>
    private List<int> InOrder() => [.. Enumerable.Range(0, Draft.Spots.Count).OrderBy(at => Draft.Spots[at].Start)];

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
        var order = InOrder();
        var to = order.IndexOf(at) + step;
        if (to >= 0 && to < order.Count) { (chosen, focusOn) = (order[to], order[to]); }
    }

    /// <summary>To the next that is not decided, from there on and then from the top.</summary>
    private void GoOn(int from)
    {
        var order = InOrder();
        var next = Enumerable.Range(1, order.Count).Select(step => order[(order.IndexOf(from) + step) % order.Count]).FirstOrDefault(at => DecisionOf(at) is null, from);
        (chosen, focusOn) = (next, next);
    }

    private void Correct(int at)
    {
        if (DecisionOf(at) is not null) { return; }
        (chosen, corrected) = (at, corrected == at ? null : at);
        if (corrected is null) { focusOn = at; } else { fieldOn = $"Events[{at}].Title"; }
    }

    /// <summary>One more event of a sentence that tells several, or of words that no rule proposed anything from.</summary>
    private async Task AddAsync(ProposalSpot spot)
    {
        if (!Add(spot)) { return; }
        var at = Draft.Spots.Count - 1;
        (chosen, corrected, fieldOn) = (at, at, $"Events[{at}].Type");
        await Form!.ChangeAsync();
    }

    private bool Add(ProposalSpot spot, string? title = null)
    {
        if (AddedProposal.Of(article!.Text, reading!, spot) is not { } one) { return false; }
        one = title is null ? one : one with { Title = title };
        Draft.Spots.Add(spot);
        Draft.Events.Add(Proposed(one));
        said.Add(one);
        lines = ArticleLines.Of(article.Text, reading! with { Drafts = said });
        return true;
    }

    /// <summary>A language model proposes beside the rules; what it proposes is marked, and decided like all else.</summary>
    private async Task AskModelAsync(IEventModel model)
    {
        if (IsBusy || await MayAsync() is null) { return; }
        modelSays = Lang.Say("The language model is reading…", "يقرأ النموذج اللغوي النص…");
        var before = Draft.Spots.Count;
        await GuardedAsync(async () =>
        {
            var outcome = await model.ProposeAsync(article!.Text, said, Gone);
            foreach (var one in outcome.Answer?.Proposals ?? [])
            {
                if (AddedProposal.ByModel(one, article.Text, Draft.Spots) is { } spot) { Add(spot, one.Title); }
            }
            var (added, refused) = (Draft.Spots.Count - before, outcome.Answer?.Refused ?? 0);
            modelSays = outcome.Answer is null
                ? Lang.Say($"The language model gave nothing usable: {outcome.Problem}.", $"لم يقدّم النموذج اللغوي ما يُستعمل: {outcome.Problem}.")
                : Lang.Say($"The language model proposed {added} more; {refused} were left out, for their sentence is not in the text or was proposed already.", $"اقترح النموذج اللغوي {added} أخرى؛ وتُركت {refused} لأن جملتها ليست في النص أو سبق اقتراحها.");
        });
        if (Draft.Spots.Count > before) { await Form!.ChangeAsync(); }
    }

    private Task AddAnotherAsync(int at) => AddAsync(AddedProposal.Beside(Draft.Spots[at], Draft.Spots));

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

    /// <summary>Words were taken out of the text into a field, "Events[2].DateText|311|9", or for an event of their own, "+|311|96".</summary>
    private async Task TakeAsync(ChangeEventArgs taken)
    {
        if (taken.Value is not string told || told.Split('|') is not [var path, var from, var size] || !int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            || !int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var length)) { return; }
        if (path == "+")
        {
            if (corrected is null) { await AddAsync(AddedProposal.Marked(start, length, Draft.Spots)); }
            return;
        }
        var at = Enumerable.Range(0, Draft.Events.Count).FirstOrDefault(i => path.StartsWith($"Events[{i}].", StringComparison.Ordinal), -1);
        if (at < 0) { return; }
        CitedWords.Keep(Draft.Events[at], Id, article!.Text, path[(path.IndexOf('.', StringComparison.Ordinal) + 1)..], start, length);
        await Form!.LeaveAsync(path);
    }

    private async Task DeleteAsync(string why)
    {
        if (IsBusy || await MayAsync() is not { } now) { return; }
        await GuardedAsync(async () =>
        {
            await Save.RemoveAsync(Id, now, why, Request);
            await ForgetAsync();
            Leave(Lang.Link("/desk/read"));
        });
    }
}
