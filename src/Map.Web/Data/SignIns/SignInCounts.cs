using System.Globalization;

namespace Map.Web.Data.SignIns;

/// <summary>What one line of the log counts of signing in: how often in which way, and when last.</summary>
public sealed record SignInCounts(IReadOnlyList<(string Way, int Times)> Ways, DateTime Last)
{
    private const string LastWord = "last", Form = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>As it stands in the line: "wrong-password=5 limit-account=40 last=2026-11-22T09:30:00Z".</summary>
    public string Stored => string.Join(' ', Ways.Select(it => string.Create(CultureInfo.InvariantCulture, $"{it.Way}={it.Times}")).Append($"{LastWord}={Last.ToString(Form, CultureInfo.InvariantCulture)}"));

    /// <summary>Null where the words are others.</summary>
    public static SignInCounts? Of(string? stored)
    {
        var parts = (stored ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2)).ToList();
        if (parts is not [.., [LastWord, var last]] || !parts.TrueForAll(part => part.Length == 2)) return null;
        if (!DateTime.TryParseExact(last, Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at)) return null;
        var ways = parts.SkipLast(1).Select(part => (Way: part[0], IsNumber: int.TryParse(part[1], NumberStyles.None, CultureInfo.InvariantCulture, out var times), Times: times)).ToList();
        return ways.TrueForAll(it => it.IsNumber) ? new([.. ways.Select(it => (it.Way, it.Times))], at) : null;
    }
}
