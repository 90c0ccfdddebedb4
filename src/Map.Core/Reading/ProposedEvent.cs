using System.Globalization;
using Map.Core.Events;
using Map.Core.Time;

namespace Map.Core.Reading;

/// <summary>Where a proposal was read, and what its claim cites.</summary>
/// <param name="Id">The pasted text's.</param>
/// <param name="SourceId">The source it is.</param>
/// <param name="Author">Who says what the article tells in its own voice.</param>
public sealed record ReadIn(long Id, long? SourceId, DateSpan? Published, string Author);

/// <summary>Makes of a draft event that was read the draft that a form edits: with its claim, the sentence as its quote and where that stands.</summary>
public static class ProposedEvent
{
    /// <param name="said">What was read.</param>
    /// <param name="precisionOf">How closely a place of the gazetteer says where: a governorate is no point.</param>
    public static EventDraft Of(DraftMention said, ReadIn article, Func<string, PlacePrecision> precisionOf)
    {
        var published = article.Published?.Edtf ?? "";
        return new EventDraft
        {
            Type = said.Type,
            Title = Shortened(said.Title, EventDraft.LongestTitle),
            DateText = said.Date?.Edtf ?? "",
            DateAnchor = published,
            SourcePhrase = said.Date?.Text ?? "",
            PlaceKey = said.Place?.Id ?? "",
            PlaceName = said.Place?.Name ?? "",
            Precision = said.Place is null ? PlacePrecision.Country.Id : said.Place.Id is { } key ? precisionOf(key).Id : PlacePrecision.Near.Id,
            Actors = [.. said.Actors.Where(one => one.Actor.Id is not null).DistinctBy(one => (one.Actor.Id, one.Role)).Select(one => new Events.DraftActor { ActorKey = one.Actor.Id!, Name = one.Actor.Name, Role = one.Role })],
            Figures = [.. said.Figures.Select(Figure).OfType<DraftFigure>().DistinctBy(figure => figure.Kind)],
            Claims =
            [
                new DraftClaim
                {
                    Says = Shortened(said.Title, EventDraft.LongestLine),
                    ClaimantKey = said.Claimant?.Actor?.Id ?? "",
                    ClaimantText = said.Claimant is null ? article.Author : said.Claimant.Actor?.Id is null ? Shortened(said.Claimant.Words, EventDraft.LongestTitle) : "",
                    SourceId = article.SourceId,
                    Quote = Shortened(said.Text, EventDraft.LongestQuote),
                    ArticleId = article.Id,
                    QuoteStart = said.Start,
                },
            ],
        };
    }

    /// <summary>Null for what this map does not count.</summary>
    private static DraftFigure? Figure(FigureMention said)
    {
        var kind = said.Counts == "wounded" ? "injured" : said.Counts;
        if (!FigureKind.TryGet(kind, out _) || said.Value != decimal.Truncate(said.Value) || said.Value is < 0 or > Figures.Largest)
        {
            return null;
        }

        var bounded = said.Least is not null || said.Most is not null;
        return new DraftFigure { Kind = kind, Low = Digits(said.Least), Best = bounded ? "" : Digits(said.Value), High = Digits(said.Most) };
    }

    private static string Digits(decimal? number) => number is { } known ? decimal.Truncate(known).ToString(CultureInfo.InvariantCulture) : "";

    private static string Shortened(string words, int longest) => words.Length <= longest ? words : words[..longest];
}
