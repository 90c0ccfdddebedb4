using Microsoft.Playwright;

namespace Map.Browser.Tests;

/// <summary>A page's line to the server, on which the server's answers can be held back and let through again, and which can break.</summary>
internal sealed class SlowLine
{
    private readonly List<Action> waiting = [];
    private readonly List<(IWebSocketRoute Page, IWebSocketRoute Server)> sockets = [];
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
            lock (line.one) { line.sockets.Add((socket, server)); }
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

    /// <summary>Closes it on both sides. What waits never comes; the page may lay a new line.</summary>
    public async Task BreakAsync()
    {
        List<(IWebSocketRoute Page, IWebSocketRoute Server)> open;
        lock (one)
        {
            open = [.. sockets];
            sockets.Clear();
            waiting.Clear();
        }
        foreach (var (page, server) in open)
        {
            await server.CloseAsync();
            await page.CloseAsync();
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
