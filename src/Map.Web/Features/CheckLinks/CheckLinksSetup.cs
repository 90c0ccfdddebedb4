namespace Map.Web.Features.CheckLinks;

public static class CheckLinksSetup
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Off unless Map:CheckLinks is true: a server asks nothing of other hosts unbidden.</summary>
    public static void AddCheckLinks(this WebApplicationBuilder builder)
    {
        if (!builder.Configuration.GetValue<bool>("Map:CheckLinks")) { return; }
        var isLoopbackOpen = builder.Configuration.GetValue<bool>("Map:CheckLinksOnLoopback");
        builder.Services.AddSingleton(_ => new LinkAsk(Patience, isLoopbackOpen));
        builder.Services.AddHostedService<LinkRounds>();
    }
}
