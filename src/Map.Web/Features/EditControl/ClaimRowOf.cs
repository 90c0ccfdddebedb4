using Map.Core.Control;
using Map.Core.Time;
using Map.Web.Data;

namespace Map.Web.Features.EditControl;

/// <summary>Puts what a line says into a row: one to be saved, or one that only shows what saving would do.</summary>
internal static class ClaimRowOf
{
    /// <exception cref="InvalidOperationException">The line did not pass its check.</exception>
    public static void Line(ControlClaimRow row, ClaimSheet sheet, ClaimDraft line, PlaceRow place, SourceRow source, IReadOnlyCollection<string> holders)
    {
        var span = sheet.ReadSpan(line) ?? throw new InvalidOperationException($"The line passed its check with an unread date: {line.DateText}");
        var words = line.DateText.Trim();
        (row.PlaceId, row.Place) = (place.Id, place);
        (row.Source, row.SourceId) = (source, source.Id);
        row.Holders = string.Join('+', HolderWords.Read(line.Holders, holders).Ids);
        row.Posture = line.Posture;
        (row.Edtf, row.EarliestDay, row.LatestDay) = (span.Edtf, span.EarliestDay, span.LatestDay);
        row.DatePhrase = words == span.Edtf ? Blank(line.SourcePhrase) : words;
        row.DateAnchor = row.DatePhrase is null ? null : Blank(sheet.DateAnchor);
        row.Quote = Blank(line.Quote);
        row.ReportedBy = Blank(line.ReportedBy);
        row.AgainstSide = line.AgainstSide switch { "yes" => true, "no" => false, _ => null };
        row.Credibility = line.Credibility;
        row.Note = Blank(line.Note);
        row.Status = sheet.Status;
    }

    /// <summary>Whether a recorded claim says what the line says.</summary>
    public static bool SaysTheSame(ControlClaimRow row, ClaimSheet sheet, ClaimDraft line, IReadOnlyCollection<string> holders) =>
        row.Place.Key == line.PlaceKey && row.Posture == line.Posture && row.Edtf == sheet.ReadSpan(line)?.Edtf
        && Holders.Split(row.Holders).ToHashSet().SetEquals(HolderWords.Read(line.Holders, holders).Ids);

    private static string? Blank(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
