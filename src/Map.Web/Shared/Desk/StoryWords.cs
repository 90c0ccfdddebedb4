using Map.Core.Stories;
using Map.Core.Time;
using Map.Web.Data;

namespace Map.Web.Shared.Desk;

/// <summary>What stands in the chapters of a story, in words, so that two versions can be read beside each other.</summary>
public static class StoryWords
{
    /// <param name="stored">As the row keeps them.</param>
    public static string Chapters(string? stored, Language lang) => string.Join("\n", StoryChapters.Read(stored).Select((chapter, at) => $"{at + 1}. {Chapter(chapter, lang)}"));

    public static string Chapter(StoryChapter chapter, Language lang)
    {
        string?[] lines = [string.Join(" / ", new[] { chapter.Heading, chapter.HeadingAr }.Where(words => words.Trim().Length > 0)), Shown(chapter, lang), chapter.Text.Trim(), chapter.TextAr.Trim()];
        return string.Join("\n", lines.Where(line => !string.IsNullOrEmpty(line)));
    }

    /// <summary>Date, window, view, layers and filters in a line.</summary>
    private static string Shown(StoryChapter chapter, Language lang)
    {
        var when = chapter.ReadWhen() is { } span ? DateWords.Of(span, lang.IsArabic) : chapter.When.Trim();
        string?[] parts =
        [
            when, chapter.ReadWhen() is null or { IsOneDay: true } ? ViewWords.Window(chapter.Window, lang) : null, chapter.At.Trim(),
            Core.Views.ViewLayer.All.All(layer => chapter.Layers.Contains(layer.Id)) ? null : ViewWords.Layers(chapter.Layers, lang), chapter.Filters.Trim(),
        ];
        return string.Join(lang.Say(", ", "، "), parts.Where(part => !string.IsNullOrEmpty(part)));
    }
}
