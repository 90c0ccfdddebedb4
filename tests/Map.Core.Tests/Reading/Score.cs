using Map.Core.Places;
using Map.Core.Reading;
using Map.Core.Time;

namespace Map.Core.Tests.Reading;

/// <summary>Found mentions of one kind held against their labels.</summary>
/// <param name="Right">Found and labelled.</param>
/// <param name="Wrong">Found, and no label left for it.</param>
/// <param name="Missed">Labels that nothing found answers.</param>
internal sealed record Score(int Right, IReadOnlyList<Mention> Wrong, IReadOnlyList<Label> Missed)
{
    public static Score None { get; } = new(0, [], []);

    public double Precision => Share(Right, Right + Wrong.Count);

    public double Recall => Share(Right, Right + Missed.Count);

    public static Score operator +(Score one, Score other) => new(one.Right + other.Right, [.. one.Wrong, .. other.Wrong], [.. one.Missed, .. other.Missed]);

    public static Score Of(IEnumerable<Mention> found, IEnumerable<Label> labels, Func<Mention, Label, bool> agree)
    {
        var left = labels.ToList();
        var wrong = new List<Mention>();
        var right = 0;
        foreach (var mention in found)
        {
            var match = left.Where(label => agree(mention, label)).MaxBy(label => Shared(mention, label));
            if (match is null)
            {
                wrong.Add(mention);
            }
            else
            {
                left.Remove(match);
                right++;
            }
        }

        return new Score(right, wrong, left);
    }

    /// <summary>At least half of either.</summary>
    public static bool Meets(Mention mention, Label label) => Shared(mention, label) * 2 >= Math.Min(mention.Length, label.Length);

    public static bool Overlaps(Mention mention, Label label) => Shared(mention, label) > 0;

    public static bool SamePlace(Mention mention, Label label) =>
        Meets(mention, label) && mention is PlaceMention place
        && (place.Id is { } id && PlaceIds.Contains(id) ? label.Values.Contains(id) : label.Values.Any(value => SameName(value, place.Name)));

    public static bool SameActor(Mention mention, Label label) =>
        Meets(mention, label) && mention is ActorMention actor
        && label.Values.Any(value => value == actor.Id || SameName(value, actor.Name) || (ActorNames.TryGetValue(value, out var names) && names.Any(name => SameName(name, actor.Name))));

    public static bool SameFigure(Mention mention, Label label) =>
        Meets(mention, label) && mention is FigureMention figure && figure.Value == label.Value.GetDecimal();

    public static bool SameDate(Mention mention, Label label) =>
        Meets(mention, label) && mention is DateMention date && EdtfText.Parse(label.Value.GetString()!) is var meant && (date.Earliest, date.Latest) == (meant.Earliest, meant.Latest);

    public static bool SameEvent(Mention mention, Label label) =>
        Overlaps(mention, label) && mention is DraftMention draft && draft.Type == label.Value.GetString();

    private static readonly HashSet<string> PlaceIds = [.. RepositoryFiles.Lexicon.Places.Select(place => place.Id)];

    private static readonly Dictionary<string, IReadOnlyList<string>> ActorNames = RepositoryFiles.Lexicon.Actors.ToDictionary(actor => actor.Id, actor => actor.Names);

    private static bool SameName(string one, string other) => NameKey.Of(one) is { Length: > 0 } key && key == NameKey.Of(other);

    private static int Shared(Mention mention, Label label) => Math.Min(mention.End, label.End) - Math.Max(mention.Start, label.Start);

    private static double Share(int part, int whole) => whole == 0 ? 1 : (double)part / whole;
}
