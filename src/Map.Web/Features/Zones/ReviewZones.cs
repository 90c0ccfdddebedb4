using Map.Core.Control;
using Map.Core.Events;
using Map.Core.Review;
using Map.Core.Time;
using Map.Core.Zones;
using Map.Web.Data;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;
using NetTopologySuite.IO;

namespace Map.Web.Features.Zones;

/// <summary>Series of zones in the queue: a new one whole, or one save into a public one, which is written only when it is approved, or that the whole series should go.</summary>
internal sealed class ReviewZones(SaveZones save, DeskSearch search, TimeProvider clock) : IReviewsRecords
{
    /// <summary>The ground of so many zones is drawn beside the words.</summary>
    private const int MostDrawn = 60;

    public string Table => Submissions.ZoneSeries;

    public async Task<IReadOnlyDictionary<long, QueuedName>> NamesAsync(MapDb db, IReadOnlyList<ReviewRow> reviews, CancellationToken cancel)
    {
        var ids = reviews.Select(it => it.RowId).ToHashSet();
        var rows = await db.ZoneSeries.Where(it => ids.Contains(it.Id)).Select(it => new { it.Id, it.Title, it.TitleAr }).ToDictionaryAsync(it => it.Id, cancel);
        return reviews.Where(it => rows.ContainsKey(it.RowId)).ToDictionary(it => it.Id, it => Proposed(it) is { } proposed ? Name(proposed) : new QueuedName(rows[it.RowId].Title, rows[it.RowId].TitleAr, "icon:area"));
    }

    public async Task<ReviewedRecord?> ReadAsync(MapDb db, ReviewRow review, Language lang, CancellationToken cancel)
    {
        if (await SeriesAsync(db.ZoneSeries.AsNoTracking(), review.RowId, cancel) is not { } series) { return null; }
        var (proposed, now, _, _) = Put(review, series, new(), lang);
        var cited = new[] { proposed.SourceId, now?.SourceId, series.SourceId }.Concat(proposed.Zones.Concat(now?.Zones ?? []).Select(zone => zone.SourceId)).OfType<long>().Distinct().ToList();
        var names = await search.NamedInAsync(new([], [], [.. cited.Select(id => ((long?)id, ""))]), cancel);
        (proposed, now, var choices, var conflicts) = Put(review, series, names, lang);
        var rests = proposed.Zones.Select(zone => zone.SourceId).Append(proposed.SourceId).OfType<long>().Distinct().ToList();
        List<SourceRow> sources = [.. await db.Sources.AsNoTracking().Where(it => rests.Contains(it.Id)).OrderBy(it => it.Id).ToListAsync(cancel),
            .. proposed.Zones.Select(zone => zone.NewSource).Append(proposed.NewSource).OfType<DraftSource>().Select(added => AddedSource.RowOf(added, null))];
        return new(Name(proposed), VersionOf(series), choices, new ZoneMerge(null, proposed, new() { Status = "" }, names, lang).Choices, now is not null, conflicts, sources, FormOf(review, proposed))
        {
            Awaits = await Unseen.InAsync(db, new([], [], [.. rests.Select(id => ((long?)id, ""))]), cancel),
            Grounds = [.. Drawn(proposed)],
            GroundsNow = [.. now is null ? [] : Drawn(now)],
        };
    }

    public async Task<Guid?> VersionAsync(MapDb db, long id, CancellationToken cancel) => await SeriesAsync(db.ZoneSeries.AsNoTracking(), id, cancel) is { } series ? VersionOf(series) : null;

    public async Task<ReviewApplied> ApplyAsync(MapDb db, ReviewRow review, string why, Editor editor, bool arabic, CancellationToken cancel)
    {
        var lang = arabic ? Language.Arabic : Language.English;
        var series = (await SeriesAsync(db.ZoneSeries, review.RowId, cancel))!;
        if (review.Kind == ReviewKind.Deletion)
        {
            series.DeletedAt = clock.GetUtcNow().UtcDateTime;
            return ReviewApplied.Done;
        }
        if (review.Kind == ReviewKind.New)
        {
            series.Status = EventStatus.Published.Id;
            return ReviewApplied.Done;
        }
        if (Proposed(review) is null) { return new([new("Title", lang.Say("What was proposed cannot be read any longer. Send it back.", "لم يعد ما اقتُرح مقروءاً. أعده."))], []); }
        var (proposed, _, _, conflicts) = Put(review, series, new(), lang);
        if (conflicts.Count > 0) { return new([], conflicts); }
        proposed.Reason = why;
        return new(await save.ApplyApprovedAsync(db, proposed, arabic, cancel), []);
    }

