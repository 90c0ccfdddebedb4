using Map.Core.Control;
using Map.Web.Data;
using Map.Web.Packs;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.Explore;

/// <summary>What is read from the database once per published state and then asked many times: the search index and the changes of control.</summary>
public sealed class Published : IDisposable
{
    private readonly Kept<SearchIndex> search;
    private readonly Kept<ControlChanges> control;
    private readonly IDisposable ear;

    public Published(IDbContextFactory<MapDb> dbs, KnownControl known, Changes changes)
    {
        search = new(() => ReadAsync(dbs, SearchIndex.ReadAsync));
        control = new(async () => await ChangesAsync(dbs, await known.ReadyAsync(CancellationToken.None)));
        ear = changes.Listen(change =>
        {
            if ((change.Parts & (DataParts.Events | DataParts.Places | DataParts.Actors)) != 0) { search.Forget(); }
            if ((change.Parts & (DataParts.Control | DataParts.Places | DataParts.Sources)) != 0) { control.Forget(); search.Forget(); }
        });
    }

    public Task<SearchIndex> SearchAsync() => search.GetAsync();

    public Task<ControlChanges> ControlAsync() => control.GetAsync();

    public void Dispose() => ear.Dispose();

    private static async Task<T> ReadAsync<T>(IDbContextFactory<MapDb> dbs, Func<MapDb, CancellationToken, Task<T>> read)
    {
        await using var db = await dbs.CreateDbContextAsync();
        return await read(db, CancellationToken.None);
    }

    private static Task<ControlChanges> ChangesAsync(IDbContextFactory<MapDb> dbs, ControlMap map) => ReadAsync(dbs, (db, cancel) => ControlChanges.ReadAsync(map, db, cancel));

    /// <summary>Read on the first question; whoever asks meanwhile waits for the same reading. A failed reading is not kept.</summary>
    private sealed class Kept<T>(Func<Task<T>> read)
    {
        private readonly Lock gate = new();
        private Task<T>? reading;

        public Task<T> GetAsync()
        {
            lock (gate)
            {
                if (reading is null or { IsFaulted: true } or { IsCanceled: true }) { reading = Task.Run(read); }
                return reading;
            }
        }

        public void Forget()
        {
            lock (gate) { reading = null; }
        }
    }
}
