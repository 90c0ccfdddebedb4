using Map.Web.Canvas;
using Map.Web.Data;
using Map.Web.Packs;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.Explore;

// What the panel's questions are put to: the map of now, or that of a past day.
public sealed partial class ExplorePanel
{
    /// <summary>All circuits are one address: a past day is made once for them all.</summary>
    private const string Circuits = "circuits";

    /// <summary>Asked for with each question: a past day's map is made anew once something on it is withdrawn.</summary>
    private async Task<Source> SourceAsync()
    {
        if (pastDay is not { } day) { return Now; }
        var answer = await Past.OfAsync(day, Circuits, CancellationToken.None);
        if (answer.Map is { } map) { return new(map.Databases, map.Events, map.Kept(past => new Published(past.Databases, past.Control, past.Silence)), map.Index, Databases); }
        if (answer.Refusal == PastRefusal.NotOver)
        {
            pastDay = null;
            return Now;
        }
        Notice(Lang.Say("The list of this day is still being made. Reload the page in a moment.", "ما زالت قائمة هذا اليوم قيد الإعداد. أعد تحميل الصفحة بعد لحظة."));
        // A day before all others: nothing of now stands beside a map of then.
        return (await Past.OfAsync(DateOnly.MinValue, null, CancellationToken.None)).Map is { } empty
            ? new(empty.Databases, empty.Events, empty.Kept(past => new Published(past.Databases, past.Control, past.Silence)), empty.Index, Databases) : Now;
    }

    private Source Now => new(Databases, Known, Published, Packs.Current, null);

    /// <param name="Today">The rows of now, where the others are of a past day.</param>
    private sealed record Source(IDbContextFactory<MapDb> Databases, KnownEvents Events, Published Published, PackIndexFile? Index, IDbContextFactory<MapDb>? Today);
}
