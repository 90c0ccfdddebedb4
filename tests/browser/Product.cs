using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;

namespace Map.Browser.Tests;

[CollectionDefinition(nameof(Product))]
public sealed class ProductTests : ICollectionFixture<Product>;

/// <summary>A second product and browser, so that tests run side by side: pages, links, embeds and what editors do here, the map and its time there.</summary>
[CollectionDefinition(nameof(SecondProduct))]
public sealed class SecondProduct : ICollectionFixture<Product>;

/// <summary>A third, for zones and for lines that break.</summary>
[CollectionDefinition(nameof(ThirdProduct))]
public sealed class ThirdProduct : ICollectionFixture<Product>;

/// <summary>A fourth, for pixels, facts and whole pages. The four take equally long, about 320 s each: as many run at once as there are processors, two, and none is left to the end alone.</summary>
[CollectionDefinition(nameof(FourthProduct))]
public sealed class FourthProduct : ICollectionFixture<Product>;

/// <summary>One loaded product and one browser for all tests that only look. Tests that write take a copy of its data.</summary>
public sealed class Product : IAsyncLifetime
{
    private readonly List<string> folders = [];
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    internal Site Site { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await Chromium.LaunchAsync(playwright);
        Site = await Site.StartAsync(NewFolder());
    }

    public async Task DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
        await Site.DisposeAsync();
        foreach (var folder in folders) { Directory.Delete(folder, recursive: true); }
    }

    /// <summary>A product of its own with the first load already done, for a test that writes. It starts without accounts and makes its administrator anew.</summary>
    /// <param name="seeded">Puts seeded control claims at so many places in the place of the shipped ones; 0 leaves these.</param>
    internal async Task<Site> CopyAsync(bool withAdmin = true, int seeded = 0, bool withSecondFactor = false)
    {
        var folder = NewFolder();
        using (var from = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Site.DatabasePath};Mode=ReadOnly;Pooling=False"))
        using (var to = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(folder, "map.db")};Pooling=False"))
        {
            await from.OpenAsync();
            await to.OpenAsync();
            from.BackupDatabase(to);
            using var forget = to.CreateCommand();
            forget.CommandText = "DELETE FROM AspNetUserRoles; DELETE FROM AspNetUsers;";
            await forget.ExecuteNonQueryAsync();
        }
        if (seeded > 0) { await SeedAsync(folder, seeded); }
        return await Site.StartAsync(folder, withAdmin, withSecondFactor: withSecondFactor);
    }

    /// <summary>A product of its own without a single event, with the places and actors that ship.</summary>
    internal Task<Site> EmptyAsync() => Site.StartAsync(NewFolder(), withEvents: false);

    internal Task<Visit> VisitAsync(string path, int width = 1366, int height = 900, BrowserNewContextOptions? options = null) =>
        VisitAsync(Site, path, width, height, options);

    internal async Task<Visit> VisitAsync(Site site, string path, int width = 1366, int height = 900, BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.ViewportSize = new() { Width = width, Height = height };
        var context = await browser.NewContextAsync(options);
        var visit = await Visit.OpenAsync(context, site.Address);
        await visit.GoAsync(path);
        return visit;
    }

    /// <summary>A context with no page yet, for pages served from elsewhere.</summary>
    internal async Task<Visit> StrangerAsync(Uri home, int width = 800, int height = 700)
    {
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height } });
        return await Visit.OpenAsync(context, home);
    }

    private static async Task SeedAsync(string folder, int places)
    {
        var configuration = AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";
        var start = new ProcessStartInfo("dotnet");
        foreach (var word in new[] { Path.Combine(Map.Browser.Tests.Site.Root(), $"tests/bench/Seed/bin/{configuration}/net10.0/Map.Bench.Seed.dll"), "control", folder, places.ToString(CultureInfo.InvariantCulture) }) { start.ArgumentList.Add(word); }
        using var seed = Process.Start(start)!;
        await seed.WaitForExitAsync();
        Assert.Equal(0, seed.ExitCode);
    }

    private string NewFolder()
    {
        var folder = Directory.CreateTempSubdirectory("map-browser-").FullName;
        folders.Add(folder);
        return folder;
    }
}
