using Map.Core.Zones;
using Map.Web.Data;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.Zones;

/// <summary>A zone as it was, with the ground that was kept under its print.</summary>
internal sealed class RestoreZone(IDbContextFactory<MapDb> databases, SaveZones save) : RestoreOf<ZoneRow, ZoneSeriesDraft>(databases)
{
    public override string Table => Submissions.Zones;

    protected override Task<ZoneRow?> RowAsync(MapDb db, long id, CancellationToken cancel) =>
        db.Zones.AsNoTracking().Include(row => row.Series).SingleOrDefaultAsync(row => row.Id == id && row.DeletedAt == null && row.Series.DeletedAt == null, cancel);

    protected override async Task<ZoneSeriesDraft> DraftAsync(MapDb db, ZoneRow row, IReadOnlyDictionary<string, PastText> version, Language lang, CancellationToken cancel)
    {
        // Without its ground it would be another zone: then none is drawn, and the check says so.
        var ground = await db.ShapeAsync(version, row, cancel);
        db.Put(version, row, "", nameof(ZoneRow.SeriesId), nameof(ZoneRow.Status), nameof(ZoneRow.DeletedAt));
        var draft = LoadZones.From(row.Series, [row]);
        draft.Zones[0].Shape = ground is null ? null : new NetTopologySuite.IO.WKBReader().Read(ground);
        // Gaps that it had were seen when it was drawn.
        draft.TroublesAccepted = true;
        return draft;
    }

    protected override async Task<RestoreOutcome> SaveAsync(ZoneSeriesDraft draft, RestoreWish wish, Editor editor, Language lang, CancellationToken cancel) =>
        await RestoreZoneSeries.SaveAsync(save, draft, wish, editor, lang, cancel);
}

/// <summary>What a series says of all its zones, as it was.</summary>
internal sealed class RestoreZoneSeries(IDbContextFactory<MapDb> databases, SaveZones save) : RestoreOf<ZoneSeriesRow, ZoneSeriesDraft>(databases)
{
    public override string Table => Submissions.ZoneSeries;

    internal static async Task<RestoreOutcome> SaveAsync(SaveZones save, ZoneSeriesDraft draft, RestoreWish wish, Editor editor, Language lang, CancellationToken cancel)
    {
        draft.Reason = wish.Reason;
        var outcome = await save.RunAsync(draft, editor, wish.Request, lang.IsArabic, cancel);
        return outcome.Saved ? RestoreOutcome.Done(outcome.Review) : RestoreOutcome.Correct(outcome.Problems);
    }

    protected override Task<ZoneSeriesRow?> RowAsync(MapDb db, long id, CancellationToken cancel) => db.ZoneSeries.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.DeletedAt == null, cancel);

    protected override Task<ZoneSeriesDraft> DraftAsync(MapDb db, ZoneSeriesRow row, IReadOnlyDictionary<string, PastText> version, Language lang, CancellationToken cancel)
    {
        db.Put(version, row, "", nameof(ZoneSeriesRow.Key), nameof(ZoneSeriesRow.Status), nameof(ZoneSeriesRow.DeletedAt));
        return Task.FromResult(LoadZones.From(row, []));
    }

    protected override Task<RestoreOutcome> SaveAsync(ZoneSeriesDraft draft, RestoreWish wish, Editor editor, Language lang, CancellationToken cancel) => SaveAsync(save, draft, wish, editor, lang, cancel);
}
