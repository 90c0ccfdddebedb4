namespace Map.Core.Reading.Naming;

/// <summary>The names an article itself has given somebody, under which he is mentioned elsewhere in it: surname, kunya, acronym, alias.</summary>
internal sealed class ShortNames(PlaceNames places)
{
    private const int LongestName = 8;

    private readonly Dictionary<string, Found> names = new(StringComparer.Ordinal);
    /// <summary>Head words of the names met; null where several share one.</summary>
    private readonly Dictionary<string, Found?> heads = new(StringComparer.Ordinal);
    /// <summary>Short names of several persons, each with the sentence that names him in full.</summary>
    private readonly Dictionary<string, List<(int Sentence, Found Named)>> shared = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> firstNamed = new(StringComparer.Ordinal);
    private int reading;

    public void Add(string name, Found found)
    {
        var key = Solid(name);
        if (key.Length > 1)
        {
            names.TryAdd(key, found);
        }
    }

    /// <summary>Takes the full names and what they are shortened to.</summary>
    public void Learn(FoundInSentence found)
    {
        reading++;
        var sentence = found.Sentence;
        foreach (var one in found.All)
        {
            var written = sentence.Between(one.First, one.Last);
            var namesInIt = Runs.Names(sentence, one.First, one.Last);
            if (namesInIt == 0 || one.Kind == "state")
            {
                continue;
            }

            Add(written, one);
            if (one.Kind != "person" && namesInIt > 1)
            {
                LearnHeads(sentence, one);
            }

            if (one.Kind == "person" && namesInIt > 1)
            {
                Shorten(sentence, one);
            }
            else if (one.Id is null && one.Kind is "group" or "force" or "institution" or "service" && namesInIt > 2)
            {
                Add(string.Concat(Enumerable.Range(one.First, one.Count).Where(sentence.IsNaming).Select(at => sentence.Tokens[at].Text[0])), one with { IsWhole = false });
            }
        }
    }

    /// <summary>Goes back to the first sentence.</summary>
    public void Rewind() => reading = 0;

    /// <summary>Takes the names elsewhere in the article.</summary>
    public void Find(FoundInSentence found)
    {
        reading++;
        FindHeads(found);
        var sentence = found.Sentence;
        foreach (var one in found.All.Where(one => one is { Id: null, Kind: "person" }).ToList())
        {
            if (names.GetValueOrDefault(Solid(sentence.Between(one.First, one.Last))) is { } same && same.Name != one.Name && !shared.ContainsKey(Solid(one.Name)))
            {
                found.Put(same with { First = one.First, Last = one.Last, IsWhole = false });
            }
        }

        for (var first = 0; first < sentence.Tokens.Count; first++)
        {
            if (!found.IsFree(first, first) || !(sentence.IsNaming(first) || sentence.IsArticle(first) || sentence.Tokens[first].IsArabic))
            {
                continue;
            }

            for (var last = Math.Min(sentence.Tokens.Count, first + LongestName) - 1; last >= first; last--)
            {
                if (sentence.Tokens[last].IsWord && (sentence.IsNaming(last) || sentence.Tokens[last].IsNumber || sentence.Tokens[last].IsArabic || GroupWords.IsHead(sentence.Low(last))) && found.IsFree(first, last)
                    && Named(Solid(sentence.Between(first, last))) is { } named && Fits(found, first, last, named))
                {
                    found.Put(named with { First = first, Last = last, IsWhole = false });
                    first = last;
                    break;
                }
            }
        }
    }

    /// <summary>"The Observatory", once the Syrian Observatory has been named.</summary>
    private void FindHeads(FoundInSentence found)
    {
        var sentence = found.Sentence;
        for (var at = 1; at < sentence.Tokens.Count && !sentence.IsHeadline; at++)
        {
            if (sentence.Low(at - 1) == "the" && sentence.IsNaming(at) && found.IsFree(at, at) && !sentence.IsNaming(at + 1) && heads.GetValueOrDefault(sentence.Low(at)) is { } named)
            {
                found.Put(named with { First = at, Last = at, IsWhole = false });
            }
        }
    }

