using Map.Web.Shared.Desk;

namespace Map.Web.Features.Zones;

public static class ZonesSetup
{
    public static IServiceCollection AddZones(this IServiceCollection services) => services
        .AddSingleton<SaveZones>()
        .AddSingleton<RemoveZones>()
        .AddSingleton<IReviewsRecords, ReviewZones>()
        .AddSingleton<IRestoresRecords, RestoreZone>()
        .AddSingleton<IRestoresRecords, RestoreZoneSeries>();
}
