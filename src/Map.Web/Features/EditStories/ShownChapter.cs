using System.Globalization;
using Map.Core.Stories;
using Map.Core.Views;
using Map.Web.Data;
using Microsoft.AspNetCore.WebUtilities;

namespace Map.Web.Features.EditStories;

/// <summary>Between a chapter and the map beside its form.</summary>
internal static class ShownChapter
{
    /// <summary>The map of a chapter, as a view that nobody named.</summary>
    public static ViewRow AsView(StoryChapter chapter)
    {
        var (day, window) = chapter.ReadTime();
        return new()
        {
            Title = chapter.Heading.Trim().Length > 0 ? chapter.Heading.Trim() : chapter.HeadingAr.Trim(),
            TitleAr = chapter.HeadingAr.Trim() is { Length: > 0 } arabic ? arabic : null,
            Date = day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Window = window,
            At = chapter.At.Trim() is { Length: > 0 } at ? at : null,
            Layers = ViewLayer.All.All(layer => chapter.Layers.Contains(layer.Id)) ? null : string.Join(',', chapter.Layers),
            Filters = chapter.Filters.Trim() is { Length: > 0 } filters ? filters : null,
            Hidden = "open",
        };
    }

    /// <summary>Takes date, window and view from where somebody has moved the map; what its address does not say stays.</summary>
    public static void Take(StoryChapter chapter, string? query)
    {
        var said = QueryHelpers.ParseQuery(query);
        var (date, window, at) = (said.GetValueOrDefault("date").ToString(), said.GetValueOrDefault("window").ToString(), said.GetValueOrDefault("at").ToString());
        if (DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var last))
        {
            if (ViewWindow.All.Any(known => known.Id == window)) { (chapter.When, chapter.Window) = (date, window); }
            // A window that the list has not is a span of its own.
            else if (ViewWindow.Days(window) is { } days) { chapter.When = string.Create(CultureInfo.InvariantCulture, $"{last.AddDays(1 - days):yyyy-MM-dd}/{date}"); }
        }
        if (at.Length > 0) { chapter.At = at; }
    }
}
