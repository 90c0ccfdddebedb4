using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Map.Web.Tests.Accounts;

namespace Map.Web.Tests.Circuits;

/// <summary>
/// A circuit without a browser, which does what a test has it do: it opens the live parts of a page, answers what they ask of a script with nothing of use, confirms
/// what was drawn or does not, and sends events of any kind.
/// </summary>
internal sealed partial class RawCircuit : IAsyncDisposable
{
    private readonly ClientWebSocket socket = new();
    private readonly SemaphoreSlim one = new(1, 1);
    private readonly CancellationTokenSource over = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<object?>> awaited = new();
    private readonly List<DrawnBatch> batches = [];
    private readonly List<(Func<RawCircuit, bool> Is, TaskCompletionSource Came)> waiting = [];
    private Task hearing = Task.CompletedTask;
    private long calls, objects, events;
    private int live;

    /// <summary>False no longer tells the server that what it sent was drawn.</summary>
    public bool Confirms { get; set; } = true;

    /// <summary>Every frame of words the server sent, in its order: what a script was asked, and what was refused.</summary>
    public ConcurrentQueue<string> Heard { get; } = [];

    /// <summary>What the server said when it gave the circuit up.</summary>
    public string? Fallen { get; private set; }

    /// <summary>The number of the object by which a script reaches the map's listener; 0 while none was handed out.</summary>
    public long Ear { get; private set; }

    public IReadOnlyList<DrawnBatch> Batches { get { lock (batches) { return [.. batches]; } } }

