using Map.Web.Data;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.EditSources;

/// <summary>What the list asks for.</summary>
/// <param name="Words">Words of a title, outlet, author or address.</param>
/// <param name="Dead">True for those alone whose link is dead.</param>
/// <param name="Order">title, reliability or claims; with " desc" for the other way round; blank = the latest recorded first.</param>
public sealed record SourceListQuery(string Words, bool Dead, string Order, int Skip, int Take);

/// <summary>One row of the list.</summary>
/// <param name="Claims">Of events and of control, that rest on it.</param>
public sealed record SourceListRow(long Id, string Title, string? Outlet, string? Published, string Reliability, string? Side, string? Url, string? LinkState, DateTime? CheckedAt, bool HasCopy, int Claims, string Status);

/// <summary>Reads the desk's list of sources a page at a time.</summary>
public static class SourceList
{
    public static async Task<(IReadOnlyList<SourceListRow> Rows, int Total)> FindAsync(MapDb db, SourceListQuery query, CancellationToken cancel = default)
    {
        var sources = db.Sources.AsQueryable();
        if (query.Dead) { sources = sources.Where(source => source.LinkState == LinkStates.Dead); }
        foreach (var word in query.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(8))
        {
            var pattern = DeskSearch.Containing(word);
            sources = sources.Where(source => EF.Functions.Like(source.Title, pattern, "\\") || EF.Functions.Like(source.Outlet!, pattern, "\\") || EF.Functions.Like(source.Author!, pattern, "\\") || EF.Functions.Like(source.Url!, pattern, "\\"));
        }

        var total = await sources.CountAsync(cancel);
        var counted = sources.Select(source => new { Row = source, Claims = db.Claims.Count(claim => claim.SourceId == source.Id) + db.ControlClaims.Count(claim => claim.SourceId == source.Id) });
        var ordered = query.Order switch
        {
            "title" => counted.OrderBy(it => it.Row.Title).ThenBy(it => it.Row.Id),
            "title desc" => counted.OrderByDescending(it => it.Row.Title).ThenBy(it => it.Row.Id),
            "reliability" => counted.OrderBy(it => it.Row.Reliability).ThenBy(it => it.Row.Title),
            "reliability desc" => counted.OrderByDescending(it => it.Row.Reliability).ThenBy(it => it.Row.Title),
            "claims" => counted.OrderBy(it => it.Claims).ThenBy(it => it.Row.Title),
            "claims desc" => counted.OrderByDescending(it => it.Claims).ThenBy(it => it.Row.Title),
            _ => counted.OrderByDescending(it => it.Row.Id),
        };
        var rows = await ordered.Skip(query.Skip).Take(query.Take)
            .Select(it => new SourceListRow(it.Row.Id, it.Row.Title, it.Row.Outlet, it.Row.PublishedEdtf, it.Row.Reliability, it.Row.Side, it.Row.Url, it.Row.LinkState, it.Row.CheckedAt,
                it.Row.ArchiveUrl != null || it.Row.ArchiveSha256 != null, it.Claims, it.Row.Status)).ToListAsync(cancel);
        return (rows, total);
    }
}
