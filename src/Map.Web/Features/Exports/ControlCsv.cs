using Map.Core.Control;
using Map.Core.Tables;
using Map.Core.Time;
using Map.Web.Data;
using Map.Web.Packs.InView;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.Exports;

/// <summary>Who held the places of a view on its day, a row each, with the claims that say so: what is drawn and counted, and by whom it is said.</summary>
internal static class ControlCsv
{
    private static readonly string[] Columns =
    [
        "place_id", "place", "place_ar", "latitude", "longitude", "day", "holders", "holder_names", "posture", "since_edtf", "certain", "before", "rule", "claims", "dissenting_claims", "source_keys", "source_titles", "source_urls",
    ];

    public static async Task<byte[]> OfAsync(ExportedView exported, CancellationToken cancel)
    {
        var table = new CsvTable(Columns);
        var (view, day) = (exported.View, Packs.StartingPoint.Iso(Days.Date(exported.View.Day)));
        await using var db = await exported.Databases.CreateDbContextAsync(cancel);
        var cited = view.Cells.ToDictionary(cell => cell.Number, cell => cell.State.Cited(view.Day).Select(claim => claim.Source).Distinct().ToList());
        var keys = cited.Values.SelectMany(it => it).Distinct().ToList();
        var sources = await db.PublicSources.AsNoTracking().Where(row => keys.Contains(row.Key)).ToDictionaryAsync(row => row.Key, cancel);
        foreach (var cell in view.Cells.Where(cell => cell.HasItsPlace).OrderBy(cell => cell.Cell.Place.Name, StringComparer.Ordinal).ThenBy(cell => cell.Cell.Place.Id))
        {
            var (place, state) = (cell.Cell.Place, cell.State);
            var shown = state.Now ?? state.Before!;
            var named = cited[cell.Number].Where(sources.ContainsKey).Select(key => sources[key]).ToList();
            table.Row(place.Id, place.Name, place.NameAr, place.Latitude, place.Longitude, day, string.Join('+', shown.Holders), string.Join("; ", shown.Holders.Select(id => Holders.Of(id).Name)), shown.Posture.Id(), shown.Edtf,
                state.IsTurning ? "possible" : "yes", state.IsTurning && state.Before is { } before ? string.Join('+', before.Holders) : null, (int)shown.Rule, shown.Claims.Count, shown.Dissent.Count,
                string.Join(' ', named.Select(source => source.Key)), string.Join("; ", named.Select(source => source.Title)), string.Join(' ', named.Select(source => source.Url).OfType<string>()));
        }
        return table.ToBytes();
    }
}
