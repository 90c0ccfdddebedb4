using Microsoft.EntityFrameworkCore;
using Map.Core.Places;
using Map.Web.Data;

namespace Map.Web.Shared.Desk;

/// <summary>A place that can be chosen.</summary>
public sealed record PlaceChoice(string Key, string Name, string? NameAr, string Kind, string? Adm1, double Latitude, double Longitude, string? Status = null);

/// <summary>An actor that can be chosen.</summary>
public sealed record ActorChoice(long Id, string Key, string Name, string? NameAr, string Kind, string? Holder, string? Status = null);

/// <summary>A source that can be chosen.</summary>
public sealed record SourceChoice(long Id, string Key, string Title, string? Outlet, string? Author, string? Url, string? PublishedEdtf, string Reliability, string? Side = null, string? Status = null);

/// <summary>Finds places, actors and sources by what an editor types, blind to spelling.</summary>
public sealed class DeskSearch(IDbContextFactory<MapDb> databases)
{
    private const int Most = 8;
    private const int Candidates = 200;

    public async Task<IReadOnlyList<PlaceChoice>> PlacesAsync(string typed, CancellationToken cancel = default) =>
        [.. (await AnsweringAsync(typed, cancel)).Take(Most).Select(x => Choice(x.Place))];

    /// <summary>The same as rows, each with the name that answered, for a list.</summary>
    public async Task<IReadOnlyList<(PlaceRow Place, string Name)>> PlaceRowsAsync(string typed, int most, CancellationToken cancel = default) =>
        [.. (await AnsweringAsync(typed, cancel)).Take(most).Select(x => (x.Place, x.Match.Name))];

    /// <summary>The place of exactly that name, blind to case, accents and articles: the only one, or the one that outranks all others of it. Null where a choice is the editor's.</summary>
    public async Task<PlaceChoice?> PlaceCalledAsync(string typed, CancellationToken cancel = default)
    {
        var called = (await AnsweringAsync(typed, cancel)).Where(x => x.Match.Kind <= MatchKind.Folded).Select(x => x.Place).OrderBy(place => place.Rank).ToList();
        return called switch
        {
            [var only] => Choice(only),
            [var first, var second, ..] when first.Rank < second.Rank => Choice(first),
            _ => null,
        };
    }

    /// <summary>Best first: the closer name, then the larger place.</summary>
    private async Task<List<(PlaceRow Place, NameMatch Match)>> AnsweringAsync(string typed, CancellationToken cancel)
    {
        var query = new NameQuery(typed);
        if (query.StartKey.Length == 0) { return []; }
        await using var db = await databases.CreateDbContextAsync(cancel);
        var names = await db.PlaceNames.Where(n => n.NameKey == query.Key || n.NameKey.Contains(query.StartKey))
            .OrderBy(n => n.NameKey.Length).Take(Candidates).Select(n => new { n.PlaceId, n.Name }).ToListAsync(cancel);
        var ids = names.Select(n => n.PlaceId).Distinct().ToList();
        var places = await db.Places.Where(p => ids.Contains(p.Id)).ToListAsync(cancel);
        var best = names.ToLookup(n => n.PlaceId, n => n.Name);
        return [.. places.Select(p => (Place: p, Match: query.Best(best[p.Id]))).Where(x => x.Match is not null)
            .OrderBy(x => x.Match!.Kind).ThenBy(x => x.Place.Rank).ThenByDescending(x => x.Place.Population ?? 0)
            .Select(x => (x.Place, x.Match!))];
    }

    public async Task<IReadOnlyList<ActorChoice>> ActorsAsync(string typed, CancellationToken cancel = default)
    {
        var query = new NameQuery(typed);
        if (query.StartKey.Length == 0) { return []; }
        await using var db = await databases.CreateDbContextAsync(cancel);
        var names = await db.ActorNames.Where(n => n.NameKey == query.Key || n.NameKey.Contains(query.StartKey))
            .OrderBy(n => n.NameKey.Length).Take(Candidates).Select(n => new { n.ActorId, n.Name }).ToListAsync(cancel);
        var ids = names.Select(n => n.ActorId).Distinct().ToList();
        var actors = await db.Actors.Where(a => ids.Contains(a.Id)).ToListAsync(cancel);
        var best = names.ToLookup(n => n.ActorId, n => n.Name);
        return [.. actors.Select(a => (Actor: a, Match: query.Best(best[a.Id]))).Where(x => x.Match is not null)
            .OrderBy(x => x.Match!.Kind).ThenBy(x => x.Actor.Name.Length)
            .Take(Most).Select(x => Choice(x.Actor))];
    }

    public async Task<IReadOnlyList<SourceChoice>> SourcesAsync(string typed, CancellationToken cancel = default)
    {
        var words = typed.Trim();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var sources = db.Sources.AsQueryable();
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(8))
        {
            var pattern = Containing(word);
            sources = sources.Where(s => EF.Functions.Like(s.Title, pattern, "\\") || EF.Functions.Like(s.Outlet!, pattern, "\\") || EF.Functions.Like(s.Author!, pattern, "\\"));
        }
        return [.. (await sources.OrderByDescending(s => s.Id).Take(Most).ToListAsync(cancel)).Select(Choice)];
    }

    /// <summary>A LIKE pattern that finds the words as they are, percent signs and all.</summary>
    public static string Containing(string words) =>
        $"%{words.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";

    /// <summary>What a draft names by id or key, for showing it.</summary>
    public async Task<NamedThings> NamedInAsync(Mentions draft, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var names = await KnownNames.ForAsync(db, draft, cancel);
        var things = new NamedThings();
        foreach (var place in draft.Places.Select(names.Place).OfType<PlaceRow>()) { things.Add(Choice(place)); }
        foreach (var actor in draft.Actors.Select(a => names.Actor(a.Id, a.Key)).OfType<ActorRow>()) { things.Add(Choice(actor)); }
        foreach (var source in draft.Sources.Select(s => names.Source(s.Id, s.Key)).OfType<SourceRow>()) { things.Add(Choice(source)); }
        return things;
    }

    private static PlaceChoice Choice(PlaceRow p) => new(p.Key, p.Name, p.NameAr, p.Kind, p.Adm1, p.Latitude, p.Longitude, p.Status);

    private static ActorChoice Choice(ActorRow a) => new(a.Id, a.Key, a.Name, a.NameAr, a.Kind, a.Holder, a.Status);

    private static SourceChoice Choice(SourceRow s) => new(s.Id, s.Key, s.Title, s.Outlet, s.Author, s.Url, s.PublishedEdtf, s.Reliability, s.Side, s.Status);
}
