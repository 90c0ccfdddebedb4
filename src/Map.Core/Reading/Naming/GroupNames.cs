namespace Map.Core.Reading.Naming;

/// <summary>Names of groups, bodies and outlets told by their words: Jaish al-X, the X Brigade, the Ministry of X, the newspaper X.</summary>
internal sealed class GroupNames(ActorNames known, PlaceNames places)
{
    private const int MostBehindOpening = 5;

    private readonly GroupNouns nouns = new(known, places);

    private static readonly HashSet<string> PlaceHeads = ["faction", "factions", "bloc", "brigade", "brigades", "battalion", "battalions", "division"];

    private static readonly HashSet<string> NumberHeads = ["brigade", "division", "battalion", "regiment", "corps", "army", "legion"];

    private static readonly HashSet<string> Roles = ["leader", "commander", "spokesman", "spokesperson", "member", "emir", "chief", "fighter", "official", "deputy", "head"];

    public void Find(FoundInSentence found)
    {
        var sentence = found.Sentence;
        for (var at = 0; at < sentence.Tokens.Count; at++)
        {
            if (Opening(sentence, at) is { } last)
            {
                GroupClaim.Take(known, found, at, last, sentence.Low(at) == "radio" ? "outlet" : "group");
                at = last;
            }
        }

        if (sentence.IsHeadline)
        {
            Ministry(found);
            return;
        }

        foreach (var small in found.All.Where(one => char.IsLower(sentence.Tokens[one.First].Text[0]) && one.Kind == "group" && one.Count > 1).ToList())
        {
            WithPlaceBefore(found, small);
        }

        for (var at = 0; at < sentence.Tokens.Count; at++)
        {
            ByHead(found, at);
        }

        for (var at = 0; at < sentence.Tokens.Count; at++)
        {
            if (Runs.At(found, at) is { } run)
            {
                nouns.Find(found, run.First, run.Last);
                at = run.Last;
            }
        }
    }

    /// <summary>The Deir ez-Zor “eastern bloc”: the place belongs to the name.</summary>
    private void WithPlaceBefore(FoundInSentence found, Found one)
    {
        var sentence = found.Sentence;
        var last = Runs.Before(sentence, one.First, passThe: false);
        for (var first = Math.Max(0, last - 3); first <= last; first++)
        {
            if ((sentence.IsNaming(first) || sentence.IsArticle(first)) && found.IsFree(first, last) && !sentence.Tokens[last].Possessive && places.HitsOf(sentence, first, last).Count > 0)
            {
                found.Put(one with { First = first });
                return;
            }
        }
    }

    /// <summary>In a heading of capitals "of" still binds a ministry's name together.</summary>
    private void Ministry(FoundInSentence found)
    {
        var sentence = found.Sentence;
        for (var at = 0; at < sentence.Tokens.Count; at++)
        {
            if (sentence.Low(at) is "ministry" or "directorate" && found.IsFree(at, at) && Of(sentence, at) is var last && last > at)
            {
                GroupClaim.Take(known, found, at, last, "institution");
            }
        }
    }

    /// <summary>Where a name that opens with jaish, liwa and the like ends; null where none begins.</summary>
    private static int? Opening(NameSentence sentence, int at)
    {
        var token = sentence.Tokens[at];
        if (!GroupWords.Opens(token) || token.Possessive || !(sentence.IsJoint(at + 1) || sentence.IsNaming(at + 1)))
        {
            return null;
        }

        var (last, names) = (at, 0);
        for (var next = at + 1; next < sentence.Tokens.Count && names < MostBehindOpening; next++)
        {
            if (sentence.IsJoint(next))
            {
                continue;
            }

            if (!sentence.IsNaming(next) || (names > 0 && (WordLists.IsOrdinary(sentence.Low(next)) || Roles.Contains(sentence.Low(next)) || GroupWords.IsHead(sentence.Low(next))))
                || (names > 0 && sentence.IsHeadline && !sentence.Tokens[next].Joined))
            {
                break;
            }

            names += GroupWords.Opens(sentence.Tokens[next]) ? 0 : 1;
            last = next;
            if (sentence.Tokens[next].Possessive)
            {
                break;
            }
        }

        return names > 0 ? last : null;
    }

    private void ByHead(FoundInSentence found, int at)
    {
        var sentence = found.Sentence;
        var token = sentence.Tokens[at];
        if (!token.IsWord || token.Joined || GroupWords.KindOfHead(token) is not { } kind)
        {
            return;
        }

        if (token.Low is "daily" or "weekly" or "today" or "post" or "review" or "watch" or "monitor" && sentence.IsNaming(at + 1) && !token.Possessive)
        {
            return;
        }

        var first = Left(found, at, token.IsCapital);
        var last = token.IsCapital ? Of(sentence, at) : at;
        if (first == at && last == at && token.IsCapital && NumberHeads.Contains(token.Low) && at + 1 < sentence.Tokens.Count && sentence.Tokens[at + 1].IsNumber)
        {
            GroupClaim.Take(known, found, at, at + 1, "force");
        }
        else if (first < at ? IsName(found, first, at) : last > at && GroupWords.KindOfHeadOf(token) is not null)
        {
            GroupClaim.Take(known, found, first, last, kind);
        }
    }

