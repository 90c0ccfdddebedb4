using System.Text.Encodings.Web;
using System.Text.Json;
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
}
