namespace Map.Web.Features.Explore;

public static class ExploreServices
{
    public static IServiceCollection AddExplore(this IServiceCollection services) => services.AddSingleton<Published>();
}
