using System.Globalization;

namespace Map.Web.Tests;

/// <summary>Runs with the time, some days ahead of it.</summary>
internal sealed class SetClock : TimeProvider
{
    private int ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddDays(ahead);

    /// <summary>Some days on, and which day it is then.</summary>
    public string Go(int days)
    {
        ahead += days;
        return Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    public DateOnly Day => DateOnly.FromDateTime(GetUtcNow().UtcDateTime);
}
