using System.Globalization;
using Map.Core.Events;
using Map.Core.Time;

namespace Map.Core.Reading;

/// <summary>Where a proposal was read, and what its claim cites.</summary>
/// <param name="Id">The pasted text's.</param>
/// <param name="SourceId">The source it is.</param>
/// <param name="Author">Who says what the article tells in its own voice.</param>
/// <param name="Ground">The country it tells of, which an event without a place of its own is put in; null where that is not known.</param>
public sealed record ReadIn(long Id, long? SourceId, DateSpan? Published, string Author, PlaceMention? Ground = null);

/// <summary>Makes of a draft event that was read the draft that a form edits: with its claim, the sentence as its quote and where that stands.</summary>
public static class ProposedEvent
{
    private const string UnnamedReports = "reports that the article does not name";
    private const string UnnamedAccusers = "accusers whom the article does not name";

    /// <param name="said">What was read.</param>
    /// <param name="precisionOf">How closely a place of the gazetteer says where: a governorate is no point.</param>
    public static EventDraft Of(DraftMention said, ReadIn article, Func<string, PlacePrecision> precisionOf)
    {
        var published = article.Published?.Edtf ?? "";
        var place = said.Place ?? (said.Type is "statement" ? null : said.Ground ?? article.Ground);
        return new EventDraft
        {
            Type = said.Type,
            Title = Shortened(said.Title, EventDraft.LongestTitle),
            DateText = said.Date is null ? "" : Told(said.Date, article.Published),
            DateAnchor = published,
            SourcePhrase = said.Date?.Text ?? "",
            PlaceKey = place?.Id ?? "",
            PlaceName = place?.Name ?? "",
            Precision = place is null ? PlacePrecision.Country.Id : place.Id is { } key ? precisionOf(key).Id : PlacePrecision.Near.Id,
            Actors = [.. said.Actors.Where(one => one.Actor.Id is not null).DistinctBy(one => (one.Actor.Id, one.Role)).Select(one => new Events.DraftActor { ActorKey = one.Actor.Id!, Name = one.Actor.Name, Role = one.Role })],
            Figures = [.. said.Figures.Select(figure => Figure(figure, said)).Append(Counted(said)).OfType<DraftFigure>().DistinctBy(figure => figure.Kind)],
            Claims =
            [
                First(said, article),
                .. Spoken(said) is { } speaker ? [Told(new DraftAccount(said.Text, said.Start, said.Length, speaker, said.Title, ClaimField.Attribution.Id), article)] : Array.Empty<DraftClaim>(),
                .. said.Accounts.Select(account => Told(account, article)),
                .. said.Denials.Select(denial => Denied(said, denial, article)),
            ],
        };
    }

    /// <summary>Who is quoted says it, else the article; and where it only passes on what is reported, neither.</summary>
    private static DraftClaim First(DraftMention said, ReadIn article)
    {
        var by = Spoken(said) is null ? said.Claimant : null;
        var unnamed = said.Certainty != DraftCertainty.Unsure ? "" : said.IsAccusation ? UnnamedAccusers : UnnamedReports;
        return new DraftClaim
        {
            Field = said.IsAccusation || IsDisputed(said) ? ClaimField.Attribution.Id : ClaimField.Event.Id,
            Says = Shortened(said.Title, EventDraft.LongestLine),
            ClaimantKey = by?.Actor?.Id ?? "",
            ClaimantText = by is null ? unnamed.Length > 0 ? unnamed : article.Author : by.Actor?.Id is null ? Shortened(by.Words, EventDraft.LongestTitle) : "",
            SourceId = article.SourceId,
            Quote = Shortened(said.Text, EventDraft.LongestQuote),
            ArticleId = article.Id,
            QuoteStart = said.Start,
        };
    }

    /// <summary>Several say of one death who did it.</summary>
    private static bool IsDisputed(DraftMention said) => said.Type == "killing" && said.Accounts.Count > 0;

    /// <summary>Whoever makes a statement: that it was made the article says, and what it says is a claim of its own.</summary>
    private static DraftClaimant? Spoken(DraftMention said) =>
        said is { Type: "statement", Claimant: { Actor: { } actor } speaker } && said.Actors.Any(one => one.Role == ActorRole.Initiator.Id && DraftRoles.IsSame(one.Actor, actor)) ? speaker : null;

    private static DraftClaim Told(DraftAccount account, ReadIn article) => new()
    {
        Field = account.Field,
        Says = Shortened(account.Says, EventDraft.LongestLine),
        ClaimantKey = account.By.Actor?.Id ?? "",
        ClaimantText = account.By.Actor?.Id is null ? Shortened(account.By.Words, EventDraft.LongestTitle) : "",
        SourceId = article.SourceId,
        Quote = Shortened(account.Text, EventDraft.LongestQuote),
        ArticleId = article.Id,
        QuoteStart = account.Start,
    };

    /// <summary>What is denied is what the event says.</summary>
    private static DraftClaim Denied(DraftMention said, DraftDenial denial, ReadIn article) => new()
    {
        Field = IsDisputed(said) ? ClaimField.Attribution.Id : ClaimField.Event.Id,
        Says = Shortened(said.Title, EventDraft.LongestLine),
        Denies = true,
        ClaimantKey = denial.By.Actor?.Id ?? "",
        ClaimantText = denial.By.Actor?.Id is null ? Shortened(denial.By.Words, EventDraft.LongestTitle) : "",
        SourceId = article.SourceId,
        Quote = Shortened(denial.Text, EventDraft.LongestQuote),
        ArticleId = article.Id,
        QuoteStart = denial.Start,
    };

    /// <summary>Nothing lies after the article that tells of it: "in August", told on the 22nd, ends there.</summary>
    private static string Told(DateMention date, DateSpan? published)
    {
        if (published?.Latest is not { } last || date is not { Earliest: { } from, Latest: { } to } || from > last || to <= last)
        {
            return date.Edtf;
        }

        var lasted = EdtfText.TryParse(date.Edtf, out var span, out _) && span.Lasted;
        return from == last ? DateSpan.Day(last).Edtf : lasted ? string.Create(CultureInfo.InvariantCulture, $"{from:yyyy-MM-dd}/{last:yyyy-MM-dd}") : string.Create(CultureInfo.InvariantCulture, $"[{from:yyyy-MM-dd}..{last:yyyy-MM-dd}]");
    }

    /// <summary>What a killing, an arrest or a release counts.</summary>
    private static string? KindOf(DraftMention said) => said.Type switch { "killing" => "killed", "detention" => said.IsRelease ? "released" : "detained", _ => null };

    private static DraftFigure? Counted(DraftMention said) => said.Persons is { } persons && KindOf(said) is { } kind ? new DraftFigure { Kind = kind, Best = Digits(persons) } : null;

    /// <summary>Null for what this map does not count.</summary>
    private static DraftFigure? Figure(FigureMention said, DraftMention of)
    {
        var kind = said.Counts switch
        {
            "wounded" => "injured",
            "persons" => KindOf(of) ?? "",
            "operations" or "raids" or "assaults" or "strikes" or "airstrikes" or "bombings" or "ambushes" or "explosions" when of.Type is "clash" or "strike" or "explosion" => "attacks",
            _ => said.Counts,
        };
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
