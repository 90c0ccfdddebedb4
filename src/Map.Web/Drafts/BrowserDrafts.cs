using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Map.Web.Drafts;

/// <summary>What a form holds and has not saved, with the moment it was kept.</summary>
/// <param name="Typed">Of that, what was typed and not yet answered, by the fields' paths; only the device knows it.</param>
public sealed record KeptDraft<T>(DateTimeOffset At, T Draft, IReadOnlyDictionary<string, string>? Typed = null);

/// <summary>
/// A form's draft on the editor's own device. The browser adds what is being typed as it is typed; this side hands it the whole draft
/// whenever a field is left, and reads it back when the form opens.
/// </summary>
public sealed class BrowserDrafts(IJSRuntime js) : IAsyncDisposable
{
    /// <summary>Longest kept draft that is read back, in bytes.</summary>
    private const long Longest = 4_000_000;

    private IJSObjectReference? module, open;

    /// <param name="form">The element around all fields; each field's name is its path in the draft.</param>
    /// <param name="key">Person and form, such as "7f…/event-42".</param>
    /// <param name="root">The property of what is kept that the fields' names start from.</param>
    public async Task OpenAsync(ElementReference form, string key, string root)
    {
        module ??= await js.InvokeAsync<IJSObjectReference>("import", "/js/drafts.js");
        open = await module.InvokeAsync<IJSObjectReference>("openDraft", form, key, root);
    }

    /// <summary>The draft as it stands before anything is typed.</summary>
    public Task BeginAsync<T>(T draft) => TellAsync("begin", DraftJson.Of(draft));

    public Task KeepAsync<T>(T draft) => TellAsync("keep", DraftJson.Of(draft));

    public Task ClearAsync() => TellAsync("clear");

    /// <summary>What was kept on this device; null where nothing was, or what was kept is from another version of the form.</summary>
    public async Task<KeptDraft<T>?> ReadAsync<T>() where T : class
    {
        if (open is null) { return null; }
        await using var kept = await open.InvokeAsync<IJSStreamReference>("read");
        await using var stream = await kept.OpenReadStreamAsync(Longest);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return DraftJson.Read<KeptDraft<T>>(await reader.ReadToEndAsync()) is { Draft: not null } read ? read : null;
    }

    private async Task TellAsync(string what, params object[] words)
    {
        if (open is null) { return; }
        try { await open.InvokeVoidAsync(what, words); }
        // The tab has closed; what it kept stays on the device.
        catch (JSDisconnectedException) { }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (open is not null) { await open.InvokeVoidAsync("close"); await open.DisposeAsync(); }
            if (module is not null) { await module.DisposeAsync(); }
        }
        // The tab has closed and taken its side with it.
        catch (JSDisconnectedException) { }
        open = module = null;
    }
}
