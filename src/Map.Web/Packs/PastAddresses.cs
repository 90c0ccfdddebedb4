using System.Globalization;
using Map.Web.Canvas;
using Map.Web.Shared;

namespace Map.Web.Packs;

/// <summary>Questions of readers to the map of a past day: the addresses of the map of now, below the day.</summary>
public static class PastAddresses
{
    /// <summary>Null for what is no day in full.</summary>
    public static DateOnly? Day(string? typed) => DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The map a page is asked for by its address, and what it says of itself; neither where the address names no past day.</summary>
    /// <param name="who">The address that asks.</param>
    public static async Task<(KnownNote? Note, PastMap? Map)> OfPageAsync(this PastMaps maps, string? typed, string? who, CancellationToken cancel)
    {
        if (Day(typed) is not { } day) return (null, null);
        var answer = await maps.OfAsync(day, who, cancel);
        return answer.Refusal == PastRefusal.NotOver ? (null, null) : (new KnownNote(day, answer.First, answer.Map?.Gone.Withdrawn ?? 0, answer.Map?.Gone.Redrawn ?? 0, answer.Map is null), answer.Map);
    }

    /// <summary>The answer of that day's map, or why there is none.</summary>
    internal static async Task<IResult> AskAsync(HttpContext context, string day, Func<PastMap, Task<IResult>> answer)
    {
        if (Day(day) is not { } known) return DataAnswer.Refused("Say the day as YYYY-MM-DD.");
        var asked = await context.RequestServices.GetRequiredService<PastMaps>().OfAsync(known, RateLimits.Of(context), context.RequestAborted);
        if (asked.Map is { } map) return await answer(map);
        if (asked.Refusal == PastRefusal.NotOver) return DataAnswer.Missing("This day is not over: ask for what is known now.");
        context.Response.Headers.RetryAfter = PastAnswer.Later.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        return asked.Refusal == PastRefusal.Busy ? DataAnswer.Later("Maps of other days are being made: ask again in a moment.", StatusCodes.Status503ServiceUnavailable)
            : DataAnswer.Later("Many days were asked for from this address: ask again in a minute.", StatusCodes.Status429TooManyRequests);
    }
}
