using System.Runtime.CompilerServices;
using Map.Core.Zones;

namespace Map.Core.Tests.Zones;

/// <summary>The files of tests/zones.</summary>
internal static class ZoneFiles
{
    public static ImportFile Read(string name, [CallerFilePath] string here = "")
    {
        var path = Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "zones", name);
        return ZoneImport.Read(Path.GetFileName(name), File.ReadAllBytes(path));
    }
}
