using Map.Core.Places;
using Map.Core.Time;
using Map.Web.Data;
using Map.Web.Packs;
using Map.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.Explore;

public enum FoundKind { Place, Actor, Event }

/// <summary>One answer of a search.</summary>
/// <param name="Name">What it is called here.</param>
/// <param name="Matched">The spelling that answered, where it is not the name itself.</param>
/// <param name="Detail">Where a place lies, what an actor is, when an event was.</param>
/// <param name="Type">An event's type; null for the others.</param>
/// <param name="Key">An actor's key; null for the others.</param>
/// <param name="Holder">The holder whose colour an actor wears; null = none.</param>
public sealed record Found(FoundKind Kind, long Id, string Name, string? Matched, string? Detail, double? Latitude, double? Longitude, string? Type = null, string? Key = null,
    string? Holder = null);

/// <summary>
/// All places, actors and event titles, by every spelling, in memory: made once per published state. A search compares keys that are the same
/// for Idlib, Idleb and إدلب; only what those let through is compared letter by letter.
/// </summary>
public sealed class SearchIndex
{
    private readonly List<Entry> entries;
    private readonly ActorsInTime actors;

    private SearchIndex(List<Entry> entries, ActorsInTime actors) => (this.entries, this.actors) = (entries, actors);

    public static async Task<SearchIndex> ReadAsync(MapDb db, CancellationToken cancel)
    {
        var entries = new List<Entry>();
        var withClaims = await db.PublicControlClaims.Select(c => c.PlaceId).Distinct().ToListAsync(cancel);
        var controlled = withClaims.ToHashSet();
        foreach (var place in await db.PublicPlaces.AsNoTracking().Include(p => p.Names).AsSplitQuery().ToListAsync(cancel))
        {
            entries.Add(new Entry(FoundKind.Place, place.Id, place.Name, place.NameAr, Region(place), place.Latitude, place.Longitude, null,
                place.Rank - (controlled.Contains(place.Id) ? 0.5 : 0), Spellings([place.Name, place.NameAr, .. place.Names.Select(n => n.Name)])));
        }
        foreach (var actor in await db.PublicActors.AsNoTracking().Include(a => a.Names).AsSplitQuery().ToListAsync(cancel))
        {
            entries.Add(new Entry(FoundKind.Actor, actor.Id, actor.Name, actor.NameAr, null, null, null, null, 3, Spellings([actor.Name, actor.NameAr, .. actor.Names.Select(n => n.Name)]), actor.Key));
        }
        // Titles that are only type and place add nothing that the place does not find.
        var events = await db.PublicEvents.AsNoTracking().Where(e => e.Dataset != EventTitle.CodedDataset)
            .Select(e => new { e.Id, e.Title, e.TitleAr, e.Type, e.Edtf, e.Latitude, e.Longitude }).ToListAsync(cancel);
        foreach (var e in events)
        {
            entries.Add(new Entry(FoundKind.Event, e.Id, e.Title, e.TitleAr, e.Edtf, e.Latitude, e.Longitude, e.Type, 4, Spellings([e.Title, e.TitleAr])));
        }
        return new SearchIndex(entries, await ActorsInTime.ReadAsync(db, cancel));
    }

    /// <summary>The best answers, closest spelling first; at most <paramref name="most"/>.</summary>
    /// <param name="day">Day number of the date shown: actors are called by their names of it. Null: by their usual ones.</param>
    public IReadOnlyList<Found> Find(string? typed, Language language, int most = 12, int? day = null)
    {
        var query = new NameQuery(typed);
        if (query.Key.Length == 0) { return []; }
        var starts = query.StartKey.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = new List<(Entry Entry, int Kind, string Name)>();
        foreach (var entry in entries)
        {
            (int Kind, string Name)? best = null;
            foreach (var spelling in entry.Spellings)
            {
                if (!spelling.Key.Contains(query.StartKey, StringComparison.Ordinal) && !(entry.Kind == FoundKind.Event && HasWords(spelling.Key, starts))) { continue; }
                var kind = query.Compare(spelling.Name) is { } close ? (int)close
                    : starts.Length > 0 && HasWords(spelling.Key, starts) ? (int)MatchKind.Within + 1 : -1;
                if (kind >= 0 && (best is null || kind < best.Value.Kind)) { best = (kind, spelling.Name); }
            }
            if (best is { } match) { found.Add((entry, match.Kind, match.Name)); }
        }
        return [.. found.OrderBy(f => f.Kind).ThenBy(f => f.Entry.Rank).ThenBy(f => f.Entry.Name, StringComparer.Ordinal).Take(most)
            .Select(f => f.Entry.As(f.Name, language, actors, day))];
    }

    /// <summary>Every typed word begins a word of the name, in any order.</summary>
    private static bool HasWords(string key, string[] starts) => Array.TrueForAll(starts, start =>
        start.Length > 1 && (key.StartsWith(start, StringComparison.Ordinal) || key.Contains(' ' + start, StringComparison.Ordinal)));

    private static List<Spelling> Spellings(IEnumerable<string?> names) =>
        [.. names.Where(name => !string.IsNullOrWhiteSpace(name)).Distinct().Select(name => new Spelling(name!, NameKey.Of(name)))];

    private static string? Region(PlaceRow place) => string.Join(", ", new[] { place.Adm2, place.Adm1 }.Where(name => !string.IsNullOrEmpty(name) && name != place.Name).Distinct());

    private sealed record Spelling(string Name, string Key);

    private sealed record Entry(FoundKind Kind, long Id, string Name, string? NameAr, string? Detail, double? Latitude, double? Longitude, string? Type,
        double Rank, List<Spelling> Spellings, string? Key = null)
    {
        public Found As(string matched, Language language, ActorsInTime actors, int? day)
        {
            var (from, to) = (day ?? Days.OpenStart, day ?? Days.OpenEnd);
            // Its own names only: what it was renamed to is an answer of its own.
            var name = Key is not null && actors[Key] is { } actor ? actor.NameIn(from, to, language.IsArabic) : language.Name(Name, NameAr);
            var isKnown = matched == name || (name == language.Name(Name, NameAr) && (matched == Name || matched == NameAr));
            return new Found(Kind, Id, name, isKnown ? null : matched, DetailIn(language), Latitude, Longitude, Type, Key, Key is null ? null : actors.HolderOf(Key, from, to));
        }

        private string? DetailIn(Language language) => string.IsNullOrEmpty(Detail) ? null
            : Kind == FoundKind.Event && EdtfText.TryParse(Detail, out var span, out _) ? DateWords.Of(span, language.IsArabic) : Detail;
    }
}