    /// <param name="http">Whose cookies it has.</param>
    public static async Task<RawCircuit> OpenAsync(WebHost host, HttpClient http, string path)
    {
        var page = await http.GetStringAsync(path);
        var circuit = new RawCircuit();
        var at = new Uri(host.Address, path);
        circuit.socket.Options.SetRequestHeader("Cookie", Identities.CookieOf(http));
        circuit.socket.Options.SetRequestHeader("Origin", host.Address.GetLeftPart(UriPartial.Authority));
        await circuit.socket.ConnectAsync(new UriBuilder(new Uri(host.Address, "_blazor")) { Scheme = "ws" }.Uri, circuit.over.Token);
        await circuit.socket.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"blazorpack\",\"version\":1}\u001e"), WebSocketMessageType.Text, true, circuit.over.Token);
        Assert.Equal("{}\u001e", Encoding.UTF8.GetString(await circuit.FrameAsync()));
        circuit.hearing = circuit.HearAsync();
        var state = State().Match(page).Groups[1].Value;
        Assert.NotNull(await circuit.AskAsync("StartCircuit", host.Address.ToString(), at.ToString(), "[]", state));
        var live = Marker().Matches(page).Select((marker, i) => $$"""{"type":"add","ssrComponentId":{{i + 1}},"marker":{{marker.Groups[1].Value}}}""").ToList();
        Assert.NotEmpty(live);
        circuit.live = live.Count;
        await circuit.TellAsync("UpdateRootComponents", $$"""{"batchId":1,"operations":[{{string.Join(',', live)}}]}""", state);
        return circuit;
    }

    /// <summary>Waits until what it heard is so.</summary>
    public async Task UntilAsync(Func<RawCircuit, bool> isSo)
    {
        var came = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (waiting) { waiting.Add((isSo, came)); }
        Look();
        await came.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }

    /// <summary>Waits until an element was drawn, and returns the last one drawn so.</summary>
    public async Task<DrawnElement> FindAsync(Func<DrawnElement, bool> which)
    {
        await UntilAsync(it => it.Batches.Any(batch => batch.Elements().Any(which)));
        return Batches.SelectMany(batch => batch.Elements()).Last(which);
    }

    /// <summary>Sends an event as the page's script would, and does not wait for what comes of it.</summary>
    public Task DispatchAsync(long handler, string kind, string arguments) =>
        TellAsync("BeginInvokeDotNetFromJS", $"{Interlocked.Increment(ref calls)}", null, "DispatchEventAsync", events, $$"""[{"eventHandlerId":{{handler}},"eventName":"{{kind}}","eventFieldInfo":null},{{arguments}}]""");

    public Task ClickAsync(DrawnElement button) => DispatchAsync(button.Handlers["onclick"], "click", """{"detail":1,"type":"click"}""");

    /// <summary>Calls a method of an object that a script was given.</summary>
    public Task CallAsync(long target, string method, string arguments) => TellAsync("BeginInvokeDotNetFromJS", $"{Interlocked.Increment(ref calls)}", null, method, target, arguments);

    /// <summary>Takes the live parts off the page, as following a link to another one does.</summary>
    public Task LeaveAsync() =>
        TellAsync("UpdateRootComponents", $$"""{"batchId":2,"operations":[{{string.Join(',', Enumerable.Range(1, live).Select(i => $$"""{"type":"remove","ssrComponentId":{{i}}}"""))}}]}""", "");

    public Task ConfirmAsync(long batch) => TellAsync("OnRenderCompleted", batch, null);

    /// <summary>How often the server answered a call of <see cref="CallAsync"/> or <see cref="DispatchAsync"/>.</summary>
    public int Answers { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        try { await hearing; }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException) { }
        socket.Dispose();
        one.Dispose();
        over.Dispose();
    }

    private async Task<object?> AskAsync(string method, params object?[] arguments)
    {
        var id = $"{Interlocked.Increment(ref calls)}";
        var answer = awaited[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await SendAsync([1, new Dictionary<string, string>(), id, method, arguments]);
        return await answer.Task.WaitAsync(TimeSpan.FromMinutes(1));
    }

    private Task TellAsync(string method, params object?[] arguments) => SendAsync([1, new Dictionary<string, string>(), null, method, arguments]);

    private async Task SendAsync(object?[] message)
    {
        await one.WaitAsync(over.Token);
        try { await socket.SendAsync(HubMessage.Write(message), WebSocketMessageType.Binary, true, over.Token); }
        finally { one.Release(); }
    }

    private async Task<byte[]> FrameAsync()
    {
        using var whole = new MemoryStream();
        var part = new byte[16_384];
        WebSocketReceiveResult got;
        do
        {
            got = await socket.ReceiveAsync(part, over.Token);
            whole.Write(part, 0, got.Count);
        }
        while (!got.EndOfMessage);
        return got.MessageType == WebSocketMessageType.Close ? [] : whole.ToArray();
    }

    private async Task HearAsync()
    {
        while (await FrameAsync() is { Length: > 0 } frame)
        {
            foreach (var message in HubMessage.Read(frame)) { await HearAsync(message); }
            Look();
        }
        IsClosed = true;
        Look();
    }

    /// <summary>The server has closed the line.</summary>
    public bool IsClosed { get; private set; }

    private async Task HearAsync(object?[] message)
    {
        switch (message)
        {
            case [1L, _, _, "JS.RenderBatch", object?[] drawn, ..]:
                lock (batches) { batches.Add(new((long)drawn[0]!, (byte[])drawn[1]!)); }
                if (Confirms) { await ConfirmAsync((long)drawn[0]!); }
                break;
            case [1L, _, _, "JS.BeginInvokeJS", object?[] asked, ..]:
                Heard.Enqueue(string.Join(' ', asked.Take(3)));
                await AnswerAsync((long)asked[0]!, (string)asked[1]!, asked[2] as string ?? "", (long)asked[3]!);
                break;
            case [1L, _, _, "JS.EndInvokeDotNet", object?[] ended, ..]:
                Answers++;
                if (ended[1] is false) { Heard.Enqueue($"refused: {ended[2]}"); }
                break;
            case [1L, _, _, "JS.Error", object?[] said, ..]:
                Fallen = $"{said[0]}";
                Heard.Enqueue($"error: {said[0]}");
                break;
            case [3L, _, string id, _, .. var result]:
                if (awaited.TryRemove(id, out var answer)) { answer.SetResult(result.FirstOrDefault()); }
                break;
            case [7L, ..]:
                Heard.Enqueue(string.Join(' ', message));
                break;
        }
    }

    /// <summary>A module or an object for whoever asks for one, an empty draft for whoever reads one.</summary>
    private async Task AnswerAsync(long call, string what, string arguments, long kind)
    {
        var handedOver = HandedOver().Matches(arguments).Select(it => long.Parse(it.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        if (what.EndsWith("attachWebRendererInterop", StringComparison.Ordinal)) { events = handedOver[0]; }
        else if (handedOver.Count > 0) { Ear = handedOver[^1]; }
        if (what.EndsWith("sendJSDataStream", StringComparison.Ordinal))
        {
            await TellAsync("ReceiveJSDataChunk", JsonDocument.Parse(arguments).RootElement[1].GetInt64(), 0L, "null"u8.ToArray(), null);
        }
        if (call == 0) { return; }
        var result = kind switch { 1 => $$"""{"__jsObjectId":{{++objects}}}""", 2 => $$"""{"__jsObjectId":{{++objects}},"__jsStreamReferenceLength":4}""", _ => "null" };
        await TellAsync("EndInvokeJSFromDotNet", call, true, $"[{call},true,{result}]");
    }

    private void Look()
    {
        lock (waiting)
        {
            foreach (var it in waiting.Where(it => it.Is(this)).ToList())
            {
                it.Came.TrySetResult();
                waiting.Remove(it);
            }
        }
    }

    [GeneratedRegex("<!--Blazor-Server-Component-State:(.+?)-->")]
    private static partial Regex State();

    [GeneratedRegex("<!--Blazor:(\\{\"type\":\"server\".+?\\})-->")]
    private static partial Regex Marker();

    [GeneratedRegex("\"__dotNetObject\":(\\d+)")]
    private static partial Regex HandedOver();
}
