using Map.Web.Canvas;
using Map.Web.Data;
using Map.Web.Data.FirstLoad;
using Map.Web.Data.PastDays;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Packs;

/// <summary>The data files of the map: same for dashboard, embed and anybody else, cached by whoever stands between.</summary>
public static class PacksSetup
{
    /// <summary>A year with whoever reads it: the name is the content. What stands between asks each minute whether the file is still served: it may hold what was withdrawn.</summary>
    private const string Immutable = "public, max-age=31536000, s-maxage=60, immutable";

    /// <summary>May be kept, must be asked about before each use.</summary>
    private const string AskFirst = "public, max-age=0, must-revalidate";

    public static void AddPacks(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(all => new PackStore(all.GetRequiredService<DataFolder>(), all.GetRequiredService<TimeProvider>()));
        services.AddSingleton(all => new PackSource(all.GetRequiredService<IDbContextFactory<MapDb>>(), new GroundFiles(all.GetRequiredService<Geodata>())));
        services.AddSingleton(all => new KnownControl(all.GetRequiredService<IDbContextFactory<MapDb>>(), all.GetRequiredService<PackSource>().Country, all.GetRequiredService<Changes>()));
        services.AddSingleton(all => new PackIndex(all.GetRequiredService<PackSource>(), all.GetRequiredService<KnownControl>(), all.GetRequiredService<PackStore>(), all.GetRequiredService<Changes>(),
            all.GetRequiredService<LoadState>(), all.GetRequiredService<TimeProvider>(), all.GetRequiredService<ILogger<PackIndex>>()));
        services.AddHostedService(all => all.GetRequiredService<PackIndex>());
        services.AddSingleton(all => new KnownEvents(new CountedReading(all.GetRequiredService<IDbContextFactory<MapDb>>(), all.GetRequiredService<PackSource>().Governorates),
            all.GetRequiredService<Changes>(), all.GetRequiredService<LoadState>(), all.GetRequiredService<ILogger<KnownEvents>>()));
        services.AddHostedService(all => all.GetRequiredService<KnownEvents>());
        services.AddSingleton(all => new EventCards(all.GetRequiredService<IDbContextFactory<MapDb>>()));
        services.AddSingleton<PlaceCards>();
        services.AddSingleton(all => new PublicZones(all.GetRequiredService<IDbContextFactory<MapDb>>()));
        services.AddSingleton<ControlAnswers>();
        services.AddSingleton<TextMatches>();
        services.AddSingleton(all => new CorrectedAnswers(all.GetRequiredService<IDbContextFactory<MapDb>>()));
        services.AddSingleton<CoverageAnswers>();
        services.AddSingleton(all => new PastMaps(all.GetRequiredService<PastDays>(), all.GetRequiredService<PackSource>(), all.GetRequiredService<PackStore>(), all.GetRequiredService<LoadState>(),
            all.GetRequiredService<TimeProvider>(), all.GetRequiredService<Changes>(), all.GetRequiredService<IDbContextFactory<MapDb>>(), all.GetRequiredService<ILogger<PastMaps>>()));
    }

