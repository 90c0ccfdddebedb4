using Map.Core.Events;
using Map.Core.Review;

namespace Map.Web.Data;

public static class WaitingReviews
{
    /// <summary>The queue: what waits and can still be decided. A record that was deleted, merged or taken back meanwhile is not in it.</summary>
    public static IQueryable<ReviewRow> InQueue(this MapDb db) => db.Reviews.Where(it => it.State == ReviewState.Waiting.Id && (
        (it.Table == "Events" && db.Events.Any(row => row.Id == it.RowId && row.DeletedAt == null && (it.Kind != ReviewKind.New || row.Status == EventStatus.Review.Id)))
        || (it.Table == "ControlClaims" && db.ControlClaims.Any(row => row.Id == it.RowId && row.DeletedAt == null && (it.Kind != ReviewKind.New || row.Status == EventStatus.Review.Id)))
        || (it.Table == "ZoneSeries" && db.ZoneSeries.Any(row => row.Id == it.RowId && row.DeletedAt == null && (it.Kind != ReviewKind.New || row.Status == EventStatus.Review.Id)))
        || (it.Table == "Zones" && db.Zones.Any(row => row.Id == it.RowId && row.DeletedAt == null && row.Series.DeletedAt == null && (it.Kind != ReviewKind.New || row.Status == EventStatus.Review.Id)))
        || (it.Table == "Sources" && db.Sources.Any(row => row.Id == it.RowId && (it.Kind != ReviewKind.New || row.Status == EventStatus.Review.Id)))
        || (it.Table == "Actors" && db.Actors.Any(row => row.Id == it.RowId && (it.Kind != ReviewKind.New || row.Status == EventStatus.Review.Id)))
        || (it.Table == "Places" && db.Places.Any(row => row.Id == it.RowId && (it.Kind != ReviewKind.New || row.Status == EventStatus.Review.Id)))));
}
