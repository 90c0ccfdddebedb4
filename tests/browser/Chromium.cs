using Microsoft.Playwright;

namespace Map.Browser.Tests;

/// <summary>The browser every test drives: named by CHROMIUM_PATH, found on the system, or fetched by Playwright.</summary>
internal static class Chromium
{
    /// <summary>Milliseconds for everything that is waited for. Two tests run at once and machines differ: patience costs only where something fails.</summary>
    public const int Patience = 90_000;

    private const string Missing =
        "The browser tests need Chromium: set CHROMIUM_PATH to its executable, install it (Debian: apt-get install chromium-headless-shell), or let Playwright download it.";

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--force-color-profile=srgb",
    ];

    public static async Task<IBrowser> LaunchAsync(IPlaywright playwright)
    {
        var path = Path();
        if (path is null && !File.Exists(playwright.Chromium.ExecutablePath) && Microsoft.Playwright.Program.Main(["install", "chromium"]) != 0)
        {
            throw new InvalidOperationException(Missing);
        }
        Assertions.SetDefaultExpectTimeout(Patience);
        return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Flags });
    }

    private static string? Path()
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } named)
        {
            return File.Exists(named) ? named : throw new InvalidOperationException($"CHROMIUM_PATH names {named}, and no file is there. {Missing}");
        }
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator);
        // The shell draws pages and has no window of its own: a visit costs a third of what it costs the whole browser.
        string[] names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
        return names.SelectMany(name => folders.Select(folder => System.IO.Path.Combine(folder, name))).FirstOrDefault(File.Exists);
    }
}
