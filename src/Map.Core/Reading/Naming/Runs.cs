namespace Map.Core.Reading.Naming;

/// <summary>Runs of capital words, the stuff of unknown names.</summary>
internal static class Runs
{
    /// <summary>The run that begins at a token: naming words with the articles and small words between them; null where none begins.</summary>
    public static (int First, int Last)? At(FoundInSentence found, int at)
    {
        var sentence = found.Sentence;
        if (!(sentence.IsNaming(at) || (sentence.IsArticle(at) && sentence.IsNaming(at + 1))) || sentence.Tokens[at].IsArabic || !found.IsFree(at, at))
        {
            return null;
        }

        var last = sentence.IsArticle(at) ? at + 1 : at;
        if (!found.IsFree(last, last))
        {
            return null;
        }

        while (!sentence.Tokens[last].Possessive)
        {
            var next = last + 1;
            if (IsInitial(sentence, last) && sentence.Is(next, "."))
            {
                next++;
            }

            while (sentence.IsJoint(next) && found.IsFree(next, next))
            {
                next++;
            }

            if (!sentence.IsNaming(next) || !found.IsFree(next, next) || sentence.Tokens[next].IsArabic)
            {
                break;
            }

            last = next;
        }

        return (at, last);
    }

    /// <summary>How many words of a run name, articles and small words aside.</summary>
    public static int Names(NameSentence sentence, int first, int last)
    {
        var count = 0;
        for (var at = first; at <= last; at++)
        {
            count += sentence.IsNaming(at) ? 1 : 0;
        }

        return count;
    }

    /// <summary>True where no word of the run is an ordinary one, a country's or a head of a group's name.</summary>
    public static bool IsPlainName(NameSentence sentence, int first, int last)
    {
        for (var at = first; at <= last; at++)
        {
            if (sentence.IsNaming(at) && !(at > first && sentence.IsArticle(at - 1)) && (WordLists.IsOrdinary(sentence.Low(at)) || Nations.OfAdjective(sentence.Low(at)) is not null || GroupWords.KindOfHead(sentence.Tokens[at]) is not null))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The word in front of a run, quotation marks and an article passed over; −1 where there is none.</summary>
    public static int Before(NameSentence sentence, int first, bool passThe = true)
    {
        var at = first - 1;
        while (at >= 0 && (sentence.Tokens[at] is { IsWord: false, Text: "“" or "\"" or "‘" or "'" or "’" } || (passThe && sentence.Low(at) == "the")))
        {
            at--;
        }

        return at >= 0 && sentence.Tokens[at].IsWord ? at : -1;
    }

    /// <summary>The token behind a run, closing quotation marks passed over.</summary>
    public static int After(NameSentence sentence, int last)
    {
        var at = last + 1;
        while (at < sentence.Tokens.Count && sentence.Tokens[at] is { IsWord: false, Text: "”" or "\"" or "’" or "'" })
        {
            at++;
        }

        return at;
    }

    private static bool IsInitial(NameSentence sentence, int at) => sentence.Tokens[at].Text.Length == 1 && sentence.Tokens[at].IsCapital;
}
