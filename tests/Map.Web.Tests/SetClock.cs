using System.Globalization;

namespace Map.Web.Tests;

/// <summary>Runs with the time, some way ahead of it. What is to happen seconds from now happens when it is set on so far, at once and in order; a moment is waited for as always.</summary>
/// <param name="stands">It goes on only when it is set.</param>
internal sealed class SetClock(bool stands = false) : TimeProvider
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private readonly List<Alarm> alarms = [];
    private readonly DateTimeOffset? start = stands ? DateTimeOffset.UtcNow : null;
    private TimeSpan ahead;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return (start ?? base.GetUtcNow()) + ahead;
    }

    public DateOnly Day => DateOnly.FromDateTime(GetUtcNow().UtcDateTime);

    /// <summary>Some days on, and which day it is then.</summary>
    public string Go(int days)
    {
        Go(TimeSpan.FromDays(days));
        return Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    public void Go(TimeSpan on)
    {
        List<Alarm> due;
        lock (gate)
        {
            ahead += on;
            due = [.. alarms.Where(alarm => alarm.At <= (start ?? base.GetUtcNow()) + ahead).OrderBy(alarm => alarm.At)];
            alarms.RemoveAll(due.Contains);
        }
        due.ForEach(alarm => alarm.Ring());
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        // Where it may be set later, or rings again and again, it is a clock like any other.
        if (dueTime <= Moment || period > TimeSpan.Zero) return base.CreateTimer(callback, state, dueTime, period);
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        return alarm;
    }

    private sealed class Alarm(SetClock clock, Action ring) : ITimer
    {
        public DateTimeOffset At { get; private set; }

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                clock.alarms.Remove(this);
                if (dueTime >= TimeSpan.Zero)
                {
                    At = clock.GetUtcNow() + dueTime;
                    clock.alarms.Add(this);
                }
            }
            return true;
        }

        public void Dispose()
        {
            lock (clock.gate) clock.alarms.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
