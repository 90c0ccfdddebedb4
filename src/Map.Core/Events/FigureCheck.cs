using Map.Core.Time;

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

        found.Add(path + ".Low", low > best ? found.Say($"Low ({low}) is above best ({best}). Lower it, or raise best.", $"الأدنى ({low}) أكبر من الأرجح ({best}). أنقصه أو زد الأرجح.") : null);
        found.Add(path + ".High", best > high ? found.Say($"High ({high}) is below best ({best}). Raise it, or lower best.", $"الأعلى ({high}) أقل من الأرجح ({best}). زده أو أنقص الأرجح.") : null);
        if (best is null)
        {
            found.Add(path + ".Low", low > high ? found.Say($"Low ({low}) is above high ({high}). Swap the two.", $"الأدنى ({low}) أكبر من الأعلى ({high}). بدّل بينهما.") : null);
            found.Add(path + ".Best", low is null && high is null ? found.Say("This row holds no number. Fill in one, or remove the row.", "ليس في هذا السطر أي عدد. اكتب واحداً أو أزل السطر.") : null);
        }
    }

    private static int? Number(FoundProblems found, string path, string? typed, out bool good)
    {
        good = WholeNumber.TryRead(typed, out var number) && number is null or (>= 0 and <= Figures.Largest);
        found.Add(path, good ? null
            : number < 0 ? found.Say($"{number} is below zero. Type 0 or more.", $"{DateProblem.Ltr($"{number}")} أقل من الصفر. اكتب 0 أو أكثر.")
            : found.Say($"“{(typed ?? "").Trim()}” is not a whole number from 0 to {Figures.Largest:#,##0}. Type digits, such as 12.", $"«{(typed ?? "").Trim()}» ليس عدداً صحيحاً من 0 إلى {Figures.Largest:#,##0}. اكتب أرقاماً مثل 12."));
        return good ? number : null;
    }
}
