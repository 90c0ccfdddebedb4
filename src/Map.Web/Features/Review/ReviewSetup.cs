using Map.Web.Shared.Desk;

namespace Map.Web.Features.Review;

public static class ReviewSetup
{
    public static IServiceCollection AddReview(this IServiceCollection services) => services
        .AddSingleton<IReviewsRecords, ReviewEvents>()
        .AddSingleton<DecideReview>()
        .AddSingleton<DiscussReview>()
        .AddSingleton<SetReviewMode>();
}
