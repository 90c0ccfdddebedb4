using Map.Core.Events;
using Map.Core.Places;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Data;

/// <summary>What readers would be told of an event that is being typed, by the rules of <see cref="ShownEvents"/>.</summary>
/// <param name="Name">The district or governorate that stands for the place; null for none.</param>
/// <param name="IsOfPlace">The place itself asks for it.</param>
/// <param name="Naming">Paths of the texts that name the place, and so are not shown as they are.</param>
public sealed record ShownPreview(PublicPrecision Level, string? Name, string? NameAr, bool IsOfPlace, IReadOnlyList<string> Naming)
{
    /// <summary>Null where readers are told all.</summary>
    internal static async Task<ShownPreview?> OfAsync(MapDb db, DistrictMap districts, EventDraft draft, (double Latitude, double Longitude)? at, CancellationToken cancel)
    {
        var place = draft.PlaceKey.Length == 0 ? null : await db.Places.Where(p => p.Key == draft.PlaceKey).Select(p => new { p.Id, p.PublicPrecision }).FirstOrDefaultAsync(cancel);
        if (PublicPrecision.Shown(draft.PublicPrecision, place?.PublicPrecision, draft.Precision) is not { } shown) return null;
        var area = ShownEvents.AreaOf(shown, districts, await ShownEvents.AreasAsync(db, cancel), at?.Latitude, at?.Longitude);
        var keys = draft.Claims.Select(claim => claim.PlaceKey).Append(draft.PlaceKey).Where(key => key.Length > 0).ToList();
        var places = await db.Places.Where(p => keys.Contains(p.Key)).Select(p => p.Id).ToListAsync(cancel);
        List<string> hidden = [.. (await ShownEvents.NamesAsync(db, places, cancel)).SelectMany(names => names), .. draft.Claims.Select(claim => claim.PlaceText).Append(draft.PlaceName).Where(name => !string.IsNullOrWhiteSpace(name))];
        var texts = new (string Path, string Text)[] { ("Title", draft.Title), ("TitleAr", draft.TitleAr), ("Description", draft.Description), ("SourcePhrase", draft.SourcePhrase), ("GradeReason", draft.GradeReason) }
            .Concat(draft.Claims.SelectMany((claim, i) => new[] { claim.Says, claim.SaysAr, claim.Quote, claim.ClaimantText }.Select(text => (Path: $"Claims[{i}]", Text: text))));
        return new ShownPreview(area?.Level ?? PublicPrecision.Country, area?.Name, area?.NameAr, place?.PublicPrecision is not null,
            [.. texts.Where(it => NamesInText.Any(it.Text, hidden)).Select(it => it.Path).Distinct()]);
    }
}
