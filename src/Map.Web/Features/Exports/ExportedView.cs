using Map.Core.Citing;
using Map.Web.Canvas;
using Map.Web.Data;
using Map.Web.Packs;
using Map.Web.Packs.InView;
using Map.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.Exports;

/// <summary>What an export is made of: the view that its address names, and the rows behind it.</summary>
/// <param name="Address">Of the view on this site, in full.</param>
/// <param name="DataOf">The day of the last change of the data; null for a past day's map, which says its own.</param>
internal sealed record ExportedView(VisibleInView View, IDbContextFactory<MapDb> Databases, Language Language, string Site, string Address, DateOnly? DataOf, DateOnly? Known)
{
    /// <summary>Rows that one file may hold: more is what the packs of the map are for.</summary>
    public const int MostRows = 50_000;

    /// <summary>The sources of exactly what is visible, as they may be cited.</summary>
    public async Task<IReadOnlyList<CitedSource>> SourcesAsync(CancellationToken cancel)
    {
        await using var db = await Databases.CreateDbContextAsync(cancel);
        var ids = View.Sources.Select(source => source.Id).ToList();
        var rows = await db.PublicSources.AsNoTracking().Where(row => ids.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
        return [.. ids.Where(rows.ContainsKey).Select(id => CitedOf(rows[id]))];
    }

    public static CitedSource CitedOf(SourceRow row) => new(row.Key, row.Title, SourceWords.Known(row.Outlet), SourceWords.Known(row.Author), row.Kind, SourceWords.Known(row.PublishedEdtf), row.Url, row.ArchiveUrl,
        SourceWords.Known(row.Language), SourceWords.Known(row.Licence));
}

/// <summary>Reads the view of an address, strictly: a file is kept and passed on, so that nothing is guessed for it.</summary>
internal sealed class ViewReading(IDbContextFactory<MapDb> dbs, KnownEvents events, KnownControl control, PackStore packs, PastMaps days, IConfiguration settings)
{
    /// <returns>The view, or the answer that says why there is none.</returns>
    public async Task<(ExportedView? View, IResult? Refusal)> OfAsync(HttpContext context)
    {
        var cancel = context.RequestAborted;
        var lang = Language.Of(context.Request.Query["lang"]);
        var asked = MapAddress.ReadStrictly(context.Request.Query, []);
        if (asked.Problems.Count > 0) return (null, Said(string.Join('\n', asked.Problems.Select(problem => problem.Words(lang))), StatusCodes.Status400BadRequest));
        var (note, past) = await days.OfPageAsync(asked.Known is { } known ? StartingPoint.Iso(known) : null, RateLimits.Of(context), cancel);
        if (note is not null && past is null) return (null, Said(note.Words(lang), StatusCodes.Status503ServiceUnavailable));
        var set = past?.Set ?? await packs.CurrentAsync(cancel);
        var rows = past is null ? new MapRows(dbs, events, control) : new MapRows(past.Databases, past.Events, past.Control, asked.Known);
        await using var db = await rows.Databases.CreateDbContextAsync(cancel);
        var state = await StartingPoint.ReadAsync(db, asked, set.Index, cancel);
        var view = await VisibleInView.ReadAsync(rows, state, asked.Box ?? StartingPoint.Around(asked.At), cancel);
        if (view.Events.Count > ExportedView.MostRows)
        {
            return (null, Said(lang.Say($"This view shows {view.Events.Count:#,##0} events; a file holds {ExportedView.MostRows:#,##0} at most. Choose a shorter span, a smaller part of the map, or a filter.",
                $"يعرض هذا العرض {view.Events.Count:#,##0} حدثاً، وأقصى ما يحمله ملف {ExportedView.MostRows:#,##0}. اختر مدة أقصر أو جزءاً أصغر من الخريطة أو مرشّحاً."), StatusCodes.Status400BadRequest));
        }
        var site = SiteAddress.Of(context, settings);
        var dataOf = past is null && await db.HeadAsync(cancel) is { } head ? DateOnly.FromDateTime(head.At) : (DateOnly?)null;
        return (new ExportedView(view, rows.Databases, lang, site, $"{site}/{context.Request.QueryString}", dataOf, asked.Known), null);
    }

    private static IResult Said(string words, int status) => Results.Text(words, "text/plain", System.Text.Encoding.UTF8, status);
}
