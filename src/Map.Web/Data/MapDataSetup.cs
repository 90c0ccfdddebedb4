using Map.Web.Data.Backups;
using Map.Web.Data.Erasing;
using Map.Web.Data.FirstLoad;
using Map.Web.Data.SignIns;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Map.Web.Data;

/// <summary>The database, the gate before it, the keys beside it, and the first load.</summary>
public static class MapDataSetup
{
    public static void AddMapData(this WebApplicationBuilder builder)
    {
        var path = builder.Configuration["Map:DataFolder"] is { Length: > 0 } given ? given : "data";
        var needsSecondFactor = builder.Configuration.NeedsSecondFactor();
        var folder = new DataFolder(Path.Combine(builder.Environment.ContentRootPath, path));
        var services = builder.Services;
        services.AddSingleton(_ => folder);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Changes>();
        services.AddSingleton<ArchivedCopies>();
        services.AddSingleton<DistrictMap>();
        services.AddSingleton<MapDbs>();
        services.AddSingleton<IDbContextFactory<MapDb>>(all => all.GetRequiredService<MapDbs>());
        services.AddSingleton(all => new WriteGate(all.GetRequiredService<MapDbs>(), all.GetRequiredService<Changes>(), all.GetRequiredService<TimeProvider>(), all.GetRequiredService<DistrictMap>(), new(needsSecondFactor)));
        services.AddSingleton(all => new SweptFiles(all.GetRequiredService<WriteGate>(), folder, all.GetRequiredService<ILogger<SweptFiles>>()));
        services.TryAddSingleton<ErasedKeys>();
        services.AddSingleton(all => new Eraser(all.GetRequiredService<WriteGate>(), all.GetRequiredService<SweptFiles>(), all.GetRequiredService<ArchivedCopies>(), all.GetRequiredService<TimeProvider>(), all.GetRequiredService<KeptBackups>(), all.GetRequiredService<ErasedKeys>()));
        services.AddSingleton(all => new PastDays.PastDays(all.GetRequiredService<MapDbs>(), folder, all.GetRequiredService<DistrictMap>()));
        services.AddScoped(all => all.GetRequiredService<MapDbs>().ForAccounts(new GatedSaves(all.GetRequiredService<WriteGate>())));
        services.AddSingleton<SignInLog>();
        services.AddHostedService<SignInLogWriter>();
        services.AddDataProtection().SetApplicationName("Map").PersistKeysToFileSystem(new DirectoryInfo(folder.Keys));
        services.AddFirstLoad(builder.Configuration);
        services.AddBackups(builder.Configuration);
    }

    /// <summary>Takes the data folder, brings the database to this version's form, and says whether the first load is already behind it.</summary>
    /// <exception cref="StartRefusedException">There is a database that cannot be opened, or none where there was one.</exception>
    public static async Task OpenDataAsync(this WebApplication app)
    {
        var folder = app.Services.GetRequiredService<DataFolder>();
        folder.Hold();
        if (Restoring.Finish(folder, DateTime.UtcNow) is { } aside) app.Logger.LogWarning("A restore was cut short the last time, and is finished now. What stood there before is in {Folder}", aside);
        var state = app.Services.GetRequiredService<LoadState>();
        DatabaseAtStart.Look(folder);
        if (folder.Damage is { } damage)
        {
            await using var reading = app.Services.GetRequiredService<MapDbs>().CreateDbContext();
            await DatabaseAtStart.MustBeReadableAsync(folder, reading, state);
            app.Logger.LogCritical("The database file is damaged: readers are warned, and nothing is written to it. SQLite says: {Damage} {Instructions}", damage, DatabaseAtStart.Instructions(folder));
            return;
        }
        await using (var db = app.Services.GetRequiredService<MapDbs>().ForWriting())
        {
            await Migrator.MigrateAsync(db, app.Logger, due => app.Services.GetRequiredService<KeptBackups>().BeforeMigrationAsync(due));
            await ChainedRevisions.BringUpInPartsAsync(db, Console.WriteLine, CancellationToken.None);
            await ShownEvents.BringUpAsync(db, app.Services.GetRequiredService<DistrictMap>(), CancellationToken.None);
            await EventTexts.BringUpInPartsAsync(db, Console.WriteLine, CancellationToken.None);
            await SweptFiles.FinishAsync(db, folder, CancellationToken.None);
        }
        await state.ReadAsync();
    }
}
