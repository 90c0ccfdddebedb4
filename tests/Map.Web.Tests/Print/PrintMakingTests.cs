using System.Net;
using Map.Web.Features.Print.Making;
using Microsoft.Extensions.DependencyInjection;

namespace Map.Web.Tests.Print;

/// <summary>Pictures and PDF are made by a browser of the server's, of which there are few: here one that only notes down what it is told.</summary>
public class PrintMakingTests
{
    [Theory]
    [InlineData("en", "This server has no browser")]
    [InlineData("ar", "ليس لدى هذا الخادم متصفح")]
    public async Task Without_a_browser_pictures_and_pdf_are_refused_in_words_and_the_svg_is_not(string lang, string words)
    {
        await using var host = await WebHost.StartSmallAsync(new Dictionary<string, string> { ["CHROMIUM_PATH"] = "none" });
        foreach (var form in new[] { "png", "pdf" })
        {
            var answer = await host.Http.GetAsync($"print.{form}?date=2018-01-20&lang={lang}");
            Assert.Equal(HttpStatusCode.NotImplemented, answer.StatusCode);
            Assert.StartsWith(words, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            using var asked = new HttpRequestMessage(HttpMethod.Head, $"print.{form}?date=2018-01-20");
            Assert.Equal(HttpStatusCode.NotImplemented, (await host.Http.SendAsync(asked)).StatusCode);
        }
        Assert.Equal(HttpStatusCode.OK, (await host.Http.GetAsync("print.svg?date=2018-01-20")).StatusCode);
    }

    [Fact]
    public async Task The_browser_is_given_the_very_picture_once_and_what_it_made_is_kept()
    {
        using var browser = new NotingBrowser();
        await using var host = await WebHost.StartSmallAsync(browser.Setting);
        const string view = "date=2018-01-20&paper=slide&caption=A%20%3Cb%3Ecaption";

        var pdf = await host.Http.GetAsync("print.pdf?" + view);
        Assert.Equal(("application/pdf", "made\n"), (pdf.Content.Headers.ContentType!.MediaType, await pdf.Content.ReadAsStringAsync()));
        Assert.Equal("inline; filename=\"map-2018-01-20.pdf\"", pdf.Content.Headers.ContentDisposition!.ToString());
        // The same asked in another order is the same.
        Assert.Equal(HttpStatusCode.OK, (await host.Http.GetAsync("print.pdf?caption=A%20%3Cb%3Ecaption&paper=slide&date=2018-01-20")).StatusCode);
        var told = Assert.Single(browser.Told);
        Assert.Contains("--print-to-pdf=", told, StringComparison.Ordinal);
        Assert.Contains(await host.Http.GetStringAsync("print.svg?" + view), browser.Page, StringComparison.Ordinal);
        Assert.Contains("@page{size:1280px 720px;margin:0}", browser.Page, StringComparison.Ordinal);

        Assert.Equal("image/png", (await host.Http.GetAsync($"print.png?{view}&dpi=192")).Content.Headers.ContentType!.MediaType);
        Assert.Contains("--window-size=1280,720 --force-device-scale-factor=2 ", browser.Told[^1], StringComparison.Ordinal);
        Assert.Equal(2, browser.Told.Length);
        Assert.DoesNotContain(Directory.EnumerateDirectories(Path.GetTempPath(), "map-print-*"), browser.Used.Contains);
    }

    [Fact]
    public async Task What_the_browser_does_not_print_is_said_and_not_kept()
    {
        using var browser = new NotingBrowser(fails: true);
        await using var host = await WebHost.StartSmallAsync(browser.Setting);

        for (var times = 1; times <= 2; times++)
        {
            var answer = await host.Http.GetAsync("print.pdf?date=2018-01-20");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.Contains("did not print", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Equal(times, browser.Told.Length);
        }
    }

    [Fact]
    public async Task Two_are_made_at_once_some_wait_and_more_are_sent_away()
    {
        using var turns = new MakingTurns();
        var (end, begun) = (new TaskCompletionSource(), 0);
        var tasks = Enumerable.Range(0, MakingTurns.Most).Select(_ => turns.EnterAsync(() => turns.PrintAsync<string?>(async () =>
        {
            Interlocked.Increment(ref begun);
            await end.Task;
            return "made";
        }, CancellationToken.None))).ToList();

        Assert.Equal(MakingTurns.Browsers, Volatile.Read(ref begun));
        await Assert.ThrowsAsync<TooManyPrintsException>(() => turns.EnterAsync(() => Task.FromResult<string?>("more")));
        end.SetResult();
        Assert.All(await Task.WhenAll(tasks), made => Assert.Equal("made", made));
        Assert.Equal("more", await turns.EnterAsync(() => Task.FromResult<string?>("more")));
    }

    [Fact]
    public async Task Who_comes_while_many_are_made_is_asked_to_come_again_and_the_map_goes_on()
    {
        using var browser = new NotingBrowser(waits: true);
        await using var host = await WebHost.StartSmallAsync(browser.Setting);
        var asked = Enumerable.Range(1, MakingTurns.Most).Select(day => host.Http.GetAsync($"print.pdf?date=2018-01-{day:00}")).ToList();
        var turns = host.Services.GetRequiredService<MakingTurns>();
        while (turns.Inside < MakingTurns.Most) await Task.Delay(20);

        var refused = await host.Http.GetAsync("print.pdf?date=2018-02-01");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, (await host.Http.GetAsync("data/index.json")).StatusCode);
        browser.Go();
        Assert.All(await Task.WhenAll(asked), answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
    }

    [Fact]
    public void The_oldest_prints_make_room_and_a_huge_one_is_not_kept()
    {
        var kept = new KeptPrints();
        for (var i = 0; i < 12; i++)
        {
            kept.Keep($"{i}", new byte[5 << 20]);
            Assert.NotNull(kept.Find("0"));
        }
        Assert.Null(kept.Find("1"));
        Assert.NotNull(kept.Find("11"));
        kept.Keep("huge", new byte[20 << 20]);
        Assert.Null(kept.Find("huge"));
    }

    /// <summary>A program in the browser's place.</summary>
    private sealed class NotingBrowser : IDisposable
    {
        private readonly string folder = Directory.CreateTempSubdirectory("map-browser-").FullName;

        public NotingBrowser(bool fails = false, bool waits = false)
        {
            var script = $$"""
                #!/bin/sh
                echo "$*" >> {{folder}}/told
                for said in "$@"; do
                  case "$said" in
                    --print-to-pdf=*|--screenshot=*) file="${said#*=}" ;;
                    file://*) cp "${said#file://}" {{folder}}/page ;;
                  esac
                done
                {{(waits ? $"while [ ! -e {folder}/go ]; do sleep 0.05; done" : "")}}
                {{(fails ? "echo no display >&2; exit 1" : "echo made > \"$file\"")}}
                """;
            File.WriteAllText(Program, script);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        private string Program => Path.Combine(folder, "browser");

        public Dictionary<string, string> Setting => new() { ["CHROMIUM_PATH"] = Program };

        /// <summary>What it was told, each time.</summary>
        public string[] Told => File.Exists(Path.Combine(folder, "told")) ? File.ReadAllLines(Path.Combine(folder, "told")) : [];

        public string Page => File.ReadAllText(Path.Combine(folder, "page"));

        /// <summary>Folders that were made for it.</summary>
        public HashSet<string> Used => [.. Told.Select(line => Path.GetDirectoryName(line.Split(' ').First(part => part.StartsWith("--user-data-dir=", StringComparison.Ordinal))["--user-data-dir=".Length..])!)];

        public void Go() => File.WriteAllText(Path.Combine(folder, "go"), "");

        public void Dispose() => Directory.Delete(folder, recursive: true);
    }
}
