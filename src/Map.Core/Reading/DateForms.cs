using System.Text.RegularExpressions;

namespace Map.Core.Reading;

/// <summary>Looks through a sentence for all forms of dates, and sets aside what only looks like one.</summary>
internal static partial class DateForms
{
    /// <summary>In this order: a longer form wins over the shorter one inside it.</summary>
    private static readonly (DateKind Kind, Regex Pattern)[] Patterns =
    [
        (DateKind.Whole, DatePatterns.Whole()), (DateKind.Part, DatePatterns.Part()), (DateKind.DayMonth, DatePatterns.DayMonth()), (DateKind.MonthDay, DatePatterns.MonthDay()),
        (DateKind.MonthYear, DatePatterns.MonthYear()), (DateKind.Season, DatePatterns.SeasonOf()), (DateKind.Years, DatePatterns.Years()), (DateKind.Past, DatePatterns.Past()),
        (DateKind.CountedFrom, DatePatterns.CountedFrom()), (DateKind.OnNumber, DatePatterns.OnNumber()), (DateKind.Relative, DatePatterns.Relative()), (DateKind.Feast, DatePatterns.Feast()), (DateKind.OnDay, DatePatterns.OnDay()),
        (DateKind.Arabic, DatePatterns.InArabic()), (DateKind.Month, DatePatterns.BareMonth()), (DateKind.Year, DatePatterns.PrefixedYear()), (DateKind.Year, DatePatterns.BareYear()),
    ];

    private const int NearBy = 30;

    private const string Counted = "people|persons?|civilians?|fighters?|soldiers?|militants?|troops|members?|men|women|children|families|refugees|rebels|prisoners|detainees|protesters|demonstrators|attacks|air ?strikes|strikes|raids|cases|killed|wounded|injured|deaths|dead|casualties|houses|homes|buildings|villages|tents|dollars|euros|pounds|liras?|tons|tonnes|km|kilometers|kilometres|meters|metres|miles|shells|rockets|barrel|bombs|vehicles|buses|trucks|tanks|Syrians?|Turkish|Russian|displaced|households|individuals|hectares";

    [GeneratedRegex(@"\G\s+(?:more\s+|other\s+|[a-z]+-?[a-z]*\s+)?(?:" + Counted + @")\b", RegexOptions.CultureInvariant)]
    private static partial Regex BeforeCounted();

    [GeneratedRegex(@"\G\s+(?:Alliance|Movement|Brigades?|Battalions?|Coalition|Forces?|Front|University|Square|Street|Stadium|Mosque|Hospital|Bridge|Revolution|Division|Army|Group|Regiment|Market|Prison|Roundabout|School|Club|Bloc|Dam|Airport|District|Neighbou?rhood)\b", RegexOptions.CultureInvariant)]
    private static partial Regex BeforeName();

    [GeneratedRegex(@"\G\s+[0-9]{1,2}\b", RegexOptions.CultureInvariant)]
    private static partial Regex DayBehind();

    [GeneratedRegex(@"\G\s+[0-9]{1,2}\s+(?:more\s+|other\s+|[a-z]+-?[a-z]*\s+)?(?:" + Counted + @")\b", RegexOptions.CultureInvariant)]
    private static partial Regex CountedBehind();

