using System.Text.Json;

namespace Map.Core.Zones;

/// <summary>An attribute's value as one line.</summary>
internal static class ImportText
{
    private const int Longest = 200;

    /// <summary>Null where it says nothing, or is no single value.</summary>
    public static string? Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String when value.GetString()!.Trim() is { Length: > 0 } text => text.Length <= Longest ? text : text[..Longest],
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };
}
