using Map.Web.Features.EditActors;
using Map.Web.Features.EditPlaces;
using Map.Web.Features.EditSources;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Tests.Review;

/// <summary>What other records rest on, given another name through its form: one act for sources, actors and places.</summary>
internal static class RenamedRecords
{
    /// <summary>The number in the queue where it waits; null where it is public.</summary>
    public static async Task<long?> RenameAsync(this Queue queue, string table, long id, string name, Editor who)
    {
        switch (table)
        {
            case "Sources":
                var sheet = await queue.AskAsync(async db => LoadSource.From(await db.Sources.SingleAsync(it => it.Id == id), await LoadSource.AllAsync(db)));
                (sheet.Source.Title, sheet.Reason) = (name, "a better name");
                var source = await queue.Sources.RunAsync(sheet, who, Guid.NewGuid());
                Assert.True(source.Saved, string.Join(' ', source.Problems));
                return source.Review;
            case "Actors":
                var actor = await queue.AskAsync(async db => LoadActor.From((await LoadActor.RowAsync(db, id))!, await LoadActor.RelationsAsync(db, id)));
                (actor.Name, actor.Reason) = (name, "a better name");
                var renamed = await queue.Actors.RunAsync(actor, who, Guid.NewGuid());
                Assert.True(renamed.Saved, string.Join(' ', renamed.Problems));
                return renamed.Review;
            default:
                var place = await queue.AskAsync(async db => LoadPlace.From((await LoadPlace.RowAsync(db, (await db.Places.SingleAsync(it => it.Id == id)).Key, default))!));
                (place.Name, place.Reason) = (name, "a better name");
                var moved = await queue.Places.RunAsync(place, who, Guid.NewGuid(), arabic: false);
                Assert.True(moved.Problems.Count == 0, string.Join(' ', moved.Problems));
                return moved.Review;
        }
    }

    /// <summary>What readers call it; null where they have nothing.</summary>
    public static Task<string?> SeenAsync(this Queue queue, string table, long id) => queue.AskAsync(db => table switch
    {
        "Sources" => db.PublicSources.Where(it => it.Id == id).Select(it => it.Title).SingleOrDefaultAsync(),
        "Actors" => db.PublicActors.Where(it => it.Id == id).Select(it => it.Name).SingleOrDefaultAsync(),
        _ => db.PublicPlaces.Where(it => it.Id == id).Select(it => it.Name).SingleOrDefaultAsync(),
    });
}
