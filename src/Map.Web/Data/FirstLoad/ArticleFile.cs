using System.Text.Json;
using Map.Core.Events;
using Map.Core.Time;

namespace Map.Web.Data.FirstLoad;

/// <summary>What an article tells: its events, each with every claim made about it.</summary>
internal static class ArticleFile
{
    private const string Dataset = "articles";

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = false,
        MaxDepth = 64,
    };

    public static async Task ReadAsync(FileLoad load)
    {
        var at = DateTime.UtcNow;
        var events = await ElementsAsync(load.Path);
        load.Total = events.Count;
        for (var i = 0; i < events.Count; i++)
        {
            var element = events[i];
            load.Take(() => Add(load, Read(element), at), $"event {i + 1}{IdOf(element)}");
        }
    }

    private static async Task<List<JsonElement>> ElementsAsync(string path)
    {
        await using var file = File.OpenRead(path);
        var elements = new List<JsonElement>();
        await foreach (var element in JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(file, Strict)) elements.Add(element);
        return elements;
    }

    private static ArticleEvent Read(JsonElement element)
    {
        try
        {
            return element.Deserialize<ArticleEvent>(Strict) ?? throw new BadRowException("it is null");
        }
        catch (JsonException broken)
        {
            throw new BadRowException(broken.Message);
        }
    }

    private static string IdOf(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty("id", out var id) ? $" (id {id})" : "";

    private static void Add(FileLoad load, ArticleEvent told, DateTime at)
    {
        if (string.IsNullOrWhiteSpace(told.Title)) throw new BadRowException("title is empty");
        if (!EventTypes.TryGet(told.Type, out var type)) throw new BadRowException($"no event type is called {told.Type}");
        if (!PlacePrecision.TryGet(told.Precision, out var precision)) throw new BadRowException($"no precision is called {told.Precision}");
        if (!EventStatus.TryGet(told.Status, out var status)) throw new BadRowException($"no status is called {told.Status}");
        var span = FileRow.Edtf("date", told.Date ?? "");
        var place = told.Place is { } key ? load.Keys.Place(key) : null;
        var row = new EventRow
        {
            Id = told.Id,
            Dataset = Dataset,
            Type = type.Id,
            Title = told.Title,
            TitleAr = told.TitleAr,
            Edtf = span.Edtf,
            EarliestDay = span.EarliestDay,
            LatestDay = span.LatestDay,
            Lasted = span.Lasted,
            DatePhrase = told.DatePhrase,
            DateAnchor = told.DateAnchor,
            PlaceId = place?.Id,
            // The map and its index read the event's own point.
            Latitude = Finite(told.Latitude, 90) ?? place?.Latitude,
            Longitude = Finite(told.Longitude, 180) ?? place?.Longitude,
            Precision = precision.Id,
            Description = told.Description,
            Status = status.Id,
            Version = Guid.NewGuid(),
            ChangedAt = at,
        };
        var actors = (told.Actors ?? []).Select((actor, i) => Actor(load, told.Id, actor, i)).ToList();
        var figures = (told.Figures ?? []).Select(figure => Figure(load, told.Id, figure)).ToList();
        var claims = (told.Claims ?? []).Select((claim, i) => Claim(load, told.Id, claim, i)).ToList();
        if (claims.Count == 0) throw new BadRowException("it has no claim, so no source");

        load.Add(row);
        actors.ForEach(load.Add);
        figures.ForEach(load.Add);
        claims.ForEach(load.Add);
    }

    private static EventActorRow Actor(FileLoad load, long id, ArticleActor actor, int position) => new()
    {
        Id = load.NextId<EventActorRow>(),
        EventId = id,
        ActorId = load.Keys.Actor(actor.Actor).Id,
        Role = ActorRole.TryGet(actor.Role, out var role) ? role.Id : throw new BadRowException($"no role is called {actor.Role}"),
        Position = position,
    };

    private static FigureRow Figure(FileLoad load, long id, ArticleFigure figure) => new()
    {
        Id = load.NextId<FigureRow>(),
        EventId = id,
        Kind = FigureKind.TryGet(figure.Kind, out var kind) ? kind.Id : throw new BadRowException($"no kind of figure is called {figure.Kind}"),
        Low = figure.Low,
        Best = figure.Best,
        High = figure.High,
    };

    private static ClaimRow Claim(FileLoad load, long id, ArticleClaim claim, int position)
    {
        if (claim.Credibility is < 1 or > 6) throw new BadRowException($"claim {position + 1}: credibility must be a digit from 1 to 6");
        var said = claim.SaidOn is { } on ? FileRow.Edtf("said_on", on) : null;
        return new ClaimRow
        {
            Id = load.NextId<ClaimRow>(),
            EventId = id,
            Position = position,
            Field = claim.Field,
            Says = claim.Says,
            SaysAr = claim.SaysAr,
            ClaimantId = claim.Claimant is { } claimant ? load.Keys.Actor(claimant).Id : null,
            ClaimantText = claim.ClaimantText,
            PlaceText = claim.PlaceText,
            PlaceId = claim.Place is { } place ? load.Keys.Place(place).Id : null,
            RadiusKm = Finite(claim.RadiusKm, 2000),
            WhenEdtf = claim.When is { } when ? FileRow.Edtf("when", when).Edtf : null,
            SaidEdtf = said?.Edtf,
            SaidDay = said?.EarliestDay ?? Days.OpenStart,
            Quote = claim.Quote,
            SourceId = load.Keys.Source(claim.Source),
            Credibility = claim.Credibility,
            Denies = claim.Denies,
        };
    }

    // 1e999 is good JSON and reads as infinity.
    private static double? Finite(double? number, double most) =>
        number is null || Math.Abs(number.Value) <= most ? number : throw new BadRowException($"{number} is not between −{most} and {most}");
}