    /// <summary>What would be public, and what is, made by one rule for the page and for the approval.</summary>
    private static (ZoneSeriesDraft Proposed, ZoneSeriesDraft? Now, IReadOnlyList<MergeChoice> Differences, IReadOnlyList<string> Conflicts) Put(ReviewRow review, ZoneSeriesRow series, NamedThings names, Language lang)
    {
        if (Proposed(review) is not { } proposed)
        {
            var whole = LoadZones.From(series, series.Zones.Where(zone => zone.DeletedAt is null).OrderBy(zone => zone.Id));
            whole.Status = EventStatus.Published.Id;
            return (whole, null, [], []);
        }
        var now = Standing(series, proposed);
        IReadOnlyList<string> conflicts = [];
        if (review.BaseVersion != VersionOf(now))
        {
            var merge = new ZoneMerge(ProposedZones.Read(review.Base), proposed, now, names, lang);
            conflicts = [.. merge.Choices.Where(choice => choice.BothChanged).Select(choice => choice.Label)];
            merge.Settle();
        }
        (proposed.Id, proposed.Version) = (series.Id, series.Version);
        foreach (var zone in proposed.Zones) { zone.Version = now.Zones.Find(it => it.Id == zone.Id)?.Version; }
        return (proposed, now, new ZoneMerge(now, proposed, now, names, lang).Choices, conflicts);
    }

    /// <summary>The series as it is, with those zones that the change is of.</summary>
    internal static ZoneSeriesDraft Standing(ZoneSeriesRow series, ZoneSeriesDraft change) =>
        LoadZones.From(series, series.Zones.Where(row => row.DeletedAt is null && change.Zones.Exists(zone => zone.Id == row.Id)).OrderBy(row => row.Id));

    internal static Guid VersionOf(ZoneSeriesDraft draft) => LoadZones.VersionOf(draft.Version ?? default, draft.Zones.Where(zone => zone.Id is not null).Select(zone => (zone.Id!.Value, zone.Version ?? default)));

    private static Guid VersionOf(ZoneSeriesRow series) => LoadZones.VersionOf(series.Version, series.Zones.Where(zone => zone.DeletedAt is null).Select(zone => (zone.Id, zone.Version)));

    private static Task<ZoneSeriesRow?> SeriesAsync(IQueryable<ZoneSeriesRow> rows, long id, CancellationToken cancel) =>
        rows.Include(row => row.Zones).Include(row => row.Source).SingleOrDefaultAsync(row => row.Id == id && row.DeletedAt == null, cancel);

    private static ZoneSeriesDraft? Proposed(ReviewRow review) => review.Kind == ReviewKind.Change ? ProposedZones.Read(review.Proposed) : null;

    private static IEnumerable<byte[]> Drawn(ZoneSeriesDraft draft) => draft.Zones.Where(zone => zone.Shape is not null).Take(MostDrawn).Select(zone => new WKBWriter().Write(zone.Shape));

    private static QueuedName Name(ZoneSeriesDraft draft)
    {
        string Of(string title, bool arabic) => draft.Zones is [var zone] ? string.Join(arabic ? "، " : ", ", new[] { title, HolderWords.Of(zone.ReadHolders(), arabic), zone.ReadFrom() is { } from ? DateWords.Of(from, arabic) : zone.From }.Where(part => part.Length > 0)) : title;
        return new(Of(draft.Title.Trim(), false), Of(draft.TitleAr.Trim().Length > 0 ? draft.TitleAr.Trim() : draft.Title.Trim(), true), "icon:area");
    }

    private static string FormOf(ReviewRow review, ZoneSeriesDraft proposed) => (review.Kind, proposed) switch
    {
        (ReviewKind.Change, { Kind: ZoneSeriesDraft.Drawn, Zones: [{ Id: { } zone }] }) => $"/desk/zones/{review.RowId}/{zone}",
        (ReviewKind.Change, { Kind: ZoneSeriesDraft.Drawn, Zones.Count: 1 }) => $"/desk/zones/{review.RowId}/new?proposal={review.Id}",
        _ => "/desk/zones",
    };
}
