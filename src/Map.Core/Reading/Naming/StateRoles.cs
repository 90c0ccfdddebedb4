using static Map.Core.Reading.Naming.StateWords;

namespace Map.Core.Reading.Naming;

/// <summary>
/// Tells a country that acts from one that is only where something is. It acts as the subject of a verb, as agent and partner ("by", "with",
/// "against"), as the one acted towards ("accused Turkey", "hand over to Russia", "at the behest of Iran"), with a possession only states
/// have ("Turkey's army"), and in compounds ("Turkey-backed"); what it is coordinated with acts with it. Else it is a place.
/// </summary>
internal sealed class StateRoles(ActorNames known)
{
    /// <summary>True for "backed" and the like, behind a hyphen.</summary>
    public static bool IsBacking(string low) => Backed.Contains(low);

    public void Find(FoundInSentence found)
    {
        var sentence = found.Sentence;
        var here = new List<(int First, int Last, Nation Nation, bool? Acts)>();
        for (var at = 0; at < sentence.Tokens.Count; at++)
        {
            if (found.IsFree(at, at) && PlaceNames.NationAt(sentence, at) is { } named && found.IsFree(at, named.Last) && !sentence.Tokens[at].IsArabic)
            {
                here.Add((at, named.Last, named.Nation, Acts(found, at, named.Last, named.Nation)));
                at = named.Last;
            }
        }

        for (var i = here.Count - 2; i >= 0; i--)
        {
            if (here[i].Acts is null && here[i + 1].Acts == true && IsBound(sentence, here[i].Last, here[i + 1].First))
            {
                here[i] = here[i] with { Acts = true };
            }
        }

        for (var i = 0; i < here.Count; i++)
        {
            var (first, last, nation, acts) = here[i];
            acts ??= Coordinated(found, here, i) ?? (sentence.Tokens[last].IsAcronym && nation.Name == "United States" && !sentence.IsHeadline && sentence.Low(last + 1) is not ("dollar" or "dollars"));
            if (acts == true)
            {
                Take(found, first, last, known.StateOf(nation));
            }

            here[i] = (first, last, nation, acts);
        }

        for (var at = 0; at < sentence.Tokens.Count; at++)
        {
            if (sentence.IsNaming(at) && found.IsFree(at, at) && CapitalRoles.Acts(found, at) is { } of)
            {
                Take(found, at, of.Last, known.StateOf(of.Nation));
            }
            else if (sentence.Tokens[at].Text == "West" && found.IsFree(at, at) && !sentence.IsNaming(at + 1) && (sentence.Tokens[at].Joined ? found.At(at - 1) is not null : sentence.Low(at - 1) == "the"))
            {
                found.Put(new Found(at, at, "West", null, "group"));
            }
        }
    }

    private static void Take(FoundInSentence found, int first, int last, KnownActor actor) => found.Put(new Found(first, last, actor.Name, actor.Id.Length > 0 ? actor.Id : null, "state"));

    /// <summary>Nothing between but commas, "and", "or" and "the".</summary>
    private static bool IsBound(NameSentence sentence, int last, int next)
    {
        for (var at = last + 1; at < next; at++)
        {
            if (!sentence.Is(at, ",") && sentence.Low(at) is not ("and" or "or" or "the" or "both"))
            {
                return false;
            }
        }

        return next > last + 1;
    }

    /// <summary>Null where the words around leave it open.</summary>
    private static bool? Acts(FoundInSentence found, int first, int last, Nation nation)
    {
        var sentence = found.Sentence;
        var own = nation.Name == "Syria";
        if (last + 1 < sentence.Tokens.Count && sentence.Tokens[last + 1].Joined)
        {
            return Backed.Contains(sentence.Low(last + 1));
        }

        if (first > 0 && sentence.Tokens[first].Joined)
        {
            return sentence.Low(first - 1) is "pro" or "anti";
        }

        var before = Runs.Before(sentence, first);
        var low = before < 0 ? "" : sentence.Low(before);
        var next = sentence.Low(last + 1);
        if (!own && !sentence.Tokens[last].Possessive && Arms.Contains(next))
        {
            return true;
        }

        if (low is "toward" or "towards" && Attitudes.Contains(sentence.Low(before - 1)))
        {
            return true;
        }

        if (Locative.Contains(low) && !(low is "neighbouring" or "neighboring" && PersonWords.DoesOrIs(next)))
        {
            return false;
        }

        if (sentence.Tokens[last].Possessive)
        {
            return low is "of" && Powers.Contains(sentence.Low(before - 1)) ? true : Possessions.Contains(next) || Owns(sentence, last) ? !(own && next is "national" or "future") : own ? false : null;
        }

        return low switch
        {
            "to" when IsHandedOver(sentence, before) => true,
            "to" => Towards.Contains(sentence.Low(before - 1)) || Towards.Contains(sentence.Low(before - 2)) && !PlaceWords.IsVerb(sentence.Low(before - 1)) ? true : own || BeforeCoordination(sentence, last) == null ? null : false,
            "from" => Givers.Contains(sentence.Low(before - 1)) ? true : false,
            "of" => Powers.Contains(sentence.Low(before - 1)) ? true : sentence.Low(before - 2) == "as" && sentence.Low(before - 1) == "that" ? true : null,
            "with" or "between" when Grounds.Contains(sentence.Low(before - 1)) => false,
            "on" => sentence.Low(before - 1) is "called" or "calling" or "pressure" or "sanctions" or "relies" or "relied" or "reliance" or "depends" or "dependent" ? true : false,
            "for" when sentence.Low(before - 1) is "left" or "leave" or "leaving" or "bound" or "headed" or "heading" or "departed" or "departing" or "set" or "out" => false,
            "for" when Enumerable.Range(Math.Max(0, before - 6), Math.Min(6, before)).Any(at => sentence.Low(at) is "left" or "leave" or "leaves" or "leaving" or "departed" or "headed") => false,
            _ when Partners.Contains(low) => own ? null : true,
            _ when Directed.Contains(low) => true,
            _ => Subject(found, first, last, own),
        };
    }

