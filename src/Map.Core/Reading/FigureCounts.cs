using System.Text.RegularExpressions;

namespace Map.Core.Reading;

/// <summary>What a number counts, as a lower-case noun; of people, what was done to them where the sentence says so: killed, wounded, detained.</summary>
internal static partial class FigureCounts
{
    private const int FarthestNoun = 6;
    private const int FarthestDeed = 7;

    private static readonly HashSet<string> People = new(StringComparer.OrdinalIgnoreCase)
    {
        "people", "persons", "person", "civilians", "civilian", "men", "man", "women", "woman", "children", "child", "fighters", "fighter", "soldiers", "soldier", "militants", "militant", "members", "member", "troops", "rebels", "rebel",
        "guards", "officers", "officer", "commanders", "commander", "leaders", "leader", "individuals", "individual", "residents", "gunmen", "insurgents", "prisoners", "detainees", "personnel", "operatives", "combatants", "journalists",
        "medics", "workers", "protesters", "demonstrators", "students", "jihadists", "mercenaries", "policemen", "police", "recruits", "others", "citizens", "refugees", "hostages", "agents", "elements", "victims", "girls", "boys", "infants",
        "volunteers", "rescuers", "paramedics", "relatives", "suspects", "activists", "conscripts", "officials", "passengers", "Syrians", "Turks", "Russians", "Iraqis", "Iranians", "Lebanese", "Palestinians", "inmates",
    };

    private static readonly HashSet<string> Plurals = new(StringComparer.OrdinalIgnoreCase)
    {
        "people", "men", "women", "children", "police", "troops", "dead", "killed", "wounded", "injured", "missing", "detained", "arrested", "displaced", "aircraft", "personnel", "gunmen", "policemen", "fishermen", "cattle", "sheep",
    };

    private static readonly HashSet<string> NoPlurals = new(StringComparer.OrdinalIgnoreCase)
    {
        "is", "was", "has", "does", "as", "this", "its", "his", "us", "thus", "always", "perhaps", "across", "less", "says", "leads", "holds", "plus", "versus", "besides", "sometimes", "unless", "towards", "afterwards", "hers", "yes",
    };

    private static readonly HashSet<string> EndsPhrase = new(StringComparer.OrdinalIgnoreCase)
    {
        "in", "on", "at", "to", "from", "by", "with", "for", "after", "before", "near", "inside", "across", "during", "who", "which", "that", "was", "were", "is", "are", "have", "has", "had", "been", "will", "and", "or", "but", "while", "when", "since", "into", "as", "including",
    };

    [GeneratedRegex(@"^(?:(?<killed>kill(?:s|ed|ing|ings)?|dead|died|dies|dying|deaths?|slain|slaying|executed|executing|execution|executions|executes|beheaded|assassinat\w+|martyr\w*|perished|fatalities)|(?<wounded>wound(?:s|ed|ing)?|injur(?:e|es|ed|ing|ies|y)|hurt|maimed)|(?<detained>arrest(?:s|ed|ing)?|detain(?:s|ed|ing|ees)?|detentions?|captur(?:e|es|ed|ing)|abduct\w*|kidnap\w*|imprison\w*|jailed|rounded)|(?<released>releas(?:e|es|ed|ing)|free(?:d|ing|s)|swapped|exchanged)|(?<displaced>displac(?:e|es|ed|ing|ement)|fled|flee(?:ing|s)?|uprooted|evacuat\w+|relocated)|(?<missing>missing|disappeared))$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Deed();

    /// <summary>What is counted; "" where the sentence does not say.</summary>
    public static string Of(IReadOnlyList<Word> words, FigureNumber number)
    {
        if (number.Unit is not ("" or "persons" or FigureNumbers.Plus))
        {
            return number.Unit;
        }

        if (number.First > 1 && words[number.First - 1].Text == "of" && words[number.First - 2].Text == "names")
        {
            return "names";
        }

        if (number.First > 0 && words[number.First - 1].Text is "$" or "US$" or "USD")
        {
            return "dollars";
        }

        if (number.First > 0 && number.Last + 1 < words.Count && DeedOf(words[number.First - 1].Text) is { } done && EndsPhrase.Contains(words[number.Last + 1].Text))
        {
            return done;
        }

        var (noun, end) = number.Unit == "persons" ? ("persons", number.Last + number.UnitWords) : Noun(words, number.Last + number.UnitWords + 1, number.Value == 1);
        if (noun.Length > 0 && !People.Contains(noun) && DeedOf(noun) is null && noun != "persons")
        {
            return noun.ToLowerInvariant();
        }

        var deed = (noun.Length > 0 ? DeedOf(noun) : null) ?? Behind(words, end + 1) ?? Ahead(words, number.First - 1);
        return deed ?? (noun.Length == 0 ? "" : noun is "people" or "persons" or "person" or "individuals" or "others" ? "persons" : noun.ToLowerInvariant());
    }

    /// <summary>True for what may be a plural noun behind a number.</summary>
    public static bool IsPlural(string word) => Plurals.Contains(word)
        || (word.Length > 3 && char.IsLower(word[^1]) && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) && !NoPlurals.Contains(word));

    /// <summary>The first plural behind adjectives and names: "two Invented Army leaders", "seven suicide attacks".</summary>
    private static (string Noun, int At) Noun(IReadOnlyList<Word> words, int from, bool single)
    {
        from += from + 1 < words.Count && words[from].Text == "or" && words[from + 1].Text is "more" or "so" or "fewer" ? 2 : 0;
        for (var i = from; i < words.Count && i < from + FarthestNoun; i++)
        {
            var text = words[i].Text;
            if (!words[i].IsWord || (EndsPhrase.Contains(text) && !(text.Length > 1 && text.All(char.IsUpper))))
            {
                break;
            }

            if (DeedOf(text) is not null && i == from)
            {
                return (text, i);
            }

            if (IsPlural(text) || (i == from && People.Contains(text) && (single || Plurals.Contains(text))) || (single && FigureContext.IsSingleThing(text)))
            {
                return (text, i);
            }
        }

        return ("", from - 1);
    }

    private static string? DeedOf(string word)
    {
        var match = Deed().Match(word);
        return match.Success ? new[] { "killed", "wounded", "detained", "released", "displaced", "missing" }.First(name => match.Groups[name].Success) : null;
    }

    /// <summary>"… people were killed", "… others wounded".</summary>
    private static string? Behind(IReadOnlyList<Word> words, int from)
    {
        for (var i = from; i < words.Count && i < from + FarthestDeed && words[i].Text is not ("." or ";" or "after" or "when" or "while" or "accused" or "suspected"); i++)
        {
            if (NumberWords.Of(words[i].Text) is not null || words[i].Text is "and" or "to" or "who" && i > from + 2)
            {
                break;
            }

            if (DeedOf(words[i].Text) is { } deed)
            {
                return deed;
            }
        }

        return null;
    }

    /// <summary>"Killing …", "the arrest of …".</summary>
    private static string? Ahead(IReadOnlyList<Word> words, int from)
    {
        for (var i = from; i >= 0 && i > from - FarthestDeed && words[i].Text is not ("." or ";" or ":"); i--)
        {
            if (DeedOf(words[i].Text) is { } deed)
            {
                return deed;
            }
        }

        return null;
    }
}
