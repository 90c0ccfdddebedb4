namespace Map.Core.Reading.Naming;

/// <summary>Second names that a text gives somebody: in brackets, behind "a.k.a.", "real name", "formerly known as".</summary>
internal sealed class Introductions(ActorNames known, ShortNames shorts)
{
    private static readonly HashSet<string> Leads =
        ["aka", "also", "known", "as", "real", "name", "nom", "de", "guerre", "or", "born", "dubbed", "nicknamed", "called", "better", "originally", "alias", "his", "her", "its", "the", "abbreviated", "in", "arabic", "is", "whose", "acronym", "under", "pseudonym", "kunya", "hereafter", "by", "now", "simply", "commonly", "locally", "turkish", "kurdish"];

    /// <summary>Of these one at least must stand there, else another sentence part follows.</summary>
    private static readonly HashSet<string> Marks = ["aka", "known", "name", "guerre", "or", "dubbed", "nicknamed", "called", "alias", "abbreviated", "arabic", "turkish", "kurdish", "acronym", "pseudonym", "kunya", "hereafter", "now", "simply"];

    private static readonly HashSet<string> Former = ["formerly", "previously", "once", "ex", "then", "earlier"];

    public void Find(FoundInSentence found)
    {
        foreach (var one in found.All.ToList())
        {
            if (found.At(one.First) == one)
            {
                Behind(found, one);
            }
        }
    }

    private void Behind(FoundInSentence found, Found one)
    {
        var sentence = found.Sentence;
        var at = Runs.After(sentence, one.Last);
        var bracket = sentence.Is(at, "(") || sentence.Is(at, "[");
        if (!bracket && !sentence.Is(at, ",") && sentence.Low(at) is not ("aka" or "alias" or "nicknamed" or "known" or "dubbed"))
        {
            return;
        }

        at += bracket || sentence.Is(at, ",") ? 1 : 0;
        var (lead, former, marked) = (0, false, false);
        while (at < sentence.Tokens.Count && !(sentence.Tokens[at].IsCapital && lead > 0 && !Leads.Contains(sentence.Low(at))))
        {
            if (sentence.Tokens[at].IsWord ? !Leads.Contains(sentence.Low(at)) && !Former.Contains(sentence.Low(at)) : sentence.Tokens[at].Text is not (":" or "“" or "\"" or "‘" or "'" or "."))
            {
                break;
            }

            marked |= Marks.Contains(sentence.Low(at));
            former |= Former.Contains(sentence.Low(at));
            lead += sentence.Tokens[at].IsWord ? 1 : 0;
            at++;
        }

        if (at >= sentence.Tokens.Count || (!marked && !former && (!bracket || lead > 0) && !(lead == 0 && found.At(at) is { Kind: "person" })) || !sentence.Tokens[at].IsWord)
        {
            return;
        }

        if (found.At(at) is { } second && second != one)
        {
            // "(X and Y)" lists what it is made of.
            if (bracket && lead == 0 && sentence.Low(second.Last + 1) is "and" or "or")
            {
                return;
            }

            Join(found, one, second, bracket, lead, former);
        }
        else if (Second(found, at, bracket) is { } last && (bracket && lead == 0 ? IsShortOf(sentence, one, at, last) : !former))
        {
            found.Put(one with { First = at, Last = last });
            shorts.Add(sentence.Between(at, last), one);
        }
    }

    /// <summary>Both are found already: an unknown one is the same as the known one beside it, unless it only once was.</summary>
    private void Join(FoundInSentence found, Found one, Found second, bool bracket, int lead, bool former)
    {
        if (!bracket && lead == 0 && !former && IsKunyaOfSame(found.Sentence, one, second))
        {
            found.Put(second with { Name = one.Name, Id = one.Id, Kind = one.Kind });
            shorts.Add(second.Name, one);
            return;
        }

        if (former || (!bracket && lead == 0) || (bracket && lead == 0 && one.Kind != second.Kind && !(one.Id is null && second.Id is not null && IsAcronymOf(found.Sentence, one, second))))
        {
            return;
        }

        if (second.Id is null && known.Called(second.Name) is null)
        {
            found.Put(second with { Name = one.Name, Id = one.Id, Kind = one.Kind });
            shorts.Add(second.Name, one);
        }
        else if (one.Id is null && known.Called(one.Name) is null)
        {
            found.Put(one with { Name = second.Name, Id = second.Id, Kind = second.Kind });
            shorts.Add(one.Name, second);
        }
    }

    /// <summary>"Samir Haddad, Abu Samir to his friends": an unknown kunya for a person with another name.</summary>
    private static bool IsKunyaOfSame(NameSentence sentence, Found one, Found second) =>
        one.Kind == "person" && second is { Kind: "person", Id: null } && PersonWords.IsKunya(sentence.Low(second.First)) && !PersonWords.IsKunya(sentence.Low(one.First))
        && sentence.Low(second.Last + 1) is "to" or "for" && sentence.Low(second.Last + 2) is "his" or "her" or "their" or "everybody" or "everyone" or "those" or "friends";

    /// <summary>Where a second name that begins at a token ends.</summary>
    private static int? Second(FoundInSentence found, int at, bool bracket)
    {
        var sentence = found.Sentence;
        if (sentence.Tokens[at].IsArabic)
        {
            var last = at;
            while (last + 1 < sentence.Tokens.Count && sentence.Tokens[last + 1].IsArabic && found.IsFree(last + 1, last + 1))
            {
                last++;
            }

            return bracket ? last : null;
        }

        return Runs.At(found, at) is { } run ? run.Last : null;
    }

    private static bool IsAcronymOf(NameSentence sentence, Found one, Found second) => sentence.Tokens[second.First].IsAcronym && second.Count == 1 && one.Count > 1;

    /// <summary>What stands in brackets by itself is a short form only when it is an acronym, in another script, or a name of the same person.</summary>
    private static bool IsShortOf(NameSentence sentence, Found one, int first, int last) =>
        (first == last && sentence.Tokens[first].Text is { Length: <= 9 } text && text.Count(char.IsUpper) >= 2 && Nations.OfName(sentence.Low(first)) is null)
        || sentence.Tokens[first].IsArabic
        || (one.Kind == "person" && Runs.IsPlainName(sentence, first, last) && Nations.OfName(sentence.Low(first)) is null && sentence.Is(Runs.After(sentence, last), ")"));
}
