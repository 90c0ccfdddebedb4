using System.Text.RegularExpressions;

namespace Map.Core.Reading;

/// <summary>Where and when a draft event happened, of the places and dates its sentence names.</summary>
internal static partial class DraftSetting
{
    [GeneratedRegex(@"\b(?:in|at|near|on|into|to|towards?|around|outside|inside|within|of|over|entered|struck|captured)\W+(?:\w+\W+){0,4}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Leads();

    /// <summary>"The first time since 2012" says when it was last so.</summary>
    [GeneratedRegex(@"\b(?:first|only|last) (?:time|such \w+|\w+)\s+(?:since\s+)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex FirstTime();

    /// <summary>The place in the event's own words, best where a preposition leads to it and behind the telling word, else the nearest in the sentence; null where it names none.</summary>
    public static PlaceMention? Place(DraftSentence sentence, DraftPiece piece) =>
        sentence.Places.OrderByDescending(piece.Holds).ThenByDescending(place => IsLedTo(sentence, place)).ThenByDescending(place => place.Start > piece.Trigger).ThenBy(place => Distance(piece, place)).FirstOrDefault();

    /// <summary>The date in the event's own words, else the nearest in the sentence.</summary>
    public static DateMention? Date(DraftSentence sentence, DraftPiece piece) =>
        sentence.Dates.Where(date => !FirstTime().IsMatch(sentence.Text[..(date.Start - sentence.Sentence.Start)])).OrderByDescending(piece.Holds).ThenBy(date => Distance(piece, date)).FirstOrDefault();

    private static bool IsLedTo(DraftSentence sentence, PlaceMention place) => Leads().IsMatch(sentence.Text[..(place.Start - sentence.Sentence.Start)]);

    private static int Distance(DraftPiece piece, Mention mention) => Math.Abs(mention.Start - piece.Trigger);
}
