using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Map.Web.Features.Print.Making;

/// <summary>A Chromium of this machine that turns the picture into pixels or pages. Where there is none, readers' own browsers do.</summary>
internal sealed class InstalledBrowser
{
    /// <summary>The shell without a window first: it starts in a third of the time.</summary>
    private static readonly string[] Names = ["chromium-headless-shell", "chrome-headless-shell", "headless_shell", "chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly string? path;
    private readonly ILogger<InstalledBrowser> log;

    public InstalledBrowser(IConfiguration settings, ILogger<InstalledBrowser> log)
    {
        this.log = log;
        // "none" says that there shall be none, whatever is installed.
        path = settings["CHROMIUM_PATH"] is { Length: > 0 } named ? named == "none" ? null : named
            : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).SelectMany(folder => Names.Select(name => Path.Combine(folder, name)))
                .OrderBy(file => Array.IndexOf(Names, Path.GetFileName(file))).FirstOrDefault(File.Exists);
    }

    public bool IsThere => path is not null && File.Exists(path);

    /// <returns>Null where the browser did not print; the log says why.</returns>
    public Task<byte[]?> PdfAsync(string svg, Paper paper, CancellationToken cancel) =>
        RunAsync(svg, paper, "print.pdf", file => [$"--print-to-pdf={file}", "--no-pdf-header-footer"], cancel);

    /// <inheritdoc cref="PdfAsync"/>
    public Task<byte[]?> PngAsync(string svg, Paper paper, int dpi, CancellationToken cancel) =>
        RunAsync(svg, paper, "print.png", file => [$"--screenshot={file}", string.Create(CultureInfo.InvariantCulture, $"--window-size={paper.Width:0},{paper.Height:0}"),
            string.Create(CultureInfo.InvariantCulture, $"--force-device-scale-factor={dpi / 96.0:0.#####}")], cancel);

    private async Task<byte[]?> RunAsync(string svg, Paper paper, string name, Func<string, string[]> task, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("map-print-").FullName;
        try
        {
            var (page, made) = (Path.Combine(folder, "page.html"), Path.Combine(folder, name));
            await File.WriteAllTextAsync(page, PageOf(svg, paper), new UTF8Encoding(false), cancel);
            var start = new ProcessStartInfo(path!) { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = folder };
            foreach (var argument in Always(folder).Concat(task(made)).Append(new Uri(page).AbsoluteUri))
                start.ArgumentList.Add(argument);
            // What this server knows by its surroundings is none of a browser's business.
            foreach (var secret in start.Environment.Keys.Where(key => key.Contains("__", StringComparison.Ordinal)).ToList())
                start.Environment.Remove(secret);
            using var browser = Process.Start(start)!;
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            patience.CancelAfter(Patience);
            try
            {
                var said = browser.StandardError.ReadToEndAsync(patience.Token);
                await browser.StandardOutput.ReadToEndAsync(patience.Token);
                await browser.WaitForExitAsync(patience.Token);
                if (File.Exists(made))
                    return await File.ReadAllBytesAsync(made, cancel);
                log.LogError("{Browser} printed nothing and said: {Words}", path, await said);
                return null;
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                log.LogError("{Browser} did not print within {Patience}", path, Patience);
                return null;
            }
            finally
            {
                if (!browser.HasExited)
                    browser.Kill(entireProcessTree: true);
            }
        }
        catch (System.ComponentModel.Win32Exception fault)
        {
            log.LogError(fault, "{Browser} could not be started", path);
            return null;
        }
        finally
        {
            Remove(folder);
        }
    }

    private static IEnumerable<string> Always(string folder)
    {
        string[] usual = ["--headless", "--disable-gpu", "--hide-scrollbars", "--no-first-run", "--disable-extensions", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
            $"--user-data-dir={Path.Combine(folder, "profile")}", "--host-resolver-rules=MAP * ~NOTFOUND"];
        // Chromium does not start as root inside its sandbox; what it is shown runs nothing and asks for nothing.
        return Environment.UserName == "root" ? usual.Append("--no-sandbox") : usual;
    }

    /// <summary>The very picture, on a page of its size.</summary>
    private static string PageOf(string svg, Paper paper) => string.Create(CultureInfo.InvariantCulture, $$"""
        <!DOCTYPE html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">
        <title></title><style>@page{size:{{paper.Width:0}}px {{paper.Height:0}}px;margin:0}html,body{margin:0;background:#fff}body>svg{display:block;width:{{paper.Width:0}}px;height:{{paper.Height:0}}px}</style></head><body>{{svg}}</body></html>
        """);

    private void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException fault)
        {
            // A browser that was ended may still write for a moment; the system clears its folder for what is left.
            log.LogWarning(fault, "{Folder} could not be removed", folder);
        }
    }
}
