using Microsoft.EntityFrameworkCore;
using Map.Core.Events;
using Map.Core.Review;
using Map.Core.Time;
using Map.Core.Zones;
using Map.Web.Data;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;

namespace Map.Web.Features.Zones;

/// <summary>How a save ended: saved, or the fields to correct, or how the zones do not fit each other.</summary>
/// <param name="Series">The series' id once it is saved.</param>
public sealed record SaveZonesOutcome(long? Series, IReadOnlyList<FieldProblem> Problems)
{
    public bool Saved => Series is not null;

    /// <summary>True where it waits for a reviewer instead of being public.</summary>
    public bool Waits => Review is not null;

    public long? Review { get; init; }
}

/// <summary>
/// Records zones, all of them or none. Two zones of a drawn series cannot hold the same ground on the same day; what gapes, and what overlaps in imported layers,
/// is saved once the editor has seen it. No shape is changed on the way.
/// </summary>
public sealed class SaveZones(WriteGate gate, TimeProvider clock)
{
    /// <param name="requestId">Made once when the button is pressed; a repeated press or a retry with it saves once.</param>
    /// <param name="arabic">True where what stands in the way is to be told in Arabic.</param>
    public Task<SaveZonesOutcome> RunAsync(ZoneSeriesDraft draft, Editor editor, Guid requestId, bool arabic = false, CancellationToken cancel = default)
    {
        var request = editor.Writes(draft.Reason, requestId) with { Act = draft.Kind == ZoneSeriesDraft.Imported && draft.Id is null ? "import" : "save", Target = draft.Id is { } id ? $"zones {id}" : $"zones “{draft.Title.Trim()}”" };
        return gate.RunAsync(request, async db =>
        {
            var outcome = await JudgedAsync(db, draft, editor, arabic, cancel);
            if (outcome.Waits) { request.Act = "submit"; }
            return outcome;
        }, cancel);
    }

    /// <summary>Writes what somebody has approved: whether they may is judged by who calls, in the same write.</summary>
    internal async Task<IReadOnlyList<FieldProblem>> ApplyApprovedAsync(MapDb db, ZoneSeriesDraft draft, bool arabic, CancellationToken cancel) => (await SaveAsync(db, draft, draft.Status, null, arabic, cancel)).Problems;

    private async Task<SaveZonesOutcome> JudgedAsync(MapDb db, ZoneSeriesDraft draft, Editor editor, bool arabic, CancellationToken cancel)
    {
        var judge = await Reviewing.OfAsync(db, editor, cancel);
        var from = await db.ZoneSeries.Where(row => row.Id == draft.Id && row.DeletedAt == null).Select(row => row.Status).SingleOrDefaultAsync(cancel);
        var queued = from == EventStatus.Review.Id ? await Submissions.WaitingAsync(db, Submissions.ZoneSeries, draft.Id!.Value, cancel) : null;
        // What the state is called is for the check of the draft to say.
        var verdict = EventStatus.TryGet(draft.Status, out _) ? judge.Save(from, draft.Status, queued?.SubmittedById == editor.Id) : Verdict.Done;
        if (verdict == Verdict.Refused) { return new(null, [new("Title", JudgedSave.Refusal(judge.Role, queued, arabic))]); }
        var waitsBeside = verdict == Verdict.Waits && from == EventStatus.Published.Id;
        var outcome = await SaveAsync(db, draft, verdict == Verdict.Waits ? EventStatus.Review.Id : draft.Status, waitsBeside ? series => ProposeAsync(db, series, draft, editor, cancel) : null, arabic, cancel);
        if (outcome.Series is not { } id || waitsBeside) { return outcome; }
        var status = await db.ZoneSeries.Where(row => row.Id == id).Select(row => row.Status).SingleAsync(cancel);
        return outcome with { Review = (await Submissions.FollowAsync(db, Submissions.ZoneSeries, id, status, queued, draft.Reason, editor, Now, cancel))?.Id };
    }

