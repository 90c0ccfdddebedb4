using Map.Core.Places;
using Map.Web.Data;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.EditActors;

/// <summary>What the list asks for.</summary>
/// <param name="Words">Part of a name, in any spelling.</param>
/// <param name="Kind">Id of a kind; blank = any.</param>
/// <param name="Order">name, events or relations; with " desc" for the other way round.</param>
public sealed record ActorListQuery(string Words, string Kind, string Order, int Skip, int Take);

/// <summary>One row of the list.</summary>
/// <param name="Events">In which it takes part, without deleted ones.</param>
public sealed record ActorListRow(long Id, string Key, string Name, string? NameAr, string Kind, string? Holder, string? Valid, int Events, int Relations, string Status);

/// <summary>Reads the desk's list of actors a page at a time.</summary>
public static class ActorList
{
    public static async Task<(IReadOnlyList<ActorListRow> Rows, int Total)> FindAsync(MapDb db, ActorListQuery query, CancellationToken cancel = default)
    {
        var actors = db.Actors.AsQueryable();
        if (query.Kind.Length > 0) { actors = actors.Where(actor => actor.Kind == query.Kind); }
        if (query.Words.Trim() is { Length: > 0 } words)
        {
            var written = DeskSearch.Containing(words);
            var called = await CalledAsync(db, new NameQuery(words), cancel);
            actors = actors.Where(actor => called.Contains(actor.Id) || EF.Functions.Like(actor.Name, written, "\\") || EF.Functions.Like(actor.Key, written, "\\"));
        }

        var total = await actors.CountAsync(cancel);
        var counted = actors.Select(actor => new
        {
            Row = actor,
            Events = db.EventActors.Where(part => part.ActorId == actor.Id && db.Events.Any(it => it.Id == part.EventId && it.DeletedAt == null)).Select(part => part.EventId).Distinct().Count(),
            Relations = db.ActorRelations.Count(tie => tie.DeletedAt == null && (tie.FromId == actor.Id || tie.ToId == actor.Id)),
        });
        var ordered = query.Order switch
        {
            "name desc" => counted.OrderByDescending(it => it.Row.Name).ThenBy(it => it.Row.Id),
            "events" => counted.OrderBy(it => it.Events).ThenBy(it => it.Row.Name),
            "events desc" => counted.OrderByDescending(it => it.Events).ThenBy(it => it.Row.Name),
            "relations" => counted.OrderBy(it => it.Relations).ThenBy(it => it.Row.Name),
            "relations desc" => counted.OrderByDescending(it => it.Relations).ThenBy(it => it.Row.Name),
            _ => counted.OrderBy(it => it.Row.Name).ThenBy(it => it.Row.Id),
        };
        var rows = await ordered.Skip(query.Skip).Take(query.Take)
            .Select(it => new ActorListRow(it.Row.Id, it.Row.Key, it.Row.Name, it.Row.NameAr, it.Row.Kind, it.Row.Holder, it.Row.ValidEdtf, it.Events, it.Relations, it.Row.Status)).ToListAsync(cancel);
        return (rows, total);
    }

    /// <summary>Actors that bear a name which answers to what was typed.</summary>
    private static async Task<List<long>> CalledAsync(MapDb db, NameQuery typed, CancellationToken cancel)
    {
        if (typed.StartKey.Length == 0) { return []; }
        var names = await db.ActorNames.Where(name => name.NameKey == typed.Key || name.NameKey.Contains(typed.StartKey)).Select(name => new { name.ActorId, name.Name }).ToListAsync(cancel);
        return [.. names.Where(name => typed.Compare(name.Name) is not null).Select(name => name.ActorId).Distinct()];
    }
}
