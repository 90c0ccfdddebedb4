using Map.Core.Events;

namespace Map.Core.Reading;

/// <summary>Keeps the words that an editor took a field's answer from: in the claim's quote, or in a claim of their own where they stand elsewhere.</summary>
public static class CitedWords
{
    /// <param name="field">The field that was filled, such as "DateText" or "Claims[0].Quote".</param>
    /// <param name="start">Where the words begin in the text, in UTF-16 units.</param>
    public static void Keep(EventDraft draft, long article, string text, string field, int start, int length)
    {
        if (start < 0 || length <= 0 || start + length > text.Length || length > EventDraft.LongestQuote || draft.Claims is not [var claim, ..])
        {
            return;
        }

        var words = text.Substring(start, length);
        if (field == "DateText")
        {
            draft.SourcePhrase = words;
        }

        if (field == "Claims[0].Quote" || claim.QuoteStart is not { } known || claim.ArticleId != article)
        {
            Quote(claim, article, words, start);
            return;
        }

        var (first, end) = (Math.Min(known, start), Math.Max(known + claim.Quote.Length, start + length));
        if (first == known && end == known + claim.Quote.Length)
        {
            return;
        }

        if (end <= text.Length && end - first <= EventDraft.LongestQuote && !text.AsSpan(first, end - first).Contains('\n'))
        {
            Quote(claim, article, text[first..end], first);
        }
        else
        {
            KeepApart(draft, claim, article, field, words, start);
        }
    }

    /// <summary>One claim for each thing said elsewhere: the latest words for it count.</summary>
    private static void KeepApart(EventDraft draft, DraftClaim first, long article, string field, string words, int start)
    {
        var about = field switch
        {
            "DateText" => ClaimField.Date.Id,
            "PlaceName" => ClaimField.Place.Id,
            _ when field.StartsWith("Figures", StringComparison.Ordinal) => ClaimField.Figures.Id,
            _ => ClaimField.Attribution.Id,
        };
        var claim = draft.Claims.Skip(1).FirstOrDefault(one => one.Field == about && one.ArticleId == article);
        if (claim is null)
        {
            claim = new DraftClaim { Field = about, ClaimantId = first.ClaimantId, ClaimantKey = first.ClaimantKey, ClaimantText = first.ClaimantText, SourceId = first.SourceId, SourceKey = first.SourceKey };
            draft.Claims.Add(claim);
        }

        claim.Says = words.Length <= EventDraft.LongestLine ? words : words[..EventDraft.LongestLine];
        Quote(claim, article, words, start);
    }

    private static void Quote(DraftClaim claim, long article, string words, int start) => (claim.Quote, claim.ArticleId, claim.QuoteStart) = (words, article, start);
}
