using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Map.Web.Tests;

/// <summary>bUnit asks for a newer AngleSharp.Diffing than there may be; the one beside it serves.</summary>
internal static class DiffingBinding
{
#pragma warning disable CA2255 // The binding must stand before bUnit touches it.
    [ModuleInitializer]
#pragma warning restore CA2255
    public static void Install() => AssemblyLoadContext.Default.Resolving += (context, name) =>
        name.Name == "AngleSharp.Diffing" ? context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, "AngleSharp.Diffing.dll")) : null;
}
