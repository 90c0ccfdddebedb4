using System.Globalization;

namespace Map.Core.Events;

/// <summary>Figures of two records: a kind that both give otherwise becomes the range that holds both, where there is one.</summary>
public static class MergeFigures
{
    public static IEnumerable<MergeField> Of(EventDraft one, EventDraft other, bool arabic) =>
        FigureKind.All.Where(kind => one.Figures.Concat(other.Figures).Any(figure => figure.Kind == kind.Id)).Select(kind => Of(kind, one.Figures.Find(its => its.Kind == kind.Id), other.Figures.Find(its => its.Kind == kind.Id), arabic));

    private static MergeField Of(FigureKind kind, DraftFigure? here, DraftFigure? there, bool arabic)
    {
        var both = here?.Read() is { } a && there?.Read() is { } b && a != b ? Range(a, b) : null;
        return new()
        {
            Id = $"Figures/{kind.Id}",
            Label = arabic ? kind.Arabic : char.ToUpperInvariant(kind.English[0]) + kind.English[1..],
            This = here?.Read()?.Words(arabic) ?? "",
            Other = there?.Read()?.Words(arabic) ?? "",
            Both = both?.Words(arabic),
            Side = here is null ? MergeSide.Other : both is null ? MergeSide.This : MergeSide.Both,
            Put = (merged, side) =>
            {
                merged.Figures.RemoveAll(its => its.Kind == kind.Id);
                var stands = side switch { MergeSide.Both when both is not null => Typed(both), MergeSide.Other => there, _ => here };
                if (stands is not null)
                {
                    merged.Figures.Add(stands);
                }
            },
        };
    }

    /// <summary>From the lower of the lows to the higher of the highs; an end that one of the two leaves open stays open. Null where nothing would be said.</summary>
    public static Figures? Range(Figures a, Figures b)
    {
        var low = (a.Low ?? a.Best) is { } x && (b.Low ?? b.Best) is { } y ? Math.Min(x, y) : (int?)null;
        var high = (a.High ?? a.Best) is { } u && (b.High ?? b.Best) is { } v ? Math.Max(u, v) : (int?)null;
        var best = a.Best is null || b.Best is null || a.Best == b.Best ? a.Best ?? b.Best : null;
        return (low ?? best ?? high) is null ? null : new(a.Kind, low, best, high);
    }

    private static DraftFigure Typed(Figures figure) => new() { Kind = figure.Kind, Low = Number(figure.Low), Best = Number(figure.Best), High = Number(figure.High) };

    private static string Number(int? figure) => figure?.ToString(CultureInfo.InvariantCulture) ?? "";
}
