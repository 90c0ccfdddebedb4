using Map.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Packs;

/// <summary>What a question about events is answered with.</summary>
/// <param name="Certain">Wanted events in the box that certainly have a day in the window.</param>
/// <param name="Possible">Those that may have one.</param>
/// <param name="ByDay">How many of both are listed under each day.</param>
/// <param name="ByType">How many there are in box and window of each type that the filters leave, types that are not wanted included.</param>
/// <param name="LeftOut">Events in box and window that types or filters leave out.</param>
/// <param name="Elsewhere">Wanted events of the window that are on the map outside the box.</param>
/// <param name="First">Ids of the first wanted ones in the order of the list.</param>
/// <param name="Unplaced">Ids of the first wanted events of the window that are on no map.</param>
/// <param name="Nearest">Where nothing is wanted in box and window: the nearest days around it with a wanted event in the box. Null otherwise.</param>
public sealed record EventAnswer(int Certain, int Possible, IReadOnlyDictionary<int, int> ByDay, IReadOnlyDictionary<string, int> ByType, int LeftOut, int Elsewhere,
    IReadOnlyList<long> First, IReadOnlyList<long> Unplaced, (int? Previous, int? Next)? Nearest)
{
    /// <summary>Few rows in a small box over a long time are what the tree is slowest at: it must look at every slice of the window. Where there are many, it soon has the first.</summary>
    internal static bool IsForTree(int total, int most) => total > 10 * most;

    /// <param name="most">How many ids are wanted of <see cref="First"/> and of <see cref="Unplaced"/>.</param>
    public static async Task<EventAnswer> OfAsync(MapDb db, KnownEvents known, EventQuestion asked, int most, CancellationToken cancel)
    {
        var isPlain = asked.Types is null && asked.Filters is null;
        // While the events are still being read, only what filters ask must wait for them.
        if ((asked.Filters is null ? await known.NowAsync(cancel) : await known.ReadyAsync(cancel)) is not { } all)
            return await AnswerInTables.OfAsync(db, asked, most, cancel);
        var left = await LeftByFilters.OfAsync(db, all, asked.Filters, cancel);
        var tally = EventTally.Of(all, asked, left, most);
        var total = tally.Certain + tally.Possible;
        return tally with
        {
            First = isPlain && IsForTree(total, most) ? await db.FirstInAsync(asked.Box, asked.Window, null, most, cancel) : tally.First,
            Nearest = total == 0 ? EventTally.NearestDays(all, asked, left) : null,
        };
    }
}
