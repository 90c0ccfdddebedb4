using System.Globalization;

namespace Map.Core.Reading;

/// <summary>Proposals that an editor or a language model added: their spot says so, so that they are found again like those that were read.</summary>
public static class AddedProposal
{
    private const char Mark = '+';
    private const string Model = "m";

    public static bool Is(ProposalSpot spot) => spot.Type.Contains(Mark, StringComparison.Ordinal);

    public static bool IsByModel(ProposalSpot spot) => spot.Type.Contains(Mark + Model, StringComparison.Ordinal);

    /// <summary>An event that a language model says a sentence tells; null where the text has no such sentence.</summary>
    public static ProposalSpot? ByModel(ModelProposal one, string text, IReadOnlyCollection<ProposalSpot> all) =>
        text.IndexOf(one.Sentence, StringComparison.Ordinal) is >= 0 and var start ? Next(new(start, one.Sentence.Length, one.Type), all, Model) : null;

    /// <summary>One more event of a sentence that tells several.</summary>
    public static ProposalSpot Beside(ProposalSpot spot, IReadOnlyCollection<ProposalSpot> all) => Next(spot with { Type = TypeOf(spot) }, all);

    /// <summary>An event of words that were marked.</summary>
    public static ProposalSpot Marked(int start, int length, IReadOnlyCollection<ProposalSpot> all) => Next(new(start, length, ""), all);

    /// <summary>What is found in the words of an added proposal; null where the text has no words there.</summary>
    public static DraftMention? Of(string text, ArticleReading reading, ProposalSpot spot)
    {
        var marked = reading.Drafts.FirstOrDefault(said => ProposalSpot.Of(said) == spot with { Type = TypeOf(spot) }) ?? MarkedEvent.Of(text, reading, spot.Start, spot.Length);
        return marked is not null && IsByModel(spot) ? marked with { Type = TypeOf(spot) } : marked;
    }

    private static string TypeOf(ProposalSpot spot) => spot.Type.Split(Mark)[0];

    private static ProposalSpot Next(ProposalSpot first, IReadOnlyCollection<ProposalSpot> all, string by = "") =>
        Enumerable.Range(1, all.Count + 1).Select(number => first with { Type = string.Create(CultureInfo.InvariantCulture, $"{first.Type}{Mark}{by}{number}") }).First(spot => !all.Contains(spot));
}
