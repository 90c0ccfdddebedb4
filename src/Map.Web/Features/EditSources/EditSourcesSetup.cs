using Map.Web.Shared.Desk;

namespace Map.Web.Features.EditSources;

public static class EditSourcesSetup
{
    public static IServiceCollection AddEditSources(this IServiceCollection services) => services
        .AddSingleton<SaveSource>()
        .AddSingleton<RemoveSource>()
        .AddSingleton<IReviewsRecords, ReviewSources>()
        .AddSingleton<IRestoresRecords, RestoreSource>();
}
