using System.Text.Encodings.Web;
using System.Text.Json;
using Map.Core.Stories;

namespace Map.Web.Data;

/// <summary>Chapters as a story's row keeps them. What cannot be read, since it was erased or another version wrote it, is none.</summary>
public static class StoryChapters
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IReadOnlyList<StoryChapter> Read(string? stored)
    {
        if (string.IsNullOrEmpty(stored)) return [];
        try { return JsonSerializer.Deserialize<List<StoryChapter>>(stored, Json) ?? []; }
        catch (JsonException) { return []; }
    }

    public static string? Stored(IReadOnlyList<StoryChapter> chapters) => chapters.Count == 0 ? null : JsonSerializer.Serialize(chapters, Json);
}
