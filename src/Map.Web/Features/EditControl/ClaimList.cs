using Map.Core.Control;
using Map.Core.Places;
using Map.Web.Data;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.EditControl;

/// <summary>What the list asks for.</summary>
/// <param name="Place">A place's name, or its beginning, in any spelling.</param>
/// <param name="Holder">Id of a holder; blank = any.</param>
/// <param name="Source">Words of a source's title, outlet or author.</param>
/// <param name="SourceId">One source alone; null = any.</param>
/// <param name="Status">A status id, "deleted", or blank for all that is not deleted.</param>
/// <param name="Order">place, date, source or changed; with " desc" for the other way round.</param>
public sealed record ClaimListQuery(string Place, string Holder, string Source, long? SourceId, string Status, string Order, int Skip, int Take);

/// <summary>One row of the list.</summary>
public sealed record ClaimListRow(long Id, string Place, string? PlaceAr, string Holders, string Posture, string Edtf, string SourceTitle, string? Outlet,
    string Reliability, int Credibility, string Status, DateTime? ChangedAt, bool Deleted);

/// <summary>Reads the desk's list of control claims a page at a time.</summary>
public static class ClaimList
{
    public const string Deleted = "deleted";

    public static async Task<(IReadOnlyList<ClaimListRow> Rows, int Total)> FindAsync(MapDb db, ClaimListQuery query, CancellationToken cancel = default)
    {
        var claims = db.ControlClaims.Where(claim => claim.DeletedAt != null == (query.Status == Deleted));
        if (query.Status.Length > 0 && query.Status != Deleted) { claims = claims.Where(claim => claim.Status == query.Status); }
        if (NameKey.OfStart(query.Place) is { Length: > 0 } key) { claims = claims.Where(claim => claim.Place.Names.Any(name => name.NameKey.StartsWith(key))); }
        else if (query.Place.Trim().Length > 0) { claims = claims.Where(_ => false); }
        if (query.Holder.Length > 0) { claims = claims.Where(claim => ("+" + claim.Holders + "+").Contains("+" + query.Holder + "+")); }
        if (query.SourceId is { } source) { claims = claims.Where(claim => claim.SourceId == source); }
        foreach (var word in query.Source.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(8))
        {
            var pattern = DeskSearch.Containing(word);
            claims = claims.Where(claim => EF.Functions.Like(claim.Source.Title, pattern, "\\") || EF.Functions.Like(claim.Source.Outlet!, pattern, "\\") || EF.Functions.Like(claim.Source.Author!, pattern, "\\"));
        }

        var total = await claims.CountAsync(cancel);
        var rows = await Ordered(claims, query.Order).Skip(query.Skip).Take(query.Take)
            .Select(claim => new ClaimListRow(claim.Id, claim.Place.Name, claim.Place.NameAr, claim.Holders, claim.Posture, claim.Edtf, claim.Source.Title, claim.Source.Outlet,
                claim.Source.Reliability, claim.Credibility, claim.Status, claim.ChangedAt, claim.DeletedAt != null))
            .ToListAsync(cancel);
        return (rows, total);
    }

    private static IQueryable<ControlClaimRow> Ordered(IQueryable<ControlClaimRow> claims, string order) => order switch
    {
        "place" => claims.OrderBy(claim => claim.Place.Name).ThenByDescending(claim => claim.LatestDay).ThenBy(claim => claim.Id),
        "place desc" => claims.OrderByDescending(claim => claim.Place.Name).ThenByDescending(claim => claim.LatestDay).ThenBy(claim => claim.Id),
        "date" => claims.OrderBy(claim => claim.EarliestDay).ThenBy(claim => claim.Place.Name).ThenBy(claim => claim.Id),
        "date desc" => claims.OrderByDescending(claim => claim.EarliestDay).ThenBy(claim => claim.Place.Name).ThenBy(claim => claim.Id),
        "source" => claims.OrderBy(claim => claim.Source.Title).ThenBy(claim => claim.Place.Name).ThenBy(claim => claim.Id),
        "source desc" => claims.OrderByDescending(claim => claim.Source.Title).ThenBy(claim => claim.Place.Name).ThenBy(claim => claim.Id),
        "changed" => claims.OrderBy(claim => claim.ChangedAt).ThenBy(claim => claim.Id),
        // What the desk touched last comes first; what came with the first load follows, newest first.
        _ => claims.OrderByDescending(claim => claim.ChangedAt).ThenByDescending(claim => claim.EarliestDay).ThenBy(claim => claim.Place.Name).ThenBy(claim => claim.Id),
    };
}
