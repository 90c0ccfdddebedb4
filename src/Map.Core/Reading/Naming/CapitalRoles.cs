using static Map.Core.Reading.Naming.StateWords;

namespace Map.Core.Reading.Naming;

/// <summary>Tells a capital that stands for its state from one where something is.</summary>
internal static class CapitalRoles
{
    /// <summary>A capital that speaks or bargains is its state: "Ankara said", "between Moscow and Ankara".</summary>
    public static (int Last, Nation Nation)? Acts(FoundInSentence found, int at)
    {
        var sentence = found.Sentence;
        var last = at + 1 < sentence.Tokens.Count && sentence.IsNaming(at + 1) && Nations.OfCapital(sentence.Low(at) + " " + sentence.Low(at + 1)) is not null ? at + 1 : at;
        if (Nations.OfCapital(last > at ? sentence.Low(at) + " " + sentence.Low(at + 1) : sentence.Low(at)) is not { } nation || !found.IsFree(at, last) || sentence.Tokens[at].Joined || (last + 1 < sentence.Tokens.Count && sentence.Tokens[last + 1].Joined))
        {
            return null;
        }

        var before = Runs.Before(sentence, at);
        var (low, next) = (before < 0 ? "" : sentence.Low(before), sentence.Low(last + 1));
        if (sentence.Tokens[last].Possessive)
        {
            return next is "control" or "demands" or "allies" or "proxies" or "intentions" or "policy" or "position" or "interests" or "decision" or "refusal" or "insistence" or "approval" or "hands" or "backing" or "influence" or "role" or "strategy" or "grip" or "authority" or "rule" or "forces" or "troops" or "army" ? (last, nation) : null;
        }

        if (low == "for" && sentence.Low(before - 1) is "spying" or "spied" or "spy" or "working" or "worked" or "informing" or "informants" or "agents" or "fighting" or "fought" or "victory" or "defeat" or "support" or "win" or "loyalty")
        {
            return (last, nation);
        }

        if (nation.Name != "Syria" && (low == "of" ? Powers.Contains(sentence.Low(before - 1)) : low == "for" && next == "to"))
        {
            return (last, nation);
        }

        before -= low == "both" ? 1 : 0;
        low = before < 0 ? "" : sentence.Low(before);
        if (low == "to" ? Towards.Contains(sentence.Low(before - 1)) || Givers.Contains(sentence.Low(before - 1)) : low == "with" && Dealings.Contains(sentence.Low(before - 1)))
        {
            return (last, nation);
        }

        if (low is "and" or "or" && found.At(before - 1) is { Kind: "state" } partner && partner.First > 0 && Nations.OfCapital(sentence.Low(before - 1)) is not null)
        {
            return (last, nation);
        }

        if (PlaceWords.IsPreposition(low) && low is not ("between" or "of"))
        {
            return null;
        }

        if (low is "and" or "or" && sentence.IsNaming(before - 1) && found.At(before - 1) is null && Runs.Before(sentence, before - 1) is var listed && listed >= 0 && PlaceWords.IsPreposition(sentence.Low(listed)) && sentence.Low(listed) is not ("between" or "of"))
        {
            return null;
        }

        if (nation.Name != "Syria" && Directed.Contains(low) && low is not ("attacked" or "fight" or "fighting" or "join" or "joined" or "help" or "helped" or "hurt" or "let" or "force" or "forced") | next == "to")
        {
            return (last, nation);
        }

        if (nation.Name != "Syria" && sentence.Low(last + 1) == "and" && Nations.OfCapital(sentence.Low(last + 2)) is { Name: not "Syria" } && PersonWords.DoesOrIs(sentence.Low(last + 3)))
        {
            return (last, nation);
        }

        return PersonWords.IsSaying(next) && low is not "of" || (nation.Name == "Syria" && next is "will" or "would" or "cannot" or "must" or "wants" or "seeks" or "hopes" or "refused" or "accepted" or "considers" or "sees" or "views" or "backs" or "needs" or "intends" or "fears" or "agreed" or "wanted" or "sought") || (nation.Name != "Syria" && low is "by" or "between" or "against" or "with" && sentence.Low(before - 1) is not ("road" or "highway" or "route" or "flights"))
            || (nation.Name != "Syria" && PersonWords.DoesOrIs(next) && next is not ("is" or "was" or "were" or "who") && low is not "of")
            ? (last, nation) : null;
    }
}
