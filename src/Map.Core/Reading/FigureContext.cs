using System.Text.RegularExpressions;

namespace Map.Core.Reading;

/// <summary>Tells a count from other numbers: durations, ages, hours, years, calibres, and numbers that are part of a name.</summary>
internal static partial class FigureContext
{
    private static readonly HashSet<string> Times = new(StringComparer.OrdinalIgnoreCase)
    {
        "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "night", "nights", "week", "weeks", "weekend", "weekends", "month", "months", "year", "years", "decade", "decades", "century", "centuries",
        "times", "time", "o'clock", "o’clock", "am", "pm", "a.m.", "p.m.", "gmt", "mm", "millimeter", "millimetre", "caliber", "calibre", "cal", "springs", "summers", "autumns", "winters", "seasons", "degrees", "°", "generations", "consecutive", "successive", "straight",
    };

    private static readonly HashSet<string> NothingToEnter = new(StringComparer.OrdinalIgnoreCase)
    {
        "sides", "parties", "ways", "factors", "reasons", "things", "options", "phases", "stages", "halves", "steps", "points", "aspects", "scenarios", "questions", "issues", "worlds", "types", "kinds", "occasions", "directions",
        "fronts", "levels", "dimensions", "objectives", "goals", "main", "key", "major", "distinct", "different", "separate", "conflicting", "rival", "competing", "opposing", "warring", "more", "parts", "pillars", "elements", "weeks-long",
    };

    private static readonly HashSet<string> Numbered = new(StringComparer.OrdinalIgnoreCase)
    {
        "no", "nr", "number", "resolution", "resolutions", "unscr", "route", "highway", "road", "article", "articles", "page", "pages", "chapter", "paragraph", "section", "phase", "stage", "round", "part", "level", "grade", "version", "room", "channel",
        "flight", "option", "point", "step", "day", "class", "category", "group", "unit", "type", "model", "law", "decree", "order", "gate", "hill", "checkpoint", "geneva", "astana", "sochi", "brigade", "division", "regiment", "battalion",
        "corps", "company", "squadron", "sector", "zone", "area", "camp", "base", "station", "house", "apartment", "block", "protocol", "annex", "figure", "table", "map", "photo", "volume", "issue", "aged", "age", "ages", "g", "p", "france", "eid",
    };

    private static readonly HashSet<string> SingleThings = new(StringComparer.OrdinalIgnoreCase)
    {
        "civilian", "person", "man", "woman", "child", "girl", "boy", "soldier", "fighter", "militant", "member", "guard", "officer", "policeman", "rebel", "commander", "leader", "journalist", "doctor", "medic", "worker", "volunteer", "victim",
        "detainee", "prisoner", "hostage", "rocket", "shell", "missile", "mortar", "barrel", "bomb", "drone", "vehicle", "tank", "truck", "car", "house", "building", "home", "tent", "attack", "strike", "airstrike", "raid", "clash", "explosion",
        "killed", "dead", "wounded", "injured", "death", "injury", "casualty", "kilometer", "kilometre", "km", "mile", "percent", "student", "teacher", "farmer", "shepherd", "displaced", "resident", "combatant", "infant", "baby",
    };

    private static readonly HashSet<string> Speaking = new(StringComparer.OrdinalIgnoreCase) { "said", "says", "told", "added", "explained", "claimed", "argued", "noted", "who", "described", "recalled", "asked" };

