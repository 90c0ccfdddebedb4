namespace Map.Core.Reading.Naming;

/// <summary>The actors known before reading: the lexicon's, and those of the general list that it lacks.</summary>
internal sealed class ActorNames
{
    private static readonly HashSet<string> Connecting = ["of", "for", "and", "the", "on", "in", "to", "against", "&"];

    private readonly NameIndex<KnownActor> index = new();
    private readonly HashSet<string> plain = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KnownActor> states = new(StringComparer.Ordinal);

    public ActorNames(Lexicon lexicon)
    {
        foreach (var actor in lexicon.Actors.Where(actor => actor.Kind != "civilians" && !actor.Name.Contains(',', StringComparison.Ordinal)))
        {
            foreach (var name in actor.Names.Prepend(actor.Name).Distinct())
            {
                Add(actor, name);
            }
        }

        foreach (var row in WordLists.Rows("actors"))
        {
            var names = row.Length > 2 ? row[2].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [];
            var actor = index.Called(row[0]).FirstOrDefault() ?? new KnownActor("", row[0], names, row[1]);
            foreach (var name in names.Prepend(row[0]).Where(name => !index.Called(name).Any()))
            {
                index.Add(actor, name, IsTelling(actor, name));
            }
        }
    }

    /// <summary>The state a nation acts as.</summary>
    public KnownActor StateOf(Nation nation) => states.GetValueOrDefault(nation.Name) ?? new KnownActor("", nation.Name, nation.Names, "state");

    /// <summary>The actor of a name; null where none is known by it.</summary>
    public KnownActor? Called(string name) => index.Called(name).FirstOrDefault();

    /// <summary>The longest known name that begins at a token.</summary>
    public (int Last, NameHit<KnownActor> Hit)? LongestAt(NameSentence sentence, int first)
    {
        if (sentence.IsArticle(first) ? first + 1 < sentence.Tokens.Count && !sentence.Tokens[first + 1].IsCapital : !MayOpen(sentence, first))
        {
            return null;
        }

        return index.LongestAt(sentence, first, (from, to, name) => Fits(sentence, from, to, name)) is { } found ? (found.Last, Best(found.Hits)) : null;
    }

    private void Add(KnownActor actor, string name)
    {
        if (actor.Kind == "state" && Nations.OfName(Token.Plain(name)) is { } nation)
        {
            states[nation.Name] = actor;
            return;
        }

        if (actor.Kind == "state" && name.StartsWith("Government of ", StringComparison.Ordinal) && Nations.OfName(Token.Plain(name["Government of ".Length..])) is { } governed)
        {
            states.TryAdd(governed.Name, actor);
        }

        name = OwnPart(name);
        if (!WordLists.IsOrdinary(Token.Plain(name)) || !name.Any(char.IsLower))
        {
            index.Add(actor, name, IsTelling(actor, name));
        }

        if (IsPlainPhrase(name))
        {
            _ = plain.Add(Token.Plain(name.Split(' ', '-')[0]));
        }

    }

    /// <summary>Names of one short word are met to the letter only, those of persons aside: "Fares" is not Fars.</summary>
    private static bool IsTelling(KnownActor actor, string name) => actor.Kind == "person" || name.Length >= 8 || name.Any(letter => letter is ' ' or '-') || name.Any(Places.PlainLetters.IsArabic);

    /// <summary>"Aleppo faction of HTS" names two: what stands before "of" names the part.</summary>
    private string OwnPart(string name) =>
        name.IndexOf(" of ", StringComparison.Ordinal) is var of and > 0 && index.Called(name[(of + 4)..]).Any() && name[..of].Contains(' ', StringComparison.Ordinal) ? name[..of] : name;

    /// <summary>Of several bearers of one name the one that bears it as its usual name; the tables keep the better known first.</summary>
    private static NameHit<KnownActor> Best(IReadOnlyList<NameHit<KnownActor>> hits) =>
        hits.FirstOrDefault(hit => NameIndex<KnownActor>.Solid(hit.Known.Name) == NameIndex<KnownActor>.Solid(hit.Name)) ?? hits[0];

    private bool MayOpen(NameSentence sentence, int at) => sentence.Tokens[at] is { IsWord: true } token && (token.IsCapital || token.IsArabic || token.IsNumber || plain.Contains(token.Low));

    private static bool Fits(NameSentence sentence, int first, int last, string name)
    {
        var head = sentence.IsArticle(first) ? first + 1 : first;
        if (!sentence.Tokens[head].IsCapital && !sentence.Tokens[head].IsArabic && !sentence.Tokens[head].IsNumber && !IsPlainPhrase(name))
        {
            return false;
        }

        for (var at = head + 1; at <= last; at++)
        {
            var token = sentence.Tokens[at];
            if (!token.IsCapital && !token.IsArabic && !token.IsNumber && !sentence.IsJoint(at) && !Connecting.Contains(token.Low) && !GroupWords.IsHead(token.Low)
                && !name.Contains(" " + token.Text, StringComparison.Ordinal) && !name.Contains("-" + token.Text, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return head < last || FitsAlone(sentence, head, name);
    }

    /// <summary>A name of one word must not be an ordinary word that opens a sentence, nor the end of somebody else's name.</summary>
    private static bool FitsAlone(NameSentence sentence, int at, string name)
    {
        var token = sentence.Tokens[at];
        if (token.IsArabic || token.IsAcronym)
        {
            return true;
        }

        return !(WordLists.IsOrdinary(token.Low) && (sentence.IsOpening(at) || sentence.IsHeadline)) && !name.Any(char.IsLower) == !token.Text.Any(char.IsLower);
    }

    /// <summary>A name that common nouns make, written small inside a sentence: opposition forces, morality police.</summary>
    private static bool IsPlainPhrase(string name)
    {
        var words = name.Split(' ');
        return words.Length > 1 && words.Skip(1).All(word => char.IsLower(word[0])) && Nations.OfAdjective(Token.Plain(words[0])) is null && words[0].Skip(1).All(letter => !char.IsUpper(letter))
            && (words[0].Contains('-', StringComparison.Ordinal) || WordLists.IsOrdinary(Token.Plain(words[0])) || words[0] is "Morality");
    }
}
