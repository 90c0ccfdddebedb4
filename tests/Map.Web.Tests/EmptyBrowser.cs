using System.Text;
using Microsoft.JSInterop;

namespace Map.Web.Tests;

/// <summary>A browser that keeps nothing: every object is itself, and what is read is JSON's null.</summary>
internal sealed class EmptyBrowser : IJSRuntime, IJSObjectReference, IJSStreamReference
{
    public long Length => 4;
    public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => ValueTask.FromResult(this is TValue self ? self : default!);
    public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) => InvokeAsync<TValue>(identifier, args);
    public ValueTask<Stream> OpenReadStreamAsync(long maxAllowedSize = 512000, CancellationToken cancellationToken = default) => ValueTask.FromResult<Stream>(new MemoryStream(Encoding.UTF8.GetBytes("null")));
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
