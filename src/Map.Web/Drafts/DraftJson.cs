using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Map.Web.Drafts;

/// <summary>Drafts as JSON: letters stay letters, and what another version wrote is no draft rather than a fault.</summary>
internal static class DraftJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNameCaseInsensitive = true,
        // A number that was being typed is kept as its characters.
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
    };

    public static string Of<T>(T draft) => JsonSerializer.Serialize(draft, Options);

    public static T? Read<T>(string json) where T : class
    {
        try { return JsonSerializer.Deserialize<T>(json, Options); }
        catch (JsonException) { return null; }
    }

    /// <summary>A copy that shares nothing with the original.</summary>
    public static T Copy<T>(T draft) where T : class => Read<T>(Of(draft))!;

    /// <summary>A copy with texts put where their paths lead from a property, such as "Claims[0].Says"; one that leads nowhere is left out, since its field is gone.</summary>
    public static T With<T>(T draft, string root, IReadOnlyDictionary<string, string> texts) where T : class
    {
        var whole = JsonNode.Parse(Of(draft))!;
        foreach (var (path, text) in texts)
        {
            var steps = $"{root}.{path}".Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries);
            if (steps[..^1].Aggregate((JsonNode?)whole, Within) is JsonObject owner && owner.ContainsKey(steps[^1])) { owner[steps[^1]] = text; }
        }
        return Read<T>(whole.ToJsonString()) ?? draft;
    }

    private static JsonNode? Within(JsonNode? at, string step) => at switch
    {
        JsonArray list => int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Count ? list[index] : null,
        JsonObject named => named[step],
        _ => null,
    };
}
