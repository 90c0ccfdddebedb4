using Map.Web.Shared;

namespace Map.Web.Packs;

/// <summary>What an address says that nobody can answer: which parameter, and what would be understood in its stead.</summary>
/// <param name="Parameter">Its name as it stands in the address.</param>
/// <param name="English">A sentence.</param>
public sealed record AddressProblem(string Parameter, string English, string Arabic)
{
    /// <summary>Longer values are cut: a sentence names what is wrong, it does not repeat it.</summary>
    private const int LongestValue = 40;

    public string Words(Language lang) => lang.Say(English, Arabic);

    /// <param name="value">What was given.</param>
    /// <param name="expected">What would be understood: "a day as YYYY-MM-DD".</param>
    internal static AddressProblem Of(string parameter, string value, string expected, string expectedAr) =>
        new(parameter, $"The address says {parameter}={Cut(value)}; {parameter} is {expected}.", $"في العنوان {parameter}={Cut(value)}؛ والمطلوب في {parameter} {expectedAr}.");

    internal static AddressProblem Unknown(string parameter) =>
        new(Cut(parameter), $"There is no parameter “{Cut(parameter)}” here.", $"لا توجد هنا معلَمة باسم “{Cut(parameter)}”.");

    internal static AddressProblem Repeated(string parameter) =>
        new(parameter, $"The address gives {parameter} more than once.", $"يذكر العنوان {parameter} أكثر من مرة.");

    private static string Cut(string value)
    {
        var shown = string.Concat(value.Where(c => !char.IsControl(c)));
        return shown.Length <= LongestValue ? shown : string.Concat(shown.AsSpan(0, LongestValue), "…");
    }
}
