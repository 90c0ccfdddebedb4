using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Data;

/// <summary>What the whole site allows: everything, reading alone, or nothing but what administrators do.</summary>
/// <param name="Id">One of <see cref="Ids"/>.</param>
/// <param name="Since">In UTC; when it was chosen.</param>
public sealed record SiteMode(string Id, DateTime Since)
{
    public const string Setting = "mode", Normal = "normal", ReadOnly = "read-only", Closed = "closed";

    public static readonly IReadOnlyList<string> Ids = [Normal, ReadOnly, Closed];

    public bool IsNormal => Id == Normal;
    public bool IsClosed => Id == Closed;

    /// <summary>As the database keeps it.</summary>
    public string Stored => string.Create(CultureInfo.InvariantCulture, $"{Id} {Since:O}");

    public static async Task<SiteMode> ReadAsync(MapDb db, CancellationToken cancel = default) =>
        Of(await db.Settings.AsNoTracking().Where(setting => setting.Key == Setting).Select(setting => setting.Value).SingleOrDefaultAsync(cancel));

    /// <summary>Nothing stored is normal; what cannot be read is read-only, for somebody wanted less than everything.</summary>
    public static SiteMode Of(string? stored)
    {
        if (stored is null) return new(Normal, default);
        var parts = stored.Split(' ', 2);
        var since = parts.Length == 2 && DateTime.TryParse(parts[1], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) ? at.ToUniversalTime() : default;
        return new(Ids.Contains(parts[0]) ? parts[0] : ReadOnly, since);
    }

    /// <exception cref="NotAllowedException">Nothing of the record is changed now.</exception>
    public void MustBeNormal()
    {
        if (IsNormal) return;
        throw IsClosed ? NotAllowedException.Closed(Since) : NotAllowedException.ReadOnly(Since);
    }
}
