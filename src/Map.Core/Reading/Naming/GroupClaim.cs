namespace Map.Core.Reading.Naming;

/// <summary>Takes words for a group's name where no better one stands on them.</summary>
internal static class GroupClaim
{
    /// <summary>Takes the tokens, unless a name on them reaches beyond, or is known and has only head words beside it.</summary>
    public static void Take(ActorNames known, FoundInSentence found, int first, int last, string kind)
    {
        var sentence = found.Sentence;
        var name = sentence.Between(first, last);
        var actor = known.Called(name);
        for (var at = first; at <= last; at++)
        {
            if (found.At(at) is { } inner && (inner.First < first || inner.Last > last || inner.Count > last - first
                || (actor is null && inner.Kind is not "person" && OnlyHeadsBeside(sentence, inner, first, last))))
            {
                return;
            }
        }

        found.Put(new Found(first, last, actor?.Name ?? name, actor?.Id is { Length: > 0 } id ? id : null, actor?.Kind ?? kind));
    }

    private static bool OnlyHeadsBeside(NameSentence sentence, Found inner, int first, int last)
    {
        for (var at = first; at <= last; at++)
        {
            if ((at < inner.First || at > inner.Last) && !GroupWords.IsHead(sentence.Low(at)) && Nations.OfAdjective(sentence.Low(at)) is null && !GroupWords.Opens(sentence.Tokens[at]) && !sentence.IsArticle(at))
            {
                return false;
            }
        }

        return true;
    }
}
