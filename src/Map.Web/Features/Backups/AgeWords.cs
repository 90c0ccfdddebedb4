using Map.Web.Shared;

namespace Map.Web.Features.Backups;

/// <summary>How old something is: minutes, then hours, then days.</summary>
internal static class AgeWords
{
    private static readonly Counted
        Minutes = new("minute", "minutes", "أقل من دقيقة", "دقيقة", "دقيقتان", "دقائق", "دقيقة", "دقيقة"),
        Hours = new("hour", "hours", "أقل من ساعة", "ساعة", "ساعتان", "ساعات", "ساعة", "ساعة");

    public static string Of(TimeSpan age, Language lang) =>
        age < TimeSpan.FromHours(1) ? Minutes.Say((int)age.TotalMinutes, lang) : age < TimeSpan.FromHours(48) ? Hours.Say((int)age.TotalHours, lang) : Counted.Days.Say((int)age.TotalDays, lang);
}
