namespace Map.Core.Reading.Naming;

/// <summary>Organs, people and arms of a state named by its adjective: Turkish intelligence, Israeli army, Russian warplanes.</summary>
internal sealed class NationBodies(ActorNames known)
{
    private const int MostBetween = 3;

    private static readonly HashSet<string> Bodies = Words(
        "army armies military forces force troops soldiers soldier intelligence government authorities authority officials official agents agent officers officer police gendarmerie gendarmes navy marines airforce warplanes warplane jets jet planes plane aircraft helicopters helicopter gunships drones drone artillery warships warship tanks bombers fighters-jets ministry parliament embassy consulate presidency administration leadership diplomats delegation negotiators command commanders generals conscripts guards mercenaries advisers advisors media television tv state spies spy operatives commandos paratroopers patrol patrols convoy guards staff");

    private static readonly HashSet<string> Between = Words(
        "air special defence defense foreign military state security armed naval ground proxy allied interior intelligence border central federal coast counterterrorism secret general army government fighter attack combat police presidential national transitional interim caretaker central");

    private static readonly HashSet<string> Never = Words("opposition rebel kurdish");

    public void Find(FoundInSentence found)
    {
        var sentence = found.Sentence;
        for (var at = 0; at + 1 < sentence.Tokens.Count; at++)
        {
            if (!sentence.IsNaming(at) || !found.IsFree(at, at) || sentence.Tokens[at].Possessive || Nations.OfAdjective(sentence.Low(at)) is not { } nation)
            {
                continue;
            }

            if (sentence.Tokens[at + 1].Joined)
            {
                if (StateRoles.IsBacking(sentence.Low(at + 1)))
                {
                    Put(found, at, at, nation);
                }

                continue;
            }

            if (Body(found, at + 1) is { } last)
            {
                var named = known.Called(sentence.Between(at, last));
                if (named is null)
                {
                    Put(found, at, last, nation);
                }
                else
                {
                    found.Put(new Found(at, last, named.Name, named.Id.Length > 0 ? named.Id : null, named.Kind));
                }

                Beside(found, at - 1, sentence.Between(at + 1, last));
            }
        }
    }

    /// <summary>"British and American intelligence" speaks of both.</summary>
    private void Beside(FoundInSentence found, int joint, string body)
    {
        var sentence = found.Sentence;
        if ((sentence.Low(joint) is "and" or "or" || sentence.Is(joint, ",")) && sentence.IsNaming(joint - 1) && found.IsFree(joint - 1, joint - 1) && Nations.OfAdjective(sentence.Low(joint - 1)) is { } other)
        {
            Put(found, joint - 1, joint - 1, other, body);
        }
    }

    private void Put(FoundInSentence found, int first, int last, Nation nation, string body = "")
    {
        var state = known.StateOf(nation);
        var words = found.Sentence.Between(first, last) + (body.Length > 0 ? " " + body : "");
        found.Put(new Found(first, last, state.Id.Length > 0 ? state.Name : words, state.Id.Length > 0 ? state.Id : null, state.Kind));
    }

    private static int? Body(FoundInSentence found, int from)
    {
        var sentence = found.Sentence;
        int? body = null;
        for (var at = from; at < sentence.Tokens.Count && at <= from + MostBetween && sentence.Tokens[at].IsWord && found.IsFree(at, at); at++)
        {
            var low = sentence.Low(at);
            if (Never.Contains(low))
            {
                return body;
            }

            if (Bodies.Contains(low) && !(low == "state" && !Bodies.Contains(sentence.Low(at + 1))))
            {
                body = at;
            }
            else if (!Between.Contains(low) && !sentence.Tokens[at].Text.Any(char.IsDigit) && sentence.Tokens[at].Text.Length > 1)
            {
                break;
            }

            if (sentence.Tokens[at].Possessive)
            {
                break;
            }
        }

        return body;
    }

    private static HashSet<string> Words(string words) => [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
