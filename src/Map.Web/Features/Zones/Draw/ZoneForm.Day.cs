using System.Globalization;
using Map.Web.Canvas;

namespace Map.Web.Features.Zones.Draw;

/// <summary>Behind the drawing stands what was held on the day the zone begins, so that it is fitted to its own time.</summary>
public sealed partial class ZoneForm
{
    /// <summary>The latest day that the map knows, and the one it shows.</summary>
    private DateOnly? latest, behind;

    private DateOnly? Begins => Form is null ? null : Drawn.ReadFrom()?.Earliest;

    /// <summary>Half a date, as it is while it is typed, moves nothing.</summary>
    private bool IsNotUnderstood => Form is not null && Begins is null && !string.IsNullOrWhiteSpace(Drawn.From);

    private string WhyThisDay => (Begins, latest) switch
    {
        (null, _) when IsNotUnderstood => Lang.Say("until “From” is understood", "إلى أن يُفهم «من»"),
        (null, _) => Lang.Say("the latest day the map knows; once “From” is filled in, its first day", "آخر يوم تعرفه الخريطة؛ وعند ملء «من» يظهر أول أيامه"),
        ({ } begins, { } last) when begins > last => Lang.Say("the latest day the map knows: “From” is later", "آخر يوم تعرفه الخريطة: «من» بعده"),
        _ => Lang.Say("the first day of “From”", "أول أيام «من»"),
    };

    private async Task ReportedAsync(MapReport report)
    {
        if (latest is not null || !DateOnly.TryParseExact(report.State.Date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) { return; }
        latest = behind = day;
        await ShowDayAsync();
        StateHasChanged();
    }

    private async Task ShowDayAsync()
    {
        if (latest is not { } last || IsNotUnderstood) { return; }
        var day = Begins is { } begins && begins < last ? begins : last;
        if (day == behind) { return; }
        behind = day;
        await Map.ShowAsync(new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), null, null, null, null, null));
    }
}
