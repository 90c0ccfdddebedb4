using Microsoft.EntityFrameworkCore;

namespace Map.Web.Data;

/// <summary>Opens the database: for reading to anybody who asks the factory, for writing only to the gate, the first load and accounts.</summary>
internal sealed class MapDbs(DataFolder folder) : IDbContextFactory<MapDb>
{
    private readonly DbContextOptions<MapDb> reading = Options(ConnectionRules.Reading(folder.Database)).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).Options;
    private readonly DbContextOptions<MapDb> writing = Options(ConnectionRules.Writing(folder.Database)).Options;

    public DataFolder Folder => folder;

    /// <summary>A context that can only read: the connection itself refuses to write.</summary>
    public MapDb CreateDbContext() => new(reading);

    public MapDb ForWriting() => new(writing);

    /// <summary>For ASP.NET Core Identity, which saves on its own: its saves queue at the gate like all others.</summary>
    public MapDb ForAccounts(GatedSaves gated) =>
        new(Options(folder.Damage is null ? ConnectionRules.Writing(folder.Database) : ConnectionRules.Reading(folder.Database)).AddInterceptors(gated).Options);

    internal static DbContextOptionsBuilder<MapDb> Options(string connection) =>
        new DbContextOptionsBuilder<MapDb>().UseSqlite(connection).AddInterceptors(ConnectionRules.Instance);
}