    private void LearnHeads(NameSentence sentence, Found one)
    {
        for (var at = one.First; at <= one.Last; at++)
        {
            if ((GroupWords.KindOfHead(sentence.Tokens[at]) is not null || (at == one.First && GroupWords.Opens(sentence.Tokens[at]))) && sentence.IsNaming(at) && !(heads.TryGetValue(sentence.Low(at), out var other) && other?.Name == one.Name))
            {
                heads[sentence.Low(at)] = heads.ContainsKey(sentence.Low(at)) ? null : one;
            }
        }
    }

    private void Shorten(NameSentence sentence, Found one)
    {
        var at = one.Last;
        while (at > one.First && !sentence.IsNaming(at))
        {
            at--;
        }

        var surname = sentence.Tokens[at].Text;
        if (surname.Length > 2 && !WordLists.IsOrdinary(sentence.Low(at)))
        {
            AddShared(surname, one);
        }

        // "Abdullah Shafiq Abu Horan" is Abu Horan afterwards.
        for (var kunya = one.First + 1; kunya < at; kunya++)
        {
            if (PersonWords.IsKunya(sentence.Low(kunya)) && sentence.IsNaming(kunya))
            {
                AddShared(sentence.Between(kunya, one.Last), one);
            }
        }

        if (PersonWords.IsKunya(sentence.Low(one.First)) && one.Count > 2)
        {
            var end = sentence.IsArticle(one.First + 1) ? one.First + 2 : one.First + 1;
            if (end < one.Last)
            {
                AddShared(sentence.Between(one.First, end), one);
            }
        }
    }

    /// <summary>Two persons of one surname: the short name says neither.</summary>
    private void AddShared(string name, Found one)
    {
        var key = Solid(name);
        if (names.TryGetValue(key, out var brief) && brief is { Id: null, Kind: "person" } && Solid(brief.Name) == key)
        {
            names[key] = one with { IsWhole = false };
        }
        else if (names.TryGetValue(key, out var other) && (other.Id, other.Id is null ? other.Name : "") != (one.Id, one.Id is null ? one.Name : "") && Solid(other.Name) != Solid(one.Name))
        {
            if (!shared.TryGetValue(key, out var all))
            {
                shared[key] = all = [(firstNamed.GetValueOrDefault(key), other)];
            }

            all.Add((reading, one with { IsWhole = false }));
        }
        else
        {
            firstNamed.TryAdd(key, reading);
            names.TryAdd(key, one with { IsWhole = false });
            if (shared.TryGetValue(key, out var all))
            {
                all.Add((reading, one with { IsWhole = false }));
            }
        }
    }

    /// <summary>Whom a short name means: of several the one last named in full before; nobody where one sentence names two.</summary>
    private Found? Named(string key)
    {
        if (!shared.TryGetValue(key, out var all))
        {
            return names.GetValueOrDefault(key);
        }

        var before = all.Where(one => one.Sentence <= reading).ToList();
        var last = before.Count > 0 ? before.Max(one => one.Sentence) : -1;
        var met = before.Where(one => one.Sentence == last).Select(one => one.Named).DistinctBy(one => one.Name).ToList();
        return met.Count == 1 ? met[0] : null;
    }

    private bool Fits(FoundInSentence found, int first, int last, Found named)
    {
        var sentence = found.Sentence;
        if (Runs.Names(sentence, first, last) > 1 || sentence.Tokens[first].IsArabic)
        {
            return true;
        }

        var name = sentence.IsArticle(first) ? first + 1 : first;
        if (sentence.Tokens[name].IsAcronym || named.Kind != "person")
        {
            return sentence.Tokens[name].IsAcronym || !WordLists.IsOrdinary(sentence.Low(name));
        }

        var (before, after) = (Runs.Before(sentence, first, passThe: false), Runs.After(sentence, last));
        if (sentence.Low(first - 1) == "the" || (sentence.IsNaming(last + 1) && found.IsFree(last + 1, last + 1) && !sentence.Tokens[last].Possessive && !GroupWords.IsHead(sentence.Low(last + 1))))
        {
            return false;
        }

        if (!places.IsPlace(sentence, first, last))
        {
            return true;
        }

        return PersonWords.DoesOrIs(sentence.Low(after)) && !(before >= 0 && (PlaceWords.IsPreposition(sentence.Low(before)) || PlaceWords.IsKind(sentence.Low(before))));
    }

    private static string Solid(string name) => NameIndex<Found>.Solid(name);
}
