using Microsoft.EntityFrameworkCore;

namespace Map.Web.Data;

/// <summary>Taking back and giving back, and what was done to a row. Deleting hides; only the gate's revisions say what was there.</summary>
public static class Revisions
{
    /// <summary>Hides the event from every page, pack, card and list at once. Call inside the write gate.</summary>
    public static void Delete(this EventRow row, DateTime at) => row.DeletedAt ??= at;

    public static void Delete(this ControlClaimRow row, DateTime at) => row.DeletedAt ??= at;

    /// <summary>Undoes a deletion: the row stands as it stood. Call inside the write gate.</summary>
    public static void Restore(this EventRow row) => row.DeletedAt = null;

    public static void Restore(this ControlClaimRow row) => row.DeletedAt = null;

    /// <summary>Every change of a row, or of several, and what belongs to them, newest first. Order is by number, not by the clock.</summary>
    public static IQueryable<RevisionRow> HistoryOf(this MapDb db, string table, params IReadOnlyCollection<long> ids) =>
        db.Revisions.AsNoTracking().Where(r => r.Table == table && ids.Contains(r.RowId)).OrderByDescending(r => r.Id);
}