    /// <summary>Readers see the series: it stays as it is, and this save of it waits. Each save waits by itself, for each may be of other ground; one that is gone on with takes its own place.</summary>
    private async Task<long> ProposeAsync(MapDb db, long id, ZoneSeriesDraft draft, Editor editor, CancellationToken cancel)
    {
        var series = await db.ZoneSeries.AsNoTracking().Include(row => row.Zones).SingleAsync(row => row.Id == id, cancel);
        var standing = ReviewZones.Standing(series, draft);
        var own = draft.Proposal is { } known ? await db.Reviews.SingleOrDefaultAsync(it => it.Id == known && it.Table == Submissions.ZoneSeries && it.RowId == id && it.SubmittedById == editor.Id && (it.State == ReviewState.Waiting.Id || it.State == ReviewState.SentBack.Id), cancel) : null;
        var review = await Submissions.KeepAsync(db, own, Submissions.ZoneSeries, id, ReviewZones.VersionOf(standing), ProposedZones.Of(draft), ProposedZones.Of(standing), draft.Reason, editor, Now, cancel);
        return review.Id;
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <param name="status">The state the series comes into.</param>
    /// <param name="propose">Where it is only to be kept beside the series: told which, once nothing stands in the way.</param>
    private async Task<SaveZonesOutcome> SaveAsync(MapDb db, ZoneSeriesDraft draft, string status, Func<long, Task<long>>? propose, bool arabic, CancellationToken cancel)
    {
        string Say(string english, string arabicWords) => arabic ? arabicWords : english;
        var problems = draft.Check(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), arabic).ToList();
        if (draft.SourceId is { } chosen && draft.NewSource is null && !await db.Sources.AnyAsync(row => row.Id == chosen, cancel))
            problems.Add(new("SourceId", Say("This source is not there any more. Choose another, or add it.", "لم يعد هذا المصدر موجوداً. اختر غيره أو أضفه.")));
        var named = draft.Zones.Select(zone => zone.NewSource is null ? zone.SourceId : null).OfType<long>().Distinct().ToList();
        var there = await db.Sources.Where(row => named.Contains(row.Id)).Select(row => row.Id).ToListAsync(cancel);
        foreach (var (zone, i) in draft.Zones.Select((zone, i) => (zone, i)))
            if (zone is { NewSource: null, SourceId: { } cited } && !there.Contains(cited))
                problems.Add(new($"Zones[{i}].SourceId", Say("This source is not there any more. Choose another, or add it.", "لم يعد هذا المصدر موجوداً. اختر غيره أو أضفه.")));
        var series = draft.Id is { } known ? await db.ZoneSeries.Include(row => row.Zones).FirstOrDefaultAsync(row => row.Id == known && row.DeletedAt == null, cancel) : null;
        if (draft.Id is not null && series is null)
            problems.Add(new("Title", Say("This series was removed meanwhile.", "أُزيلت هذه السلسلة في هذه الأثناء.")));
        else if (series is not null && series.Version != draft.Version)
            problems.Add(new("Title", Say("Somebody else changed this series meanwhile. Open it again; what you drew is kept.", "غيّر شخص آخر هذه السلسلة في هذه الأثناء. افتحها من جديد؛ ما رسمته محفوظ.")));
        if (problems.Count > 0)
            return new(null, problems);

        var standing = series?.Zones.Where(row => row.DeletedAt is null).ToDictionary(row => row.Id) ?? [];
        foreach (var (zone, i) in draft.Zones.Select((zone, i) => (zone, i)))
            if (zone.Id is { } old && !standing.ContainsKey(old))
                problems.Add(new($"Zones[{i}].From", Say("This zone was removed meanwhile.", "أُزيلت هذه المنطقة في هذه الأثناء.")));
            else if (zone is { Id: { } seen, Version: { } version } && standing[seen].Version != version)
                problems.Add(new($"Zones[{i}].From", Say("Somebody else changed this zone meanwhile. Open it again; what you drew is kept.", "غيّر شخص آخر هذه المنطقة في هذه الأثناء. افتحها من جديد؛ ما رسمته محفوظ.")));
        var ended = draft.Zones.Where(zone => zone.Id is null).Select(zone => (Zone: zone, Previous: zone.PreviousId is { } id ? standing.GetValueOrDefault(id) : null))
            .Where(it => it.Previous is { ToEdtf: null }).ToList();
        foreach (var (zone, previous) in ended)
            End(previous!, zone.ReadFrom()!);
        // What a publisher brings out next says all there is to say from its first date on.
        if (draft is { Kind: ZoneSeriesDraft.Imported, Zones.Count: > 0 } && draft.Zones.Select(zone => zone.ReadFrom()!).MinBy(span => span.EarliestDay) is { } first)
            foreach (var row in standing.Values.Where(row => row.ToEdtf is null && row.FromLatest < first.EarliestDay))
                End(row, first);
        problems.AddRange(Fit(draft, standing, arabic));
        if (problems.Count > 0)
        {
            db.ChangeTracker.Clear();
            return new(null, problems);
        }

        if (propose is not null)
        {
            db.ChangeTracker.Clear();
            return new(draft.Id, []) { Review = await propose(draft.Id!.Value) };
        }
        var kept = series?.Method;
        if (series is null)
        {
            series = new ZoneSeriesRow { Key = await KeyAsync(db, draft.Title, cancel) };
            db.ZoneSeries.Add(series);
        }
        var own = draft.IsSourceOfZones && draft.Id is not null;
        var source = draft.NewSource is { } added ? AddedSource.RowOf(added, null) : await db.Sources.FirstAsync(row => row.Id == draft.SourceId, cancel);
        var method = draft.Method.Trim();
        Apply(draft, series);
        series.Status = status;
        if (own) series.Method = kept!;
        else series.Source = source;
        foreach (var zone in draft.Zones)
        {
            var row = zone.Id is { } id ? standing[id] : new ZoneRow { Series = series };
            if (zone.Id is null) db.Zones.Add(row);
            Apply(zone, row);
            // It goes on from a zone of its own series, or from none.
            if (!series.Zones.Exists(other => other.Id == row.PreviousId)) row.PreviousId = null;
            if (own && zone.Id is null && zone is { SourceId: null, NewSource: null } && source.Id != series.SourceId) row.Source = source;
            if (zone.NewSource is { } brought) row.Source = AddedSource.RowOf(brought, null);
            if (own && zone.Id is null) row.Method ??= method;
            // Said once is enough: what the series says of all holds for the zone too.
            if (row.Method == series.Method) row.Method = null;
            if (row.SourceId is not null && row.SourceId == (series.Source?.Id ?? series.SourceId)) (row.SourceId, row.Source) = (null, null);
            // One at a time, so that their ids rise in the order in which they lie over each other.
            await db.SaveChangesAsync(cancel);
        }
        await db.SaveChangesAsync(cancel);
        return new(series.Id, []);
    }

