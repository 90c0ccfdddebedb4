using Map.Core.Time;

namespace Map.Core.Reading;

/// <summary>
/// Proposes draft events: what happened, who, where and when, each with the words that tell it. Only the body is looked through, for titles are told again;
/// place and date that a sentence leaves out are taken over from the sentence before in its paragraph, and who takes part from what the article says of them elsewhere.
/// </summary>
public static class DraftFinder
{
    /// <summary>The drafts in the order of their sentences.</summary>
    /// <param name="published">The article's own date.</param>
    /// <param name="known">The parties that common nouns stand for.</param>
    /// <param name="grounds">What regions are about.</param>
    public static IReadOnlyList<DraftMention> Find(
        ArticleText article, IReadOnlyList<PlaceMention> places, IReadOnlyList<DateMention> dates, IReadOnlyList<ActorMention> actors, IReadOnlyList<FigureMention> figures, DateSpan? published = null, StandIns? known = null, ArticleGround? grounds = null)
    {
        known ??= StandIns.None;
        grounds ??= ArticleGround.None;
        var sentences = article.Read.Where(sentence => sentence.Part == PartKind.Body).Select(sentence => new DraftSentence(article, sentence, places, dates, actors, figures)).ToList();
        var groups = new Affiliations();
        sentences.ForEach(groups.Learn);
        var (drafts, paragraph) = (new List<ToldDraft>(), -1);
        var (carried, named, sides, sayings, concerned) = (new DraftCarried(published), new NamedSoFar(), new DraftSides(), new DraftSayings(), new DraftConcerned(groups, known));
        foreach (var read in sentences)
        {
            if (read.Sentence.Paragraph != paragraph)
            {
                paragraph = read.Sentence.Paragraph;
                carried.Enter();
                named.Enter(paragraph);
                sides.Enter();
                sayings.Enter();
                concerned.Enter();
            }

            read.StandIns = known.In(read.Text, read.Sentence.Start, read.Actors, named.Now);
            var told = carried.WithoutDetails(read, Tellings.In(read));
            carried.Arrive(read, told);
            var pieces = DraftPieces.Of(read, told);
            List<ToldDraft> found = [.. pieces.Where(_ => read.IsGrounded || named.Now.Any is not null)
                .Select(piece => new ToldDraft(Draft(article, read, piece, pieces.Count == 1, carried, named.Now, concerned), read, piece))];
            sides.Settle(read, found);
            sayings.Settle(read, found);
            drafts.AddRange(found);
            DraftDenials.Join(read, drafts, named.Now);
            carried.Leave(read, told, found);
            named.Leave(read);
        }

        foreach (var draft in drafts.Where(draft => draft.Draft.Place is not null && draft.Draft.Type is not ("strike" or "explosion" or "killing" or "protest")))
        {
            draft.Put(grounds.Meant(article, places, draft.Draft.Place!));
        }

        DraftAccounts.Join(drafts);
        var ground = grounds.Of(article, places);
        return [.. drafts.Select(one => one.Draft with { Ground = ground })];
    }

    private static DraftMention Draft(ArticleText article, DraftSentence sentence, DraftPiece piece, bool alone, DraftCarried carried, Antecedents before, DraftConcerned concerned)
    {
        var place = DraftSetting.Place(sentence, piece) ?? (piece.Type is "politics" or "statement" ? null : carried.Place);
        var date = DraftSetting.Date(sentence, piece) ?? carried.Date;
        var (claimant, certainty) = DraftClaims.Of(sentence, before);
        var actors = concerned.With(sentence, piece, DraftRoles.Of(sentence, piece, claimant?.Actor, before));
        var figures = sentence.Figures.Where(figure => alone || piece.Holds(figure)).ToList();
        var title = DraftTitles.Of(piece, place, actors);
        return new DraftMention(
            article.Between(piece.Start, piece.End), piece.Start, piece.Length, piece.Type, title, place, date, actors, figures, claimant, certainty)
        {
            Persons = DraftPersons.Of(sentence, piece, actors),
            IsRelease = DraftTitles.IsRelease(piece),
            IsAccusation = claimant is null && DraftClaims.IsAccusation(sentence),
            Accounts = DraftClaims.Meaning(sentence, title) is { } meaning ? [meaning] : [],
        };
    }
}
