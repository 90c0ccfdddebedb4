using Map.Web.Data;
using Map.Web.Shared;
using Map.Web.Shared.Desk;

namespace Map.Web.Features.History;

/// <summary>What a version is called: when it came, and by whom.</summary>
internal static class VersionWords
{
    public static string Of(RecordPast past, long number, Language lang) => past.Acts.FirstOrDefault(act => act.Number == number) is { } act
        ? $"{MomentWords.Of(act.At, lang)} · \u2068{act.Who}\u2069"
        : lang.Say("before the first change", "قبل أول تغيير");
}
