using Map.Web.Shared.Desk;

namespace Map.Web.Features.EditActors;

public static class EditActorsSetup
{
    public static IServiceCollection AddEditActors(this IServiceCollection services) => services
        .AddSingleton<SaveActor>()
        .AddSingleton<RemoveActor>()
        .AddSingleton<IReviewsRecords, ReviewActors>()
        .AddSingleton<IRestoresRecords, RestoreActor>();
}
