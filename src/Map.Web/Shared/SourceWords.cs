namespace Map.Web.Shared;

public static class SourceWords
{
    /// <summary>What is known of a source's outlet, date or licence: null for nothing and for the word "unknown", and what is added to that word without it.</summary>
    public static string? Known(string? value) => value switch
    {
        null or "" or "unknown" => null,
        _ when value.StartsWith("unknown (", StringComparison.Ordinal) && value.EndsWith(')') => value[9..^1],
        _ => value,
    };
}
