using Map.Core.Review;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Data.Erasing;

/// <summary>What waits beside a record holds its words too: a change as it was typed, the reasons, and what was said about it.</summary>
internal static class ErasedReviews
{
    /// <param name="words">Looked for in what waits of other records, as typed; none where those are left alone.</param>
    /// <param name="inJson">The same as drafts hold them.</param>
    public static async Task EraseAsync(MapDb db, string table, long id, IReadOnlyCollection<string> words, IReadOnlyCollection<string> inJson, CancellationToken cancel)
    {
        var ids = await db.Reviews.Where(it => it.Table == table && it.RowId == id).Select(it => it.Id).ToHashSetAsync(cancel);
        if (table == "Zones")
        {
            // A save of it waits as one of its series.
            var mentions = $"\"Zones\":[{{\"Id\":{id},";
            ids.UnionWith(await db.Reviews.Where(it => it.Table == "ZoneSeries" && (it.Proposed!.Contains(mentions) || it.Base!.Contains(mentions))).Select(it => it.Id).ToListAsync(cancel));
        }
        foreach (var word in inJson) { ids.UnionWith(await db.Reviews.Where(it => it.Proposed!.Contains(word) || it.Base!.Contains(word)).Select(it => it.Id).ToListAsync(cancel)); }
        foreach (var word in words)
        {
            ids.UnionWith(await db.Reviews.Where(it => it.Why!.Contains(word) || it.DecidedWhy!.Contains(word)).Select(it => it.Id).ToListAsync(cancel));
            await db.ReviewComments.Where(it => it.Text.Contains(word)).ExecuteDeleteAsync(cancel);
        }
        await db.ReviewComments.Where(it => ids.Contains(it.ReviewId)).ExecuteDeleteAsync(cancel);
        await db.Reviews.Where(it => ids.Contains(it.Id) && it.Kind == ReviewKind.Change).ExecuteDeleteAsync(cancel);
        await db.Reviews.Where(it => ids.Contains(it.Id)).ExecuteUpdateAsync(set => set.SetProperty(it => it.Why, (string?)null).SetProperty(it => it.DecidedWhy, (string?)null), cancel);
        foreach (var review in ids)
        {
            await db.Audit.Where(it => it.Target == $"review {review}" || it.Target!.StartsWith($"review {review} of")).ExecuteUpdateAsync(set => set.SetProperty(it => it.Detail, (string?)null), cancel);
        }
        string[] own = table == "Events" ? [$"event {id}", $"change {table} {id}", $"new {table} {id}"] : [];
        await db.Audit.Where(it => own.Contains(it.Target!)).ExecuteUpdateAsync(set => set.SetProperty(it => it.Detail, (string?)null), cancel);
    }
}
