using Map.Core.Reading;
using Map.Core.Time;

namespace Map.Core.Tests.Reading;

/// <summary>A text's labels as if the finders had found them: events are measured on these too, so that it shows which finder a mistake is of.</summary>
internal static class LabelledMentions
{
    public static IReadOnlyList<DraftMention> Drafts(LabelledText text) => DraftFinder.Find(
        ArticleText.Of(text.Text),
        [.. Of(text, "place").Select(label => new PlaceMention(Words(text, label), label.Start, label.Length, Value(label), Value(label), []))],
        [.. Of(text, "date").Select(label => (Label: label, Span: EdtfText.Parse(Value(label)))).Select(date => new DateMention(Words(text, date.Label), date.Label.Start, date.Label.Length, date.Span.Edtf, date.Span.Earliest, date.Span.Latest, DateMention.FromNothing))],
        [.. Of(text, "actor").Select(label => new ActorMention(Words(text, label), label.Start, label.Length, Value(label), Value(label), KindOf(label)))],
        [.. Of(text, "figure").Select(label => new FigureMention(Words(text, label), label.Start, label.Length, label.Value.GetDecimal(), null, null, ""))]);

    private static IEnumerable<Label> Of(LabelledText text, string kind) => text.Labels.Where(label => label.Kind == kind);

    private static string Words(LabelledText text, Label label) => text.Text.Substring(label.Start, label.Length);

    private static string Value(Label label) => label.Value.GetString()!;

    /// <summary>The table's kind; a name the table lacks is taken for a person where it is two or three names.</summary>
    private static string KindOf(Label label) =>
        RepositoryFiles.Lexicon.Actors.FirstOrDefault(actor => actor.Id == Value(label))?.Kind ?? (Value(label).Split(' ').Length is 2 or 3 ? "person" : "group");
}
