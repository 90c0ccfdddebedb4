namespace Map.Web.Data.Backups;

public static class BackupSetup
{
    internal static void AddBackups(this IServiceCollection services, IConfiguration configuration)
    {
        var rules = BackupRules.From(configuration);
        services.AddSingleton(all => new KeptBackups(all.GetRequiredService<DataFolder>(), rules, all.GetRequiredService<TimeProvider>(), all.GetRequiredService<ILogger<KeptBackups>>()));
        services.AddHostedService<BackupRounds>();
    }
}
