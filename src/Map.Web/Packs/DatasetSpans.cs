using Map.Core.Time;

namespace Map.Web.Packs;

/// <summary>First and last day of each data set, kept while events come and go: days are counted, so that no event but the one in hand is looked at.</summary>
internal sealed class DatasetSpans
{
    private readonly Dictionary<byte, (CountedDays From, CountedDays To)> sets = [];

    /// <summary>By index of the data set; none for one without a known day.</summary>
    public IReadOnlyDictionary<byte, (int From, int To)> Now =>
        sets.Where(it => it.Value.From.Any).ToDictionary(it => it.Key, it => (it.Value.From.First, it.Value.To.Last));

    public void Add(in PublicEvent it) => Count(it, 1);

    public void Remove(in PublicEvent it) => Count(it, -1);

    private void Count(in PublicEvent it, int change)
    {
        // Open ends say nothing about how far the data goes.
        var from = it.Event.EarliestDay == Days.OpenStart ? it.Event.LatestDay : it.Event.EarliestDay;
        var to = it.Event.LatestDay == Days.OpenEnd ? it.Event.EarliestDay : it.Event.LatestDay;
        if (from == Days.OpenEnd)
            return;
        if (!sets.TryGetValue(it.Dataset, out var days))
            sets[it.Dataset] = days = (new CountedDays(), new CountedDays());
        days.From.Count(from, change);
        days.To.Count(to, change);
    }

    private sealed class CountedDays
    {
        private readonly Dictionary<int, int> counts = [];
        private readonly SortedSet<int> days = [];

        public bool Any => days.Count > 0;

        public int First => days.Min;

        public int Last => days.Max;

        public void Count(int day, int change)
        {
            var count = counts.GetValueOrDefault(day) + change;
            if (count == 0)
            {
                counts.Remove(day);
                days.Remove(day);
                return;
            }
            counts[day] = count;
            if (count == change)
                days.Add(day);
        }
    }
}
