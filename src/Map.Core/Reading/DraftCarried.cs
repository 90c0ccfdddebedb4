using System.Text.RegularExpressions;
using Map.Core.Events;
using Map.Core.Time;

namespace Map.Core.Reading;

/// <summary>Where and when the sentences of a paragraph happen that do not say so themselves.</summary>
/// <param name="published">The article's own date: what it tells of its own month goes on until it speaks of another time.</param>
internal sealed partial class DraftCarried(DateSpan? published)
{
    /// <summary>A month in days, and a little more.</summary>
    private const int Month = 31;

    private DateMention? ownMonth;
    private HashSet<string> before = [];
    private IReadOnlyList<ToldDraft> placeless = [];

    public PlaceMention? Place { get; private set; }

    public DateMention? Date { get; private set; }

    [GeneratedRegex(@"\b(?:held|controlled|run|ruled|governed) by\W+(?:\w+\W+){0,3}?(?:\w+-\w+\W+)?(?:\w+\W+)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex HeldBy();

    [GeneratedRegex("^(?:fled|fleeing|escaped|moved|relocat)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Goes();

    public void Enter() => (Place, Date, before, placeless) = (null, ownMonth, [], []);

    /// <summary>A sentence that only counts the dead of what the sentence before told, with no place or day of its own, is no event.</summary>
    public List<Telling> WithoutDetails(DraftSentence sentence, List<Telling> told) =>
        before.Overlaps(["strike", "explosion", "clash"]) && told is [{ Type: "killing" }] && sentence.Places.Count + sentence.Dates.Count == 0 ? [] : told;

    /// <summary>A way whose end is not said ends where the next sentence is, if that tells nothing else and names one place; whoever holds that place has to do with it.</summary>
    public void Arrive(DraftSentence sentence, List<Telling> told)
    {
        if (told.Count > 0 || sentence.Places.DistinctBy(place => place.Id ?? place.Name).ToList() is not [var place])
        {
            return;
        }

        foreach (var draft in placeless)
        {
            draft.Put(place);
            draft.Add(sentence.Actors.Where(actor => Antecedents.IsGroup(actor) && HeldBy().IsMatch(sentence.Text[..(actor.Start - sentence.Sentence.Start)])), ActorRole.Party.Id);
        }
    }

    public void Leave(DraftSentence sentence, List<Telling> told, IReadOnlyList<ToldDraft> drafts)
    {
        Place = sentence.Places.Count > 0 ? sentence.Places[^1] : Place;
        Date = sentence.Dates.LastOrDefault(date => date is { Earliest: not null, Latest: not null }) ?? Date;
        ownMonth = sentence.Dates.LastOrDefault(IsOwnMonth) ?? ownMonth;
        before = [.. told.Select(one => one.Type)];
        placeless = [.. drafts.Where(draft => draft.Draft is { Type: "movement", Place: null } && Goes().IsMatch(draft.Piece.Words))];
    }

    /// <summary>"August saw …" in an article of August: an account of what happened up to it.</summary>
    private bool IsOwnMonth(DateMention date) => published is { Earliest: { } from, Latest: { } to } && date is { Earliest: { Day: 1 } first, Latest: { } last }
        && first <= from && to <= last && last.DayNumber - first.DayNumber is > 7 and < Month;
}
