using System.Net.Http.Json;
using System.Text.Json;
using Map.Web.Data;
using Map.Web.Data.FirstLoad;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Map.Web.Tests;

/// <summary>The whole server in this process: Kestrel on a free port, its own data folder, ended and removed on disposal.</summary>
public sealed class WebHost : WebApplicationFactory<Program>, IAsyncDisposable
{
    private readonly IReadOnlyDictionary<string, string> settings;
    private readonly bool keepFolder;
    private readonly TimeProvider? clock;
    private readonly Action<IServiceCollection>? services;

    private WebHost(string folder, IReadOnlyDictionary<string, string> settings, bool keepFolder, TimeProvider? clock, Action<IServiceCollection>? services)
    {
        (Folder, this.settings, this.keepFolder, this.clock, this.services) = (folder, settings, keepFolder, clock, services);
        UseKestrel(0);
    }

    /// <summary>The data folder.</summary>
    public string Folder { get; }

    /// <summary>http://127.0.0.1:PORT/</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>A client that neither follows redirects nor keeps cookies.</summary>
    public HttpClient Http { get; private set; } = null!;

    public IDbContextFactory<MapDb> Dbs => Services.GetRequiredService<IDbContextFactory<MapDb>>();

    public WriteGate Gate => Services.GetRequiredService<WriteGate>();

    /// <summary>A server on a few rows of geodata: three places, three actors, six events, two control claims, eight faults.</summary>
    /// <param name="clock">What the server takes for the time; null = the time.</param>
    /// <param name="services">What stands in the place of its own.</param>
    public static Task<WebHost> StartSmallAsync(IReadOnlyDictionary<string, string>? settings = null, string? folder = null, TimeProvider? clock = null, Action<IServiceCollection>? services = null) =>
        StartAsync(SmallGeodata, settings, folder, clock: clock, services: services);

    /// <summary>A server on everything that ships. It is loaded once per run of the tests and copied for every host after that.</summary>
    public static async Task<WebHost> StartFullAsync(IReadOnlyDictionary<string, string>? settings = null)
    {
        var folder = NewFolder();
        File.Copy(await FullDatabase.Value, Path.Combine(folder, "map.db"));
        return await StartAsync(null, settings, folder);
    }

    /// <param name="geodata">Folder to load from; null = the one that ships.</param>
    /// <param name="settings">Settings such as "Map:TileUrl".</param>
    /// <param name="folder">A data folder that outlives the host; null = a new one, removed with it.</param>
    /// <param name="untilLoaded">False returns while the first load may still run.</param>
    public static async Task<WebHost> StartAsync(string? geodata, IReadOnlyDictionary<string, string>? settings = null, string? folder = null, bool untilLoaded = true, TimeProvider? clock = null, Action<IServiceCollection>? services = null)
    {
        var all = new Dictionary<string, string>(settings ?? new Dictionary<string, string>());
        // What is asked of whom has tests of its own, which say otherwise.
        all.TryAdd("Accounts:SecondFactor", "offered");
        // A browser takes seconds to print what the picture of vectors holds already.
        all.TryAdd("CHROMIUM_PATH", "none");
        if (geodata is not null) all["Map:GeodataFolder"] = geodata;
        var host = new WebHost(folder ?? NewFolder(), all, keepFolder: folder is not null, clock, services);
        host.StartServer();
        host.Address = new Uri(host.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());
        host.Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = host.Address };
        if (untilLoaded) await host.LoadedAsync();
        return host;
    }

    /// <summary>Waits until /health says that the first load is complete.</summary>
    public async Task<JsonElement> LoadedAsync()
    {
        await Services.GetRequiredService<LoadState>().Completed.WaitAsync(TimeSpan.FromMinutes(2));
        return await Http.GetFromJsonAsync<JsonElement>("health");
    }

    public static string NewFolder() => Directory.CreateTempSubdirectory("map-test-").FullName;

    public static string SmallGeodata => Path.Combine(AppContext.BaseDirectory, "Data", "small-geodata");

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("urls", "http://127.0.0.1:0");
        builder.UseSetting("Map:DataFolder", Folder);
        foreach (var (name, value) in settings) builder.UseSetting(name, value);
        if (clock is not null) builder.ConfigureTestServices(all => all.AddSingleton(clock));
        if (services is not null) builder.ConfigureTestServices(services);
    }

    public override async ValueTask DisposeAsync()
    {
        Http?.Dispose();
        await base.DisposeAsync();
        await FolderLeftAsync();
        if (!keepFolder) Directory.Delete(Folder, recursive: true);
    }

    /// <summary>The server's own thread disposes of what it holds too, and base does not wait for it: another host could find the folder taken.</summary>
    private async Task FolderLeftAsync()
    {
        for (var patience = DateTime.UtcNow.AddSeconds(30); ; await Task.Delay(10))
        {
            try
            {
                using var free = new FileStream(Path.Combine(Folder, "in-use"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                return;
            }
            catch (IOException) when (DateTime.UtcNow < patience)
            {
                // Still held.
            }
        }
    }

    private static readonly Lazy<Task<string>> FullDatabase = new(async () =>
    {
        var folder = NewFolder();
        await using (await StartAsync(null, folder: folder))
        {
        }
        SqliteConnection.ClearAllPools();
        return Path.Combine(folder, "map.db");
    });
}
