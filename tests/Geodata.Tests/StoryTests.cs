using System.Text.Json;
using Map.Core.Stories;
using Map.Core.Time;

namespace Geodata.Tests;

/// <summary>The stories that ship: every paragraph leads to what it rests on, in both languages, and to nothing that is not here.</summary>
public sealed class StoryTests
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };

    private static readonly IReadOnlyList<Story> All = [.. Directory.EnumerateFiles(Path.Combine(ArticlesFiles.Folder, "stories"), "*.json").Select(file => JsonSerializer.Deserialize<Story>(File.ReadAllText(file), Json)!)];

    private static readonly IReadOnlyList<Chapter> Chapters = [.. All.SelectMany(story => story.Chapters)];

    private static IEnumerable<string> Paragraphs => Chapters.SelectMany(chapter => chapter.Text.Concat(chapter.TextAr));

    [Fact]
    public void A_story_could_be_published_as_it_is() =>
        Assert.All(All, story => Assert.Empty(new StoryDraft
        {
            Title = story.Title,
            TitleAr = story.TitleAr,
            Summary = story.Summary,
            SummaryAr = story.SummaryAr,
            Byline = story.Byline,
            BylineAr = story.BylineAr,
            Slug = story.Slug,
            Status = "published",
            Chapters = [.. story.Chapters.Select(it => new StoryChapter
            {
                Heading = it.Heading, HeadingAr = it.HeadingAr, Text = string.Join('\n', it.Text), TextAr = string.Join('\n', it.TextAr), When = it.When, Window = it.Window ?? "30d", At = it.At, Filters = it.Filters ?? "",
            })],
        }.Check(new DateOnly(2026, 1, 1))));

    [Fact]
    public void Every_paragraph_leads_to_an_event_or_a_source_that_is_recorded()
    {
        var (events, sources) = (ArticlesFiles.All.Select(it => it.Id).ToHashSet(), ArticlesFiles.Keys("sources.csv"));
        Assert.NotEmpty(Paragraphs);
        Assert.All(Paragraphs, text => Assert.Contains(StoryText.Links(text), link => link.Kind != StoryLinkKind.Date));
        Assert.All(Paragraphs.SelectMany(StoryText.Links), link => Assert.True(link.Event is { } id ? events.Contains(id) : link.Source is not { } key || sources.Contains(key), link.Target));
    }

    [Fact]
    public void Both_languages_rest_on_the_same_events_sources_and_dates() =>
        Assert.All(Chapters, chapter =>
        {
            Assert.Equal(chapter.Text.Count, chapter.TextAr.Count);
            Assert.All(chapter.Text.Zip(chapter.TextAr), pair => Assert.Equal(StoryText.Links(pair.First).Select(Said).Order(), StoryText.Links(pair.Second).Select(Said).Order()));
        });

    [Fact]
    public void The_events_of_a_chapter_may_have_happened_in_its_span_and_the_chapters_go_on_in_time()
    {
        var dates = ArticlesFiles.All.ToDictionary(it => it.Id, it => Span(it.Date));
        foreach (var story in All)
        {
            // Each begins or ends later than the one before, or as it does.
            Assert.All(story.Chapters.Zip(story.Chapters.Skip(1)), pair => Assert.True(Span(pair.Second.When).Earliest >= Span(pair.First.When).Earliest || Span(pair.Second.When).Latest >= Span(pair.First.When).Latest, pair.Second.Heading));
            foreach (var (chapter, before) in story.Chapters.Select((it, at) => (it, at == 0 ? "" : string.Join('\n', story.Chapters[at - 1].Text))))
            {
                var (_, window) = new StoryChapter { When = chapter.When, Window = chapter.Window ?? "30d" }.ReadTime();
                var last = Span(chapter.When).LatestDay;
                var first = last - (Map.Core.Views.ViewWindow.Days(window) ?? 0) + 1;
                var told = string.Join('\n', chapter.Text);
                Assert.All(StoryText.Links(told).Select(link => link.Event).OfType<long>().Distinct(), id =>
                    // What a chapter looks back to was told in the one before; what followed at once may end later.
                    Assert.True((dates[id].EarliestDay <= last && dates[id].LatestDay >= first) || before.Contains($"(event:{id})", StringComparison.Ordinal), $"{chapter.Heading}: {id}"));
            }
        }
    }

    [Fact]
    public void Our_own_words_are_neutral_and_the_articles_are_not_quoted() =>
        Assert.All(Paragraphs.Select(StoryText.Plain).Concat(All.SelectMany(story => (string[])[story.Title, story.TitleAr, story.Summary, story.SummaryAr])).Concat(Chapters.SelectMany(it => (string[])[it.Heading, it.HeadingAr])), text =>
        {
            Assert.DoesNotMatch(ArticlesVoiceTests.Partisan(), text);
            Assert.DoesNotMatch("[“”«»\"]", text);
        });

    [Fact]
    public void The_shipped_story_reaches_from_January_2017_to_Azaz_in_December_2023()
    {
        var story = Assert.Single(All);
        Assert.InRange(story.Chapters.Count, 8, 12);
        Assert.Equal(("2017-01", "2023-12-19"), (story.Chapters[0].When, story.Chapters[^1].When));
        // All five articles are cited.
        var cited = Paragraphs.SelectMany(StoryText.Links).Select(link => link.Source).ToHashSet();
        Assert.All(ArticlesFiles.Articles, article => Assert.Contains($"article-{article}", cited));
    }

    private static string Said(StoryLink link) => $"{link.Kind}:{link.Target}";

    private static DateSpan Span(string edtf) => EdtfText.TryParse(edtf, out var span, out var problem) ? span : throw new FormatException($"{edtf}: {problem}");

    private sealed record Story(string Key, string Slug, string Title, string TitleAr, string Summary, string SummaryAr, string Byline, string BylineAr, IReadOnlyList<Chapter> Chapters);

    private sealed record Chapter(string Heading, string HeadingAr, string When, string? Window, string At, string? Filters, IReadOnlyList<string> Text, IReadOnlyList<string> TextAr);
}
