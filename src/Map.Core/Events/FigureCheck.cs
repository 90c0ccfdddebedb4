namespace Map.Core.Events;

/// <summary>One row of figures: whole numbers, in order.</summary>
internal static class FigureCheck
{
    public static void Run(FoundProblems found, string path, DraftFigure figure)
    {
        var low = Number(found, path + ".Low", figure.Low, out var lowGood);
        var best = Number(found, path + ".Best", figure.Best, out var bestGood);
        var high = Number(found, path + ".High", figure.High, out var highGood);
        if (!lowGood || !bestGood || !highGood)
        {
            return;
        }

        found.Add(path + ".Low", low > best ? $"Low ({low}) is above best ({best}). Lower it, or raise best." : null);
        found.Add(path + ".High", best > high ? $"High ({high}) is below best ({best}). Raise it, or lower best." : null);
        if (best is null)
        {
            found.Add(path + ".Low", low > high ? $"Low ({low}) is above high ({high}). Swap the two." : null);
            found.Add(path + ".Best", low is null && high is null ? "This row holds no number. Fill in one, or remove the row." : null);
        }
    }

    private static int? Number(FoundProblems found, string path, string? typed, out bool good)
    {
        good = WholeNumber.TryRead(typed, out var number) && number is null or (>= 0 and <= Figures.Largest);
        found.Add(path, good ? null
            : number < 0 ? $"{number} is below zero. Type 0 or more."
            : $"“{(typed ?? "").Trim()}” is not a whole number from 0 to {Figures.Largest:#,##0}. Type digits, such as 12.");
        return good ? number : null;
    }
}
