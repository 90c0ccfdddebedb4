namespace Map.Web.Features.Read;

public static class ReadSetup
{
    public static IServiceCollection AddRead(this IServiceCollection services) => services
        .AddSingleton<KnownReader>()
        .AddSingleton<SaveArticle>()
        .AddSingleton<DecideProposal>();
}
