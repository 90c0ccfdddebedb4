using Microsoft.Playwright;

namespace Map.Browser.Tests;

/// <summary>A page's line to the server, on which the server's answers can be held back and let through again.</summary>
internal sealed class SlowLine
{
    private readonly List<Action> waiting = [];
    private readonly Lock one = new();
    private bool isHeld;
    private TaskCompletionSource answered = new();

    /// <summary>Has to be laid before the page opens its circuit.</summary>
    public static async Task<SlowLine> LayAsync(IPage page)
    {
        var line = new SlowLine();
        await page.RouteWebSocketAsync("**/_blazor**", socket =>
        {
            var server = socket.ConnectToServer();
            server.OnMessage(frame => line.Pass(() => { if (frame.Binary is { } bytes) { socket.Send(bytes); } else { socket.Send(frame.Text!); } }));
        });
        return line;
    }

    /// <summary>Done once an answer waits.</summary>
    public Task Answered { get { lock (one) { return answered.Task; } } }

    public void Hold()
    {
        lock (one) { (isHeld, answered) = (true, new(TaskCreationOptions.RunContinuationsAsynchronously)); }
    }

    /// <summary>All that waited, in its order.</summary>
    public void Release()
    {
        lock (one)
        {
            isHeld = false;
            foreach (var send in waiting) { send(); }
            waiting.Clear();
        }
    }

    private void Pass(Action send)
    {
        lock (one)
        {
            if (!isHeld) { send(); return; }
            waiting.Add(send);
            answered.TrySetResult();
        }
    }
}
