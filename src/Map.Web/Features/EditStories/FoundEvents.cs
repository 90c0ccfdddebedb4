using System.Globalization;
using Map.Core.Events;
using Map.Web.Data;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.EditStories;

/// <summary>An event that a text may lead to.</summary>
internal sealed record FoundEvent(long Id, string Title, string? TitleAr, string Edtf, string Status);

/// <summary>Events by words of their title, or by number.</summary>
internal static class FoundEvents
{
    private const int Most = 8;

    public static async Task<IReadOnlyList<FoundEvent>> FindAsync(MapDb db, string typed, CancellationToken cancel)
    {
        var events = db.Events.Where(e => e.DeletedAt == null);
        if (long.TryParse(typed.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var id)) { events = events.Where(e => e.Id == id); }
        foreach (var word in typed.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(8).Where(word => !word.All(char.IsAsciiDigit)))
        {
            var pattern = DeskSearch.Containing(word);
            events = events.Where(e => EF.Functions.Like(e.Title, pattern, "\\") || EF.Functions.Like(e.TitleAr!, pattern, "\\"));
        }
        // What somebody wrote comes before what a data set coded.
        return await events.OrderByDescending(e => e.TitleAr != null).ThenByDescending(e => e.Status == EventStatus.Published.Id).ThenByDescending(e => e.LatestDay).Take(Most)
            .Select(e => new FoundEvent(e.Id, e.Title, e.TitleAr, e.Edtf, e.Status)).ToListAsync(cancel);
    }
}
