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
    private readonly List<long> ids = [], reporting = [], initiators = [];
    private readonly Reporters? reporters;
    private readonly List<GradedClaim> claims = [];
    private readonly Stream actors, sources;
    private readonly IReadOnlyDictionary<long, GradedSource> graded;
    private readonly GradeSpeakers speakers;

    private PublicLinks(IdSets actorSets, IdSets sourceSets, Reporters? reporters, Stream actors, Stream sources, IReadOnlyDictionary<long, GradedSource> graded, GradeSpeakers speakers) =>
        (this.actorSets, this.sourceSets, this.reporters, this.actors, this.sources, this.graded, this.speakers) = (actorSets, sourceSets, reporters, actors, sources, graded, speakers);

    /// <param name="of">Ids of the events, or null for all.</param>
    /// <param name="reporters">Null where nobody asks who reports.</param>
    public static async Task<PublicLinks> OpenAsync(MapDb db, IReadOnlyCollection<long>? of, IdSets actorSets, IdSets sourceSets, CancellationToken cancel, Reporters? reporters = null)
    {
        var actors = db.EventActors.Where(row => row.Role != ActorRole.Claimant.Id);
        IQueryable<ClaimRow> claims = db.Claims;
        if (of is not null)
            (actors, claims) = (actors.Where(row => of.Contains(row.EventId)), claims.Where(row => of.Contains(row.EventId)));
        var sources = of is null ? db.Sources : db.Sources.Where(source => claims.Any(row => row.SourceId == source.Id));
        var graded = await sources.Select(row => new { row.Id, row.Key, row.Reliability, row.Outlet, row.Title, row.Side, row.Cites })
            .ToDictionaryAsync(row => row.Id, row => GradedSource.Of(row.Id, row.Key, row.Reliability, row.Outlet, row.Title, row.Side, row.Cites), cancel);
        var speakers = await GradeSpeakers.ReadAsync(db, cancel);
        // Words are asked for only where an answer may compete: of a million events, few.
        return new PublicLinks(actorSets, sourceSets, reporters,
            await Stream.OpenAsync(actors.OrderBy(row => row.EventId).Select(row => new { row.EventId, row.ActorId, Acted = row.Role == ActorRole.Initiator.Id }), cancel),
            await Stream.OpenAsync(claims.OrderBy(row => row.EventId).ThenBy(row => row.Position).ThenBy(row => row.Id).Select(row => new
            {
                row.EventId,
                row.SourceId,
                row.Field,
                row.Denies,
                row.ClaimantText,
                row.Credibility,
                row.ClaimantId,
                Says = row.Field == ClaimField.Event.Id ? null : row.Says,
                WhenEdtf = row.Field == ClaimField.Date.Id ? row.WhenEdtf : null,
                PlaceId = row.Field == ClaimField.Place.Id ? row.PlaceId : null,
                PlaceText = row.Field == ClaimField.Place.Id ? row.PlaceText : null,
            }), cancel),
            graded, speakers);
    }

    /// <summary>The set of those who report the event asked for last.</summary>
    public int ReportersOfLast { get; private set; }

    /// <param name="set">Id of the summary grade an editor gave it; null leaves that to the rules.</param>
    public async ValueTask<EventLinks> OfAsync(long id, string? set, CancellationToken cancel)
    {
        ids.Clear();
        initiators.Clear();
        while (await actors.NextOfAsync(id, cancel))
        {
            ids.Add(actors.Row.GetInt64(1));
            if (actors.Row.GetBoolean(2)) initiators.Add(ids[^1]);
        }
        var took = actorSets.NumberOf(ids);

        ids.Clear();
        claims.Clear();
        reporting.Clear();
        while (await sources.NextOfAsync(id, cancel))
        {
            ids.Add(sources.Row.GetInt64(1));
            claims.Add(ClaimOf(sources.Row));
            // Only a data set says who told it: of a million events, few words are read.
            reporters?.Add(reporting, ids[^1], reporters.IsDataset(ids[^1]) && !sources.Row.IsDBNull(4) ? sources.Row.GetString(4) : null);
        }
        ReportersOfLast = reporters?.NumberOf(reporting) ?? 0;
        var number = sourceSets.NumberOf(ids);
        // Nearly all events of a large data set: one source says that it happened.
        if (set is null && claims is [{ Field: "event", Denies: false, ClaimantId: null, Credibility: not (int)Credibility.Improbable }])
            return new EventLinks(took, number, false);
        return new EventLinks(took, number, Dispute.Is(claims), SummaryGrade.Of(claims, actor => speakers.SpeaksFor(actor, initiators), set, null).Grade);
    }

    private GradedClaim ClaimOf(DbDataReader row) => new(row.GetString(2), row.GetBoolean(3), row.GetInt32(5), graded[row.GetInt64(1)], row.IsDBNull(6) ? null : row.GetInt64(6))
    {
        ClaimantText = row.IsDBNull(4) ? null : row.GetString(4),
        Says = row.IsDBNull(7) ? null : row.GetString(7),
        When = row.IsDBNull(8) ? null : GradedEvents.When(row.GetString(8)),
        PlaceId = row.IsDBNull(9) ? null : row.GetInt64(9),
        PlaceText = row.IsDBNull(10) ? null : row.GetString(10),
    };

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
