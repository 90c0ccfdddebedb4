using System.Text.RegularExpressions;

namespace Map.Core.Reading;

/// <summary>The region that an article as a whole is about, and whether a name that a city shares with its governorate means the governorate there.</summary>
public sealed partial class ArticleGround
{
    private readonly Dictionary<string, KnownPlace> known;
    private readonly Dictionary<string, KnownPlace> governorates;

    public ArticleGround(Lexicon lexicon)
    {
        known = lexicon.Places.DistinctBy(place => place.Id).ToDictionary(place => place.Id, StringComparer.Ordinal);
        governorates = lexicon.Places.Where(place => place is { Kind: "governorate", Governorate: not null }).DistinctBy(place => place.Governorate).ToDictionary(place => place.Governorate!, StringComparer.Ordinal);
    }

    /// <summary>Knows no region.</summary>
    public static ArticleGround None { get; } = new(new Lexicon([], []));

    [GeneratedRegex(@"\b(?:(?:north|south|east|west|parts|rest|most|half|province|governorate|countryside)(?:ern)? (?:half )?of|(?:north|south|east|west)(?:ern)?|rural|greater|(?:rebel|opposition|government|regime|militant)-(?:held|controlled))\W+$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex AreaBefore();

    [GeneratedRegex(@"^(?:'s|’s)?\W+(?:province|governorate|countryside|region|de-escalation)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex AreaBehind();

    [GeneratedRegex(@"\b(?:city|town|centre|center|streets|outskirts) of\W+$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex CityBefore();

    [GeneratedRegex(@"^(?:'s|’s)?\W+(?:city|town|university|hospital)\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex CityBehind();

    /// <summary>The one region, governorate or larger, that title and first paragraph name, and no town beside it; null where they name none or several.</summary>
    public PlaceMention? Of(ArticleText article, IReadOnlyList<PlaceMention> places)
    {
        var body = article.Read.FirstOrDefault(sentence => sentence.Part == PartKind.Body)?.Paragraph;
        var lead = article.Read.Where(sentence => sentence.Paragraph == body || (sentence.Part == PartKind.Title && (body is null || sentence.Paragraph < body)))
            .SelectMany(sentence => places.Where(place => place.Start >= sentence.Start && place.End <= sentence.End)).Where(place => KindOf(place) != "country").Select(Widest).Distinct().ToList();
        return lead is [{ Kind: "governorate" or "region" } region] ? new PlaceMention("", 0, 0, region.Name, region.Id, []) : null;
    }

    /// <summary>The governorate where the article names it as an area anywhere ("rural X", "X province") and never as a town ("the city of X"); else the place itself.</summary>
    public PlaceMention Meant(ArticleText article, IReadOnlyList<PlaceMention> places, PlaceMention place)
    {
        if (place.Id is null || Governorate(place) is not { } governorate)
        {
            return place;
        }

        var (area, city) = (false, false);
        foreach (var same in places.Where(other => other.Name == place.Name || other.Id == governorate.Id || other.Text.Equals(place.Text, StringComparison.OrdinalIgnoreCase)))
        {
            var (before, behind) = (article.Text[Math.Max(0, same.Start - Around)..same.Start], article.Text[same.End..Math.Min(article.Text.Length, same.End + Around)]);
            area |= same.Id == governorate.Id || AreaBefore().IsMatch(before) || AreaBehind().IsMatch(behind);
            city |= CityBefore().IsMatch(before) || CityBehind().IsMatch(behind);
        }

        return area && !city ? place with { Name = governorate.Name, Id = governorate.Id } : place;
    }

    private const int Around = 40;

    /// <summary>The governorate whose name a city bears.</summary>
    private KnownPlace? Governorate(PlaceMention place) =>
        known.GetValueOrDefault(place.Id!) is { Kind: "city", Governorate: { } its } city && city.Name == its ? governorates.GetValueOrDefault(its) : null;

    private string? KindOf(PlaceMention place) => place.Id is { } id ? known.GetValueOrDefault(id)?.Kind : null;

    private KnownPlace? Widest(PlaceMention place) => place.Id is null ? null : Governorate(place) ?? known.GetValueOrDefault(place.Id);
}
