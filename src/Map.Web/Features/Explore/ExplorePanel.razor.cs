using Map.Core.Time;
using Map.Web.Canvas;
using Map.Web.Data;
using Map.Web.Packs;
using Map.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.Explore;

/// <summary>
/// The list beside the map. The map tells it what is shown when the finger lifts; it asks the database and draws. What the reader does here
/// (opens an event, follows a date) it tells the map, which moves and writes the address.
/// </summary>
public sealed partial class ExplorePanel
{
    private enum Tab { Events, Changes, Filters }

    private readonly LatestOnly questions = new();
    private MapState? state;
    private ShownPart? part;
    private EventList? list;
    private IReadOnlyList<ControlChange>? changes;
    /// <summary>Null while the map shows what is derived from claims, or a series that is not published.</summary>
    private ZoneChanges? zoneChanges;
    private EventReading? reading;
    private Found? actor;
    private EventList? actorEvents;
    private Tab tab = Tab.Events, listTab = Tab.Events;
    private int rows = EventList.Step;
    private bool live, mayEdit, tabChosen;
    /// <summary>The past day whose map this page shows; null for that of now.</summary>
    private DateOnly? pastDay;
    private long? read;
    private readonly List<string> notices = [];

    [Inject] private MapClient Map { get; set; } = null!;
    [Inject] private IDbContextFactory<MapDb> Databases { get; set; } = null!;
    [Inject] private Published Published { get; set; } = null!;
    [Inject] private PackIndex Packs { get; set; } = null!;
    [Inject] private KnownEvents Known { get; set; } = null!;
    [Inject] private PastMaps Past { get; set; } = null!;
    [Inject] private NavigationManager Navigation { get; set; } = null!;
    [CascadingParameter] private Task<AuthenticationState>? Authentication { get; set; }

    protected override async Task OnInitializedAsync()
    {
        mayEdit = Authentication is not null && Roles.MayEdit((await Authentication).User);
        read = Packs.Current?.Version;
        var address = new Address(Navigation.Uri);
        pastDay = PastAddresses.Day(address[KnownNote.Parameter]);
        var source = await SourceAsync();
        await using var db = await source.Databases.CreateDbContextAsync();
        state = await StartingPoint.ReadAsync(db, address, source.Index, CancellationToken.None);
        await AnswerAsync(StartingPoint.Around(state.At));
        OpenOnWhatThereIs();
    }

