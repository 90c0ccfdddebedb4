using Map.Core.Time;

namespace Map.Core.Reading;

/// <summary>
/// Proposes draft events: what happened, who, where and when, each with the words that tell it. Only the body is looked through, for titles are told again;
/// place and date that a sentence leaves out are taken over from the sentence before in its paragraph.
/// </summary>
public static class DraftFinder
{
    /// <summary>The drafts in the order of their sentences.</summary>
    /// <param name="published">The article's own date: what it tells of its own month goes on until it speaks of another time.</param>
    public static IReadOnlyList<DraftMention> Find(
        ArticleText article, IReadOnlyList<PlaceMention> places, IReadOnlyList<DateMention> dates, IReadOnlyList<ActorMention> actors, IReadOnlyList<FigureMention> figures, DateSpan? published = null)
    {
        var drafts = new List<(DraftMention Draft, Sentence From)>();
        var carried = new Carried(published);
        foreach (var sentence in article.Read.Where(sentence => sentence.Part == PartKind.Body))
        {
            var read = new DraftSentence(article, sentence, places, dates, actors, figures);
            carried.Enter(read);
            var told = carried.WithoutDetails(read, Tellings.In(read));
            var pieces = DraftPieces.Of(read, told);
            drafts.AddRange(pieces.Where(piece => read.IsGrounded || carried.Actors.Count > 0).Select(piece => (Draft(article, read, piece, pieces.Count == 1, carried), sentence)));
            DraftDenials.Join(read, drafts, carried.Actors);
            carried.Leave(read, told);
        }

        return [.. drafts.Select(one => one.Draft)];
    }

    private static DraftMention Draft(ArticleText article, DraftSentence sentence, DraftPiece piece, bool alone, Carried carried)
    {
        var place = DraftSetting.Place(sentence, piece) ?? (piece.Type is "politics" or "statement" ? null : carried.Place);
        var date = DraftSetting.Date(sentence, piece) ?? carried.Date;
        var (claimant, certainty) = DraftClaims.Of(sentence, carried.Actors);
        var actors = DraftRoles.Of(sentence, piece, claimant?.Actor, carried.Actors);
        var figures = sentence.Figures.Where(figure => alone || piece.Holds(figure)).ToList();
        return new DraftMention(
            article.Between(piece.Start, piece.End), piece.Start, piece.Length, piece.Type, DraftTitles.Of(piece, place, actors), place, date, actors, figures, claimant, certainty)
        {
            Persons = DraftPersons.Of(sentence, piece, actors),
            IsRelease = DraftTitles.IsRelease(piece),
        };
    }

    /// <summary>What goes over from one sentence of a paragraph to the next.</summary>
    private sealed class Carried(DateSpan? published)
    {
        /// <summary>A month in days, and a little more.</summary>
        private const int Month = 31;

        private DateMention? ownMonth;

        private int paragraph = -1;
        private HashSet<string> before = [];

        public PlaceMention? Place { get; private set; }

        public DateMention? Date { get; private set; }

        /// <summary>Whom "it" and "they" may mean.</summary>
        public IReadOnlyList<ActorMention> Actors { get; private set; } = [];

        public void Enter(DraftSentence sentence)
        {
            if (sentence.Sentence.Paragraph != paragraph)
            {
                paragraph = sentence.Sentence.Paragraph;
                (Place, Date, Actors, before) = (null, ownMonth, [], []);
            }
        }

        /// <summary>A sentence that only counts the dead of what the sentence before told, with no place or day of its own, is no event.</summary>
        public List<Telling> WithoutDetails(DraftSentence sentence, List<Telling> told) =>
            before.Overlaps(["strike", "explosion", "clash"]) && told is [{ Type: "killing" }] && sentence.Places.Count + sentence.Dates.Count == 0 ? [] : told;

        public void Leave(DraftSentence sentence, List<Telling> told)
        {
            Place = sentence.Places.Count > 0 ? sentence.Places[^1] : Place;
            Date = sentence.Dates.LastOrDefault(date => date is { Earliest: not null, Latest: not null }) ?? Date;
            ownMonth = sentence.Dates.LastOrDefault(IsOwnMonth) ?? ownMonth;
            Actors = sentence.Actors.Count > 0 ? [sentence.Actors[0]] : Actors;
            before = [.. told.Select(one => one.Type)];
        }

        /// <summary>"August saw …" in an article of August: an account of what happened up to it.</summary>
        private bool IsOwnMonth(DateMention date) => published is { Earliest: { } from, Latest: { } to } && date is { Earliest: { Day: 1 } first, Latest: { } last }
            && first <= from && to <= last && last.DayNumber - first.DayNumber is > 7 and < Month;
    }
}
