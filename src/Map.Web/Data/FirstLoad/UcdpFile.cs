using Map.Core.Events;
using Map.Core.Time;

namespace Map.Web.Data.FirstLoad;

/// <summary>Events as UCDP coded them. Each says one thing: what the named outlet reported on the named day.</summary>
internal static class UcdpFile
{
    /// <summary>Said in the place of an outlet where the data set names none.</summary>
    internal const string NoOutlet = "UCDP names no outlet";

    private const string Dataset = "ucdp-ged", SourceKey = "ucdp-ged";

    // The Admiralty digit we give the dataset's coding where nothing else is known: probably true.
    private const int Credibility = 2;

    public static Task ReadAsync(FileLoad load)
    {
        var at = DateTime.UtcNow;
        return CsvFile.ReadAsync(load, row =>
        {
            var violence = row.NeedWhole("type_of_violence");
            if (violence is < 1 or > 3) throw new BadRowException($"type_of_violence is {violence}; it runs from 1 to 3");
            var oneSided = violence == 3;
            var (a, b) = (load.Keys.ActorNamed(row.Need("side_a")), load.Keys.ActorNamed(row.Need("side_b")));
            var happened = Event(load, row, at);
            // Where it knows no day of publication the dataset writes 1753-01-01; nobody reported an event before its first day.
            var said = row.Span("source_date") is { } published && published.LatestDay >= happened.EarliestDay ? published : null;
            var source = load.Keys.Source(SourceKey);
            var figure = new FigureRow { EventId = happened.Id, Kind = "killed", Low = row.Whole("low"), Best = row.Whole("best"), High = row.Whole("high") };
            var office = row.Text("source_office");

            load.Add(happened);
            load.Add(new EventActorRow { Id = load.NextId<EventActorRow>(), EventId = happened.Id, ActorId = a.Id, Role = oneSided ? "initiator" : "party", Position = 0 });
            load.Add(new EventActorRow { Id = load.NextId<EventActorRow>(), EventId = happened.Id, ActorId = b.Id, Role = oneSided ? "target" : "party", Position = 1 });
            figure.Id = load.NextId<FigureRow>();
            load.Add(figure);
            load.Add(new ClaimRow
            {
                Id = load.NextId<ClaimRow>(),
                EventId = happened.Id,
                Field = "event",
                Says = oneSided ? $"{a.Name} used violence against {LowerFirst(b.Name)}." : $"{a.Name} and {b.Name} fought each other.",
                SaysAr = Arabic(a, b, oneSided),
                ClaimantText = office ?? NoOutlet,
                SaidEdtf = said?.Edtf,
                SaidDay = said?.EarliestDay ?? Days.OpenStart,
                WhenEdtf = happened.Edtf,
                PlaceText = row.Text("place_name"),
                SourceId = source,
                Credibility = Credibility,
            });
        });
    }

    private static EventRow Event(FileLoad load, FileRow row, DateTime at)
    {
        var span = row.NeedSpan("edtf");
        if (!EventTypes.TryGet(row.Need("type"), out var type)) throw new BadRowException($"no event type is called {row.Text("type")}");
        var where = row.NeedWhole("where_prec");
        if (where is < 1 or > 7) throw new BadRowException($"where_prec is {where}; it runs from 1 to 7");
        var place = row.Text("place_key") is { } key ? load.Keys.Place(key) : null;
        var name = place?.Name ?? row.Need("place_name");
        return new EventRow
        {
            Id = row.NeedWhole("id"),
            Dataset = Dataset,
            Type = type.Id,
            Title = $"{type.Label(arabic: false)}, {name}",
            TitleAr = place?.NameAr is { } arabic ? $"{type.Label(arabic: true)}، {arabic}" : null,
            Edtf = span.Edtf,
            EarliestDay = span.EarliestDay,
            LatestDay = span.LatestDay,
            Lasted = span.Lasted,
            PlaceId = place?.Id,
            PlaceText = place is null ? name : null,
            Latitude = row.NeedNumber("latitude", -90, 90),
            Longitude = row.NeedNumber("longitude", -180, 180),
            Precision = PlacePrecision.OfUcdp(where).Id,
            Status = "published",
            Version = Guid.NewGuid(),
            ChangedAt = at,
        };
    }

    private static string? Arabic(KnownActor a, KnownActor b, bool oneSided) =>
        a.NameAr is null || b.NameAr is null ? null
        : oneSided ? $"عنف من طرف {a.NameAr} ضد {b.NameAr}."
        : $"قتال بين {a.NameAr} و{b.NameAr}.";

    private static string LowerFirst(string name) => name == "Civilians" ? "civilians" : name;
}
