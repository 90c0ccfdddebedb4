namespace Map.Web.Features.Read;

public static class ReadSetup
{
    public static IServiceCollection AddRead(this IServiceCollection services, IConfiguration configuration)
    {
        if (ModelSettings.Of(configuration) is { } model) { services.AddSingleton<IEventModel>(_ => new HttpEventModel(model)); }
        return services.AddSingleton<KnownReader>().AddSingleton<SaveArticle>().AddSingleton<DecideProposal>();
    }
}
