using Map.Core.Events;
using Map.Core.Evidence;
using Map.Core.Tables;

namespace Map.Web.Features.Exports;

/// <summary>The events of a view as a table, a row each.</summary>
internal static class EventsCsv
{
    private static readonly string[] Columns =
    [
        "id", "type", "title", "title_ar", "date_edtf", "date_earliest", "date_latest", "certain_in_window", "place", "place_ar", "latitude", "longitude", "geo_precision", "actors", "grade", "description",
        .. FigureKind.All.SelectMany(kind => new[] { $"{kind.Id}_low", $"{kind.Id}_best", $"{kind.Id}_high" }), "claims", "source_keys", "source_titles", "source_urls", "address",
    ];

    public static async Task<byte[]> OfAsync(ExportedView exported, CancellationToken cancel)
    {
        var table = new CsvTable(Columns);
        await foreach (var it in ExportedEvents.OfAsync(exported, cancel))
        {
            var (row, sources) = (it.Row, it.Sources.ToList());
            table.Row([
                row.Id, row.Type, row.Title, row.TitleAr, row.Edtf, it.Earliest, it.Latest, it.Shown.IsCertain ? "yes" : "possible", row.Place?.Name ?? row.PlaceText, row.Place?.NameAr, row.Latitude, row.Longitude,
                row.PublicPrecision ?? row.Precision, string.Join("; ", row.Actors.Select(actor => $"{actor.Actor.Name} ({actor.Role})")), it.Grade?.Id(), row.Description,
                .. FigureKind.All.SelectMany(kind => row.Figures.FirstOrDefault(figure => figure.Kind == kind.Id) is { } figure ? new object?[] { figure.Low, figure.Best, figure.High } : [null, null, null]),
                row.Claims.Count, string.Join(' ', sources.Select(source => source.Key)), string.Join("; ", sources.Select(source => source.Title)), string.Join(' ', sources.Select(source => source.Url).OfType<string>()),
                $"{exported.Site}/?event={row.Id}",
            ]);
        }
        return table.ToBytes();
    }
}