    /// <summary>The first list a reader sees is not an empty one while the other has something to say; but who filters asks for events, and is told why there are none.</summary>
    private void OpenOnWhatThereIs()
    {
        if (tabChosen) { return; }
        tab = listTab = list is { Listed: 0 } && Changed > 0 && state is { Types: null, Filters: null } ? Tab.Changes : Tab.Events;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender) { return; }
        await Map.AttachAsync(new MapListener
        {
            Reported = ReportAsync,
            EventOpened = OpenAsync,
            Noticed = text => { Notice(text); StateHasChanged(); return Task.CompletedTask; },
        });
        Packs.Changed += Renew;
        await CatchUpAsync();
        live = true;
        StateHasChanged();
    }

    /// <summary>What was published after the page was made, or its map's index fetched, and before anybody listened here.</summary>
    private async Task CatchUpAsync()
    {
        if (Packs.Current is not { } now) { return; }
        // The index of a past day has a version of its own.
        if (pastDay is null) { await Map.DataChangedAsync(now.Version); }
        if (now.Version != read) { await AnswerAsync(part!.Box, anew: true); }
    }

    /// <summary>Something was published: the map fetches the new files, and the list is asked for again, in place.</summary>
    private void Renew(PackIndexFile current) => _ = InvokeAsync(async () =>
    {
        try
        {
            await Map.DataChangedAsync();
            await AnswerAsync(part!.Box, anew: true);
            StateHasChanged();
        }
        // Nobody awaits this call: what fails in it must end the circuit as any other fault would.
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            await DispatchExceptionAsync(fault);
        }
    });

    private async Task ReportAsync(MapReport report)
    {
        state = report.State;
        await AnswerAsync(report.Bounds);
        if (report.Cause == "start") { OpenOnWhatThereIs(); }
        // From here on the list stands as the reader left it.
        else { tabChosen = true; }
        StateHasChanged();
    }

    /// <summary>Asks again for what is shown now. A newer question cancels this one, whose answer is then dropped.</summary>
    private async Task AnswerAsync(MapBounds box, bool anew = false)
    {
        var asked = StartingPoint.Part(state!, box);
        var chosen = state!.Event;
        if (part is not null && !part.SameQuestion(asked)) { rows = EventList.Step; }
        part = asked;
        var cancel = questions.Next();
        try
        {
            var source = await SourceAsync();
            await using var db = await source.Databases.CreateDbContextAsync(cancel);
            var answer = await EventList.FindAsync(db, source.Events, asked, rows, cancel);
            var opened = chosen is null ? null
                : reading?.Event.Id == chosen && !anew ? reading
                : await EventReading.ReadAsync(db, chosen.Value, mayEdit, cancel, source.Today);
            cancel.ThrowIfCancellationRequested();
            (list, reading) = (answer, opened);
            if (live && opened is { Event.Id: var stands } && stands != chosen)
            {
                // It was merged while it was open here, or is a link of before: the map goes on to the one that stands for it.
                state = state with { Event = stands };
                await Map.ShowAsync(new MapState(null, null, null, null, stands, state.Types, state.Filters));
            }
            if (chosen is not null && opened is null) { Notice(Lang.Say("The event in the address is not here: it may have been withdrawn.", "الحدث المذكور في العنوان ليس هنا: ربما سُحب.")); }
            zoneChanges = state!.Series is { Length: > 0 } series ? await ZoneChanges.ReadAsync(db, series, asked, cancel) : null;
            var changed = await source.Published.ControlAsync().WaitAsync(cancel);
            changes = changed.In(asked);
        }
        // The reader has moved on, and a newer question is under way.
        catch (OperationCanceledException) when (cancel.IsCancellationRequested) { }
    }

    /// <summary>Everything the reader must know is said, each sentence once.</summary>
    private void Notice(string text)
    {
        if (!notices.Contains(text)) { notices.Add(text); }
    }

    private string EventAddress(long id, int? day) =>
        Lang.Link($"/?{(day is { } known && known != Days.OpenEnd ? $"date={StartingPoint.Iso(Days.Date(known))}&" : "")}window={state?.Window}&event={id}{(pastDay is { } past ? $"&{KnownNote.Parameter}={StartingPoint.Iso(past)}" : "")}");

    /// <summary>What a phone's sheet says of its list while it is low.</summary>
    private string Headline => (tab == Tab.Changes ? Counted.Changes.Say(Changed ?? 0, Lang) : Counted.Events.Say(list?.Total ?? 0, Lang)) + Lang.Say(" in view", " في هذا العرض");

    /// <summary>Of the layer that is shown: places that changed hands, or zones that begin.</summary>
    private int? Changed => zoneChanges?.Zones.Count ?? changes?.Count;

    private string Summary(EventList found) => found.Possible == 0
        ? Lang.Say($"{Counted.Events.Say(found.Total, Lang)} in this view", $"{Counted.Events.Say(found.Total, Lang)} في هذا العرض")
        : Lang.Say($"{Counted.Digits(found.Certain)} certain, {Counted.Digits(found.Possible)} possible in this view",
            $"{Counted.Digits(found.Certain)} مؤكد · {Counted.Digits(found.Possible)} محتمل · في هذا العرض");

    /// <summary>An event or an actor stands in the place of the lists.</summary>
    private bool ReadsOne => reading is not null || actor is not null;

    private RenderFragment TabButton(Tab of, string words, int? count) => builder =>
    {
        builder.OpenElement(0, "button");
        builder.AddAttribute(1, "type", "button");
        builder.AddAttribute(2, "role", "tab");
        builder.AddAttribute(3, "id", $"tab-{of}");
        builder.AddAttribute(4, "class", "tab");
        builder.AddAttribute(5, "aria-selected", tab == of ? "true" : "false");
        builder.AddAttribute(6, "aria-controls", of == Tab.Filters ? "panel-filters" : "panel-list");
        builder.AddAttribute(7, "tabindex", tab == of ? "0" : "-1");
        builder.AddAttribute(8, "onclick", EventCallback.Factory.Create<MouseEventArgs>(this, () => Choose(of)));
        builder.AddContent(9, words);
        if (of == Tab.Filters)
        {
            // The client writes the number of filters in force here.
            builder.OpenElement(10, "span");
            builder.AddAttribute(11, "class", "filter-badge");
            builder.AddAttribute(12, "data-filter-badge", true);
            builder.CloseElement();
        }
        else if (count is { } number)
        {
            builder.OpenElement(13, "span");
            builder.AddAttribute(14, "class", "tab-count");
            builder.AddContent(15, " " + Counted.Digits(number));
            builder.CloseElement();
        }
        builder.CloseElement();
    };

    private void Choose(Tab of)
    {
        (tab, tabChosen) = (of, true);
        if (of != Tab.Filters) { listTab = of; }
    }

    private async Task MoreAsync()
    {
        rows += EventList.Step;
        await AnswerAsync(part!.Box);
    }

    public async ValueTask DisposeAsync()
    {
        Packs.Changed -= Renew;
        questions.Dispose();
        await Map.DisposeAsync();
    }
}
