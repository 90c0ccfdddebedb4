using Microsoft.JSInterop;

namespace Map.Web.Canvas;

/// <summary>A point to ring, in degrees.</summary>
public sealed record MapSpot(double Latitude, double Longitude);

/// <summary>What an island wants to hear from its map. Each is called on the circuit's dispatcher; none while a finger is down.</summary>
public sealed class MapListener
{
    /// <summary>Something settled: date, window, view, layers, types, event. Called once right after attaching, with cause "start".</summary>
    public Func<MapReport, Task>? Reported { get; init; }
    /// <summary>An event was opened on the map.</summary>
    public Func<long, Task>? EventOpened { get; init; }
    /// <summary>A point was chosen, as latitude and longitude in degrees, where the map allows it.</summary>
    public Func<double, double, Task>? Picked { get; init; }
    /// <summary>A sentence for the reader, in their language.</summary>
    public Func<string, Task>? Noticed { get; init; }
}

/// <summary>
/// An island's hold on the map of its page; the only C# that talks to JavaScript about it. The map lives on without it:
/// everything here tells the map, or hears from it, and nothing waits for it to draw.
/// </summary>
public sealed class MapClient(IJSRuntime js) : IAsyncDisposable
{
    private IJSObjectReference? module, map;
    private DotNetObjectReference<Ear>? ear;

    /// <summary>Joins the map of the page, making it if its element has only now been drawn. Call after the first render.</summary>
    /// <param name="selector">Which map, if the page has more than one.</param>
    public async Task AttachAsync(MapListener listener, string selector = "[data-map]")
    {
        module ??= await js.InvokeAsync<IJSObjectReference>("import", "/js/blazor.js");
        ear = DotNetObjectReference.Create(new Ear(listener));
        map = await module.InvokeAsync<IJSObjectReference>("attach", selector, ear);
    }

    /// <summary>Shows this state; null members stay as they are, except that no event is none and no types are all.</summary>
    public Task ShowAsync(MapState state) => Tell("show", state);

    /// <summary>Tells the map that something was published, so that it fetches the new files.</summary>
    /// <param name="version">Of the index with which it would be up to date: a map that has that already fetches nothing. Null: fetch in any case.</param>
    public Task DataChangedAsync(long? version = null) => Tell("dataChanged", version);

    /// <summary>Opens the pop-up that says who held a place; the point, in degrees, is for places that no claim names.</summary>
    public Task OpenPlaceAsync(long place, double latitude, double longitude) => Tell("openPlace", place, latitude, longitude);

    /// <summary>Rings an event on the map while it is pointed at in a list; null ends it.</summary>
    public Task HighlightAsync(long? eventId) => Tell("highlight", eventId);

    /// <summary>Rings a point with the circle its precision means; null takes the ring away.</summary>
    /// <param name="precision">Id of a PlacePrecision.</param>
    public Task MarkAsync(double? latitude, double? longitude, string precision) => Tell("mark", latitude, longitude, precision);

    /// <summary>
    /// Puts a zone under the hand: the element of that selector holds a textarea with the ground as a GeoJSON multipolygon, which hears of every act as if it had been
    /// typed, and in data-neighbours and data-troubles more ground to show. Called again, it reads all of them anew; null ends the editing.
    /// </summary>
    public Task EditZoneAsync(string? selector) => Tell("editZone", selector);

    /// <summary>Draws control as it would be, over the map's own data and in nothing that is kept, with rings where it differs.</summary>
    /// <param name="pack">File name of the control pack that the changes are meant for; null goes back to what is published.</param>
    /// <param name="changes">A control change pack.</param>
    public async Task PreviewControlAsync(string? pack, byte[] changes, IReadOnlyList<MapSpot> touched)
    {
        using var stream = pack is null ? null : new DotNetStreamReference(new MemoryStream(changes));
        await Tell("previewControl", pack, stream, touched);
    }

    private async Task Tell(string what, params object?[] words)
    {
        if (map is null) { return; }
        try { await map.InvokeVoidAsync(what, words); }
        // The tab has closed and taken its map with it.
        catch (JSDisconnectedException) { }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (map is not null) { await map.InvokeVoidAsync("detach"); await map.DisposeAsync(); }
            if (module is not null) { await module.DisposeAsync(); }
        }
        // The tab has closed and taken its map with it.
        catch (JSDisconnectedException) { }
        map = module = null;
        ear?.Dispose();
        ear = null;
    }

    /// <summary>What the client may call, and nothing more.</summary>
    private sealed class Ear(MapListener listener)
    {
        [JSInvokable] public Task Report(MapReport report) => listener.Reported?.Invoke(report) ?? Task.CompletedTask;
        [JSInvokable] public Task OpenEvent(long id) => listener.EventOpened?.Invoke(id) ?? Task.CompletedTask;
        [JSInvokable] public Task Pick(double latitude, double longitude) => listener.Picked?.Invoke(latitude, longitude) ?? Task.CompletedTask;
        [JSInvokable] public Task Notice(string text) => listener.Noticed?.Invoke(text) ?? Task.CompletedTask;
    }
}

public static class CanvasServices
{
    /// <summary>A map client per island that asks for one; the island disposes it.</summary>
    public static IServiceCollection AddMapCanvas(this IServiceCollection services) => services.AddTransient<MapClient>().AddScoped<AccessNotice>().AddSingleton<ViewPreviews>();
}