    [GeneratedRegex("^(?:kill|wound|injur|arrest|detain|captur|releas|captur|execut|abduct|kidnap|behead|leav|left|hurt|destroy)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Harm();

    /// <summary>True for a person or a thing of which one is worth a count.</summary>
    public static bool IsSingleThing(string word) => SingleThings.Contains(word);

    /// <summary>True where the number says how many or how much of something there is.</summary>
    public static bool Counts(Sentence sentence, FigureNumber number, decimal value)
    {
        var words = sentence.Words;
        var before = number.First > 0 ? words[number.First - 1] : default(Word?);
        var behind = number.Last + number.UnitWords + 1;
        var after = behind < words.Count ? words[behind] : default(Word?);
        return value > 0
            && !IsTime(words, number)
            && !IsNumbered(sentence, number, before, after)
            && !IsPieceOfSomething(words, number, before, after)
            && !IsYear(words, number, value)
            && !IsAge(words, number, before, after, value)
            && !IsRatio(words, number)
            && !RefersBack(words, number, before)
            && !(number.Unit.Length == 0 && after is { } noun && NothingToEnter.Contains(noun.Text) && !number.InDigits && !(noun.Text == "more" && before is { } deed && (deed.Text == "lost" || Harm().IsMatch(deed.Text))))
            && (value != 1 || number.Unit.Length > 0 || CountsOne(words, number, before));
    }

    /// <summary>Also behind an adjective: "three long days", "two and a half years".</summary>
    private static bool IsTime(IReadOnlyList<Word> words, FigureNumber number)
    {
        var at = number.Last + 1;
        if (number.Unit.Length > 0)
        {
            return false;
        }

        at += at + 2 < words.Count && words[at].Text == "and" && words[at + 1].Text == "a" && words[at + 2].Text == "half" ? 3 : 0;
        while (at < words.Count && words[at].Text is "full" or "long" or "more" or "whole" or "or" or "so" or "calendar" or "consecutive" or "successive" or "straight" or "-" or "–")
        {
            at++;
        }

        // "Seven night attacks" are attacks.
        var describes = number.Value > 1 && at + 1 < words.Count && !words[at].Text.EndsWith('s') && char.IsLetter(words[at].Text[^1]) && FigureCounts.IsPlural(words[at + 1].Text) && !Times.Contains(words[at + 1].Text);
        return at < words.Count && !describes && (Times.Contains(words[at].Text) || (at == number.Last + 1 && words[at].Text.Split('-') is [var unit, ..] && Times.Contains(unit) && words[at].Text.Contains('-')));
    }

    private static bool IsNumbered(Sentence sentence, FigureNumber number, Word? before, Word? after)
    {
        if (before is not { } name)
        {
            return after is { Text: "." or ")" } && number.InDigits && sentence.Words[number.Last].Touches(after.Value);
        }

        var bare = name.Text == "." && number.First > 1 ? sentence.Words[number.First - 2].Text : name.Text;
        if (Numbered.Contains(bare) && (number.InDigits || char.IsUpper(bare[0]) || bare is "phase" or "stage" or "round" or "part" or "number" or "aged"))
        {
            return true;
        }

        // "Abu Hasan 600", but "In Idlib 12 people" and headlines in capitals.
        return number.InDigits && name.IsWord && name.IsCapital && number.First > 1 && sentence.Part != PartKind.Title
            && !(after is { } noun && (FigureCounts.IsPlural(noun.Text) || number.Unit.Length > 0 || noun.Text is "were" or "people" or "have" or "more" or "other" or "others" or "civilian"));
    }

    /// <summary>Dates, scores, addresses, arms: joined to something by a slash, a hyphen, a plus or a colon.</summary>
    private static bool IsPieceOfSomething(IReadOnlyList<Word> words, FigureNumber number, Word? before, Word? after)
    {
        var (first, last) = (words[number.First], words[number.Last]);
        return (before is { Text: "/" or "+" or ":" or "#" or "_" or "*" or "." } left && left.Touches(first) && !(left.Text == "." && !number.InDigits))
            || (after is { Text: "/" or "_" or "°" or "+" } right && last.Touches(right))
            || (after is { Text: "-" or "–" } joint && last.Touches(joint) && number.UnitWords == 0 && !IsNumber(words, number.Last + 2))
            || (before is { Text: "-" or "–" } hyphen && hyphen.Touches(first) && !IsNumber(words, number.First - 2));
    }

    private static bool IsNumber(IReadOnlyList<Word> words, int at) => at >= 0 && at < words.Count && NumberWords.Of(words[at].Text) is not null;

    /// <summary>Four digits of a year, which only a counted noun right behind makes a count.</summary>
    private static bool IsYear(IReadOnlyList<Word> words, FigureNumber number, decimal value) =>
        value is >= 1900 and < 2100 && number.First == number.Last && words[number.First].Text.Length == 4 && number.Unit.Length == 0
        && !(number.Last + 1 < words.Count && FigureCounts.IsPlural(words[number.Last + 1].Text));

    private static bool IsAge(IReadOnlyList<Word> words, FigureNumber number, Word? before, Word? after, decimal value) =>
        value < 120 && number.Unit.Length == 0
        && ((before is { Text: "," or "(" } && after is { Text: "," or ")" or "." } && number.InDigits && number.First > 1 && (words[number.First - 2].IsCapital || words[number.First - 2].Text.Split('-')[^1] is [>= 'A' and <= 'Z', ..]))
            || Enumerable.Range(1, 4).Any(back => number.First >= back && words[number.First - back].Text is "turned" or "aged" or "turning")
            || (number.First > 1 && before is { Text: "of" } && words[number.First - 2].Text is "age" or "ages" or "girl" or "boy" or "man" or "woman" or "child" or "son" or "daughter" or "baby")
            || (value <= 21 && before is { Text: "under" or "over" } && after is null or { IsWord: false }));

    /// <summary>"Four in ten", "nine out of ten".</summary>
    private static bool IsRatio(IReadOnlyList<Word> words, FigureNumber number) =>
        (At(words, number.Last + 1) is "in" && IsRound(words, number.Last + 2))
        || (At(words, number.Last + 1) is "out" && At(words, number.Last + 2) is "of" && IsRound(words, number.Last + 3))
        || (At(words, number.First - 1) is "in" && IsNumber(words, number.First - 2) && IsRound(words, number.First))
        || (At(words, number.First - 1) is "of" && At(words, number.First - 2) is "out" && IsNumber(words, number.First - 3) && IsRound(words, number.First));

    private static string At(IReadOnlyList<Word> words, int at) => at >= 0 && at < words.Count ? words[at].Text : "";

    /// <summary>What shares are counted in.</summary>
    private static bool IsRound(IReadOnlyList<Word> words, int at) => At(words, at).ToLowerInvariant() is "three" or "four" or "five" or "six" or "ten" or "10" or "hundred" or "100";

    /// <summary>"The two men", "these three": told before. A number in digits is told for its own sake.</summary>
    private static bool RefersBack(IReadOnlyList<Word> words, FigureNumber number, Word? before) =>
        !number.InDigits && number.Unit.Length == 0 && number.Scale == 1
        && before is { } word && word.Text.ToLowerInvariant() is "the" or "these" or "those" or "both" or "other" or "its" or "their" or "his" or "her";

    /// <summary>"One" counts before a person or a thing that is counted, or behind a bound or a deed; not in "one of", "one another", "one day".</summary>
    private static bool CountsOne(IReadOnlyList<Word> words, FigureNumber number, Word? before)
    {
        if (number.InDigits)
        {
            return number.Last + 1 < words.Count && SingleThings.Contains(words[number.Last + 1].Text);
        }

        if (before is { Text: "no" or "No" or "any" or "every" or "this" or "that" or "which" or "another" })
        {
            return false;
        }

        for (var at = number.Last + 1; at < words.Count && at <= number.Last + 3; at++)
        {
            if (!words[at].IsWord || words[at].Text is "of" or "another" or "who" or "that" or "to" or "is" or "was" or "can")
            {
                break;
            }

            if (SingleThings.Contains(words[at].Text))
            {
                return !(at + 1 < words.Count && Speaking.Contains(words[at + 1].Text));
            }
        }

        // "Under one banner" is no bound.
        var bounded = FigureBounds.Of(words, number) is not (null, null) && before is not { Text: "under" };
        return (bounded || (before is { } verb && Harm().IsMatch(verb.Text))) && !(number.Last + 1 < words.Count && words[number.Last + 1].Text is "of");
    }
}
