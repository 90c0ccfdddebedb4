using System.Globalization;

namespace Map.Core.Reading.Naming;

/// <summary>
/// Says which of several places of one name is likeliest meant: how well known it is, whether its name is met to the letter, the kind and
/// the direction the text says, the governorates it names and how near the other places of the text lie.
/// </summary>
internal sealed class PlaceRanking(PlaceNames known, IReadOnlyList<PlaceFound> found)
{
    private const double KilometresPerDegree = 111.2;
    private const double NearKilometres = 40;
    private const int MostCandidates = 8;

    /// <summary>Places the text surely names, to measure nearness from.</summary>
    private readonly List<(int Sentence, string Name, KnownPlace Place)> anchors = [.. found
        .Where(place => place.Places.Count > 0 && Best(place) is var best && (best.Rank <= PlaceNames.WellKnown || IsOnlyOne(place)) && best.Kind != "country" && !double.IsNaN(best.Latitude))
        .Select(place => (place.Sentence, NameIndex<KnownPlace>.Solid(place.Name), Best(place)))];

    /// <summary>The candidates of a place found, best first.</summary>
    public IReadOnlyList<PlaceCandidate> Of(PlaceFound place)
    {
        var candidates = place.Places.Where(hit => hit.Known.Id.Length > 0).Select(hit => Score(place, hit)).ToList();
        foreach (var narrower in Narrower(place))
        {
            candidates.RemoveAll(candidate => candidate.Id == narrower.Id);
            candidates.Add(new PlaceCandidate(narrower.Id, narrower.Name, 3, "named with this word"));
        }

        return [.. candidates.OrderByDescending(candidate => candidate.Score).ThenBy(candidate => candidate.Id, StringComparer.Ordinal).Take(MostCandidates)];
    }

    private static KnownPlace Best(PlaceFound place) => place.Places.MinBy(hit => hit.Known.Rank)!.Known;

    private static bool IsOnlyOne(PlaceFound place) => place.Places.Count(hit => hit.IsSpelt && hit.Known.Kind is not ("district" or "subdistrict" or "governorate")) == 1;

    /// <summary>"southern Idlib" and "Idlib province" where the gazetteer has them.</summary>
    private IEnumerable<KnownPlace> Narrower(PlaceFound place)
    {
        if (place.Direction.Length > 0)
        {
            foreach (var region in known.Called($"{place.Direction} {place.Name}"))
            {
                yield return region;
            }
        }

        var area = place.Kind switch
        {
            "province" or "governorate" => "governorate",
            "district" => "district",
            "subdistrict" => "sub-district",
            "countryside" => "countryside",
            _ => place.Direction == "rural" ? "countryside" : "",
        };
        foreach (var form in SiteForms(place.Kind))
        {
            foreach (var site in known.Called($"{place.Name} {form}").Where(site => site.Id.Length > 0))
            {
                yield return site;
            }
        }

        if (area.Length > 0)
        {
            foreach (var wider in place.Places.Select(hit => hit.Known.Name).Append(place.Name).Distinct().SelectMany(name => known.Called($"{name} {area}")).Distinct())
            {
                yield return wider;
            }
        }
    }

    private static string[] SiteForms(string kind) => kind switch
    {
        "airbase" or "airport" or "airfield" or "base" => ["airbase", "military airport", "airport", "military airbase", "military air base", "army base"],
        "crossing" => ["border crossing", "crossing"],
        "camp" => ["camp", "IDP camp", "refugee camp"],
        "checkpoint" or "dam" or "prison" or "field" or "mountain" => [kind, "military " + kind],
        _ => [],
    };

    /// <summary>"The towns of X and Y".</summary>
    private static string Singular(string kind) => kind switch { "cities" => "city", [.. var one, 's'] => one, _ => kind };

    private PlaceCandidate Score(PlaceFound place, NameHit<KnownPlace> hit)
    {
        var (it, why) = (hit.Known, new List<string>());
        var score = 1 - (0.12 * it.Rank) + (it.Population > 0 ? 0.03 * Math.Log10(it.Population) : 0);
        score += hit.IsSpelt ? 0.2 : place.Places.Any(other => other.IsSpelt) ? -0.35 : 0;
        if (NameIndex<KnownPlace>.Solid(it.Name) == NameIndex<KnownPlace>.Solid(place.Name))
        {
            score += 0.15;
            why.Add("its usual name");
        }

        if (place.Kind.Length > 0 && IsOfKind(it, place.Kind))
        {
            score += 0.5;
            why.Add($"said to be a {Singular(place.Kind)}");
        }
        else if (it.Kind is "governorate" or "district" or "subdistrict")
        {
            score -= 0.2;
        }

        var (nearest, sentence) = Nearest(place, it);
        if (nearest is { } kilometres)
        {
            score += (sentence ? 0.8 : 0.5) * Math.Exp(-kilometres / NearKilometres);
            if (kilometres < NearKilometres)
            {
                why.Add(string.Create(CultureInfo.InvariantCulture, $"{kilometres:0} km from another place named"));
            }
        }

        if (it.Governorate is { Length: > 0 } governorate && anchors.Exists(anchor => anchor.Place.Id != it.Id && (anchor.Place.Name == governorate || anchor.Place.Name == governorate + " governorate")))
        {
            score += 0.25;
            why.Add($"{governorate} is named");
        }

        if (why.Count == 0)
        {
            why.Add(it.Rank <= PlaceNames.WellKnown ? "the best known of the name" : "bears the name");
        }

        return new PlaceCandidate(it.Id, it.Name, Math.Round(score, 3), string.Join(", ", why));
    }

    private (double? Kilometres, bool SameSentence) Nearest(PlaceFound place, KnownPlace it)
    {
        double? nearest = null;
        var (same, written) = (false, NameIndex<KnownPlace>.Solid(place.Name));
        foreach (var (sentence, name, anchor) in anchors)
        {
            // What itself bears the name says nothing for its neighbour that bears it too.
            if (anchor.Name == it.Name || name == written || double.IsNaN(it.Latitude) || (anchor.Id.Length > 0 && place.Places.Any(hit => hit.Known.Id == anchor.Id)))
            {
                continue;
            }

            var (north, east) = (anchor.Latitude - it.Latitude, (anchor.Longitude - it.Longitude) * Math.Cos(it.Latitude * Math.PI / 180));
            var kilometres = Math.Sqrt((north * north) + (east * east)) * KilometresPerDegree;
            var here = sentence == place.Sentence;
            if (nearest is null || (here && !same) || (here == same && kilometres < nearest))
            {
                (nearest, same) = (kilometres, here);
            }
        }

        return (nearest, same);
    }

    private static bool IsOfKind(KnownPlace place, string kind) => kind switch
    {
        "town" or "towns" or "city" or "cities" => place.Kind is "city" or "town",
        "village" or "villages" or "hamlet" => place.Kind is "village" or "town",
        "province" or "governorate" or "provinces" => place.Kind == "governorate",
        "district" or "districts" => place.Kind == "district",
        "subdistrict" => place.Kind == "subdistrict",
        "neighbourhood" or "neighborhood" or "quarter" or "suburb" => place.Kind == "neighbourhood",
        "airport" or "airbase" or "airfield" or "base" or "camp" or "crossing" or "checkpoint" or "prison" or "dam" or "field" or "mountain" or "hill" or "bridge" => place.Kind == "site",
        _ => false,
    };
}
