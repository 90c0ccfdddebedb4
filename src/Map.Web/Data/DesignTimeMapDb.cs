using Microsoft.EntityFrameworkCore.Design;

namespace Map.Web.Data;

/// <summary>For `dotnet ef migrations add`: writes migrations without starting the server.</summary>
internal sealed class DesignTimeMapDb : IDesignTimeDbContextFactory<MapDb>
{
    public MapDb CreateDbContext(string[] args) => new(MapDbs.Options("Data Source=:memory:").Options);
}
