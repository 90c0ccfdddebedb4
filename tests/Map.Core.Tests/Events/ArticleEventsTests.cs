using System.Globalization;
using System.Text.Json;
using Map.Core.Events;
using Map.Core.Tests.Control;
using Map.Core.Time;

namespace Map.Core.Tests.Events;

/// <summary>The events that ship go through the same door as an editor's.</summary>
public class ArticleEventsTests
{
    private static readonly DraftContext Desk = new(new(2024, 6, 1));

    public static TheoryData<string> Files() => [.. Directory.GetFiles(RealClaims.Geodata("articles"), "events_*.json").Select(Path.GetFileName).OfType<string>().Order()];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_event_of_an_article_passes_the_check_of_the_form(string file)
    {
        using var events = JsonDocument.Parse(File.ReadAllText(RealClaims.Geodata("articles", file)));
        var problems = events.RootElement.EnumerateArray().Select(DraftOf)
            .SelectMany(draft => draft.Check(Desk).Select(problem => $"{draft.Id} {problem.Field}: {problem.Message}")).ToList();
        Assert.True(problems.Count == 0, string.Join("\n", problems));
    }

    /// <summary>Phrases in the source's own words are read to a span that meets the recorded one, where they are read at all.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void The_words_of_a_date_do_not_contradict_the_date_recorded(string file)
    {
        using var events = JsonDocument.Parse(File.ReadAllText(RealClaims.Geodata("articles", file)));
        var apart = new List<string>();
        // "That week" counts from the event told before, not from the source.
        foreach (var one in events.RootElement.EnumerateArray().Where(one => Text(one, "date_phrase").Length > 0 && !Text(one, "date_phrase").StartsWith("That ", StringComparison.Ordinal)))
        {
            var recorded = EdtfText.Parse(Text(one, "date"));
            var anchor = EdtfText.TryParse(Text(one, "date_anchor"), out var parsed, out _) ? parsed : null;
            var readings = DatePhrase.Read(Text(one, "date_phrase"), anchor).Readings;
            if (readings.Count > 0 && !readings.Any(reading => reading.EarliestDay <= recorded.LatestDay && recorded.EarliestDay <= reading.LatestDay))
            {
                apart.Add($"{Text(one, "date_phrase")} ({Text(one, "date_anchor")}) is {readings[0].Edtf}, recorded {recorded.Edtf}");
            }
        }

        Assert.True(apart.Count == 0, string.Join("\n", apart));
    }

    private static EventDraft DraftOf(JsonElement one) => new()
    {
        Id = one.GetProperty("id").GetInt64(),
        Type = Text(one, "type"),
        Title = Text(one, "title"),
        TitleAr = Text(one, "title_ar"),
        DateText = Text(one, "date"),
        DateAnchor = Text(one, "date_anchor"),
        PlaceKey = Text(one, "place"),
        Coordinates = one.GetProperty("latitude").ValueKind == JsonValueKind.Number
            ? string.Create(CultureInfo.InvariantCulture, $"{one.GetProperty("latitude").GetDouble()}, {one.GetProperty("longitude").GetDouble()}") : "",
        Precision = Text(one, "precision"),
        Description = Text(one, "description"),
        Actors = [.. one.GetProperty("actors").EnumerateArray().Select(actor => new DraftActor { ActorKey = Text(actor, "actor"), Role = Text(actor, "role") })],
        Figures = [.. one.GetProperty("figures").EnumerateArray().Select(figure => new DraftFigure { Kind = Text(figure, "kind"), Low = Text(figure, "low"), Best = Text(figure, "best"), High = Text(figure, "high") })],
        Claims = [.. one.GetProperty("claims").EnumerateArray().Select(claim => new DraftClaim
        {
            Field = Text(claim, "field"), Says = Text(claim, "says"), SaysAr = Text(claim, "says_ar"), ClaimantKey = Text(claim, "claimant"), ClaimantText = Text(claim, "claimant_text"),
            PlaceText = Text(claim, "place_text"), PlaceKey = Text(claim, "place"), RadiusKm = Text(claim, "radius_km"), When = Text(claim, "when"), SaidOn = Text(claim, "said_on"),
            Quote = Text(claim, "quote"), SourceKey = Text(claim, "source"), Credibility = claim.GetProperty("credibility").GetInt32(), Denies = claim.GetProperty("denies").GetBoolean(),
        })],
        Status = Text(one, "status"),
    };

    private static string Text(JsonElement element, string name) =>
        !element.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null ? "" : value.ToString();
}