    public static void MapPacks(this WebApplication app)
    {
        // Errors here are read by scripts: no page follows them.
        var data = app.MapGroup("/data").WithMetadata(new SkipStatusCodePagesAttribute());
        data.MapMethods("/index.json", Read, async (HttpContext context, PackStore store) =>
            DataAnswer.Json(context, (await store.CurrentAsync(context.RequestAborted)).IndexJson, "no-cache"));
        data.MapMethods("/{name}.pack", Read, (string name, HttpContext context, PackStore store) =>
            store.Find(name + ".pack") is { } pack ? DataAnswer.Pack(context, pack, Immutable) : DataAnswer.Missing("This file is not current any more: ask /data/index.json."));
        data.MapMethods("/event/{id:long}.json", Read, async (long id, HttpContext context, EventCards cards) =>
            await cards.OfAsync(id, context.RequestAborted) is { } card ? DataAnswer.Json(context, card, AskFirst)
            // Not for ever: a merge can be taken back.
            : await cards.StandsForAsync(id, context.RequestAborted) is { } stands ? Results.Redirect($"/data/event/{stands}.json")
            : DataAnswer.Missing("No published event has this id."));
        data.MapMethods("/coverage.json", Read, (HttpContext context, CoverageAnswers coverage) => coverage.OfAsync(context));
        data.MapMethods("/corrected.json", Read, (HttpContext context, CorrectedAnswers corrected) => corrected.OfAsync(context));
        data.MapMethods("/matching.ids", Read, (string? text, HttpContext context, TextMatches matches) => matches.OfAsync(context, text));
        data.MapMethods("/place/{id:long}.json", Read, async (long id, HttpContext context, PlaceCards cards) =>
            await cards.OfAsync(id, context.RequestAborted) is { } card ? DataAnswer.Json(context, card, AskFirst) : DataAnswer.Missing("No place has this id."));
        data.MapMethods("/zone/{id:long}.json", Read, async (long id, HttpContext context, PublicZones zones) =>
            await zones.CardAsync(id, context.RequestAborted) is { } card ? DataAnswer.Json(context, card, AskFirst) : DataAnswer.Missing("No published zone has this id."));
        app.MapMethods("/control", Read, (HttpContext context, ControlAnswers answers) => context.Request.Query[ControlQuestion.Known] is [{ Length: > 0 } known] ? PastAddresses.AskAsync(context, known, map => map.ControlAnswers.OfAsync(context))
            : answers.OfAsync(context)).WithMetadata(new SkipStatusCodePagesAttribute());
        MapPastDays(app.MapGroup(MapHead.PastDataUrl + "{day}").WithMetadata(new SkipStatusCodePagesAttribute()));
    }

    /// <summary>The same, as it was known at the end of a past day.</summary>
    private static void MapPastDays(RouteGroupBuilder past)
    {
        past.MapMethods("/index.json", Read, (string day, HttpContext context) => PastAddresses.AskAsync(context, day, map => Of(DataAnswer.Json(context, map.Set.IndexJson, "no-cache"))));
        past.MapMethods("/{name}.pack", Read, (string day, string name, HttpContext context) => PastAddresses.AskAsync(context, day, map =>
            Of(map.Set.All.FirstOrDefault(pack => pack.Name == name + ".pack") is { } pack ? DataAnswer.Pack(context, pack, Immutable) : DataAnswer.Missing("This file is not current any more: ask this day's index.json."))));
        past.MapMethods("/event/{id:long}.json", Read, (string day, long id, HttpContext context) => PastAddresses.AskAsync(context, day, async map =>
            await map.Cards.OfAsync(id, context.RequestAborted) is { } card ? DataAnswer.Json(context, card, AskFirst) : DataAnswer.Missing("No event of this id was published then and is still.")));
        past.MapMethods("/corrected.json", Read, (string day, HttpContext context) => PastAddresses.AskAsync(context, day, map => map.Corrected.OfAsync(context)));
        past.MapMethods("/coverage.json", Read, (string day, HttpContext context) => PastAddresses.AskAsync(context, day, map => map.Coverage.OfAsync(context)));
        past.MapMethods("/matching.ids", Read, (string day, string? text, HttpContext context) => PastAddresses.AskAsync(context, day, map => map.Matches.OfAsync(context, text)));
        past.MapMethods("/place/{id:long}.json", Read, (string day, long id, HttpContext context) => PastAddresses.AskAsync(context, day, async map =>
            await map.Places.OfAsync(id, context.RequestAborted) is { } card ? DataAnswer.Json(context, card, AskFirst) : DataAnswer.Missing("No place has this id.")));
        past.MapMethods("/zone/{id:long}.json", Read, (string day, long id, HttpContext context) => PastAddresses.AskAsync(context, day, async map =>
            await map.Zones.CardAsync(id, context.RequestAborted) is { } card ? DataAnswer.Json(context, card, AskFirst) : DataAnswer.Missing("No zone of this id was published then and is still.")));

        static Task<IResult> Of(IResult answer) => Task.FromResult(answer);
    }

    private static readonly string[] Read = ["GET", "HEAD"];
}