    /// <summary>The first token of the name in front of a head word; the head itself where none is.</summary>
    private static int Left(FoundInSentence found, int head, bool capital)
    {
        var sentence = found.Sentence;
        var first = head;
        for (var at = head - 1; at >= 0 && !sentence.Tokens[at].Possessive; at--)
        {
            var token = sentence.Tokens[at];
            if (!token.IsWord || (!capital && found.At(at) is { Kind: not "person" }))
            {
                break;
            }

            if (IsOrdinal(token) || (sentence.IsNaming(at) && !token.IsArabic && token.Low is not ("the" or "a" or "an")) || (sentence.IsJoint(at) && first > at) || (capital && token.Low == "and" && at > 0 && first == at + 1 && head > first && sentence.IsNaming(at - 1) && !sentence.IsOpening(at - 1) && (WordLists.IsOrdinary(sentence.Low(at - 1)) || WordLists.LooksOrdinary(sentence.Low(at - 1)))))
            {
                first = at;
            }
            else
            {
                break;
            }
        }

        while (first < head && sentence.IsOpening(first) && WordLists.IsOrdinary(sentence.Low(first)) && !IsPartOfName(sentence, first, head))
        {
            first++;
        }

        return first;
    }

    /// <summary>An ordinary word opens the name itself where what follows names nothing without it: "Southern Front", "Local Council".</summary>
    private static bool IsPartOfName(NameSentence sentence, int first, int head)
    {
        if (sentence.Low(first) is "the" or "in" or "on" or "at" or "by" or "as" or "when" or "while" or "after" or "before" or "since" or "if" or "but" or "and" or "for" or "from" or "with" or "former" or "under" or "both" or "pro" or "anti")
        {
            return false;
        }

        return sentence.Tokens[head].IsCapital && head - first >= 2;
    }

    private bool IsName(FoundInSentence found, int first, int head)
    {
        var sentence = found.Sentence;
        var (token, names, own) = (sentence.Tokens[head], 0, 0);
        for (var at = first; at < head; at++)
        {
            if (sentence.IsNaming(at) || IsOrdinal(sentence.Tokens[at]))
            {
                names++;
                own += WordLists.IsOrdinary(sentence.Low(at)) || Nations.OfAdjective(sentence.Low(at)) is not null || Nations.OfName(sentence.Low(at)) is not null ? 0 : 1;
            }
        }

        if (token.IsCapital)
        {
            return own > 0 || names > 1 || (names == 1 && Nations.OfAdjective(sentence.Low(head - 1)) is null && Nations.OfName(sentence.Low(head - 1)) is null && !sentence.IsOpening(first));
        }

        if (IsOrdinal(sentence.Tokens[head - 1]))
        {
            return NumberHeads.Contains(token.Low);
        }

        return own == names && names <= 4 && !(places.IsPlace(sentence, first, head - 1) && !PlaceHeads.Contains(token.Low));
    }

    /// <summary>Where a name with "of" or "for" behind its head ends: the head itself where it has none.</summary>
    private static int Of(NameSentence sentence, int head)
    {
        if (sentence.Tokens[head].Possessive || GroupWords.KindOfHeadOf(sentence.Tokens[head]) is null || sentence.Low(head + 1) is not ("of" or "for" or "on"))
        {
            return head;
        }

        // "Forces of the Syrian regime" opens a sentence; it is no name.
        var behind = sentence.Low(head + 2) == "the" ? head + 3 : head + 2;
        if (sentence.IsOpening(head) && Nations.OfAdjective(sentence.Low(behind)) is not null && !sentence.IsNaming(behind + 1))
        {
            return head;
        }

        var last = head;
        for (var at = head + 2; at < sentence.Tokens.Count; at++)
        {
            if (sentence.IsNaming(at))
            {
                last = at;
                if (sentence.Tokens[at].Possessive)
                {
                    break;
                }
            }
            else if (!(sentence.IsJoint(at) || sentence.Low(at) is "the" or "and" or "of" or "for" or "a"))
            {
                break;
            }
        }

        return last;
    }

    private static bool IsOrdinal(Token token) => token.IsNumber && token.Text.Length is > 2 and < 6 && token.Low[^2..] is "st" or "nd" or "rd" or "th";
}
