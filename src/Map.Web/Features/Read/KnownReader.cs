using Map.Core.Events;
using Map.Core.Reading;
using Map.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.Read;

/// <summary>The reader with the places and actors that are recorded now. Made when it is first asked for, and anew after either changed.</summary>
public sealed class KnownReader : IDisposable
{
    /// <summary>A place's code begins with its country's.</summary>
    private const int CountryLetters = 2;

    private readonly IDbContextFactory<MapDb> databases;
    private readonly IDisposable ear;
    private readonly Lock gate = new();
    private Task<Made>? made;

    public KnownReader(IDbContextFactory<MapDb> databases, Changes changes)
    {
        this.databases = databases;
        ear = changes.Listen(change =>
        {
            if ((change.Parts & (DataParts.Places | DataParts.Actors)) == 0) { return; }
            lock (gate) { made = null; }
        });
    }

    public async Task<ArticleReading> ReadAsync(ArticleRow article)
    {
        var reader = (await MadeAsync()).Reader;
        return await Task.Run(() => reader.Read(article.Text, ReadArticle.Published(article)));
    }

    /// <summary>How closely each place of the gazetteer says where.</summary>
    public async Task<Func<string, PlacePrecision>> PrecisionsAsync()
    {
        var kinds = (await MadeAsync()).Kinds;
        return key => kinds.GetValueOrDefault(key) switch
        {
            "district" or "subdistrict" => PlacePrecision.District,
            "governorate" => PlacePrecision.Governorate,
            "region" => PlacePrecision.Region,
            "country" => PlacePrecision.Country,
            _ => PlacePrecision.Exact,
        };
    }

    /// <summary>The country that most places of a text lie in; null where none does.</summary>
    public async Task<PlaceMention?> GroundAsync(ArticleReading reading) => (await MadeAsync()).Countries is var countries
        && reading.Places.Select(place => place.Id is { } id ? countries.GetValueOrDefault(id) : null).OfType<PlaceMention>().GroupBy(country => country.Id).MaxBy(group => group.Count()) is { } most ? most.First() : null;

    public void Dispose() => ear.Dispose();

    private async Task<Made> MadeAsync()
    {
        Task<Made> making;
        lock (gate) { making = made is { IsFaulted: false } ? made : made = Task.Run(MakeAsync); }
        return await making;
    }

    private async Task<Made> MakeAsync()
    {
        await using var db = await databases.CreateDbContextAsync();
        var places = await db.Places.AsNoTracking().Include(place => place.Names).OrderBy(place => place.Id).ToListAsync();
        // A row for several groups together is a side in a dataset; each of the groups has a row of its own.
        var actors = await db.Actors.AsNoTracking().Include(actor => actor.Names).Where(actor => !actor.Name.Contains(", ")).OrderBy(actor => actor.Id).ToListAsync();
        var lexicon = new Lexicon(
            [.. places.Select(place => new KnownPlace(place.Key, place.Name, Names(place.Name, place.NameAr, place.Names.Select(one => one.Name)), place.Kind, place.Latitude, place.Longitude,
                place.Population ?? 0, place.Rank, place.Adm1, place.Adm2))],
            [.. actors.Select(actor => new KnownActor(actor.Key, actor.Name, Names(actor.Name, actor.NameAr, actor.Names.Select(one => one.Name)), actor.Kind))]);
        var countries = places.Where(place => place.Kind == "country" && place.PCode is { Length: CountryLetters }).DistinctBy(place => place.PCode)
            .ToDictionary(place => place.PCode!, place => new PlaceMention("", 0, 0, place.Name, place.Key, []));
        return new(new ArticleReader(lexicon), places.ToDictionary(place => place.Key, place => place.Kind),
            places.Where(place => place.PCode is { Length: >= CountryLetters }).Select(place => (place.Key, Country: countries.GetValueOrDefault(place.PCode![..CountryLetters]))).Where(one => one.Country is not null)
                .ToDictionary(one => one.Key, one => one.Country!));
    }

    private static List<string> Names(string name, string? arabic, IEnumerable<string> others) => [.. others.Prepend(arabic).Prepend(name).OfType<string>().Where(one => one.Length > 0).Distinct()];

    private sealed record Made(ArticleReader Reader, IReadOnlyDictionary<string, string> Kinds, IReadOnlyDictionary<string, PlaceMention> Countries);
}
