namespace Map.Web.Features.Review;

public static class ReviewSetup
{
    public static IServiceCollection AddReview(this IServiceCollection services) => services
        .AddSingleton<DecideReview>()
        .AddSingleton<DiscussReview>()
        .AddSingleton<SetReviewMode>();
}
