using System.Text.Json;
using System.Text.Json.Serialization;
using Map.Core.Stories;

namespace Map.Web.Data.FirstLoad;

/// <summary>A story that ships: what it links to is recorded by the files before it.</summary>
internal static class StoryFile
{
    private static readonly JsonSerializerOptions Strict = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true };

    public static Task ReadAsync(FileLoad load)
    {
        load.Total = 1;
        load.Take(() => Add(load, Read(load.Path)), "the story");
        return Task.CompletedTask;
    }

    private static ShippedStory Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<ShippedStory>(File.ReadAllText(path), Strict) ?? throw new BadRowException("it is null");
        }
        catch (JsonException broken)
        {
            throw new BadRowException(broken.Message);
        }
    }

    private static void Add(FileLoad load, ShippedStory told)
    {
        var draft = new StoryDraft
        {
            Key = told.Key,
            Slug = told.Slug ?? "",
            Title = told.Title,
            TitleAr = told.TitleAr ?? "",
            Summary = told.Summary ?? "",
            SummaryAr = told.SummaryAr ?? "",
            Byline = told.Byline ?? "",
            BylineAr = told.BylineAr ?? "",
            Chapters = [.. told.Chapters.Select(Chapter)],
            Status = "published",
        };
        if (draft.Check(DateOnly.FromDateTime(DateTime.UtcNow)) is [var problem, ..]) throw new BadRowException($"{problem.Field}: {problem.Message}");
        foreach (var source in draft.Chapters.SelectMany(it => it.Links()).Select(link => link.Source).OfType<string>()) load.Keys.Source(source);
        load.Add(new StoryRow
        {
            Id = load.NextId<StoryRow>(),
            Key = draft.Key,
            Slug = told.Slug,
            Title = told.Title,
            TitleAr = told.TitleAr,
            Summary = told.Summary,
            SummaryAr = told.SummaryAr,
            Byline = told.Byline,
            BylineAr = told.BylineAr,
            Chapters = StoryChapters.Stored(draft.Chapters),
            Status = draft.Status,
            Version = Guid.NewGuid(),
        });
    }

    private static StoryChapter Chapter(ShippedChapter it)
    {
        var chapter = new StoryChapter { Heading = it.Heading, HeadingAr = it.HeadingAr ?? "", Text = Lines(it.Text), TextAr = Lines(it.TextAr ?? []), When = it.When, At = it.At ?? "", Filters = it.Filters ?? "" };
        if (it.Window is { } window) chapter.Window = window;
        if (it.Layers is { } layers) chapter.Layers = [.. layers];
        return chapter;
    }

    private static string Lines(IReadOnlyList<string> paragraphs) => string.Join("\n\n", paragraphs);

    // The form of geodata/stories/*.json, named as there.
    private sealed record ShippedStory(string Key, string? Slug, string Title, string? TitleAr, string? Summary, string? SummaryAr, string? Byline, string? BylineAr, IReadOnlyList<ShippedChapter> Chapters);

    private sealed record ShippedChapter(string Heading, string? HeadingAr, string When, string? Window, string? At, IReadOnlyList<string>? Layers, string? Filters, IReadOnlyList<string> Text, IReadOnlyList<string>? TextAr);
}
