using Map.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.Stories;

/// <summary>Where a story is read, and which one an address means.</summary>
internal static class StoryAddress
{
    public static string Of(StoryRow row) => $"/stories/{row.Slug ?? row.Key}";

    /// <summary>By its key or its readable address; null where readers have none of that name.</summary>
    public static Task<StoryRow?> FindAsync(MapDb db, string name, CancellationToken cancel = default) =>
        db.PublicStories.AsNoTracking().Where(it => it.Key == name || it.Slug == name).OrderBy(it => it.Key != name).FirstOrDefaultAsync(cancel);
}
