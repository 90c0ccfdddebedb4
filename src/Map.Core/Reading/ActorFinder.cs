using Map.Core.Reading.Naming;

namespace Map.Core.Reading;

/// <summary>Finds groups, persons, states, services and outlets by name, alias, acronym or, once named in full, surname.</summary>
public sealed class ActorFinder
{
    private readonly ActorNames known;
    private readonly PlaceNames places;
    private readonly GroupNames groups;
    private readonly PersonNames persons;
    private readonly NationBodies bodies;
    private readonly RegimeWords regime;
    private readonly StateRoles states;

    public ActorFinder(Lexicon lexicon)
    {
        known = new ActorNames(lexicon);
        places = PlaceNames.Of(lexicon);
        groups = new GroupNames(known, places);
        persons = new PersonNames(known, places);
        bodies = new NationBodies(known);
        regime = new RegimeWords(known);
        states = new StateRoles(known);
    }

    /// <summary>The actors in their order.</summary>
    public IReadOnlyList<ActorMention> Find(ArticleText article)
    {
        var sentences = article.Read.Select(sentence => new FoundInSentence(new NameSentence(article, sentence))).ToList();
        var shorts = new ShortNames(places);
        var introductions = new Introductions(known, shorts);
        foreach (var found in sentences)
        {
            FindKnown(found);
            groups.Find(found);
            persons.Find(found);
            regime.Find(found);
            introductions.Find(found);
        }

        foreach (var found in sentences)
        {
            shorts.Learn(found);
        }

        shorts.Rewind();
        foreach (var found in sentences)
        {
            shorts.Find(found);
            bodies.Find(found);
            states.Find(found);
        }

        var written = NamesAsWritten(sentences);
        return [.. sentences.SelectMany(found => found.All.Select(one => Mention(found.Sentence, one.Id is null && written.TryGetValue(one.Name, out var name) ? one with { Name = name } : one))).OrderBy(mention => mention.Start)];
    }

    private void FindKnown(FoundInSentence found)
    {
        var sentence = found.Sentence;
        for (var at = 0; at < sentence.Tokens.Count; at++)
        {
            if (known.LongestAt(sentence, at) is not { } hit || (hit.Last > at && known.LongestAt(sentence, at + 1) is { } later && later.Last > hit.Last))
            {
                continue;
            }

            if (hit.Hit.Known.Kind == "person" && hit.Last == at && BehindInitial(sentence, at) is { } given)
            {
                if (known.Called($"{sentence.Tokens[given].Text} {sentence.Tokens[at].Text}") is { } whole)
                {
                    found.Put(new Found(given, at, whole.Name, whole.Id is { Length: > 0 } wholeId ? wholeId : null, whole.Kind));
                }

                continue;
            }

            if (hit.Hit.Known.Kind == "person" && Runs.Names(sentence, at, hit.Last) == 1 && IsSurnameOfAnother(sentence, at))
            {
                continue;
            }

            if (hit.Hit.Known.Kind == "outlet" && PlaceContext.Of(sentence, at, hit.Last).Evidence == PlaceEvidence.Sure && places.IsPlace(sentence, at, hit.Last))
            {
                at = hit.Last;
                continue;
            }

            if (IsWithinNation(sentence, at, hit.Last) || (!hit.Hit.IsSpelt && places.LongestAt(sentence, at) is { } spelt && spelt.Last >= hit.Last && spelt.Hits.Any(one => one.IsSpelt)))
            {
                continue;
            }

            if (places.LongestAt(sentence, at) is { } place && place.Last > hit.Last && hit.Last == at && place.Hits.Any(one => one.IsSpelt))
            {
                continue;
            }

            found.Put(new Found(at, hit.Last, hit.Hit.Known.Name, hit.Hit.Known.Id is { Length: > 0 } id ? id : null, hit.Hit.Known.Kind));
            at = hit.Last;
        }
    }

    /// <summary>The given name in "Samir K. Haddad"; null where no initial stands before the surname.</summary>
    private static int? BehindInitial(NameSentence sentence, int surname) =>
        surname > 2 && sentence.Is(surname - 1, ".") && sentence.Tokens[surname - 2] is { IsCapital: true, Text.Length: 1 } && sentence.IsNaming(surname - 3) ? surname - 3 : null;

    /// <summary>"Rifaat al-Assad" is not the Assad of a single surname: a given name before it makes another person.</summary>
    private static bool IsSurnameOfAnother(NameSentence sentence, int at)
    {
        var first = sentence.IsArticle(at - 1) ? at - 1 : at;
        return sentence.IsNaming(first - 1) && !sentence.Tokens[first - 1].Possessive && !PersonWords.IsTitle(sentence.Low(first - 1)) && !sentence.IsHeadline
            && (WordLists.IsGiven(sentence.Low(first - 1)) || (Runs.IsPlainName(sentence, first - 1, first - 1) && !sentence.Tokens[first - 1].IsAcronym && !PersonWords.IsRole(sentence.Low(first - 1)) && PlaceNames.NationAt(sentence, first - 1) is null && !sentence.IsOpening(first - 1)));
    }

    private static bool IsWithinNation(NameSentence sentence, int first, int last)
    {
        for (var at = Math.Max(0, first - 2); at <= first; at++)
        {
            if (PlaceNames.NationAt(sentence, at) is { } nation && nation.Last >= first && (at < first || nation.Last > last))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whoever the tables lack is called as the text itself calls him in full.</summary>
    private static Dictionary<string, string> NamesAsWritten(IEnumerable<FoundInSentence> sentences)
    {
        var written = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var found in sentences)
        {
            foreach (var one in found.All.Where(one => one.Id is null && one.Kind != "state" && Runs.Names(found.Sentence, one.First, one.Last) > 1 && !found.Sentence.IsHeadline))
            {
                var last = one.Last;
                while (last > one.First && char.IsLower(found.Sentence.Tokens[last].Text[0]))
                {
                    last--;
                }

                var name = found.Sentence.Between(one.First, last);
                if (!written.TryGetValue(one.Name, out var before) || (before != one.Name && (name == one.Name || before.Length < name.Length)))
                {
                    written[one.Name] = name;
                }
            }
        }

        return written;
    }

    private static ActorMention Mention(NameSentence sentence, Found one)
    {
        var (start, end) = (sentence.Tokens[one.First].Start, sentence.Tokens[one.Last].End);
        return new ActorMention(sentence.Text[start..end], start, end - start, one.Name, one.Id, one.Kind);
    }
}
