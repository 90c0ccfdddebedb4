namespace Map.Core.Reading.Naming;

/// <summary>"The regime", which texts on this war use as a name of the government in Damascus. What is shown is the neutral name.</summary>
internal sealed class RegimeWords(ActorNames known)
{
    private static readonly HashSet<string> Others = ["change", "type", "types"];

    private static readonly HashSet<string> Arms = ["forces", "troops", "army", "soldiers", "warplanes", "jets", "helicopters", "helicopter", "artillery", "aircraft", "fighters", "tanks", "warplane"];

    public void Find(FoundInSentence found)
    {
        var sentence = found.Sentence;
        for (var at = 0; at < sentence.Tokens.Count; at++)
        {
            if (sentence.Low(at) == "government" && Arms.Contains(sentence.Low(at + 1)) && found.IsFree(at, at + 1) && Nations.OfAdjective(sentence.Low(at - 1)) is null && sentence.Low(at - 1) is not ("interim" or "salvation" or "central" or "local" or "new"))
            {
                Put(found, at, at + 1, Nations.OfName("syria")!);
            }

            if (sentence.Low(at) != "regime" || !found.IsFree(at, at) || Others.Contains(sentence.Low(at + 1)) || sentence.Low(at - 1) is "sanctions" or "any" or "every" or "new" or "one" or "legal" or "tax" or "ceasefire" or "visa")
            {
                continue;
            }

            if (sentence.Low(at - 1) == "a" && sentence.Low(at + 1) is "" or "that" or "which" or "of" or "in" or "is" or "to" or "with" or "and")
            {
                continue;
            }

            var first = at;
            var nation = Nations.OfName("syria")!;
            if (at > 0 && Nations.OfAdjective(sentence.Low(at - 1)) is { } whose && found.IsFree(at - 1, at - 1))
            {
                (first, nation) = (at - 1, whose);
            }
            else if (at > 0 && sentence.Tokens[at - 1] is { IsCapital: true, Possessive: false } && sentence.Low(at - 1) is "assad" or "baath" or "baathist")
            {
                first = at - 1;
            }

            Put(found, first, at, nation);
        }
    }

    private void Put(FoundInSentence found, int first, int last, Nation nation)
    {
        var state = nation.Name == "Syria" ? known.Called("Syrian government") ?? known.StateOf(nation) : known.StateOf(nation);
        found.Put(new Found(first, last, state.Name, state.Id.Length > 0 ? state.Id : null, state.Kind));
    }
}
