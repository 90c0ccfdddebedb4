namespace Map.Core.Evidence;

/// <summary>The words of the NATO (Admiralty) scale, in both languages.</summary>
public static class GradeWords
{
    /// <summary>A source's reliability in words.</summary>
    public static string Of(Reliability reliability, bool arabic) => reliability switch
    {
        Reliability.A => arabic ? "موثوق تماماً" : "completely reliable",
        Reliability.B => arabic ? "موثوق عادةً" : "usually reliable",
        Reliability.C => arabic ? "موثوق إلى حد ما" : "fairly reliable",
        Reliability.D => arabic ? "غير موثوق عادةً" : "not usually reliable",
        Reliability.E => arabic ? "غير موثوق" : "unreliable",
        _ => arabic ? "لا يمكن الحكم على موثوقيته" : "reliability cannot be judged",
    };

    /// <summary>A claim's credibility in words.</summary>
    public static string Of(Credibility credibility, bool arabic) => credibility switch
    {
        Credibility.Confirmed => arabic ? "أكدته مصادر أخرى" : "confirmed by other sources",
        Credibility.ProbablyTrue => arabic ? "صحيح على الأرجح" : "probably true",
        Credibility.PossiblyTrue => arabic ? "ربما كان صحيحاً" : "possibly true",
        Credibility.Doubtful => arabic ? "مشكوك فيه" : "doubtful",
        Credibility.Improbable => arabic ? "مستبعد" : "improbable",
        _ => arabic ? "لا يمكن الحكم على صحته" : "truth cannot be judged",
    };
}
