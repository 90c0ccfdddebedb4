using System.Globalization;

namespace Map.Web.Data.Backups;

/// <summary>How often, and how many are kept.</summary>
/// <param name="Every">Null: none by itself.</param>
public sealed record BackupRules(TimeSpan? Every, int Kept)
{
    /// <summary>A round may take a while, and begins a little later each day.</summary>
    private static readonly TimeSpan Leeway = TimeSpan.FromHours(1);

    public static readonly BackupRules Default = new(TimeSpan.FromHours(24), 7);

    /// <summary>How old the newest may be before it is called stale.</summary>
    public TimeSpan? Oldest => Every + Leeway;

    /// <exception cref="InvalidOperationException">A setting is no number, or negative.</exception>
    public static BackupRules From(IConfiguration configuration)
    {
        var hours = Number(configuration, "Map:BackupEvery", Default.Every!.Value.TotalHours, least: 0);
        return new(hours == 0 ? null : TimeSpan.FromHours(hours), (int)Number(configuration, "Map:BackupsKept", Default.Kept, least: 1));
    }

    private static double Number(IConfiguration configuration, string name, double usual, double least)
    {
        if (configuration[name] is not { Length: > 0 } text) return usual;
        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= least && number <= 100_000
            ? number
            : throw new InvalidOperationException($"{name.Replace(":", "__", StringComparison.Ordinal)} is “{text}”; it must be a number from {least:0} on.");
    }
}
