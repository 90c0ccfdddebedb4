using System.Globalization;

namespace Map.Web.Features.Accounts.Log;

/// <summary>What of the log is asked for, as it stands in an address.</summary>
/// <param name="Before">Lines older than this one; null for the newest.</param>
internal sealed record LogQuery(LogKind? Kind, string Who, DateOnly? Day, long? Before)
{
    public static LogQuery Of(string? kind, string? who, string? day, long? before) =>
        new(LogKind.Of(kind), who ?? "", DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on) ? on : null, before);

    public bool IsNarrowed => Kind is not null || Who.Length > 0 || Day is not null;

    public string DayText => Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>Without a language.</summary>
    public string Path
    {
        get
        {
            var parts = new[] { ("kind", Kind?.Id ?? ""), ("who", Who), ("day", DayText), ("before", Before?.ToString(CultureInfo.InvariantCulture) ?? "") }
                .Where(part => part.Item2.Length > 0).Select(part => $"{part.Item1}={Uri.EscapeDataString(part.Item2)}").ToList();
            return "/desk/log" + (parts.Count == 0 ? "" : "?" + string.Join('&', parts));
        }
    }
}
