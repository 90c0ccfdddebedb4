namespace Map.Web.Features.Explore;

/// <summary>A question that is asked again and again, of which only the newest answer is wanted: asking cancels the one before.</summary>
public sealed class LatestOnly : IDisposable
{
    private CancellationTokenSource? current;

    public CancellationToken Next()
    {
        current?.Cancel();
        current?.Dispose();
        current = new CancellationTokenSource();
        return current.Token;
    }

    public void Dispose()
    {
        current?.Cancel();
        current?.Dispose();
        current = null;
    }
}
