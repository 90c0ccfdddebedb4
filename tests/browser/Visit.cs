using System.Globalization;
using Microsoft.Playwright;

namespace Map.Browser.Tests;

/// <summary>One reader's page, with everything it asked for and everything the browser refused it.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly Uri home;
    private readonly Lock one = new();
    private int underway;
    private TaskCompletionSource answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Visit(IBrowserContext context, IPage page, Uri home)
    {
        this.context = context;
        this.home = home;
        Page = page;
    }

    public IPage Page { get; }
    public IBrowserContext Context => context;
    public List<string> Requests { get; } = [];
    public List<string> Sockets { get; } = [];
    /// <summary>What the page has told its circuit or asked of it; keep-alives and confirmations are not among it.</summary>
    public int Asked { get; private set; }
    public List<string> Violations { get; } = [];
    public List<string> Errors { get; } = [];

    /// <summary>Requests to anywhere but the product (and, for host pages, the given hosts).</summary>
    public IEnumerable<string> Outside(params Uri[] also) => Requests.Where(url =>
        !url.StartsWith("data:", StringComparison.Ordinal) && !url.StartsWith("blob:", StringComparison.Ordinal) && !url.StartsWith("about:", StringComparison.Ordinal)
        && !also.Prepend(home).Any(host => new Uri(url).Authority == host.Authority));

    public static async Task<Visit> OpenAsync(IBrowserContext context, Uri home)
    {
        context.SetDefaultTimeout(Chromium.Patience);
        context.SetDefaultNavigationTimeout(Chromium.Patience);
        var page = await context.NewPageAsync();
        var visit = new Visit(context, page, home);
        page.Request += (_, request) =>
        {
            visit.Requests.Add(request.Url);
            visit.Ask();
        };
        page.RequestFinished += (_, _) => visit.Answer();
        page.RequestFailed += (_, _) => visit.Answer();
        page.WebSocket += (_, socket) =>
        {
            visit.Sockets.Add(socket.Url);
            socket.FrameSent += (_, frame) => { if (frame.Binary is { } bytes && bytes.AsSpan().IndexOf("BeginInvokeDotNetFromJS"u8) >= 0) { visit.Asked++; } };
        };
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal)) { visit.Violations.Add(message.Text); }
            else if (message.Type == "error") { visit.Errors.Add(message.Text); }
        };
        page.PageError += (_, error) => visit.Errors.Add(error);
        return visit;
    }

    public Task GoAsync(string path) => Page.GotoAsync(new Uri(home, path).ToString());

    public ILocator Map => Page.Locator("[data-map]");
    public ILocator Thumb => Page.Locator("[data-date-slider]");
    public ILocator Track => Page.Locator("[data-track]");

    /// <summary>Waits until the map has its data and has drawn all of it, names and margins too.</summary>
    public async Task<Visit> ReadyAsync()
    {
        await Page.Locator("[data-map][data-ready='true'][data-behind='false']").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return this;
    }

    /// <summary>Waits until the panel's island has its circuit.</summary>
    public async Task<Visit> LiveAsync()
    {
        await ReadyAsync();
        await Page.Locator("[data-live='true']").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return this;
    }

    /// <summary>
    /// Waits until nothing that the page asked for is still on its way: its fonts, its list and its strip of sources have come. Not the browser's own idea of an idle
    /// network, which is told once, and on a busy machine already in a pause of the page's own loading.
    /// </summary>
    public async Task<Visit> QuietAsync()
    {
        await this.WholeAsync();
        await Page.WaitForFunctionAsync("""
            async () => {
              await document.fonts.ready;
              return [...document.querySelectorAll('#panel-list')].every(list => list.childElementCount > 0) && [...document.querySelectorAll('[data-coverage]')].every(strip => strip.dataset.months);
            }
            """);
        Task idle;
        lock (one) { idle = underway == 0 ? Task.CompletedTask : answered.Task; }
        await idle.WaitAsync(TimeSpan.FromMilliseconds(Chromium.Patience));
        return this;
    }

    private void Ask()
    {
        lock (one) { underway++; }
    }

    private void Answer()
    {
        lock (one)
        {
            if (--underway > 0) { return; }
            answered.TrySetResult();
            answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    public async Task<string> DateAsync() => await Map.GetAttributeAsync("data-date") ?? "";
    public async Task<string[]> HoldersAsync() => (await Map.GetAttributeAsync("data-holders") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
    public async Task<int> CertainAsync() => int.Parse(await Map.GetAttributeAsync("data-certain") ?? "-1", CultureInfo.InvariantCulture);
    public async Task<int> PossibleAsync() => int.Parse(await Map.GetAttributeAsync("data-possible") ?? "-1", CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
