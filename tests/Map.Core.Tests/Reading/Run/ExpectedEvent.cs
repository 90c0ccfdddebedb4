using System.Text.Json;
using Map.Core.Events;

namespace Map.Core.Tests.Reading;

/// <summary>An event that the project ships for one of the five articles, and where in the article it is told.</summary>
/// <param name="Claims">What is claimed of it in this article.</param>
/// <param name="Elsewhere">How many claims of it rest on other sources, which no reading of this article gives.</param>
/// <param name="Told">Stretches of the article's text, in UTF-16 units.</param>
internal sealed record ExpectedEvent(long Id, int Article, EventDraft Draft, IReadOnlyList<ClaimAnswer> Claims, int Elsewhere, IReadOnlyList<(int Start, int End)> Told)
{
    public EventAnswers Answers { get; } = EventAnswers.Of(Draft);

    /// <summary>All of them, from <c>geodata/articles</c> and <c>tests/reading/articles-run/told.json</c>.</summary>
    public static IReadOnlyList<ExpectedEvent> All(string root)
    {
        using var told = JsonDocument.Parse(File.ReadAllText(Path.Combine(root, "tests", "reading", "articles-run", "told.json")));
        var all = new List<ExpectedEvent>();
        for (var article = 0; article < 5; article++)
        {
            using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(root, "geodata", "articles", $"events_{article:000}.json")));
            foreach (var one in file.RootElement.EnumerateArray())
            {
                var id = one.GetProperty("id").GetInt64();
                var claims = one.GetProperty("claims").EnumerateArray().ToLookup(claim => claim.GetProperty("source").GetString() == $"article-{article:000}");
                all.Add(new(id, article, DraftOf(one), [.. claims[true].Select(ClaimOf)], claims[false].Count(), [.. told.RootElement.GetProperty($"{id}").EnumerateArray().Select(stretch => (stretch[0].GetInt32(), stretch[0].GetInt32() + stretch[1].GetInt32()))]));
            }
        }

        return all;
    }

    public bool IsToldIn(int start, int end) => Told.Any(stretch => stretch.Start < end && start < stretch.End);

    private static EventDraft DraftOf(JsonElement one) => new()
    {
        Type = one.GetProperty("type").GetString()!,
        Title = one.GetProperty("title").GetString()!,
        DateText = one.GetProperty("date").GetString()!,
        PlaceKey = one.GetProperty("place").GetString() ?? "",
        Actors = [.. one.GetProperty("actors").EnumerateArray().Select(actor => new DraftActor { ActorKey = actor.GetProperty("actor").GetString()!, Role = actor.GetProperty("role").GetString()! })],
        Figures = [.. one.GetProperty("figures").EnumerateArray().Select(figure => new DraftFigure { Kind = figure.GetProperty("kind").GetString()!, Low = Digits(figure, "low"), Best = Digits(figure, "best"), High = Digits(figure, "high") })],
    };

    private static ClaimAnswer ClaimOf(JsonElement claim) =>
        ClaimAnswer.Of(claim.GetProperty("field").GetString()!, claim.GetProperty("claimant").GetString(), claim.GetProperty("claimant_text").GetString(), claim.GetProperty("denies").GetBoolean());

    private static string Digits(JsonElement figure, string name) => figure.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetRawText() : "";
}
