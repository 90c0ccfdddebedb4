using Map.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Shared.Desk;

/// <summary>What restoring any record begins with: the record of now, and the version that is wanted, read of one moment.</summary>
/// <typeparam name="TRow">The record's own row with what belongs to it.</typeparam>
/// <typeparam name="TDraft">What its form edits.</typeparam>
public abstract class RestoreOf<TRow, TDraft>(IDbContextFactory<MapDb> databases) : IRestoresRecords where TRow : class where TDraft : class
{
    public abstract string Table { get; }

    public async Task<RestoreOutcome> RestoreAsync(RestoreWish wish, Editor editor, Language lang, CancellationToken cancel = default)
    {
        TDraft draft;
        await using (var db = await databases.CreateDbContextAsync(cancel))
        {
            await using var moment = await db.OneMomentAsync(cancel);
            if (await RowAsync(db, wish.Id, cancel) is not { } row) { return RestoreOutcome.Gone(lang); }
            if (await RecordPast.OfAsync(db, Table, wish.Id, cancel) is not { Acts: [var newest, ..] } past || newest.Number != wish.Newest) { return RestoreOutcome.MovedOn(lang); }
            // Folding the past back tracks the rows of now; what is put together here is another copy of them.
            db.ChangeTracker.Clear();
            draft = await DraftAsync(db, row, past.After(wish.Number), lang, cancel);
        }
        return await SaveAsync(draft, wish, editor, lang, cancel);
    }

    /// <summary>The record as it stands, not tracked; null where it is gone.</summary>
    protected abstract Task<TRow?> RowAsync(MapDb db, long id, CancellationToken cancel);

    /// <summary>The version as a draft over the record of now.</summary>
    protected abstract Task<TDraft> DraftAsync(MapDb db, TRow row, IReadOnlyDictionary<string, PastText> version, Language lang, CancellationToken cancel);

    protected abstract Task<RestoreOutcome> SaveAsync(TDraft draft, RestoreWish wish, Editor editor, Language lang, CancellationToken cancel);

    /// <summary>Rows by their ids, for what a version points at.</summary>
    protected static async Task<Func<long?, T?>> KnownAsync<T>(IQueryable<T> rows, Func<T, long> idOf, CancellationToken cancel) where T : class
    {
        var known = await rows.AsNoTracking().ToDictionaryAsync(idOf, cancel);
        return id => id is { } number ? known.GetValueOrDefault(number) : null;
    }
}
