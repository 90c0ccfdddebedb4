using System.Globalization;
using System.Text;
using Map.Core.Stories;
using Map.Core.Time;
using Map.Core.Views;
using Map.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Shared.Stories;

/// <summary>One chapter in the reader's language, as far as it is written in it.</summary>
/// <param name="Number">From 1; its address on the page is "c1".</param>
/// <param name="Query">What the map shows while it is read, as an address says it, without a leading "?".</param>
/// <param name="Ring">Numbers of the events to ring, joined by commas.</param>
public sealed record ReadChapter(int Number, string Heading, string HeadingCode, string Text, string TextCode, DateSpan? When, string Query, string Ring);

/// <summary>A story with all it leads to, read of what is public at this moment. Its sources are numbered in the order in which the text comes to them.</summary>
public sealed class StoryReading
{
    // Northern Syria, where a chapter names no place to look at.
    private const string UsualView = "35.9,36.9,8";

    private readonly Dictionary<long, EventRow> events;
    private readonly ILookup<long, long> sourcesOfEvent;
    private readonly Dictionary<string, SourceRow> sourcesByKey;
    private readonly Dictionary<long, int> numbers = [];
    private readonly List<SourceRow> sources = [];

    private StoryReading(IReadOnlyList<StoryChapter> chapters, Language lang, Dictionary<long, EventRow> events, IEnumerable<(long Event, long Source)> claims, IReadOnlyList<SourceRow> known)
    {
        this.events = events;
        sourcesOfEvent = claims.Distinct().ToLookup(it => it.Event, it => it.Source);
        sourcesByKey = known.ToDictionary(it => it.Key, StringComparer.Ordinal);
        Chapters = [.. chapters.Select((it, at) => Read(it, at + 1, lang))];
        var byId = known.ToDictionary(it => it.Id);
        foreach (var link in Chapters.SelectMany(it => StoryText.Links(it.Text)))
        {
            foreach (var id in SourcesOf(link).Where(id => byId.ContainsKey(id) && numbers.TryAdd(id, sources.Count + 1))) { sources.Add(byId[id]); }
        }
    }

    public IReadOnlyList<ReadChapter> Chapters { get; }

    /// <summary>All that the text rests on; the first is number 1.</summary>
    public IReadOnlyList<SourceRow> Sources => sources;

    public static async Task<StoryReading> OfAsync(MapDb db, IReadOnlyList<StoryChapter> chapters, Language lang, CancellationToken cancel = default)
    {
        var links = chapters.SelectMany(it => it.Links()).ToList();
        var (ids, keys) = (links.Select(link => link.Event).OfType<long>().Distinct().ToList(), links.Select(link => link.Source).OfType<string>().Distinct().ToList());
        var events = await db.PublicEvents.Where(it => ids.Contains(it.Id)).ToDictionaryAsync(it => it.Id, cancel);
        var claims = await db.PublicClaims.Where(it => ids.Contains(it.EventId)).OrderBy(it => it.EventId).ThenBy(it => it.Position).Select(it => new { it.EventId, it.SourceId }).ToListAsync(cancel);
        var cited = claims.Select(it => it.SourceId).Distinct().ToList();
        var sources = await db.PublicSources.AsNoTracking().Where(it => keys.Contains(it.Key) || cited.Contains(it.Id)).ToListAsync(cancel);
        return new(chapters, lang, events, claims.Select(it => (it.EventId, it.SourceId)), sources);
    }

    /// <summary>Null where readers see no such event, or no longer.</summary>
    public EventRow? Event(long id) => events.GetValueOrDefault(id);

    /// <summary>Null where readers see no such source, or no longer.</summary>
    public SourceRow? Source(string key) => sourcesByKey.GetValueOrDefault(key);

    /// <summary>The numbers of the sources that a link rests on; none for a date, or where nothing of it is public.</summary>
    public IEnumerable<int> NumbersOf(StoryLink link) => SourcesOf(link).Where(numbers.ContainsKey).Select(id => numbers[id]).Order();

    private IEnumerable<long> SourcesOf(StoryLink link) => link switch
    {
        { Event: { } id } => events.ContainsKey(id) ? sourcesOfEvent[id] : [],
        { Source: { } key } => sourcesByKey.TryGetValue(key, out var source) ? [source.Id] : [],
        _ => [],
    };

    private ReadChapter Read(StoryChapter chapter, int number, Language lang)
    {
        var (heading, headingCode) = Either(chapter.Heading, chapter.HeadingAr, lang);
        var (text, textCode) = Either(chapter.Text, chapter.TextAr, lang);
        return new(number, heading, headingCode, text, textCode, chapter.ReadWhen(), QueryOf(chapter), string.Join(',', chapter.Events().Where(events.ContainsKey)));
    }

    /// <summary>The words in the reader's language, or those there are, with the code of the language they are in.</summary>
    public static (string Words, string Code) Either(string? english, string? arabic, Language lang)
    {
        var (first, second) = ((english ?? "").Trim(), (arabic ?? "").Trim());
        return lang.IsArabic && second.Length > 0 ? (second, "ar") : first.Length > 0 || second.Length == 0 ? (first, "en") : (second, "ar");
    }

    /// <summary>Whole, so that nothing of the chapter before stays: what a chapter leaves open is as every map begins.</summary>
    private static string QueryOf(StoryChapter chapter)
    {
        var (day, window) = chapter.ReadTime();
        var query = new StringBuilder();
        void Add(string name, string? value)
        {
            // A comma needs no escape in a query, and an address with commas can be read by people.
            if (value is not null) query.Append(query.Length == 0 ? "" : "&").Append(name).Append('=').Append(Uri.EscapeDataString(value).Replace("%2C", ",", StringComparison.Ordinal));
        }
        Add("date", day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Add("window", window);
        Add("at", chapter.At.Trim() is { Length: > 0 } at ? at : UsualView);
        Add("layers", ViewLayer.All.All(layer => chapter.Layers.Contains(layer.Id)) ? null : string.Join(',', chapter.Layers));
        foreach (var part in chapter.Filters.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2)).Where(part => part.Length == 2))
        {
            Add(part[0].Trim(), Uri.UnescapeDataString(part[1].Trim().Replace('+', ' ')));
        }
        return query.ToString();
    }
}
