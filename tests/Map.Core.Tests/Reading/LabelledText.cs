using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Map.Core.Time;

namespace Map.Core.Tests.Reading;

/// <summary>What a person found in a text; <c>tests/reading/README.md</c> says by which conventions.</summary>
/// <param name="Kind">place, actor, date, figure or event.</param>
/// <param name="Value">Of an event its type; of a figure its number in digits.</param>
/// <param name="Also">Values that are as right.</param>
internal sealed record Label(string Kind, int Start, int Length, JsonElement Value, IReadOnlyList<string>? Also, string? Place, string? Date, IReadOnlyList<string>? Actors)
{
    public int End => Start + Length;

    /// <summary>The value and those that are as right.</summary>
    public IEnumerable<string> Values => [Value.ToString(), .. Also ?? []];
}

/// <summary>A text with its labels.</summary>
internal sealed record LabelledText(string Name, string Text, DateSpan Published, IReadOnlyList<Label> Labels)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };

    /// <summary>The reports written for the measurement: those the reader was made with, or <c>unseen</c>, those that were labelled before it was asked.</summary>
    public static IReadOnlyList<LabelledText> Reports(string folder = "reports") =>
        [.. LabelFiles(folder).Select(file => Read(file, Path.ChangeExtension(file, ".txt")))];

    /// <summary>The five articles; null where <c>MAP_ARTICLES</c> names no folder that holds them.</summary>
    public static IReadOnlyList<LabelledText>? Articles()
    {
        var folder = Environment.GetEnvironmentVariable("MAP_ARTICLES");
        return string.IsNullOrEmpty(folder) || !Directory.Exists(folder)
            ? null
            : [.. LabelFiles("articles").Select(file => Read(file, Directory.GetFiles(folder, Path.GetFileNameWithoutExtension(file) + "*.txt").Single()))];
    }

    public static IEnumerable<string> LabelFiles(string folder) =>
        Directory.GetFiles(RepositoryFiles.Path("tests", "reading", folder), "*.json").Order(StringComparer.Ordinal);

    public static LabelFile Parse(string file) => JsonSerializer.Deserialize<LabelFile>(File.ReadAllText(file), Form)!;

    private static LabelledText Read(string labels, string text)
    {
        var file = Parse(labels);
        var bytes = File.ReadAllBytes(text);
        var found = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return found == file.Sha256
            ? new LabelledText(Path.GetFileNameWithoutExtension(labels), Encoding.UTF8.GetString(bytes), EdtfText.Parse(file.Published), file.Labels)
            : throw new InvalidDataException($"{text} is not the text that {Path.GetFileName(labels)} labels: its SHA-256 is {found}, and {file.Sha256} is meant.");
    }

    internal sealed record LabelFile(string Sha256, string Published, IReadOnlyList<Label> Labels);
}
