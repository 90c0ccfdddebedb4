using Map.Core.Evidence;
using Map.Web.Packs;

namespace Map.Web.Shared;

/// <summary>Why an event has its summary grade, in a sentence that names the sources.</summary>
public static class GradeExplained
{
    /// <summary>More names than this are counted.</summary>
    private const int MostNames = 3;

    public static string Of(GradedEvent graded, Language language)
    {
        var (_, rule, by, reason) = graded.Grade;
        var names = Names([.. by.Select(i => graded.Claims[i].Source.Outlet).Distinct()], language);
        var voices = Names([.. by.Select(i => Voice(graded.Claims[i], language)).Distinct()], language);
        return rule switch
        {
            GradeRule.Set => reason is { Length: > 0 } ? language.Say($"An editor set this: {Ended(reason)}", $"حدده محرر: {Ended(reason)}") : language.Say("An editor set this.", "حدده محرر."),
            GradeRule.Denied => language.Say($"It is denied ({voices}), and no reliable source and no probably true claim states it.", $"نُفي ({voices})، ولا يذكره مصدر موثوق ولا ادعاء صحيح على الأرجح."),
            GradeRule.Improbable => language.Say("Every claim that states it is improbable.", "كل ادعاء يذكره مستبعد."),
            GradeRule.Competing => language.Say($"Claims about {About(graded, by[0], false)} compete: {voices}.", $"ادعاءات متعارضة عن {About(graded, by[0], true)}: {voices}."),
            GradeRule.DenialBeside => language.Say($"A credible claim denies it: {voices}.", $"ينفيه ادعاء ذو مصداقية: {voices}."),
            GradeRule.OwnWord => language.Say($"The party itself, its leader or a part of it says so: {voices}.", $"أقرّ به الطرف نفسه أو قائده أو جزء منه: {voices}."),
            GradeRule.Independent => language.Say($"Independent credible sources report it: {names}.", $"ترويه مصادر مستقلة ذات مصداقية: {names}."),
            GradeRule.OneSource => language.Say($"One source: {names}.", $"مصدر واحد: {names}."),
            GradeRule.NotIndependent => language.Say($"Several sources, but no two that are credible and independent of each other: {names}.", $"عدة مصادر، ليس منها اثنان مستقلان ولهما مصداقية: {names}."),
            _ => language.Say("No claim states it.", "لا ادعاء يذكره."),
        };
    }

    private static string About(GradedEvent graded, int claim, bool arabic) => (graded.Claims[claim].Field, arabic) switch
    {
        ("attribution", false) => "who did it",
        ("attribution", true) => "من فعله",
        ("date", false) => "when it was",
        ("date", true) => "وقته",
        ("place", false) => "where it was",
        ("place", true) => "مكانه",
        ("figures", false) => "how many",
        ("figures", true) => "الأعداد",
        (_, false) => "it",
        _ => "ما حدث",
    };

    /// <summary>Who says it: they compete, not those who print it. Where nobody is named, the outlet speaks.</summary>
    private static string Voice(GradedClaim claim, Language language) =>
        claim.Claimant is { } known ? language.Name(known.Name, known.NameAr) : claim.ClaimantText is { Length: > 0 } words && !IsAuthor(words) ? words : claim.Source.Outlet;

    private static bool IsAuthor(string words) => words.StartsWith("the article", StringComparison.OrdinalIgnoreCase);

    private static string Names(IReadOnlyList<string> names, Language language)
    {
        // Names of either script stand apart from the sentence around them.
        var shown = names.Take(MostNames).Select(name => $"\u2068{name}\u2069");
        var words = string.Join(language.Say(", ", "، "), shown);
        return names.Count <= MostNames ? words : words + language.Say($" and {names.Count - MostNames} more", $" وغيرها ({names.Count - MostNames})");
    }

    private static string Ended(string sentence) => sentence.TrimEnd() is var said && said.EndsWith('.') ? said : said + ".";
}
