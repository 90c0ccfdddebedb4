using Map.Core.Control;
using Map.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.EditControl;

/// <summary>A recorded control claim as the sheet of one line that the form edits.</summary>
public static class LoadSheet
{
    public static async Task<ControlClaimRow?> RowAsync(MapDb db, long id, CancellationToken cancel = default) =>
        await db.ControlClaims.Include(claim => claim.Place).Include(claim => claim.Source).SingleOrDefaultAsync(claim => claim.Id == id, cancel);

    /// <param name="arabic">In which language holders are called.</param>
    public static ClaimSheet From(ControlClaimRow row, bool arabic = false) => new()
    {
        SourceId = row.SourceId,
        SourceKey = row.Source.Key,
        DateAnchor = row.DateAnchor ?? "",
        Status = row.Status,
        Lines = [Line(row, arabic)],
    };

    private static ClaimDraft Line(ControlClaimRow row, bool arabic) => new()
    {
        Key = row.Key,
        RowId = row.Id,
        Version = row.Version,
        PlaceKey = row.Place.Key,
        PlaceName = row.Place.Name,
        Holders = HolderWords.Of(Holders.Split(row.Holders), arabic),
        Posture = row.Posture,
        // EDTF reads the same in a year, whatever the words meant; they are kept beside it.
        DateText = row.Edtf,
        SourcePhrase = row.DatePhrase ?? "",
        Quote = row.Quote ?? "",
        ReportedBy = row.ReportedBy ?? "",
        Credibility = row.Credibility,
        AgainstSide = row.AgainstSide switch { true => "yes", false => "no", _ => "" },
        Note = row.Note ?? "",
    };
}
