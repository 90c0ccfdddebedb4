using Map.Core.Time;

namespace Map.Core.Actors;

/// <summary>
/// Relations that cannot lead back to where they began: nothing is part of its own part, nothing came out of what came out of it. Being part of
/// something has a time, and two that held at different times make no circle; what an actor came out of is so for good.
/// </summary>
internal static class RelationLoops
{
    /// <summary>Steps after which a search gives up: no real lineage is so long.</summary>
    private const int MostSteps = 20_000;

    private static readonly string[] Origins = ["formed_from", "split_from"];
    private static readonly string[] Parts = ["part_of", "member_of"];

    public static bool IsOrigin(string kind) => Origins.Contains(kind);

    /// <summary>The recorded relations by which a new one of <paramref name="self"/> would come back to it; null where there are none.</summary>
    public static IReadOnlyList<KnownTie>? Closing(long self, string kind, long to, DateSpan? when, IReadOnlyList<KnownTie> ties)
    {
        var kinds = Origins.Contains(kind) ? Origins : Parts.Contains(kind) ? Parts : null;
        if (kinds is null)
        {
            return null;
        }

        var onward = ties.Where(tie => kinds.Contains(tie.Kind) && tie.FromId != self).ToLookup(tie => tie.FromId);
        var isTimed = kinds == Parts;
        var way = new List<KnownTie>();
        var steps = 0;
        return Reach(to, when?.EarliestDay ?? Days.OpenStart, when?.LatestDay ?? Days.OpenEnd) ? way : null;

        bool Reach(long at, int earliest, int latest)
        {
            foreach (var tie in onward[at])
            {
                if (++steps > MostSteps || way.Exists(gone => gone.FromId == tie.FromId))
                {
                    return false;
                }

                var span = isTimed && EdtfText.TryParse(tie.Edtf, out var read, out _) ? read : null;
                var (from, until) = (Math.Max(earliest, span?.EarliestDay ?? Days.OpenStart), Math.Min(latest, span?.LatestDay ?? Days.OpenEnd));
                if (from > until)
                {
                    continue;
                }

                way.Add(tie);
                if (tie.ToId == self || Reach(tie.ToId, from, until))
                {
                    return true;
                }

                way.RemoveAt(way.Count - 1);
            }

            return false;
        }
    }
}
