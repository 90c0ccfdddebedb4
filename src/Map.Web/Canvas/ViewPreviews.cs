namespace Map.Web.Canvas;

/// <summary>Views as forms have them open, for the frame beside each form: kept in memory alone, under names that cannot be guessed, a few and for a while.</summary>
public sealed class ViewPreviews(TimeProvider clock)
{
    /// <summary>The parameter by which the frame asks for one.</summary>
    public const string Parameter = "preview";

    private const int Most = 200;
    private static readonly TimeSpan Life = TimeSpan.FromHours(12);

    private readonly Lock gate = new();
    private readonly Dictionary<string, (NamedView View, DateTimeOffset At)> kept = [];

    public void Put(string name, NamedView view)
    {
        var now = clock.GetUtcNow();
        lock (gate)
        {
            kept[name] = (view, now);
            foreach (var old in kept.Where(it => now - it.Value.At > Life).Select(it => it.Key).ToList()) kept.Remove(old);
            while (kept.Count > Most) kept.Remove(kept.MinBy(it => it.Value.At).Key);
        }
    }

    /// <summary>Null where there is none, or no longer.</summary>
    public NamedView? Find(string? name)
    {
        lock (gate) return name is not null && kept.TryGetValue(name, out var it) ? it.View : null;
    }

    public void Drop(string name)
    {
        lock (gate) kept.Remove(name);
    }
}
