using Map.Core.Evidence;
using Map.Core.Time;
using Map.Web.Canvas;
using Map.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Packs;

/// <summary>What a pop-up says about one event, as anybody may read it.</summary>
/// <param name="today">Where those rows are of a past day, the rows of now: they know what was corrected since.</param>
internal sealed class EventCards(IDbContextFactory<MapDb> dbs, IDbContextFactory<MapDb>? today = null)
{
    /// <summary>The card of a published event, or null where there is none.</summary>
    public async Task<EventCard?> OfAsync(long id, CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var row = await db.PublicEventAsync(id, cancel);
        if (row is null)
            return null;
        var corrected = await EventCorrections.OfAsync(db, today, id, cancel);
        return CardOf(row, await ActorsInTime.ReadAsync(db, cancel)) with { Corrected = InWords(Iso(corrected.Last)), CorrectedSince = InWords(Iso(corrected.Since)) };
    }

    /// <summary>The event that stands for one that was merged into it, where readers see that; null for any other.</summary>
    public async Task<long?> StandsForAsync(long id, CancellationToken cancel)
    {
        await using var db = await dbs.CreateDbContextAsync(cancel);
        return await db.PublicStandsForAsync(id, cancel);
    }

    private static EventCard CardOf(EventRow row, ActorsInTime actors)
    {
        var span = EdtfText.Parse(row.Edtf);
        return new EventCard(row.Id, row.Type, row.Title, row.TitleAr, row.Edtf, DateWords.Of(span, false), DateWords.Of(span, true),
            Iso(span.Earliest), Iso(span.Latest), row.Place?.Name ?? row.PlaceText, row.Place?.NameAr, row.Latitude, row.Longitude, row.Precision, row.PublicPrecision,
            [.. row.Actors.OrderBy(it => it.Position).Select(it => ActorOf(it, row, actors))],
            [.. row.Figures.OrderBy(it => it.Id).Select(it => new CardFigure(it.Kind, it.Low, it.Best, it.High))],
            // By the day it was said, then by name: nobody is put first for rank.
            [.. row.Claims.OrderBy(it => it.Field, StringComparer.Ordinal).ThenBy(it => it.SaidDay == Days.OpenStart).ThenBy(it => it.SaidDay).ThenBy(it => it.Claimant?.Name ?? it.ClaimantText, StringComparer.Ordinal).ThenBy(it => it.Position).Select(ClaimOf)]);
    }

    /// <summary>By the name of the event's date, in the colour of its lineage.</summary>
    private static CardActor ActorOf(EventActorRow it, EventRow row, ActorsInTime actors) => new(actors.NameOf(it.Actor.Key, row.EarliestDay, row.LatestDay, false),
        actors.NameOf(it.Actor.Key, row.EarliestDay, row.LatestDay, true), it.Role, actors.HolderOf(it.Actor.Key, row.EarliestDay, row.LatestDay));

    private static CardClaim ClaimOf(ClaimRow row) => new(row.Field, row.Says, row.SaysAr,
        row.Claimant?.Name ?? row.ClaimantText ?? row.Source.Outlet ?? row.Source.Title, row.Claimant?.NameAr, row.SaidEdtf, row.WhenEdtf,
        row.Place?.Name ?? row.PlaceText, row.Place?.Latitude, row.Place?.Longitude, row.RadiusKm, row.Quote, GradeOf(row.Source, row.Credibility),
        row.Source.Title, row.Source.Outlet, row.Source.Url, row.Denies, InWords(row.SaidEdtf), InWords(row.Source.PublishedEdtf), DeadOf(row.Source));

    /// <summary>Null where the source's address answered when it was last asked, or never was.</summary>
    internal static DeadLink? DeadOf(SourceRow source) => source is { LinkState: LinkStates.Dead, CheckedAt: { } at }
        ? new DeadLink(InWords(Iso(DateOnly.FromDateTime(at)))!, source.ArchiveUrl) : null;

    /// <summary>Null for what is no date.</summary>
    internal static DateInWords? InWords(string? edtf) => EdtfText.TryParse(edtf, out var span, out _)
        ? new DateInWords(DateWords.Of(span, false), DateWords.Of(span, true), Iso(span.Earliest), Iso(span.Latest)) : null;

    internal static string GradeOf(SourceRow source, int credibility) =>
        Grade.TryParse($"{source.Reliability}{credibility}", out var grade) ? grade.ToString() : Grade.Unjudged.ToString();

    internal static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd");
}
