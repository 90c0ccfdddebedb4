using Microsoft.JSInterop;

namespace Map.Web.Canvas;

/// <summary>A strip on an open page that says what has changed for whoever looks at it.</summary>
public sealed class AccessNotice(IJSRuntime js)
{
    /// <summary>A page that does not answer is not waited for.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <param name="link">Where to go from here; null where there is nothing to do but wait.</param>
    public Task TellAsync(string words, string? link, string? linkWords) => CallAsync("tell", words, link, linkWords);

    public Task ClearAsync() => CallAsync("clear");

    private async Task CallAsync(string what, params object?[] words)
    {
        try
        {
            await using var module = await js.InvokeAsync<IJSObjectReference>("import", Patience, "/js/access-notice.js");
            await module.InvokeVoidAsync(what, Patience, words);
        }
        // The tab has closed, or does not answer: it is told when it asks for its next page.
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException or JSException or ObjectDisposedException or InvalidOperationException) { }
    }
}
