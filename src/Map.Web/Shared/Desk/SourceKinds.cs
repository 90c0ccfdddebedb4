namespace Map.Web.Shared.Desk;

/// <summary>What kinds of source there are, and what each is called.</summary>
public static class SourceKinds
{
    public static IEnumerable<(string Id, string Words)> All(Language lang) =>
    [
        ("news", lang.Say("news", "أخبار")), ("article", lang.Say("article", "مقال")), ("monitor", lang.Say("monitoring group", "جهة رصد")),
        ("party-media", lang.Say("a party's own media", "إعلام أحد الأطراف")), ("statement", lang.Say("statement", "بيان")),
        ("encyclopaedia", lang.Say("encyclopaedia", "موسوعة")), ("dataset", lang.Say("dataset", "مجموعة بيانات")),
    ];

    /// <summary>The id itself where no such kind is known.</summary>
    public static string Words(string id, Language lang) => All(lang).FirstOrDefault(it => it.Id == id).Words ?? id;
}
