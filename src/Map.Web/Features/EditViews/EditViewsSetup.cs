using Map.Web.Shared.Desk;

namespace Map.Web.Features.EditViews;

public static class EditViewsSetup
{
    public static IServiceCollection AddEditViews(this IServiceCollection services) => services
        .AddSingleton<SaveView>()
        .AddSingleton<RemoveView>()
        .AddSingleton<IReviewsRecords, ReviewViews>()
        .AddSingleton<IRestoresRecords, RestoreView>();
}
