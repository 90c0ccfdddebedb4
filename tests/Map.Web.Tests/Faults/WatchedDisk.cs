using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.InteropServices;
using Map.Web.Data;

namespace Map.Web.Tests.Faults;

/// <summary>
/// Stands between SQLite and the disk for the database of one folder: knows what was synced, which is all that a loss of power leaves, and fails when it is told to. Other databases of the process go by unwatched.
/// The offsets are those of sqlite3_vfs and sqlite3_io_methods where a pointer has eight bytes.
/// </summary>
internal sealed class WatchedDisk : IDisposable
{
    private const int SizeOfSystem = 168, NameAt = 24, OpenAt = 40, DeleteAt = 48, SizeOfMethods = 152, ReadAt = 16, WriteAt = 24, SyncAt = 40, LengthAt = 48;
    private static readonly Lock Gate = new();
    private static readonly ConcurrentDictionary<string, WatchedDisk> Watched = new();
    private static readonly ConcurrentDictionary<IntPtr, (WatchedDisk Disk, string Path, Methods Own)> Files = new();
    private static readonly ConcurrentDictionary<IntPtr, Methods> Known = new();
    private static readonly IntPtr Library = SqliteEngine.IsSystems ? NativeLibrary.Load("libsqlite3.so.0") : NativeLibrary.Load("e_sqlite3", Assembly.Load("SQLitePCLRaw.provider.e_sqlite3"), null);
    private static readonly Register RegisterSystem = Marshal.GetDelegateForFunctionPointer<Register>(NativeLibrary.GetExport(Library, "sqlite3_vfs_register"));
    private static readonly IntPtr System = Marshal.GetDelegateForFunctionPointer<Find>(NativeLibrary.GetExport(Library, "sqlite3_vfs_find"))(IntPtr.Zero);
    private static readonly Open OwnOpen = Marshal.GetDelegateForFunctionPointer<Open>(Marshal.ReadIntPtr(System, OpenAt));
    private static readonly Delete OwnDelete = Marshal.GetDelegateForFunctionPointer<Delete>(Marshal.ReadIntPtr(System, DeleteAt));
    // Held for as long as the process: SQLite calls them.
    private static readonly Open Opening = Opened;
    private static readonly Delete Deleting = Deleted;
    private static readonly Write Writing = Written;
    private static readonly Sync Syncing = Synced;
    private static readonly IntPtr Between = Made();

    private readonly ConcurrentDictionary<string, byte[]> durable = new();
    private readonly string folder;
    private int syncs, steps, failsAt;

    private WatchedDisk(string folder) => this.folder = folder;

    /// <summary>How often the disk was told to keep what it has.</summary>
    public int Syncs => Volatile.Read(ref syncs);

    /// <summary>Call before the first connection into the folder is opened.</summary>
    public static WatchedDisk Of(string folder)
    {
        lock (Gate)
        {
            var disk = Watched[folder + Path.DirectorySeparatorChar] = new(folder + Path.DirectorySeparatorChar);
            RegisterSystem(Between, 1);
            return disk;
        }
    }

    /// <summary>The n-th write or sync from now on, and all after it, fail: for lack of room, or for a disk that is broken. 0 = none.</summary>
    public void FailAt(int step)
    {
        Volatile.Write(ref steps, 0);
        Volatile.Write(ref failsAt, step);
    }

    /// <summary>True where a write or sync failed since it was told to.</summary>
    public bool HasFailed => failsAt > 0 && Volatile.Read(ref steps) >= failsAt;

    /// <summary>Puts into another folder what would be there after a loss of power at this moment.</summary>
    public void LosePower(string into)
    {
        foreach (var (path, bytes) in durable.ToArray()) File.WriteAllBytes(Path.Combine(into, Path.GetFileName(path)), bytes);
    }

    public void Dispose()
    {
        lock (Gate)
        {
            Watched.TryRemove(folder, out _);
            if (Watched.IsEmpty) RegisterSystem(System, 1);
        }
    }

    /// <summary>A file system for SQLite that is its own but for the opening and deleting of files.</summary>
    private static IntPtr Made()
    {
        var made = Copy(System, SizeOfSystem);
        Marshal.WriteIntPtr(made, NameAt, Marshal.StringToCoTaskMemUTF8("watched"));
        Marshal.WriteIntPtr(made, OpenAt, Marshal.GetFunctionPointerForDelegate(Opening));
        Marshal.WriteIntPtr(made, DeleteAt, Marshal.GetFunctionPointerForDelegate(Deleting));
        return made;
    }