    [GeneratedRegex(@"\b(?:resolution|no\.?|number|decree|law|article|room|route|highway|flight|regiment|brigade|division|unit|resolutions|page|model|hill|point|grid|toyota|hilux|law no\.|€|\$)\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex BehindNumbered();

    [GeneratedRegex(@"\b(?:in|since|of|last|this|next|early|late|mid|until|till|by|from|to|and|or|before|after|during|through|between|for|throughout|for|late-|mid-|early-|the|every|each|previous|following)[\s-]+$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex BehindPreposition();

    [GeneratedRegex(@"\b(?:in|since|of|during|until|till|by|from|after|before|between|the)\s+$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex BehindYear();

    [GeneratedRegex(@"\G\s+(?:of\b(?!\s+(?:that|this|last|the)\b)|on\b|toward|with\b|through\b|\p{Lu})", RegexOptions.CultureInvariant)]
    private static partial Regex NotAfterMonth();

    [GeneratedRegex(@"\G\s+(?:[Pp]rayers?\b|[Ss]ermons?\b|before\s+last\b|Times\b|Telegraph\b|Mirror\b|Express\b|Mail\b|of\s+[\p{Lu}“‘""])", RegexOptions.CultureInvariant)]
    private static partial Regex NotAfterWeekday();

    [GeneratedRegex(@"\b(?:Black|Bloody|Good|Great|Holy|Palm|Easter|every|each|Every|Each)\s+$", RegexOptions.CultureInvariant)]
    private static partial Regex NamedDay();

    [GeneratedRegex(@"\b(?:per|an?|each|every|in)\s+$|\bfor\s+(?:the\s+)?(?:first|only|second)\s+time\s+in\s+$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex BehindRate();

    [GeneratedRegex(@"\G\s+\p{L}", RegexOptions.CultureInvariant)]
    private static partial Regex ClauseBehind();

    /// <summary>The forms of a sentence in their order.</summary>
    public static List<DateForm> In(string text, Sentence sentence)
    {
        var found = new List<DateForm>();
        foreach (var (kind, pattern) in Patterns)
        {
            for (var match = pattern.Match(text, sentence.Start, sentence.Length); match.Success; match = match.NextMatch())
            {
                var form = new DateForm(kind, match);
                if (!found.Any(other => form.Start < other.End && other.Start < form.End) && IsDate(text, sentence, form))
                {
                    found.Add(form);
                }
            }
        }

        // "On Thursday, a day after talks failed": what it is counted from is a happening, and the sentence has said its day.
        found.RemoveAll(form => form.Kind == DateKind.CountedFrom && form.Group("way") is "after" or "before" && ClauseBehind().IsMatch(text, form.End) && found.Any(other => other != form && other.End < form.Start && other.Kind is DateKind.OnDay or DateKind.DayMonth or DateKind.MonthDay or DateKind.Whole));

        // "An overnight raid on Tuesday" says one date.
        found.RemoveAll(form => form.Text is "overnight" or "Overnight" && found.Any(other => other != form && other.Start > form.Start && other.Start - form.End < NearBy));
        return [.. found.OrderBy(form => form.Start)];
    }

    private static bool IsDate(string text, Sentence sentence, DateForm form)
    {
        var before = text[sentence.Start..form.Start];
        return form.Kind switch
        {
            DateKind.MonthDay => form.HasYear || !(BeforeCounted().IsMatch(text, form.End) || BeforeName().IsMatch(text, form.End)),
            DateKind.DayMonth => form.HasYear || !BeforeName().IsMatch(text, form.End),
            DateKind.Year => !BehindNumbered().IsMatch(before) && (!BeforeCounted().IsMatch(text, form.End) || BehindYear().IsMatch(before)),
            DateKind.Month => IsMonth(text, before, form),
            DateKind.OnDay => !NotAfterWeekday().IsMatch(text, form.End) && !NamedDay().IsMatch(before) && !BeforeName().IsMatch(text, form.End),
            DateKind.CountedFrom => form.Group("way") is not ("back" or "following" or "before") || form.Has("n"),
            DateKind.Past => !BehindRate().IsMatch(before) || form.Text.StartsWith("the ", StringComparison.OrdinalIgnoreCase) || before.EndsWith("in ", StringComparison.OrdinalIgnoreCase),
            DateKind.Relative => !(form.Has("text") && before.EndsWith("to ", StringComparison.Ordinal)),
            _ => true,
        };
    }

    /// <summary>"May" and "March" are other words too, and months are given to persons as names.</summary>
    private static bool IsMonth(string text, string before, DateForm form)
    {
        if (BeforeName().IsMatch(text, form.End) || (DayBehind().IsMatch(text, form.End) && !CountedBehind().IsMatch(text, form.End)) || before.EndsWith("Black ", StringComparison.Ordinal))
        {
            return false;
        }

        var behind = BehindPreposition().IsMatch(before);
        return form.Has("rel") || (form.Text is "May" or "March" ? behind && !NotAfterMonth().IsMatch(text, form.End)
            : behind || !NotAfterMonth().IsMatch(text, form.End));
    }
}
