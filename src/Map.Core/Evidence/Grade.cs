using System.Diagnostics.CodeAnalysis;

namespace Map.Core.Evidence;

/// <summary>How reliable a source is, after the NATO (Admiralty) system. F is no judgement, not the worst one.</summary>
public enum Reliability { A, B, C, D, E, F }

/// <summary>How credible a piece of information is, after the NATO (Admiralty) system. 6 is no judgement, not the worst one.</summary>
public enum Credibility { Confirmed = 1, ProbablyTrue = 2, PossiblyTrue = 3, Doubtful = 4, Improbable = 5, CannotBeJudged = 6 }

/// <summary>A source's letter and a claim's digit, shown together: "B2". Unjudged is "F6".</summary>
public readonly record struct Grade : IComparable<Grade>
{
    // Kept as distances from F and 6, so that the default value is the unjudged grade.
    private readonly int aboveF;
    private readonly int above6;

    /// <param name="letter">A to F.</param>
    /// <param name="digit">1 to 6.</param>
    /// <exception cref="ArgumentOutOfRangeException">Anything else.</exception>
    public Grade(char letter, int digit)
    {
        if (letter is < 'A' or > 'F')
        {
            throw new ArgumentOutOfRangeException(nameof(letter), letter, "A source's letter is one of A, B, C, D, E, F.");
        }

        if (digit is < 1 or > 6)
        {
            throw new ArgumentOutOfRangeException(nameof(digit), digit, "A claim's digit is one of 1, 2, 3, 4, 5, 6.");
        }

        aboveF = 'F' - letter;
        above6 = 6 - digit;
    }

    /// <summary>No judgement on either side: what a grade is until somebody gives one.</summary>
    public static Grade Unjudged => new('F', 6);

    /// <summary>Of the source, A to F.</summary>
    public char Letter => (char)('F' - aboveF);

    /// <summary>Of the claim, 1 to 6.</summary>
    public int Digit => 6 - above6;

    public Reliability Reliability => (Reliability)(Letter - 'A');

    public Credibility Credibility => (Credibility)Digit;

    /// <summary>Reads "B2".</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Grade grade)
    {
        var known = text is [>= 'A' and <= 'F', >= '1' and <= '6'];
        grade = known ? new Grade(text![0], text[1] - '0') : Unjudged;
        return known;
    }

    /// <summary>Both halves in words.</summary>
    public string Words(bool arabic) => GradeWords.Of(Reliability, arabic) + (arabic ? "؛ " : "; ") + GradeWords.Of(Credibility, arabic);

    /// <summary>Strongest first by letter, then digit. No judgement ranks between C and D, and between 3 and 4: it says nothing against anybody.</summary>
    public int CompareTo(Grade other)
    {
        var byLetter = Rank(Letter - 'A' + 1).CompareTo(Rank(other.Letter - 'A' + 1));
        return byLetter != 0 ? byLetter : Rank(Digit).CompareTo(Rank(other.Digit));
    }

    public override string ToString() => $"{Letter}{Digit}";

    private static double Rank(int place) => place == 6 ? 3.5 : place;

    public static bool operator <(Grade left, Grade right) => left.CompareTo(right) < 0;
    public static bool operator >(Grade left, Grade right) => left.CompareTo(right) > 0;
    public static bool operator <=(Grade left, Grade right) => left.CompareTo(right) <= 0;
    public static bool operator >=(Grade left, Grade right) => left.CompareTo(right) >= 0;
}
