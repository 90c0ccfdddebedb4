using Map.Web.Shared.Desk;

namespace Map.Web.Features.EditControl;

public static class EditControlSetup
{
    public static IServiceCollection AddEditControl(this IServiceCollection services) => services
        .AddSingleton<SaveControlClaims>()
        .AddSingleton<RemoveControlClaim>()
        .AddSingleton<PreviewedControl>()
        .AddSingleton<IRestoresRecords, RestoreControlClaim>()
        .AddSingleton<IReviewsRecords, ReviewControlClaims>();
}
