using System.Text;
using Map.Core.Citing;
using Map.Web.Data;
using Map.Web.Packs;
using Map.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Map.Web.Features.Exports;

/// <summary>What a view shows, as files: its rows for tables and maps, its sources for documents. The address is that of the map with the file's name before the question mark.</summary>
public static class ExportsSetup
{
    private static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];

    public static void AddExports(this IServiceCollection services) =>
        services.AddSingleton(all => new ViewReading(all.GetRequiredService<IDbContextFactory<MapDb>>(), all.GetRequiredService<KnownEvents>(), all.GetRequiredService<KnownControl>(), all.GetRequiredService<PackStore>(),
            all.GetRequiredService<PastMaps>(), all.GetRequiredService<IConfiguration>()));

    public static void MapExports(this IEndpointRouteBuilder routes)
    {
        Map("events.csv", "text/csv", EventsCsv.OfAsync);
        Map("control.csv", "text/csv", ControlCsv.OfAsync);
        Map("view.geojson", "application/geo+json", ViewGeoJson.OfAsync);
        Map("footnotes.txt", "text/plain", async (view, cancel) => Encoding.UTF8.GetBytes(Footnotes.Of(await view.SourcesAsync(cancel), Today(), view.Language.IsArabic)), isRead: true);
        Map("sources.csl.json", "application/vnd.citationstyles.csl+json", async (view, cancel) => Encoding.UTF8.GetBytes(CslJson.Of(await view.SourcesAsync(cancel), Today())));
        Map("sources.bib", "application/x-bibtex", async (view, cancel) => Encoding.UTF8.GetBytes(BibTex.Of(await view.SourcesAsync(cancel), Today())));

        DateOnly Today() => DateOnly.FromDateTime(routes.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);

        void Map(string name, string type, Func<ExportedView, CancellationToken, Task<byte[]>> make, bool isRead = false) =>
            routes.MapMethods($"/view/{name}", Read, async (HttpContext context, ViewReading reading) =>
            {
                var (view, refusal) = await reading.OfAsync(context);
                if (view is null) return refusal!;
                var bytes = await make(view, context.RequestAborted);
                context.Response.Headers.CacheControl = "public, no-cache";
                // A text is read in the browser and copied; what other programs open is kept as a file that says which day it is of.
                var file = isRead ? null : $"map-{view.View.State.Date}-{name}";
                return Results.File(bytes, $"{type}; charset=utf-8", file, entityTag: new EntityTagHeaderValue($"\"{Pack.HashOf(bytes)}\""));
            }).WithMetadata(new SkipStatusCodePagesAttribute());
    }
}