    private static IEnumerable<FieldProblem> Fit(ZoneSeriesDraft draft, Dictionary<long, ZoneRow> standing, bool arabic)
    {
        // What is withdrawn holds no ground.
        if (draft.Zones.TrueForAll(zone => zone.Status != EventStatus.Published.Id)) return [];
        var drafted = draft.Zones.Select(zone => zone.Read()).ToList();
        var others = standing.Values.Where(row => row.Status == EventStatus.Published.Id && draft.Zones.TrueForAll(zone => zone.Id != row.Id)).Select(Read).ToList();
        List<Zone> all = [.. drafted, .. others];
        var accepted = draft.TroublesAccepted;
        var overlaps = draft.Kind == ZoneSeriesDraft.Imported && accepted ? [] : ZoneFit.Overlaps(all).Where(it => it.A < drafted.Count).ToList();
        var gaps = accepted || draft.Kind == ZoneSeriesDraft.Imported ? [] : ZoneFit.Gaps(all).Where(it => it.A < drafted.Count).ToList();
        return overlaps.Concat(gaps).Select(trouble => new FieldProblem($"Zones[{trouble.A}].Shape", (arabic ? WordsAr(trouble, all, draft.Kind == ZoneSeriesDraft.Drawn) : Words(trouble, all, draft.Kind == ZoneSeriesDraft.Drawn))));
    }

    private static string Words(ZoneTrouble trouble, List<Zone> all, bool isDrawn)
    {
        var at = trouble.Where.InteriorPoint;
        var (spot, day) = (FormattableString.Invariant($"{at.Y:0.####}, {at.X:0.####}"), DateWords.Of(Days.Date(trouble.Day), arabic: false));
        var size = FormattableString.Invariant($"{trouble.SquareKilometres:0.##} km²");
        return trouble.Kind == ZoneTroubleKind.Gap
            ? $"Between this zone and its neighbours {size} are left out near {spot} on {day}. Close it, or say that it is meant."
            : $"It overlaps the zone of {string.Join(" and ", all[trouble.B].Holders)} by {size} near {spot} on {day}. " + (isDrawn ? "Two zones of a series cannot hold the same ground." : "Say which lies on top.");
    }

