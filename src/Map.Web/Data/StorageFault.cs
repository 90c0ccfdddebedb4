using Microsoft.Data.Sqlite;

namespace Map.Web.Data;

/// <summary>What a disk does to a write, told from the engine's numbers and the system's.</summary>
public static class StorageFault
{
    private const int Full = 13;

    // ENOSPC, EDQUOT; ERROR_DISK_FULL, ERROR_HANDLE_DISK_FULL.
    private static readonly int[] NoRoom = [28, 122, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    public static bool IsFull(Exception fault) => Causes(fault).Any(cause => cause is SqliteException { SqliteErrorCode: Full } || (cause is IOException && NoRoom.Contains(cause.HResult)));

    private static IEnumerable<Exception> Causes(Exception? fault)
    {
        for (; fault is not null; fault = fault.InnerException) yield return fault;
    }
}
