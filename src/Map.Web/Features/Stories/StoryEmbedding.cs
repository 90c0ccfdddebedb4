using Map.Web.Data;
using Map.Web.Shared;
using Map.Web.Shared.Stories;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.Stories;

/// <summary>Stories in the frames of other people's pages.</summary>
public static class StoryEmbedding
{
    /// <summary>GET /stories/NAME/embed: the language as <c>lang</c>, the theme as <c>theme</c>.</summary>
    public static void MapStories(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/stories/{name}/embed", [HttpMethods.Get, HttpMethods.Head], async (string name, HttpContext context, IDbContextFactory<MapDb> databases) =>
        {
            await using var db = await databases.CreateDbContextAsync(context.RequestAborted);
            var query = context.Request.Query;
            var lang = Language.Of(query["lang"]);
            if (await StoryAddress.FindAsync(db, name, context.RequestAborted) is not { } story) return Results.NotFound();
            var reading = await StoryReading.OfAsync(db, StoryChapters.Read(story.Chapters), lang, context.RequestAborted);
            context.Response.Headers.CacheControl = "public, no-cache";
            return (IResult)new RazorComponentResult<StoryEmbed>(new Dictionary<string, object?>
            {
                [nameof(StoryEmbed.Story)] = story,
                [nameof(StoryEmbed.Reading)] = reading,
                [nameof(StoryEmbed.Here)] = context.Request.Path + context.Request.QueryString.ToString(),
                [nameof(StoryEmbed.Theme)] = query["theme"].ToString() is "light" or "dark" ? query["theme"].ToString() : "auto",
            })
            {
                PreventStreamingRendering = true,
            };
        }).WithMetadata(new SkipStatusCodePagesAttribute());
}
