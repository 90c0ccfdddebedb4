using Map.Web.Canvas;
using Map.Web.Data;
using Map.Web.Data.Backups;
using Map.Web.Data.FirstLoad;
using Map.Web.Drafts;
using Map.Web.Features.Accounts;
using Map.Web.Features.Backups;
using Map.Web.Features.CheckLinks;
using Map.Web.Features.Corrections;
using Map.Web.Features.EditActors;
using Map.Web.Features.EditControl;
using Map.Web.Features.EditEvents;
using Map.Web.Features.EditSources;
using Map.Web.Features.EditStories;
using Map.Web.Features.EditViews;
using Map.Web.Features.EditPlaces;
using Map.Web.Features.Embed;
using Map.Web.Features.Explore;
using Map.Web.Features.Exports;
using Map.Web.Features.History;
using Map.Web.Features.Print;
using Map.Web.Features.Read;
using Map.Web.Features.Review;
using Map.Web.Features.Stories;
using Map.Web.Features.Views;
using Map.Web.Features.Zones;
using Map.Web.Packs;
using Map.Web.Shared;
using Map.Web.Shared.Desk;

if (args is ["read", .. var asked])
{
    var geodata = Environment.GetEnvironmentVariable("Map__GeodataFolder") is { Length: > 0 } given ? given : Path.Combine(AppContext.BaseDirectory, "geodata");
    using var output = Console.OpenStandardOutput();
    return ReadCommand.Run(asked, geodata, output, Console.Error);
}

if (args is ["verify-history", .. var head])
{
    var data = Environment.GetEnvironmentVariable("Map__DataFolder") is { Length: > 0 } given ? given : "data";
    return VerifyHistoryCommand.Run(head, Path.Combine(Hosting.ContentRoot, data), Console.Out, Console.Error);
}

if (args is ["backup" or "restore", .. var about])
{
    var settings = new ConfigurationBuilder().AddEnvironmentVariables().Build();
    var folder = new DataFolder(Path.Combine(Hosting.ContentRoot, settings["Map:DataFolder"] is { Length: > 0 } given ? given : "data"));
    return args[0] == "backup"
        ? await BackupCommands.BackUpAsync(about, folder, BackupRules.From(settings), Console.Out, Console.Error)
        : await BackupCommands.RestoreAsync(about, folder, Console.Out, Console.Error);
}

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = Hosting.ContentRoot });
builder.AddHosting();
builder.AddMapData();
builder.AddPacks();
builder.AddSignIn();
builder.Services.AddRateLimits();
builder.Services.AddAccounts();
builder.Services.AddPages();
builder.Services.AddMapCanvas();
builder.Services.AddExplore();
builder.Services.AddExports();
builder.Services.AddPrint();
builder.Services.AddDrafts();
builder.Services.AddDesk();
builder.Services.AddEditEvents();
builder.Services.AddEditActors();
builder.Services.AddEditSources();
builder.Services.AddEditPlaces();
builder.AddCheckLinks();
builder.Services.AddZones();
builder.Services.AddEditViews();
builder.Services.AddEditStories();
builder.Services.AddSingleton<EraseRecord>();
builder.Services.AddEditControl();
builder.Services.AddRead(builder.Configuration);
builder.Services.AddReview();
builder.Services.AddRazorComponents()
    .AddInteractiveServerComponents(circuits =>
    {
        circuits.DetailedErrors = false;
        circuits.DisconnectedCircuitMaxRetained = 20;
        circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(3);
        circuits.JSInteropDefaultCallTimeout = TimeSpan.FromSeconds(30);
        circuits.MaxBufferedUnacknowledgedRenderBatches = 5;
    })
    .AddHubOptions(hub =>
    {
        // About 120,000 characters typed into one field; the default of 32 KB loses a long text in silence.
        hub.MaximumReceiveMessageSize = 256 * 1024;
        hub.MaximumParallelInvocationsPerClient = 1;
        hub.EnableDetailedErrors = false;
    });

var app = builder.Build();
try
{
    await app.OpenDataAsync();
}
catch (Exception refused) when (refused is StartRefusedException or DataFolderInUseException)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return 1;
}
await app.Services.GetRequiredService<ModeOfSite>().ReadAsync();

app.UseHosting();
app.UseSecurityHeaders();
app.UseRateLimiter();
app.UseLoadingPage();
app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
app.UseAuthentication();
app.UseSiteMode();
app.UseAuthorization();
app.UseAntiforgery();

app.MapHealth();
app.MapAccounts();
app.MapPacks();
app.MapEmbed();
app.MapOEmbed();
app.MapStories();
app.MapExports();
app.MapNamedViews();
app.MapPrint();
app.MapHistoryHead();
app.MapCorrections();
app.MapStaticAssets();
app.MapRazorComponents<App>().AddInteractiveServerRenderMode(circuits =>
{
    // Compressing secrets beside chosen text leaks them; and our own headers say who may frame.
    circuits.DisableWebSocketCompression = true;
    circuits.ContentSecurityFrameAncestorsPolicy = null;
});

await app.RunAsync();
return 0;

public partial class Program;
