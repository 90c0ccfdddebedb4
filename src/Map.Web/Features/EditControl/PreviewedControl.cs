using Map.Core.Control;
using Map.Core.Time;
using Map.Web.Data;
using Map.Web.Packs;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.EditControl;

/// <summary>What one line would do to its place.</summary>
/// <param name="Line">Its number in the sheet, from 0.</param>
/// <param name="Day">From when, for the map to be shown on; null where nothing changes or no day is known.</param>
internal sealed record PlaceEffect(int Line, PlaceRow Place, ClaimEffect Effect, int? Day);

/// <summary>What saving a sheet would change, worked out by the rules that the map itself follows.</summary>
internal sealed class PreviewedControl(IDbContextFactory<MapDb> databases, KnownControl known)
{
    /// <summary>The lines that say enough, as the rows they would become.</summary>
    public async Task<IReadOnlyList<(int Line, ControlClaimRow Row)>> RowsAsync(ClaimSheet sheet, IReadOnlyCollection<string> holders, CancellationToken cancel)
    {
        var whole = Whole(sheet, holders).ToList();
        if (whole.Count == 0) { return []; }
        await using var db = await databases.CreateDbContextAsync(cancel);
        var names = await KnownNames.ForAsync(db, SheetMentions.Of(sheet), cancel);
        // Without a source yet, the claim counts as one that nobody has judged.
        var source = names.Source(sheet.SourceId, sheet.SourceKey) ?? (sheet.NewSource is { } added ? AddedSource.RowOf(added, null) : new SourceRow());
        var rows = new List<(int, ControlClaimRow)>();
        foreach (var (line, i) in whole)
        {
            if (names.Place(line.PlaceKey) is not { } place) { continue; }
            var row = new ControlClaimRow { Key = line.Key };
            ClaimRowOf.Line(row, sheet, line, place, source, holders);
            rows.Add((i, row));
        }
        return rows;
    }

    /// <summary>The same for two sheets that would change the same: asked at every key, so without the tables.</summary>
    public static string SignOf(ClaimSheet sheet, IReadOnlyCollection<string> holders) => string.Join('\n', Whole(sheet, holders)
        .Select(it => string.Join('|', it.Index, it.Line.Key, it.Line.PlaceKey, string.Join('+', HolderWords.Read(it.Line.Holders, holders).Ids), it.Line.Posture, sheet.ReadSpan(it.Line)!.Edtf, it.Line.AgainstSide, it.Line.Credibility))
        .Prepend($"{sheet.SourceId} {sheet.NewSource?.Published} {sheet.NewSource?.Reliability}"));

    private static IEnumerable<(ClaimDraft Line, int Index)> Whole(ClaimSheet sheet, IReadOnlyCollection<string> holders) => sheet.Said
        .Where(it => it.Line.PlaceKey.Length > 0 && HolderWords.Read(it.Line.Holders, holders) is { Problem: null, Ids.Count: > 0 } && sheet.ReadSpan(it.Line) is not null);

    public async Task<IReadOnlyList<PlaceEffect>> EffectsAsync(IReadOnlyList<(int Line, ControlClaimRow Row)> rows, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var places = rows.Select(it => it.Row.PlaceId).Distinct().ToList();
        var standing = (await db.PublicControlClaims.AsNoTracking().Include(claim => claim.Source).Where(claim => places.Contains(claim.PlaceId)).ToListAsync(cancel)).ToLookup(claim => claim.PlaceId);
        var effects = new List<PlaceEffect>();
        foreach (var place in rows.GroupBy(it => it.Row.PlaceId))
        {
            var keys = place.Select(it => it.Row.Key).ToHashSet();
            var before = PlaceTimeline.From(standing[place.Key].Select(ClaimReading.Of));
            var after = PlaceTimeline.From(standing[place.Key].Where(claim => !keys.Contains(claim.Key)).Concat(place.Select(it => it.Row)).Select(ClaimReading.Of));
            foreach (var effect in ClaimEffect.Of(before, after, keys))
            {
                var (line, row) = place.First(it => it.Row.Key == effect.Key);
                effects.Add(new(line, row.Place, effect, DayOf(effect.Now, row)));
            }
        }
        return [.. effects.OrderBy(effect => effect.Line)];
    }

    /// <summary>The layer with the drafted claims in it, as changes of the pack that maps have.</summary>
    public Task<ControlTrial> TryAsync(IReadOnlyList<(int Line, ControlClaimRow Row)> rows, CancellationToken cancel) =>
        known.TryAsync([.. rows.Select(it => (it.Row.PlaceId, ClaimReading.Of(it.Row)))], rows.Select(it => it.Row.Key).ToHashSet(), cancel);

    /// <summary>A day on which the change surely shows.</summary>
    private static int? DayOf(Holding? now, ControlClaimRow row)
    {
        var (may, sure) = now is null ? (row.EarliestDay, row.LatestDay) : (now.MayFrom, now.SureFrom);
        return sure != Days.OpenEnd ? sure : may != Days.OpenStart ? may : null;
    }
}