    private static string WordsAr(ZoneTrouble trouble, List<Zone> all, bool isDrawn)
    {
        var at = trouble.Where.InteriorPoint;
        // Latitude and longitude keep their order within Arabic words.
        var (spot, day) = (FormattableString.Invariant($"\u2066{at.Y:0.####}, {at.X:0.####}\u2069"), DateWords.Of(Days.Date(trouble.Day), arabic: true));
        var size = FormattableString.Invariant($"{trouble.SquareKilometres:0.##} كم²");
        return trouble.Kind == ZoneTroubleKind.Gap
            ? $"تبقى بين هذه المنطقة وجاراتها {size} قرب {spot} في {day}. أغلق الفجوة، أو اذكر أنها مقصودة."
            : $"تتداخل مع منطقة {string.Join(" و", all[trouble.B].Holders.Select(id => Map.Core.Control.Holders.Of(id).NameAr))} بمساحة {size} قرب {spot} في {day}. " + (isDrawn ? "لا يمكن لمنطقتين من سلسلة واحدة أن تشغلا الأرض نفسها." : "اذكر أيهما فوق الأخرى.");
    }

    /// <summary>The zone it was drawn from holds until the new one does.</summary>
    private static void End(ZoneRow previous, DateSpan from)
    {
        var (earliest, latest) = (from.Earliest!.Value.AddDays(-1), from.Latest!.Value.AddDays(-1));
        if (latest < Days.Date(previous.FromEarliest)) return;
        var span = earliest >= latest ? DateSpan.Day(latest) : EdtfText.Parse($"[{earliest:yyyy-MM-dd}..{latest:yyyy-MM-dd}]");
        (previous.ToEdtf, previous.ToEarliest, previous.ToLatest) = (span.Edtf, span.EarliestDay, span.LatestDay);
    }

    private static void Apply(ZoneSeriesDraft draft, ZoneSeriesRow row)
    {
        (row.Title, row.TitleAr, row.Kind, row.Method, row.Licence) = (draft.Title.Trim(), Blank(draft.TitleAr), draft.Kind, draft.Method.Trim(), Blank(draft.Licence));
    }

    private static void Apply(ZoneDraft zone, ZoneRow row)
    {
        var (from, to) = (zone.ReadFrom()!, zone.ReadTo());
        (row.Holders, row.Posture) = (string.Join('+', zone.ReadHolders()), zone.Posture);
        (row.FromEdtf, row.FromEarliest, row.FromLatest) = (from.Edtf, from.EarliestDay, from.LatestDay);
        (row.ToEdtf, row.ToEarliest, row.ToLatest) = (to?.Edtf, to?.EarliestDay ?? Days.OpenEnd, to?.LatestDay ?? Days.OpenEnd);
        row.Shape = new WKBWriter().Write(zone.Shape);
        row.Method = Blank(zone.Method);
        (row.Quote, row.Note, row.SourceId, row.PreviousId, row.Status) = (Blank(zone.Quote), Blank(zone.Note), zone.NewSource is null ? zone.SourceId : null, zone.PreviousId, zone.Status);
    }

    private static Zone Read(ZoneRow row) => new(row.Id, Map.Core.Control.Holders.Split(row.Holders), Map.Core.Control.Postures.TryParse(row.Posture, out var posture) ? posture : default,
        EdtfText.Parse(row.FromEdtf), row.ToEdtf is null ? null : EdtfText.Parse(row.ToEdtf), new WKBReader().Read(row.Shape));

    /// <summary>A name for addresses, from the title.</summary>
    private static async Task<string> KeyAsync(MapDb db, string title, CancellationToken cancel)
    {
        var letters = string.Concat(title.Trim().ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
        var words = string.Join('-', letters.Split('-', StringSplitOptions.RemoveEmptyEntries));
        var stem = words.Length == 0 ? "zones" : words[..Math.Min(words.Length, 40)].Trim('-');
        for (var n = 1; ; n++)
        {
            var key = n == 1 ? stem : $"{stem}-{n}";
            if (!await db.ZoneSeries.AnyAsync(row => row.Key == key, cancel)) return key;
        }
    }

    private static string? Blank(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
