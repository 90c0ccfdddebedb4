namespace Map.Core.Reading;

/// <summary>A draft event of words that an editor marked: what was found in them, and the type they tell, if any. No rule had proposed it.</summary>
public static class MarkedEvent
{
    /// <param name="reading">What was found in the text.</param>
    /// <param name="start">Where the words begin, in UTF-16 units.</param>
    /// <returns>Null where the stretch is not of the text, or holds no words.</returns>
    public static DraftMention? Of(string text, ArticleReading reading, int start, int length)
    {
        if (start < 0 || length <= 0 || start + length > text.Length || string.IsNullOrWhiteSpace(text.Substring(start, length)))
        {
            return null;
        }

        var marked = new Sentence(start, length, PartKind.Body, 0, []);
        var sentence = new DraftSentence(ArticleText.Of(text), marked, reading.Places, reading.Dates, reading.Actors, reading.Figures);
        var told = Tellings.In(sentence) is [var first, ..] ? first : new Telling("", 0, 0);
        var piece = new DraftPiece(told.Type, start, start + length, start + told.At, sentence.Masked.Substring(told.At, told.Length));
        var (claimant, certainty) = DraftClaims.Of(sentence, Antecedents.None);
        var (place, actors) = (DraftSetting.Place(sentence, piece), DraftRoles.Of(sentence, piece, claimant?.Actor, Antecedents.None));
        return new DraftMention(sentence.Text, start, length, piece.Type, told.Type.Length == 0 ? "" : DraftTitles.Of(piece, place, actors), place, DraftSetting.Date(sentence, piece), actors, sentence.Figures, claimant, certainty);
    }
}
