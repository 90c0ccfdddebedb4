namespace Map.Web.Features.Print.Making;

/// <summary>Prints are made one after the other, the browser's two at a time, and only so many wait: pictures for some must not slow down everybody's map.</summary>
internal sealed class MakingTurns : IDisposable
{
    public const int Browsers = 2, Drawing = 1;

    /// <summary>How many may wait or be under way.</summary>
    public const int Most = 12;

    private readonly SemaphoreSlim drawing = new(Drawing, Drawing), browsers = new(Browsers, Browsers);
    private int inside;

    /// <summary>How many wait or are under way.</summary>
    public int Inside => Volatile.Read(ref inside);

    /// <exception cref="TooManyPrintsException">Too many wait already.</exception>
    public async Task<T?> EnterAsync<T>(Func<Task<T?>> make) where T : class
    {
        if (Interlocked.Increment(ref inside) > Most)
        {
            Interlocked.Decrement(ref inside);
            throw new TooManyPrintsException();
        }
        try
        {
            return await make();
        }
        finally
        {
            Interlocked.Decrement(ref inside);
        }
    }

    public Task<T> DrawAsync<T>(Func<Task<T>> draw, CancellationToken cancel) => InTurnAsync(drawing, draw, cancel);

    public Task<T> PrintAsync<T>(Func<Task<T>> print, CancellationToken cancel) => InTurnAsync(browsers, print, cancel);

    public void Dispose()
    {
        drawing.Dispose();
        browsers.Dispose();
    }

    private static async Task<T> InTurnAsync<T>(SemaphoreSlim turn, Func<Task<T>> work, CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        try
        {
            return await work();
        }
        finally
        {
            turn.Release();
        }
    }
}

/// <summary>So many prints are waited for that another would only wait longer.</summary>
internal sealed class TooManyPrintsException : Exception;