    private static int Opened(IntPtr system, IntPtr name, IntPtr file, int flags, IntPtr outFlags)
    {
        var code = OwnOpen(System, name, file, flags, outFlags);
        if (code != 0 || name == IntPtr.Zero) return code;
        var path = Marshal.PtrToStringUTF8(name)!;
        if (DiskOf(path) is not { } disk) return code;
        var methods = Known.GetOrAdd(Marshal.ReadIntPtr(file), own => new Methods(own));
        Files[file] = (disk, path, methods);
        Marshal.WriteIntPtr(file, methods.Replaced);
        return code;
    }

    private static int Deleted(IntPtr system, IntPtr name, int isSynced)
    {
        var code = OwnDelete(System, name, isSynced);
        if (code == 0 && Marshal.PtrToStringUTF8(name) is { } path && DiskOf(path) is { } disk) disk.durable.TryRemove(path, out _);
        return code;
    }

    private static WatchedDisk? DiskOf(string path) => Watched.FirstOrDefault(it => path.StartsWith(it.Key, StringComparison.Ordinal)).Value;

    private static int Written(IntPtr file, IntPtr bytes, int count, long at)
    {
        var (disk, _, own) = Files[file];
        return disk.Fails() ? 13 : own.Write(file, bytes, count, at);
    }

    private static int Synced(IntPtr file, int flags)
    {
        var (disk, path, own) = Files[file];
        // SQLITE_IOERR_FSYNC
        if (disk.Fails()) return 1034;
        var code = own.Sync(file, flags);
        if (code != 0 || own.Length(file, out var length) != 0) return code;
        var bytes = new byte[length];
        var held = GCHandle.Alloc(bytes, GCHandleType.Pinned);
        if (length > 0) own.Read(file, held.AddrOfPinnedObject(), (int)length, 0);
        held.Free();
        disk.durable[path] = bytes;
        Interlocked.Increment(ref disk.syncs);
        return code;
    }

    private bool Fails() => Volatile.Read(ref failsAt) is > 0 and var at && Interlocked.Increment(ref steps) >= at;

    private static IntPtr Copy(IntPtr from, int size)
    {
        var (bytes, to) = (new byte[size], Marshal.AllocHGlobal(size));
        Marshal.Copy(from, bytes, 0, size);
        Marshal.Copy(bytes, 0, to, size);
        return to;
    }

    /// <summary>What a file of SQLite's own is written by, and the same with this class between.</summary>
    private sealed class Methods
    {
        public Methods(IntPtr own)
        {
            Read = Marshal.GetDelegateForFunctionPointer<Read>(Marshal.ReadIntPtr(own, ReadAt));
            Write = Marshal.GetDelegateForFunctionPointer<Write>(Marshal.ReadIntPtr(own, WriteAt));
            Sync = Marshal.GetDelegateForFunctionPointer<Sync>(Marshal.ReadIntPtr(own, SyncAt));
            Length = Marshal.GetDelegateForFunctionPointer<Length>(Marshal.ReadIntPtr(own, LengthAt));
            Replaced = Copy(own, SizeOfMethods);
            Marshal.WriteIntPtr(Replaced, WriteAt, Marshal.GetFunctionPointerForDelegate(Writing));
            Marshal.WriteIntPtr(Replaced, SyncAt, Marshal.GetFunctionPointerForDelegate(Syncing));
        }

        public Read Read { get; }
        public Write Write { get; }
        public Sync Sync { get; }
        public Length Length { get; }
        public IntPtr Replaced { get; }
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate IntPtr Find(IntPtr name);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int Register(IntPtr system, int isDefault);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int Open(IntPtr system, IntPtr name, IntPtr file, int flags, IntPtr outFlags);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int Delete(IntPtr system, IntPtr name, int isSynced);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int Read(IntPtr file, IntPtr bytes, int count, long at);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int Write(IntPtr file, IntPtr bytes, int count, long at);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int Sync(IntPtr file, int flags);

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int Length(IntPtr file, out long length);
}
