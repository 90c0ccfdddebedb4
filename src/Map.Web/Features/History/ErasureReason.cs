using Map.Web.Shared;

namespace Map.Web.Features.History;

/// <summary>Why something is erased, chosen from a list: a reason in own words would stay and might tell what was erased.</summary>
/// <param name="Kept">What the history keeps.</param>
public sealed record ErasureReason(string Id, string Kept, string Words, string WordsAr)
{
    public static readonly IReadOnlyList<ErasureReason> All =
    [
        new("safety", "somebody's safety", "Somebody’s safety asks for it", "تقتضيه سلامة شخص"),
        new("asked", "asked by whom it is about", "Whom it is about asked for it", "طلبه من يتعلق الأمر به"),
        new("law", "a law or a court asks for it", "A law or a court asks for it", "يقتضيه قانون أو محكمة"),
        new("mistake", "never meant to be recorded", "It was never meant to be recorded", "لم يكن يُقصد تسجيله أصلاً"),
    ];

    public static ErasureReason? Of(string? id) => All.FirstOrDefault(it => it.Id == id);

    public string Say(Language lang) => lang.Say(Words, WordsAr);
}
