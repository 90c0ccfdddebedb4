using Map.Core.Events;
using Map.Core.Time;
using Map.Web.Canvas;
using Map.Web.Data;
using Map.Web.Packs;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.Explore;

// What the reader does in the panel. Each act changes the state, tells the map, and asks again.
public sealed partial class ExplorePanel
{
    // Zooms at which a place of that precision fills about a third of the screen.
    private static readonly Dictionary<string, double> ZoomFor = new()
    {
        [PlacePrecision.Exact.Id] = 10,
        [PlacePrecision.Near.Id] = 10,
        [PlacePrecision.District.Id] = 9,
        [PlacePrecision.Governorate.Id] = 8.5,
        [PlacePrecision.Region.Id] = 8,
        [PlacePrecision.Country.Id] = 7,
    };

    private async Task OpenAsync(long id)
    {
        if (reading?.Event.Id == id) { return; }
        var source = await SourceAsync();
        await using var db = await source.Databases.CreateDbContextAsync();
        if (await EventReading.ReadAsync(db, id, mayEdit, CancellationToken.None, source.Today) is not { } opened)
        {
            Notice(Lang.Say("This event is no longer published.", "لم يعد هذا الحدث منشوراً."));
            StateHasChanged();
            return;
        }
        reading = opened;
        // The map itself moves to the event's day and, where it is out of sight, to its place; and reports where it went.
        state = state! with { Event = opened.Event.Id };
        await Map.ShowAsync(new MapState(null, null, null, null, opened.Event.Id, state.Types, state.Filters));
        StateHasChanged();
    }

    private async Task CloseAsync()
    {
        reading = null;
        await ShowAsync(new MapState(null, null, null, null, null, state!.Types, state.Filters));
    }

    private Task GoToWindowAsync(string window) => ShowAsync(new MapState(null, window, null, null, state!.Event, state.Types, state.Filters));

    private Task ClearFiltersAsync() => ShowAsync(new MapState(null, null, null, null, state!.Event, null, null));

    private Task LookAtAsync(EventRow row) => ShowAsync(new MapState(null, null, ViewOf(row), null, row.Id, state!.Types, state.Filters));

    private Task LookAtChangeAsync(ControlChange change) => LookAtPlaceAsync(change.Place.Id, change.Place.Latitude, change.Place.Longitude, Math.Min(change.After.SureFrom, part!.To));

    private Task LookAtZoneAsync(ZoneChange zone) => ShowAsync(new MapState(StartingPoint.Iso(Days.Date(Math.Min(zone.From.LatestDay, part!.To))), null,
        new MapView(zone.Middle.Y, zone.Middle.X, state!.At?.Zoom ?? 8), null, state.Event, state.Types, state.Filters));

    private async Task LookAtPlaceAsync(long place, double latitude, double longitude, int? day)
    {
        var date = day is { } known ? StartingPoint.Iso(Days.Date(known)) : null;
        await ShowAsync(new MapState(date, null, new MapView(latitude, longitude, Math.Max(state!.At?.Zoom ?? 0, 10)), null, state.Event, state.Types, state.Filters));
        await Map.OpenPlaceAsync(place, latitude, longitude);
    }

    private async Task ChooseAsync(Found found)
    {
        switch (found.Kind)
        {
            case FoundKind.Place:
                await LookAtPlaceAsync(found.Id, found.Latitude!.Value, found.Longitude!.Value, null);
                break;
            case FoundKind.Event:
                await OpenAsync(found.Id);
                break;
            case FoundKind.Actor:
                reading = null;
                actor = found;
                await ReadActorAsync(EventList.Step);
                break;
        }
    }

    private async Task<IReadOnlyList<Found>> AskAsync(string typed) => (await (await SourceAsync()).Published.SearchAsync()).Find(typed, Lang, day: part is { } shown ? shown.To == Days.OpenEnd ? shown.From : shown.To : null);

    private async Task ReadActorAsync(int most)
    {
        await using var db = await (await SourceAsync()).Databases.CreateDbContextAsync();
        actorEvents = await EventList.OfActorAsync(db, actor!.Id, most, CancellationToken.None);
    }

    private Task MoreOfActorAsync() => ReadActorAsync(actorEvents!.Shown + EventList.Step);

    /// <summary>The actor becomes the one filter by actors; the others stay.</summary>
    private async Task ShowOnlyActorAsync()
    {
        var key = actor!.Key!;
        LeaveActor();
        Choose(Tab.Events);
        var filters = state!.Filters ?? new EventFilters(null, null, null, false, null);
        await ShowAsync(new MapState(null, null, null, null, state.Event, state.Types, filters with { Actors = [key] }));
    }

    private void LeaveActor() => (actor, actorEvents) = (null, null);

    /// <summary>Tells the map, and asks at once: what the map then reports is the same question and is answered from here.</summary>
    private async Task ShowAsync(MapState asked)
    {
        state = state! with
        {
            Date = asked.Date ?? state.Date,
            Window = asked.Window ?? state.Window,
            At = asked.At ?? state.At,
            Layers = asked.Layers ?? state.Layers,
            Event = asked.Event,
            Types = asked.Types,
            Filters = asked.Filters,
        };
        await Map.ShowAsync(asked);
        await AnswerAsync(asked.At is null ? part!.Box : StartingPoint.Around(asked.At));
        StateHasChanged();
    }

    private MapView? ViewOf(EventRow row) => row is { Latitude: { } latitude, Longitude: { } longitude }
        ? new MapView(latitude, longitude, ZoomFor.TryGetValue(row.Precision, out var zoom) && zoom < 9 ? zoom : Math.Max(state!.At?.Zoom ?? 0, 10))
        : null;
}
