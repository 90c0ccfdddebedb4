using Map.Core.Stories;
using Map.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.EditStories;

/// <summary>A recorded story as the draft its form edits.</summary>
internal static class LoadStory
{
    public static Task<StoryRow?> RowAsync(MapDb db, string key, CancellationToken cancel) => db.Stories.AsTracking().SingleOrDefaultAsync(story => story.Key == key, cancel);

    public static StoryDraft From(StoryRow row) => new()
    {
        Key = row.Key,
        Slug = row.Slug ?? "",
        Title = row.Title,
        TitleAr = row.TitleAr ?? "",
        Summary = row.Summary ?? "",
        SummaryAr = row.SummaryAr ?? "",
        Byline = row.Byline ?? "",
        BylineAr = row.BylineAr ?? "",
        Chapters = [.. StoryChapters.Read(row.Chapters)],
        Status = row.Status,
        Version = row.Version,
    };
}
