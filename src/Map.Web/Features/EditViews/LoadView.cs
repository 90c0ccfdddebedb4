using System.Globalization;
using Map.Core.Time;
using Map.Core.Views;
using Map.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.EditViews;

/// <summary>A recorded view as the draft its form edits.</summary>
internal static class LoadView
{
    public static Task<ViewRow?> RowAsync(MapDb db, string key, CancellationToken cancel) => db.Views.AsTracking().SingleOrDefaultAsync(view => view.Key == key, cancel);

    public static async Task<ViewDraft> FromAsync(MapDb db, ViewRow row, CancellationToken cancel)
    {
        var keys = ViewLooks.Split(row.Unnamed);
        var names = await db.Places.Where(place => keys.Contains(place.Key)).Select(place => new { place.Key, place.Name }).ToDictionaryAsync(place => place.Key, place => place.Name, cancel);
        return new()
        {
            Key = row.Key,
            Slug = row.Slug ?? "",
            Title = row.Title,
            TitleAr = row.TitleAr ?? "",
            Caption = row.Caption ?? "",
            CaptionAr = row.CaptionAr ?? "",
            When = When(row),
            Window = ViewWindow.All.Any(window => window.Id == row.Window) ? row.Window : "30d",
            At = row.At ?? "",
            Layers = row.Layers is null ? [.. ViewLayer.All.Select(layer => layer.Id)] : [.. ViewLooks.Split(row.Layers, ',')],
            Filters = row.Filters ?? "",
            Language = row.Language ?? "",
            Theme = row.Theme,
            Hidden = [.. ViewLooks.Split(row.Hidden)],
            Unnamed = [.. keys.Select(key => new UnnamedPlace { Key = key, Name = names.GetValueOrDefault(key, key) })],
            Colours = [.. ViewLooks.Colours(row.Colours)],
            Callouts = [.. ViewLooks.Callouts(row.Callouts)],
            Framers = string.Join('\n', ViewLooks.Split(row.Framers)),
            KnownOn = row.KnownOn ?? "",
            Status = row.Status,
            Version = row.Version,
        };
    }

    /// <summary>A window that the form's list has not is a span of its own.</summary>
    private static string When(ViewRow row)
    {
        if (row.Date is null || ViewWindow.All.Any(window => window.Id == row.Window) || ViewWindow.Days(row.Window) is not { } days
            || !DateOnly.TryParseExact(row.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last)) { return row.Date ?? ""; }
        return string.Create(CultureInfo.InvariantCulture, $"{Days.Date(Days.Of(last) - days + 1):yyyy-MM-dd}/{last:yyyy-MM-dd}");
    }
}
