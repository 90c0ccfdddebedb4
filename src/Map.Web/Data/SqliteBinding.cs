using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Map.Web.Data;

/// <summary>
/// EF Core 10 asks for SQLitePCLRaw 2.1; where the package feed has an older 2.x, this hands it that one.
/// With the newer assembly present the event never fires.
/// </summary>
internal static class SqliteBinding
{
#pragma warning disable CA2255 // The binding must stand before EF Core touches SQLite, in tests and tools too.
    [ModuleInitializer]
#pragma warning restore CA2255
    public static void Install()
    {
        AssemblyLoadContext.Default.Resolving += (context, name) =>
            name.Name!.StartsWith("SQLitePCLRaw", StringComparison.Ordinal)
                ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, name.Name + ".dll"))
                : null;
        SqliteEngine.ChooseNewest();
    }
}
