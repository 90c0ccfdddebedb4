using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Data.SignIns;

/// <summary>
/// Tells the log of acts who signed in and what was refused. Whoever signs in waits for none of it: what is alike within a quarter of an hour is counted in memory and written as one line. Addresses stand nowhere, and of a name
/// that nobody has only a mark that cannot be turned back. However much is tried, the log grows by so many lines a day, and after ninety days they are gone.
/// </summary>
internal sealed class SignInLog(MapDbs dbs, WriteGate gate, TimeProvider clock) : IDisposable
{
    public const string In = "sign in", Refused = "sign-in refused";

    /// <summary>Names that nobody has beyond so many in one window share a line.</summary>
    public const int MostUnknown = 10;
    public const string OtherNames = "unknown names", Nobody = "nobody";
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15), Kept = TimeSpan.FromDays(90);
    private static readonly TimeSpan BetweenPrunings = TimeSpan.FromHours(1);

    private readonly Lock guard = new();
    private readonly SemaphoreSlim writing = new(1, 1), due = new(0, 1);
    private readonly Dictionary<(long Window, string Act, string Target), Line> lines = [];
    private readonly HashSet<string> unknown = [];
    private byte[] salt = [];
    private DateTime saltedOn, pruned;
    private long window;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public void CameIn(MapUser user, string way) => Note(In, user.DisplayName, way, _ => TargetOf(user));

    /// <param name="user">Whose account it was; null where there is none of that name, or nobody said whose.</param>
    /// <param name="typed">What was typed for a name; never kept.</param>
    public void WasRefused(MapUser? user, string? typed, string why) => Note(Refused, "", why, now => user is not null ? TargetOf(user) : typed is null ? Nobody : UnknownOf(typed, now));

    /// <summary>Until there is something to write.</summary>
    public Task DueAsync(CancellationToken cancel) => due.WaitAsync(cancel);

    /// <summary>Writes what was counted since the last time. What cannot be written now is counted on, and written the next time.</summary>
    public async Task WriteAsync(CancellationToken cancel = default)
    {
        await writing.WaitAsync(cancel);
        try
        {
            List<(Line Line, SignInCounts Counts)> some;
            lock (guard) { some = [.. lines.Values.Where(line => line.IsDue).Select(line => (line, line.Counts))]; }
            if (some.Count == 0) return;
            using var turn = await gate.EnterAsync(cancel);
            await using var db = dbs.ForWriting();
            await PruneAsync(db, cancel);
            var rows = new List<(Line Line, SignInCounts Counts, AuditRow Row)>();
            foreach (var (line, counts) in some) rows.Add((line, counts, await RowOfAsync(db, line, counts, cancel)));
            await db.SaveChangesAsync(cancel);
            lock (guard)
            {
                foreach (var (line, counts, row) in rows) line.WasWritten(row.Id, counts);
                foreach (var over in lines.Where(it => it.Key.Window != window && !it.Value.IsDue).Select(it => it.Key).ToList()) lines.Remove(over);
            }
        }
        finally { writing.Release(); }
    }

    public void Dispose()
    {
        writing.Dispose();
        due.Dispose();
    }

    private static string TargetOf(MapUser user) => $"account {user.Id}";

    private void Note(string act, string who, string way, Func<DateTime, string> targetAt)
    {
        var now = Now;
        lock (guard)
        {
            if (window != now.Ticks / Window.Ticks) { window = now.Ticks / Window.Ticks; unknown.Clear(); }
            var target = targetAt(now);
            if (!lines.TryGetValue((window, act, target), out var line)) lines[(window, act, target)] = line = new(act, who, target, now);
            line.Count(way, now);
            if (due.CurrentCount == 0) due.Release();
        }
    }

    /// <summary>The same name has the same mark for a day, while this server runs; the salt is written nowhere.</summary>
    private string UnknownOf(string typed, DateTime now)
    {
        if (saltedOn != now.Date) (saltedOn, salt) = (now.Date, RandomNumberGenerator.GetBytes(32));
        var mark = Convert.ToHexStringLower(HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(typed.Trim().ToUpperInvariant())))[..8];
        return unknown.Contains(mark) || (unknown.Count < MostUnknown && unknown.Add(mark)) ? $"unknown {mark}" : OtherNames;
    }

    private static async Task<AuditRow> RowOfAsync(MapDb db, Line line, SignInCounts counts, CancellationToken cancel)
    {
        var row = line.Id is { } id ? await db.Audit.FindAsync([id], cancel) : null;
        row ??= db.Audit.Add(new() { At = line.First, Who = line.Who, Act = line.Act, Target = line.Target, RequestId = Guid.NewGuid() }).Entity;
        row.Detail = counts.Stored;
        return row;
    }

    private async Task PruneAsync(MapDb db, CancellationToken cancel)
    {
        var now = Now;
        if (now - pruned < BetweenPrunings) return;
        var before = now - Kept;
        await db.Audit.Where(line => (line.Act == In || line.Act == Refused) && line.At < before).ExecuteDeleteAsync(cancel);
        pruned = now;
    }

    private sealed class Line(string act, string who, string target, DateTime first)
    {
        private readonly Dictionary<string, int> ways = [];
        private DateTime last;
        private int counted, written;

        public string Act => act;
        public string Who => who;
        public string Target => target;
        public DateTime First => first;
        public long? Id { get; private set; }
        public bool IsDue => counted > written;
        public SignInCounts Counts => new([.. ways.OrderBy(way => way.Key, StringComparer.Ordinal).Select(way => (way.Key, way.Value))], last);

        public void Count(string way, DateTime now)
        {
            ways[way] = ways.GetValueOrDefault(way) + 1;
            last = now;
            counted++;
        }

        public void WasWritten(long id, SignInCounts counts) => (Id, written) = (id, counts.Ways.Sum(way => way.Times));
    }
}
