using System.Data.Common;
using Map.Core.Events;
using Map.Core.Evidence;
using Map.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Packs;

/// <summary>
/// Who took part in events and who reports them, read beside the events in the order of their ids: three sorted streams, one look at each row.
/// Ask for every event that has rows, in rising order of ids.
/// </summary>
internal sealed class PublicLinks : IAsyncDisposable
{
    private readonly IdSets actorSets, sourceSets;
    private readonly List<long> ids = [], reporting = [];
    private readonly Reporters? reporters;
    private readonly List<(string Field, bool Denies)> claims = [];
    private readonly Stream actors, sources;

    private PublicLinks(IdSets actorSets, IdSets sourceSets, Reporters? reporters, Stream actors, Stream sources) =>
        (this.actorSets, this.sourceSets, this.reporters, this.actors, this.sources) = (actorSets, sourceSets, reporters, actors, sources);

    /// <param name="of">Ids of the events, or null for all.</param>
    /// <param name="reporters">Null where nobody asks who reports.</param>
    public static async Task<PublicLinks> OpenAsync(MapDb db, IReadOnlyCollection<long>? of, IdSets actorSets, IdSets sourceSets, CancellationToken cancel, Reporters? reporters = null)
    {
        var actors = db.EventActors.Where(row => row.Role != ActorRole.Claimant.Id);
        IQueryable<ClaimRow> claims = db.Claims;
        if (of is not null)
            (actors, claims) = (actors.Where(row => of.Contains(row.EventId)), claims.Where(row => of.Contains(row.EventId)));
        return new PublicLinks(actorSets, sourceSets, reporters,
            await Stream.OpenAsync(actors.OrderBy(row => row.EventId).Select(row => new { row.EventId, row.ActorId }), cancel),
            await Stream.OpenAsync(claims.OrderBy(row => row.EventId).Select(row => new { row.EventId, row.SourceId, row.Field, row.Denies, row.ClaimantText }), cancel));
    }

    /// <summary>The set of those who report the event asked for last.</summary>
    public int ReportersOfLast { get; private set; }

    public async ValueTask<EventLinks> OfAsync(long id, CancellationToken cancel)
    {
        ids.Clear();
        while (await actors.NextOfAsync(id, cancel))
            ids.Add(actors.Row.GetInt64(1));
        var took = actorSets.NumberOf(ids);

        ids.Clear();
        claims.Clear();
        reporting.Clear();
        while (await sources.NextOfAsync(id, cancel))
        {
            ids.Add(sources.Row.GetInt64(1));
            claims.Add((sources.Row.GetString(2), sources.Row.GetBoolean(3)));
            // Only a data set says who told it: of a million events, few words are read.
            reporters?.Add(reporting, ids[^1], reporters.IsDataset(ids[^1]) && !sources.Row.IsDBNull(4) ? sources.Row.GetString(4) : null);
        }
        ReportersOfLast = reporters?.NumberOf(reporting) ?? 0;
        // Most events have one claim: it competes with none.
        return new EventLinks(took, sourceSets.NumberOf(ids), claims is [(_, var denies)] ? denies : Dispute.Is(claims));
    }

    public async ValueTask DisposeAsync()
    {
        await actors.DisposeAsync();
        await sources.DisposeAsync();
    }

    /// <summary>Rows by event, and the one it stands at.</summary>
    private sealed class Stream(DbCommand command, DbDataReader row) : IAsyncDisposable
    {
        private long at = long.MinValue;
        private bool isTaken = true;

        public DbDataReader Row => row;

        public static async Task<Stream> OpenAsync<T>(IQueryable<T> wanted, CancellationToken cancel)
        {
            var command = wanted.CreateDbCommand();
            return new Stream(command, await command.ExecuteReaderAsync(cancel));
        }

        /// <summary>Goes to the next row of this event, past those of events before it; false where it has no more.</summary>
        public async ValueTask<bool> NextOfAsync(long id, CancellationToken cancel)
        {
            while (at < id || (at == id && isTaken))
            {
                at = await row.ReadAsync(cancel) ? row.GetInt64(0) : long.MaxValue;
                isTaken = false;
            }
            return isTaken = at == id;
        }

        public async ValueTask DisposeAsync()
        {
            await row.DisposeAsync();
            await command.DisposeAsync();
        }
    }
}
