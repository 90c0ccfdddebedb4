using Map.Web.Data.SignIns;

namespace Map.Web.Features.Accounts;

/// <summary>One try to sign in.</summary>
/// <param name="Account">What was typed for the account, known or not.</param>
/// <param name="Network">Where it comes from.</param>
/// <param name="Device">The number of a device that this account has signed in on before; null for any other.</param>
public sealed record SignInTry(string Account, string Network, string? Device);

/// <summary>A try that is not looked at.</summary>
/// <param name="For">How long to wait until the next one.</param>
/// <param name="By">Which limit refused it, by the log's words.</param>
public sealed record SignInWait(TimeSpan For, string By);

/// <summary>
/// How often may be guessed. Five tries are free for an account from one address; each wrong one after that waits twice as long as the one before, from half a minute to a quarter of an hour. All strange devices together
/// get ten wrong tries for an account, and one address thirty for all accounts, in a quarter of an hour. A device that the account has signed in on is counted by itself alone: whatever strangers try, its owner is not kept out.
/// </summary>
public sealed class SignInLimits(TimeProvider clock)
{
    public const int Free = 5, ForAccount = 10, ForNetwork = 30, MostKept = 20_000;
    public static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(30), Window = TimeSpan.FromMinutes(15);
    private readonly Lock gate = new();
    private readonly Dictionary<string, Wrong> kept = [];

    /// <summary>How much is remembered; never more than <see cref="MostKept"/>.</summary>
    public int Kept { get { lock (gate) { return kept.Count; } } }

    /// <summary>Counts the try as a wrong one until it proves right, so that a hundred at once are a hundred. Null where it may be made.</summary>
    public SignInWait? Begin(SignInTry it)
    {
        var now = clock.GetUtcNow();
        lock (gate)
        {
            var longest = Counters(it).Select(counter => new SignInWait(WaitOf((counter.Key, counter.Most), now), counter.Name)).MaxBy(wait => wait.For)!;
            if (longest.For > TimeSpan.Zero) { return longest; }
            foreach (var counter in Counters(it)) { Count(counter.Key, now); }
            return null;
        }
    }

    /// <summary>It was right: it and what its owner mistyped before it are forgotten. What strangers tried for the account stays counted.</summary>
    public void Right(SignInTry it)
    {
        lock (gate)
        {
            kept.Remove(OwnKey(it));
            foreach (var counter in Counters(it)) { if (kept.TryGetValue(counter.Key, out var wrong)) { kept[counter.Key] = wrong with { Times = wrong.Times - 1 }; } }
        }
    }

    /// <summary>False where this was used already: a code that somebody looked at over a shoulder is of no use to them.</summary>
    public bool UseOnce(string what)
    {
        var now = clock.GetUtcNow();
        lock (gate)
        {
            if (kept.TryGetValue("used:" + what, out var used) && now - used.Last < Window) { return false; }
            Count("used:" + what, now);
            return true;
        }
    }

    private static string OwnKey(SignInTry it) => it.Device is { } device ? $"device:{device}:{Name(it)}" : $"pair:{it.Network}:{Name(it)}";

    private static string Name(SignInTry it) => it.Account.Trim().ToUpperInvariant();

    private static IEnumerable<(string Key, int? Most, string Name)> Counters(SignInTry it)
    {
        yield return (OwnKey(it), null, SignInWay.LimitOfOwn);
        if (it.Device is not null) { yield break; }
        yield return ($"account:{Name(it)}", ForAccount, SignInWay.LimitOfAccount);
        yield return ($"network:{it.Network}", ForNetwork, SignInWay.LimitOfAddress);
    }

    private TimeSpan WaitOf((string Key, int? Most) counter, DateTimeOffset now)
    {
        if (!kept.TryGetValue(counter.Key, out var wrong)) { return TimeSpan.Zero; }
        if (counter.Most is { } most) { return wrong.Times >= most ? wrong.First + Window - now : TimeSpan.Zero; }
        return wrong.Times < Free ? TimeSpan.Zero : wrong.Last + Doubled(wrong.Times - Free) - now;
    }

    private static TimeSpan Doubled(int times) => times > 5 ? Window : TimeSpan.FromTicks(Math.Min(Window.Ticks, FirstWait.Ticks << times));

    private void Count(string key, DateTimeOffset now)
    {
        if (kept.Count >= MostKept && !kept.ContainsKey(key)) { Forget(now); }
        var isMost = key.StartsWith("account:", StringComparison.Ordinal) || key.StartsWith("network:", StringComparison.Ordinal);
        kept[key] = kept.TryGetValue(key, out var wrong) && now - (isMost ? wrong.First : wrong.Last) < (isMost ? Window : Window + Window) ? wrong with { Times = wrong.Times + 1, Last = now } : new(1, now, now);
    }

    /// <summary>What is over first; and where all of it counts still, the quarter that was longest ago.</summary>
    private void Forget(DateTimeOffset now)
    {
        foreach (var key in kept.Where(it => now - it.Value.Last > Window + Window).Select(it => it.Key).ToList()) { kept.Remove(key); }
        if (kept.Count < MostKept) { return; }
        foreach (var key in kept.OrderBy(it => it.Value.Last).Take(MostKept / 4).Select(it => it.Key).ToList()) { kept.Remove(key); }
    }

    private sealed record Wrong(int Times, DateTimeOffset First, DateTimeOffset Last);
}
