using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Map.Web.Data;

/// <summary>
/// Two SQLite engines may be at hand: the one that came with the package and the system's. The newer one is used, because old ones have
/// known faults that distributions have mended. Decided once, before the first connection.
/// </summary>
internal static class SqliteEngine
{
    /// <summary>The oldest version without CVE-2025-6965.</summary>
    public static readonly Version Mended = new(3, 50, 2);

    public static bool IsSystems { get; private set; }

    public static Version Version
    {
        get
        {
            using var connection = new SqliteConnection("Data Source=:memory:");
            return new Version(connection.ServerVersion);
        }
    }

    internal static void ChooseNewest()
    {
        if (!OperatingSystem.IsLinux()) return;
        var provider = Assembly.Load("SQLitePCLRaw.provider.e_sqlite3");
        if (!NativeLibrary.TryLoad("libsqlite3.so.0", out var system)) return;
        var bundled = NativeLibrary.TryLoad("e_sqlite3", provider, null, out var found) ? VersionOf(found) : 0;
        if (VersionOf(system) <= bundled || !HasAllItNeeds(system)) return;
        IsSystems = true;
        NativeLibrary.SetDllImportResolver(provider, (name, _, _) => name == "e_sqlite3" ? system : IntPtr.Zero);
    }

    private static int VersionOf(IntPtr library) =>
        NativeLibrary.TryGetExport(library, "sqlite3_libversion_number", out var export)
            ? Marshal.GetDelegateForFunctionPointer<VersionNumber>(export)()
            : 0;

    /// <summary>The tree of boxes and the index of words are options of a build.</summary>
    private static bool HasAllItNeeds(IntPtr library) =>
        NativeLibrary.TryGetExport(library, "sqlite3_compileoption_used", out var export)
        && Marshal.GetDelegateForFunctionPointer<OptionUsed>(export) is var isUsed && isUsed("ENABLE_RTREE") != 0 && isUsed("ENABLE_FTS5") != 0;

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int VersionNumber();

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int OptionUsed([MarshalAs(UnmanagedType.LPUTF8Str)] string option);
}
