namespace Map.Core.Time;

/// <summary>What is wrong with a date, in a sentence or two that name the value and the remedy.</summary>
internal sealed record DateProblem(string English, string Arabic)
{
    public string In(bool arabic) => arabic ? Arabic : English;

    /// <summary>Digits, signs and Latin letters within Arabic words keep their own order.</summary>
    public static string Ltr(string text) => $"\u2066{text}\u2069";

    /// <summary>What somebody typed, in the order its own letters have.</summary>
    public static string AsTyped(string text) => $"\u2068{text}\u2069";
}
