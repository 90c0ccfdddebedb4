using Map.Web.Shared.Desk;

namespace Map.Web.Features.EditPlaces;

public static class EditPlacesSetup
{
    public static IServiceCollection AddEditPlaces(this IServiceCollection services) => services
        .AddSingleton<SavePlace>()
        .AddSingleton<RemovePlace>()
        .AddSingleton<Surroundings>()
        .AddSingleton<IReviewsRecords, ReviewPlaces>()
        .AddSingleton<IRestoresRecords, RestorePlace>();
}
