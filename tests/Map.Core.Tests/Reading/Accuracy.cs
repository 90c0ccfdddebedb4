using Map.Core.Reading;

namespace Map.Core.Tests.Reading;

/// <summary>How well a set of labelled texts is read, by kind.</summary>
internal sealed class Accuracy
{
    private readonly Dictionary<string, Score> scores = Kinds.ToDictionary(kind => kind, _ => Score.None);

    public Accuracy(IReadOnlyList<LabelledText> texts)
    {
        foreach (var text in texts)
        {
            var reading = RepositoryFiles.Reader.Read(text.Text, text.Published);
            Add("places", reading.Places, text, "place", Score.SamePlace);
            Add("dates found", reading.Dates, text, "date", Score.Meets);
            Add("dates resolved", reading.Dates, text, "date", Score.SameDate);
            Add("actors", reading.Actors, text, "actor", Score.SameActor);
            Add("figures", reading.Figures, text, "figure", Score.SameFigure);
            Add("events", reading.Drafts, text, "event", Score.SameEvent);
            Add("events alone", LabelledMentions.Drafts(text), text, "event", Score.SameEvent);
        }
    }

    public static string[] Kinds { get; } = ["places", "dates found", "dates resolved", "actors", "figures", "events", "events alone"];

    /// <summary>What each text's mistakes are, in its own words: for whoever works on the finders, on the console alone.</summary>
    public List<string> Mistakes { get; } = [];

    public Score this[string kind] => scores[kind];

    public IEnumerable<string> Table(string set)
    {
        yield return $"{set,-16}{"precision",10}{"recall",8}{"right",7}{"wrong",7}{"missed",8}";
        foreach (var kind in Kinds)
        {
            var score = scores[kind];
            yield return FormattableString.Invariant($"  {kind,-14}{score.Precision,10:0.000}{score.Recall,8:0.000}{score.Right,7}{score.Wrong.Count,7}{score.Missed.Count,8}");
        }
    }

    private void Add(string kind, IEnumerable<Mention> found, LabelledText text, string label, Func<Mention, Label, bool> agree)
    {
        var score = Score.Of(found, text.Labels.Where(labelled => labelled.Kind == label), agree);
        scores[kind] += score;
        Mistakes.AddRange(score.Wrong.Select(wrong => $"{text.Name} {kind}: wrong {wrong.Start} “{Short(wrong.Text)}” {Value(wrong)}"));
        Mistakes.AddRange(score.Missed.Select(missed => $"{text.Name} {kind}: missed {missed.Start} “{Short(text.Text.Substring(missed.Start, missed.Length))}” {missed.Value}"));
    }

    private static string Value(Mention mention) => mention switch
    {
        PlaceMention place => place.Id ?? place.Name,
        ActorMention actor => actor.Id ?? actor.Name,
        DateMention date => date.Edtf,
        FigureMention figure => FormattableString.Invariant($"{figure.Value}"),
        DraftMention draft => draft.Type,
        _ => "",
    };

    private static string Short(string text) => text.Length > 90 ? text[..90] + "…" : text;
}
