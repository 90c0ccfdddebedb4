using Map.Web.Shared;

namespace Map.Web.Features.EditActors;

/// <summary>Languages that names are given in; a name in any other keeps its code.</summary>
internal static class NameLanguages
{
    private static readonly (string Code, string English, string Arabic)[] Known =
    [
        ("en", "English", "الإنكليزية"), ("ar", "Arabic", "العربية"), ("ku", "Kurdish", "الكردية"), ("tr", "Turkish", "التركية"), ("fr", "French", "الفرنسية"),
        ("de", "German", "الألمانية"), ("ru", "Russian", "الروسية"), ("fa", "Persian", "الفارسية"), ("he", "Hebrew", "العبرية"), ("hy", "Armenian", "الأرمنية"),
    ];

    public static IEnumerable<(string, string)> With(string code, Language lang) =>
        Known.Select(it => (it.Code, lang.Say(it.English, it.Arabic))).Concat(Array.Exists(Known, it => it.Code == code) ? [] : [(code, code)]);
}