    /// <summary>"Turkey's de-escalation efforts": what is owned stands behind at most a word or a compound.</summary>
    private static bool Owns(NameSentence sentence, int last)
    {
        for (var at = last + 2; at <= last + 4 && at < sentence.Tokens.Count && (sentence.Tokens[at - 1].IsWord || sentence.Is(at - 1, "-")); at++)
        {
            if (Possessions.Contains(sentence.Low(at)))
            {
                return at == last + 2 || sentence.Tokens[at - 1].Joined || sentence.Is(at - 2, "-");
            }
        }

        return false;
    }

    /// <summary>"hand control of the north to X": the verb stands some words before; a verb of going in between makes it a place.</summary>
    private static bool IsHandedOver(NameSentence sentence, int to)
    {
        for (var at = to - 1; at >= Math.Max(0, to - 12) && sentence.Tokens[at].IsWord; at--)
        {
            if (Going.Contains(sentence.Low(at)))
            {
                return false;
            }

            if (Handing.Contains(sentence.Low(at)))
            {
                return true;
            }
        }

        return false;
    }

    private static string? BeforeCoordination(NameSentence sentence, int last) => sentence.Low(last + 1) is "and" or "or" ? sentence.Low(last + 2) : null;

    private static bool? Subject(FoundInSentence found, int first, int last, bool own)
    {
        var sentence = found.Sentence;
        var before = Runs.Before(sentence, first);
        var next = Runs.After(sentence, last);
        if (sentence.Is(next, ","))
        {
            next = BehindAside(sentence, next);
        }

        var opens = before < 0 || sentence.IsOpening(first) || Starters.Contains(sentence.Low(before)) || sentence.Low(before) is "says" or "said" or "believes" or "claimed" or "claims";
        if (PersonWords.IsSaying(sentence.Low(next)))
        {
            return true;
        }

        if (PersonWords.DoesOrIs(sentence.Low(next)))
        {
            return own ? opens && sentence.Low(next) is not ("is" or "was" or "has" or "will" or "would" or "remains" or "became" or "had" or "may" or "could" or "can" or "might" or "did" or "does") : true;
        }

        if (GroupWords.IsHead(sentence.Low(next)) || sentence.Low(next) is "analyst" or "expert" or "conflict" or "war" or "crisis" or "file")
        {
            return own || sentence.Low(next) is "border" ? false : null;
        }

        return null;
    }

    /// <summary>The verb behind "X, for its part, …" and "X, which …"; the comma itself where no such thing follows.</summary>
    private static int BehindAside(NameSentence sentence, int comma)
    {
        if (sentence.Low(comma + 1) is "which" or "whose" or "who")
        {
            return sentence.Low(comma + 2) is "already" or "also" or "still" or "now" or "then" or "long" or "once" or "itself" or "never" ? comma + 3 : comma + 2;
        }

        if (sentence.Low(comma + 1) is not ("for" or "in" or "on" or "with" or "however" or "meanwhile" or "too" or "along" or "like" or "backed" or "supported" or "as" or "by"))
        {
            return comma;
        }

        for (var at = comma + 1; at < Math.Min(sentence.Tokens.Count, comma + 9); at++)
        {
            if (sentence.Is(at, ","))
            {
                return at + 1;
            }
        }

        return comma;
    }

    /// <summary>What "and", "or" and commas bind together acts together.</summary>
    private static bool? Coordinated(FoundInSentence found, List<(int First, int Last, Nation Nation, bool? Acts)> here, int i)
    {
        var sentence = found.Sentence;
        var (first, last, nation, _) = here[i];
        var (before, bound) = (first - 1, false);
        while (before >= 0 && (sentence.Is(before, ",") || sentence.Low(before) is "and" or "or" or "the" or "both"))
        {
            bound |= sentence.Low(before) is "and" or "or" || sentence.Is(before, ",");
            before--;
        }

        if (bound && before >= 0)
        {
            if (i > 0 && here[i - 1].Last == before)
            {
                return here[i - 1].Acts;
            }

            if (found.At(before) is { Kind: not "person" } && sentence.Low(first - 1) is not "")
            {
                return true;
            }
        }

        var after = last + 1;
        while (after < sentence.Tokens.Count && (sentence.Is(after, ",") || sentence.Low(after) is "and" or "or" or "the"))
        {
            after++;
        }

        if (after > last + 1 && after < sentence.Tokens.Count && sentence.Low(last + 1) is "and" or "or")
        {
            if (found.At(after) is not null || sentence.Low(after) == "regime")
            {
                return true;
            }

            if (i + 1 < here.Count && here[i + 1].First == after)
            {
                return here[i + 1].Acts;
            }
        }

        if (sentence.Is(last + 1, ",") && sentence.Low(last + 2) is "his" or "its" or "their" or "a" or "the" or "which" or "whose" && nation.Name != "Syria")
        {
            for (var at = last + 3; at < Math.Min(sentence.Tokens.Count, last + 9); at++)
            {
                if (sentence.Low(at) is "sponsor" or "ally" or "backer" or "backers" or "guarantor" or "guarantors" or "patron" or "supporter" or "enemy" or "allies" or "backs" or "supports" or "considers" or "controls")
                {
                    return true;
                }
            }
        }

        return null;
    }
}
