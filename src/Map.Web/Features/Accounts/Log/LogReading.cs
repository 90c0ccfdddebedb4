using Map.Web.Data;
using Map.Web.Data.SignIns;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.Accounts.Log;

/// <param name="Name">What the record is called now; null where it is none, or gone.</param>
/// <param name="Account">Whose account it was done to; null where that is none, or gone.</param>
/// <param name="SignIns">Of what is counted.</param>
public sealed record LogLine(long Id, DateTime At, string Who, string Act, LogTarget? Target, RecordName? Name, string? Account, string? Detail, SignInCounts? SignIns);

/// <param name="Older">The line to ask for more before; null where there is no more.</param>
/// <param name="People">Everybody with an account or a line, by name.</param>
internal sealed record LogPageOf(IReadOnlyList<LogLine> Lines, long? Older, IReadOnlyList<string> People);

/// <summary>Reads the log of acts, newest first.</summary>
internal static class LogReading
{
    public const int Size = 50;

    public static async Task<LogPageOf> FindAsync(MapDb db, LogQuery query, CancellationToken cancel = default)
    {
        var rows = await (await NarrowedAsync(db, query, cancel)).OrderByDescending(line => line.Id).Take(Size + 1).ToListAsync(cancel);
        var accounts = await db.Users.Select(user => new { user.Id, user.DisplayName }).ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancel);
        var lines = new List<LogLine>();
        foreach (var row in rows.Take(Size))
        {
            var target = await LogTarget.ReadAsync(db, row.Target, cancel);
            var counts = row.Act is SignInLog.In or SignInLog.Refused ? SignInCounts.Of(row.Detail) : null;
            lines.Add(new(row.Id, DateTime.SpecifyKind(row.At, DateTimeKind.Utc), row.Who, row.Act, target, target is null ? null : await target.NameAsync(db, cancel),
                target?.Account is { } id ? accounts.GetValueOrDefault(id) : null, row.Detail, counts));
        }
        var people = (await db.Audit.Select(line => line.Who).Distinct().ToListAsync(cancel)).Concat(accounts.Values).Where(name => name.Length > 0).Distinct().Order(StringComparer.CurrentCulture).ToList();
        return new(lines, rows.Count > Size ? rows[Size - 1].Id : null, people);
    }

    private static async Task<IQueryable<AuditRow>> NarrowedAsync(MapDb db, LogQuery query, CancellationToken cancel)
    {
        var lines = db.Audit.AsNoTracking();
        if (query.Before is { } before) { lines = lines.Where(line => line.Id < before); }
        if (query.Kind is { } kind) { lines = lines.Where(line => kind.Acts.Contains(line.Act)); }
        if (query.Day is { } day)
        {
            var (from, to) = (day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), day.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc));
            lines = lines.Where(line => line.At >= from && line.At < to);
        }
        if (query.Who.Length == 0) { return lines; }
        // What somebody did, and what was done to their account, refused tries too.
        var targets = (await db.Users.Where(user => user.DisplayName == query.Who).Select(user => user.Id).ToListAsync(cancel)).ConvertAll(AccountActs.Target);
        return lines.Where(line => line.Who == query.Who || targets.Contains(line.Target!));
    }
}
