using Map.Core.Control;
using Map.Core.Time;

namespace Map.Core.Tests.Control;

/// <summary>Claims as the tests write them down.</summary>
internal static class Said
{
    public static PlaceTimeline History(params ControlClaim[] claims) => PlaceTimeline.From(claims);

    /// <param name="by">The source; empty if it does not matter.</param>
    /// <param name="side">Whose side the source takes.</param>
    public static ControlClaim Claim(string holders, string edtf, Posture posture = Posture.Holds, string? key = null, string by = "", string? side = null)
    {
        var date = EdtfText.Parse(edtf);
        return new ControlClaim(key ?? $"{edtf}-{holders}-{posture}-{by}", Holders.Split(holders), posture, edtf, date.EarliestDay, date.LatestDay, Source: by, Side: side is null ? null : Holders.Split(side));
    }

    public static ControlClaim State(string holders, string edtf, Posture posture = Posture.Holds, string by = "") => Claim(holders, edtf, posture, by: by) with { DescribesState = true };

    public static int Day(string iso) => RealClaims.Day(iso);

    /// <summary>Who holds a place on a day as the history tells it: "government-of-syria+sdf contested", "opposition?" while it is not certain, "" where nothing is known.</summary>
    public static string On(this PlaceTimeline history, string iso) => history.On(Day(iso)) switch
    {
        null => "",
        var answer => string.Join('+', answer.Now.Holders.Order(StringComparer.Ordinal)) + (answer.Now.Posture is Posture.Holds or Posture.Joint ? "" : " " + answer.Now.Posture.Id()) + (answer.Certain ? "" : "?"),
    };
}
