using System.Text.Encodings.Web;
using System.Text.Json;
using Map.Core.Views;

namespace Map.Web.Data;

/// <summary>Colours and callouts as a view's row keeps them. What cannot be read, since it was erased or another version wrote it, is none.</summary>
public static class ViewLooks
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<OwnColour> Colours(string? stored) =>
        [.. Split(stored).Select(own => own.Split('=')).Where(own => own.Length == 2).Select(own => new OwnColour { Holder = own[0], Colour = own[1] })];

    public static string? Stored(IEnumerable<OwnColour> colours) => Joined(colours.Select(own => $"{own.Holder}={own.Colour.ToLowerInvariant()}"));

    public static IReadOnlyList<DraftCallout> Callouts(string? stored)
    {
        if (string.IsNullOrEmpty(stored)) return [];
        try { return JsonSerializer.Deserialize<List<DraftCallout>>(stored, Json) ?? []; }
        catch (JsonException) { return []; }
    }

    public static string? Stored(IReadOnlyList<DraftCallout> callouts) => callouts.Count == 0 ? null : JsonSerializer.Serialize(callouts, Json);

    public static string[] Split(string? stored, char by = ' ') => (stored ?? "").Split(by, StringSplitOptions.RemoveEmptyEntries);

    public static string? Joined(IEnumerable<string> parts, char by = ' ') => string.Join(by, parts) is { Length: > 0 } joined ? joined : null;
}
