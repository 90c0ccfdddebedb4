using Map.Core.Evidence;
using Map.Core.Time;
using Map.Web.Data;
using Map.Web.Packs;
using Map.Web.Packs.InView;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.Exports;

/// <summary>An event of a view with all that a row of a file says of it.</summary>
/// <param name="Row">With its place, actors, figures, and claims with their sources: what readers are told.</param>
internal sealed record ExportedEvent(VisibleEvent Shown, EventRow Row, EventGrade? Grade)
{
    public string? Earliest => Shown.Earliest == Days.OpenStart ? null : Iso(Shown.Earliest);

    public string? Latest => Shown.Latest == Days.OpenEnd ? null : Iso(Shown.Latest);

    /// <summary>Each once, in the order of the claims.</summary>
    public IEnumerable<SourceRow> Sources => Row.Claims.Select(claim => claim.Source).DistinctBy(source => source.Id);

    private static string Iso(int day) => StartingPoint.Iso(Days.Date(day));
}

/// <summary>Reads the events of a view in its order, some hundred at a time: a file of all of them is never more in memory than its own text.</summary>
internal static class ExportedEvents
{
    private const int AtOnce = 400;

    public static async IAsyncEnumerable<ExportedEvent> OfAsync(ExportedView exported, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var some in exported.View.Events.Chunk(AtOnce))
        {
            await using var db = await exported.Databases.CreateDbContextAsync(cancel);
            var ids = some.Select(it => it.Id).ToList();
            var rows = await db.PublicEvents.AsNoTracking().AsSplitQuery().Include(row => row.Place)
                .Include(row => row.Actors.OrderBy(actor => actor.Position)).ThenInclude(actor => actor.Actor).Include(row => row.Figures.OrderBy(figure => figure.Id))
                .Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
            var claims = (await db.PublicClaims.AsNoTracking().Include(claim => claim.Source).Where(claim => ids.Contains(claim.EventId)).OrderBy(claim => claim.Position).ThenBy(claim => claim.Id).ToListAsync(cancel)).ToLookup(claim => claim.EventId);
            var grades = await GradedEvents.OfAsync(db, ids, cancel);
            foreach (var shown in some)
            {
                // Withdrawn since the view was read a moment ago: then it is in no file.
                if (!rows.TryGetValue(shown.Id, out var row)) continue;
                row.Claims = [.. claims[shown.Id]];
                yield return new ExportedEvent(shown, row, grades.TryGetValue(shown.Id, out var graded) ? graded.Grade.Grade : null);
            }
        }
    }
}
