using Map.Core.Control;
using Map.Core.Time;
using Map.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Packs;

/// <summary>Who holds a spot on a day, since when, by which claim and source: for tools, in the words of the map's pop-up.</summary>
internal sealed class ControlAnswers(IDbContextFactory<MapDb> dbs, KnownControl known, PackSource source)
{
    public async Task<IResult> OfAsync(HttpContext context)
    {
        var (question, problem) = ControlQuestion.Read(context.Request.Query);
        if (question is null)
            return DataAnswer.Refused(problem);
        var (answer, silence) = await OfAsync(question, context.RequestAborted);
        return answer is null ? DataAnswer.Missing(silence) : DataAnswer.Json(context, answer, "no-cache");
    }

    /// <returns>The answer, or the reason why there is none.</returns>
    public async Task<(ControlAnswer? Answer, string Silence)> OfAsync(ControlQuestion question, CancellationToken cancel)
    {
        var map = await known.ReadyAsync(cancel);
        var plane = source.Country.Value.Plane;
        if (map.CellAt(question.Latitude, question.Longitude) is not (>= 0 and var cell))
            return (null, source.Country.Value.Contains(plane.ToMetres(question.Longitude, question.Latitude))
                ? $"No claim speaks of a place within {ControlRules.RadiusMetres / 1000} km of this spot."
                : "This spot lies outside the country that the map speaks of.");
        if (question.Day > map.To)
            return (null, $"No claim reaches this date: the record of control ends on {Iso(map.To)}.");

        var place = map.Cells[cell].Place;
        await using var db = await dbs.CreateDbContextAsync(cancel);
        var rows = await db.PublicControlClaims.AsNoTracking().Include(claim => claim.Source).Where(claim => claim.PlaceId == place.Id).ToListAsync(cancel);
        var timeline = PlaceTimeline.From(rows.Select(ClaimReading.Of));
        if (timeline.On(question.Day) is not { } answer)
            return (null, Silence(place, timeline, question.Day));
        // Who may have left still holds it until then: nobody else is named.
        var held = answer.Now.Posture == Posture.Left ? answer.Perhaps! : answer.Now;
        var before = held == answer.Now ? answer.Perhaps?.Holders : null;
        var dated = held.Claims.FirstOrDefault(claim => claim.EarliestDay <= question.Day) ?? held.Claims[0];
        var row = rows.Single(it => it.Key == dated.Key);
        return (new ControlAnswer(
            new AnsweringPlace(place.Id, place.Name, place.NameAr, place.Latitude, place.Longitude), Named(held.Holders), held.Posture.Id(),
            new HeldSince(held.Edtf, held.MayFrom == Days.OpenStart ? null : Iso(held.MayFrom), held.SureFrom == Days.OpenEnd ? null : Iso(held.SureFrom)),
            new AnsweringClaim(row.Key, row.Edtf, row.Posture, Holders.Split(row.Holders), EventCards.GradeOf(row.Source, row.Credibility), row.Quote, row.Note),
            new AnsweringSource(row.Source.Title, row.Source.Outlet, row.Source.Url, row.Source.PublishedEdtf),
            (int)Math.Round(plane.Metres(question.Latitude, question.Longitude, place.Latitude, place.Longitude)), answer.Certain, before is null ? null : Named(before),
            (int)held.Rule, held.Claims.Count, held.Dissent.Count, timeline.Unconfirmed.Count), "");
    }

    private static string Silence(ControlPlace place, PlaceTimeline timeline, int day) => timeline.Holdings switch
    {
        [] when timeline.Unconfirmed.Count > 0 => $"Only sources that take a side speak of {place.Name}, for that side, and nobody confirms them.",
        [] => $"No claim speaks of {place.Name} any more.",
        [var first, ..] when day < first.MayFrom => $"The first claim about {place.Name} is of {first.Edtf}; nothing is known before it.",
        var all => $"Since {all.Last(holding => holding.MayFrom <= day).Edtf} nobody is named as holding {place.Name}.",
    };

    private static List<NamedHolder> Named(IReadOnlyList<string> ids) => [.. ids.Select(Holders.Of).Select(holder => new NamedHolder(holder.Id, holder.Name))];

    private static string Iso(int day) => Days.Date(day).ToString("yyyy-MM-dd");
}
