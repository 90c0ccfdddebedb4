using Map.Core.Review;
using Map.Web.Shared;

namespace Map.Web.Features.Review;

/// <summary>What it is that waits.</summary>
internal static class KindWords
{
    public static string Of(string kind, Language lang) => kind switch
    {
        ReviewKind.New => lang.Say("new", "جديد"),
        ReviewKind.Deletion => lang.Say("to be deleted", "للحذف"),
        _ => lang.Say("change", "تغيير"),
    };
}
