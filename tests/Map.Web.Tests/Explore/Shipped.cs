using Bunit;
using Map.Web.Canvas;
using Map.Web.Data;
using Map.Web.Features.Explore;
using Map.Web.Packs;
using Map.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Map.Web.Tests.Explore;

[CollectionDefinition(nameof(Shipped))]
public sealed class ShippedTests : ICollectionFixture<Shipped>;

/// <summary>A server on everything that ships, one for all tests of Explore and About that only read.</summary>
public sealed class Shipped : IAsyncLifetime
{
    private WebHost host = null!;

    public IDbContextFactory<MapDb> Dbs => host.Dbs;
    public WriteGate Gate => host.Gate;
    public KnownEvents Known => host.Services.GetRequiredService<KnownEvents>();
    public HttpClient Http => host.Http;
    public long Version => host.Services.GetRequiredService<PackIndex>().Current!.Version;

    public async Task InitializeAsync()
    {
        host = await WebHost.StartFullAsync();
        await host.Services.GetRequiredService<PackIndex>().CurrentAsync();
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    /// <summary>A page of Explore in a test renderer, with a map that only listens.</summary>
    internal PanelOnPage Panel(string address = "/", IDbContextFactory<MapDb>? databases = null)
    {
        var page = new BunitContext();
        var module = page.JSInterop.SetupModule("/js/blazor.js");
        var map = module.SetupModule("attach", _ => true);
        map.Mode = JSRuntimeMode.Loose;
        page.Services.AddSingleton(databases ?? Dbs);
        page.Services.AddSingleton(host.Services.GetRequiredService<Changes>());
        page.Services.AddSingleton(host.Services.GetRequiredService<PackIndex>());
        page.Services.AddSingleton(Known);
        page.Services.AddSingleton(host.Services.GetRequiredService<KnownControl>());
        page.Services.AddSingleton(host.Services.GetRequiredService<PastMaps>());
        page.Services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        page.Services.AddPages().AddMapCanvas().AddExplore();
        page.Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return new PanelOnPage(page, module, map);
    }
}

/// <summary>The panel and what it told the map.</summary>
internal sealed class PanelOnPage(BunitContext page, BunitJSModuleInterop module, BunitJSModuleInterop map) : IDisposable
{
    private IRenderedComponent<ExplorePanel>? panel;

    public BunitContext Page => page;

    public IRenderedComponent<ExplorePanel> Render() => panel ??= page.Render<ExplorePanel>();

    /// <summary>States the panel asked the map to show, oldest first.</summary>
    public IEnumerable<MapState> Asked => map.Invocations["show"].Select(call => (MapState)call.Arguments[0]!);

    public int TimesTold(string what) => map.Invocations[what].Count;

    /// <summary>The first word of each time.</summary>
    public IEnumerable<object?> Told(string what) => map.Invocations[what].Select(call => call.Arguments[0]);

    /// <summary>Says what the map would say when the finger lifts.</summary>
    public Task ReportAsync(MapReport report)
    {
        var reference = module.Invocations["attach"].Single().Arguments[1]!;
        var ear = reference.GetType().GetProperty("Value")!.GetValue(reference)!;
        return panel!.InvokeAsync(() => (Task)ear.GetType().GetMethod("Report")!.Invoke(ear, [report])!);
    }

    public void Dispose() => page.DisposeAsync().AsTask().GetAwaiter().GetResult();
}
