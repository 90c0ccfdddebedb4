using Map.Core.Time;

namespace Map.Web.Data;

/// <summary>
/// In which order a window's events are listed, and under which day. The newest come first, each under the last day of its span inside the window.
/// A window without an end has no newest: there the next come first, each under the first day of its span inside the window.
/// </summary>
/// <param name="From">First day of the window, or <see cref="Days.OpenStart"/>.</param>
/// <param name="To">Last day of the window, or <see cref="Days.OpenEnd"/>.</param>
public readonly record struct ListOrder(int From, int To)
{
    public bool IsNextFirst => To == Days.OpenEnd;

    /// <summary>The day an event is listed under.</summary>
    public int DayOf(int earliest, int latest) => IsNextFirst ? Math.Max(earliest, From) : Math.Min(latest, To);

    /// <summary>Where an event stands. Of two spans under one day the shorter comes first.</summary>
    internal ListRank RankOf(long id, int earliest, int latest) => IsNextFirst
        ? new ListRank(DayOf(earliest, latest), latest, id)
        : new ListRank(-(long)DayOf(earliest, latest), -(long)earliest, id);
}

/// <summary>The smaller is listed first.</summary>
internal readonly record struct ListRank(long Day, long Span, long Id) : IComparable<ListRank>
{
    public int CompareTo(ListRank other)
    {
        var order = Day.CompareTo(other.Day);
        if (order == 0) order = Span.CompareTo(other.Span);
        return order == 0 ? Id.CompareTo(other.Id) : order;
    }
}
