using Microsoft.Data.Sqlite;

namespace Map.Web.Data;

/// <summary>What the disk or the file does to a write, told from the engine's numbers and the system's, in words for whoever wanted to save.</summary>
public static class StorageFault
{
    private const int Busy = 5, Locked = 6, ReadOnly = 8, Broken = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NoDatabase = 26;

    // ENOSPC, EDQUOT; ERROR_DISK_FULL, ERROR_HANDLE_DISK_FULL.
    private static readonly int[] NoRoom = [28, 122, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    public static bool IsFull(Exception fault) => Causes(fault).Any(cause => cause is SqliteException { SqliteErrorCode: Full } || (cause is IOException && NoRoom.Contains(cause.HResult)));

    public static bool IsBusy(Exception fault) => Causes(fault).Any(cause => cause is SqliteException { SqliteErrorCode: Busy or Locked });

    public static bool IsDamage(Exception fault) => Causes(fault).Any(cause => cause is SqliteException { SqliteErrorCode: Corrupt or NoDatabase });

    /// <summary>Why nothing was saved; null where the fault is another one.</summary>
    public static NotAllowedException? Refusal(Exception fault) =>
        fault is NotAllowedException ? null
        : IsFull(fault) ? Filled()
        : IsDamage(fault) ? Damaged()
        : Causes(fault).Any(cause => cause is SqliteException { SqliteErrorCode: ReadOnly or Broken or CannotOpen }) ? Unwritable()
        : null;

    public static NotAllowedException Damaged() => new(
        "The server’s database file is damaged, so nothing is written to it. Nothing was saved; what you typed is kept on this device. The server’s operator has to bring back a backup.",
        "ملف قاعدة بيانات الخادم متضرر، فلا يُكتب فيه شيء. لم يُحفظ شيء؛ وما كتبته محفوظ على هذا الجهاز. على مشغّل الخادم استعادة نسخة احتياطية.");

    private static NotAllowedException Filled() => new(
        "The server’s disk is full. Nothing was saved; what you typed is kept on this device. Save again when the server’s operator has made room.",
        "امتلأ قرص الخادم. لم يُحفظ شيء؛ وما كتبته محفوظ على هذا الجهاز. احفظ من جديد حين يفسح مشغّل الخادم مكاناً.");

    private static NotAllowedException Unwritable() => new(
        "The server’s disk does not take what is written. Nothing was saved; what you typed is kept on this device. Tell the server’s operator.",
        "قرص الخادم لا يقبل الكتابة. لم يُحفظ شيء؛ وما كتبته محفوظ على هذا الجهاز. أبلغ مشغّل الخادم.");

    private static IEnumerable<Exception> Causes(Exception? fault)
    {
        for (; fault is not null; fault = fault.InnerException) yield return fault;
    }
}
