using System.Text.RegularExpressions;
using Map.Core.Time;

namespace Map.Core.Reading;

/// <summary>One article's dates, read in their order, because what was said before tells what "that week" and a day without its year mean.</summary>
internal sealed partial class DateReading(ArticleText article, DateSpan? published)
{
    private readonly DateMeaning meaning = new(published, Order(article));
    private readonly DatesSaid said = new(article.Text, published);
    private readonly List<DateMention> found = [];

    public IReadOnlyList<DateMention> Found => found;

    [GeneratedRegex(@"^(?<to>\s+(?:to|until|till|through|and)\s+(?:the\s+|on\s+|in\s+|early\s+on\s+)?|\s?[-–—]\s?)$", RegexOptions.CultureInvariant)]
    private static partial Regex BetweenEnds();

    [GeneratedRegex(@"\b(?<word>between|from|[Bb]etween|[Ff]rom)\s+(?:the\s+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex OpensRange();

    [GeneratedRegex(@"(?:\b(?<limit>since|until|till|up\s+(?:to|until)|(?<!said\s)by|before|prior\s+to|after|from|no\s+later\s+than|on\s+or\s+before)\s+(?:the\s+|around\s+|about\s+|at\s+least\s+|as\s+late\s+as\s+|(?:just\s+)?(?=a\s))?|\b(?<limit>pre|post)[-–\s])$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Limit();

    [GeneratedRegex(@"\G,?\s+(?:on|onwards?|forward|forth)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Onwards();

    [GeneratedRegex(@"\G['’]s?\s+\p{L}", RegexOptions.CultureInvariant)]
    private static partial Regex OwnsSomething();

    [GeneratedRegex(@"\G\s+\p{Ll}{3,}", RegexOptions.CultureInvariant)]
    private static partial Regex NamesSomething();

    [GeneratedRegex(@"\b(?:will|shall|is\s+to|are\s+to|to\s+be\s+held|scheduled|upcoming|due\s+(?:to\s+(?:be|begin|start|end|expire|return|meet|arrive|open|reopen|resume|take|hold|visit|leave|come|happen|speak)\b|on|in|by)|planned\s+for|expected\s+(?:to|in|on|by)|plans?\s+to|timed\s+for)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Coming();

    [GeneratedRegex(@"^(?:\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+)(?:on\s+|in\s+)?(?:the\s+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex InAList();

    /// <summary>Reads one sentence's dates.</summary>
    public void Read(Sentence sentence)
    {
        var forms = DateForms.In(article.Text, sentence);
        for (var i = 0; i < forms.Count; i++)
        {
            i += ReadRange(sentence, forms, i) || ReadFromThat(sentence, forms, i) ? 1 : ReadOne(sentence, forms, i);
        }
    }

    private string Before(Sentence sentence, DateForm form) => article.Text[sentence.Start..form.Start];

    /// <summary>"From X to Y", "between X and Y", "X – Y".</summary>
    private bool ReadRange(Sentence sentence, List<DateForm> forms, int i)
    {
        if (i == forms.Count - 1 || !IsPoint(forms[i]) || !IsPoint(forms[i + 1])
            || BetweenEnds().Match(article.Text[forms[i].End..forms[i + 1].Start]) is not { Success: true } joint)
        {
            return false;
        }

        var (left, right) = (forms[i], forms[i + 1]);
        var opening = OpensRange().Match(Before(sentence, left));
        var between = opening.Success && opening.Groups["word"].Value is "between" or "Between";
        var and = joint.Value.Trim().StartsWith("and", StringComparison.Ordinal);
        if (and && !between)
        {
            return false;
        }

        var to = right.LacksYear && left.HasYear ? null : Meant(sentence, forms, i + 1).Span;
        var from = left.LacksYear && to is not null ? meaning.Of(left, To(to), null).Span : Meant(sentence, forms, i).Span;
        to ??= from?.Latest is { } latest ? meaning.Of(right, DateSpan.Day(latest.AddMonths(11)), null).Span : null;
        if (from is null || to is null || PhraseSpans.AsStart(from) is not { } start || PhraseSpans.AsEnd(to) is not { } end
            || !EdtfText.TryParse(between ? $"[{start}..{end}]" : $"{start}/{end}", out var span, out _))
        {
            return false;
        }

        var begin = opening.Success ? sentence.Start + opening.Index : left.Start;
        Add(sentence, begin, right.End, span, left.HasYear || right.HasYear ? DateMention.FromNothing : DateMention.FromArticle, saysYear: left.HasYear || right.HasYear, isLimit: false);
        return true;
    }

    private static DateSpan? To(DateSpan span) => span.Latest is { } latest ? DateSpan.Day(latest) : null;

    private static bool IsPoint(DateForm form) => form.Kind is not (DateKind.CountedFrom or DateKind.Past or DateKind.Feast or DateKind.Years) && !form.Has("text");

    /// <summary>"Two days after 19 December".</summary>
    private bool ReadFromThat(Sentence sentence, List<DateForm> forms, int i)
    {
        if (i == forms.Count - 1 || forms[i].Kind != DateKind.CountedFrom || article.Text[forms[i].End..forms[i + 1].Start].Trim() is not ("" or "the" or "on" or "of")
            || Meant(sentence, forms, i + 1) is not { Span: { } that } meant || DateMeaning.FromThat(forms[i], that) is not { } span)
        {
            return false;
        }

        Add(sentence, forms[i].Start, forms[i + 1].End, span, meant.Anchor, forms[i + 1].HasYear, isLimit: false);
        return true;
    }

    /// <returns>0: how many more forms were taken.</returns>
    private int ReadOne(Sentence sentence, List<DateForm> forms, int i)
    {
        var form = forms[i];
        var (span, anchor) = Meant(sentence, forms, i);
        if (span is null && (published is not null || anchor != DateMention.FromArticle))
        {
            return 0;
        }

        var (start, limited) = span is null ? (form.Start, null) : Limited(sentence, form, span);
        Add(sentence, start, form.End, limited ?? span, anchor, form.HasYear, limited is not null);
        return 0;
    }

    /// <summary>"Since", "until", "before" and the like before a date; null where none stands there.</summary>
    private (int Start, DateSpan? Span) Limited(Sentence sentence, DateForm form, DateSpan span)
    {
        if (Limit().Match(Before(sentence, form)) is not { Success: true } match || (form.Kind == DateKind.CountedFrom && form.Group("way") is "since" or "after" or "following"))
        {
            return (form.Start, null);
        }

        // "Since the 2018 agreement": the year is the agreement's.
        if (form.Kind == DateKind.Year && match.Value.TrimEnd().EndsWith(" the", StringComparison.Ordinal) && NamesSomething().IsMatch(article.Text, form.End))
        {
            return (form.Start, null);
        }

        var word = DateForm.Plain(match.Groups["limit"].Value).ToLowerInvariant();
        var edge = form.Kind == DateKind.Part && !form.Has("nth") ? form.Group("part").Split(' ')[0].ToLowerInvariant() : "";
        var point = edge is "end" or "close" && span.Latest is { } last ? DateSpan.Day(last)
            : edge is "beginning" or "start" or "onset" && span.Earliest is { } first ? DateSpan.Day(first)
            : span;
        var owns = OwnsSomething().IsMatch(article.Text, form.End);
        var edtf = word switch
        {
            "since" => PhraseSpans.AsStart(point) + "/..",
            "from" when Onwards().IsMatch(article.Text, form.End) => PhraseSpans.AsStart(point) + "/..",
            "until" or "till" or "up to" or "up until" => "../" + PhraseSpans.AsEnd(point),
            "by" or "no later than" or "on or before" => $"[..{PhraseSpans.AsEnd(point)}]",
            "before" or "prior to" or "pre" when !owns => $"[..{PhraseSpans.Before(point)}]",
            "after" or "post" when !owns => $"[{PhraseSpans.After(point)}..]",
            _ => "",
        };
        return edtf.Length > 0 && EdtfText.TryParse(edtf, out var limited, out _) ? (sentence.Start + match.Index, limited) : (form.Start, null);
    }

    private (DateSpan? Span, string Anchor) Meant(Sentence sentence, List<DateForm> forms, int i)
    {
        var form = forms[i];
        var near = said.Near(sentence, form);
        if (!form.LacksYear && !(form.Kind == DateKind.OnDay && !form.Has("rel")))
        {
            return meaning.Of(form, null, near);
        }

        if (form.LacksYear && TellsYear(sentence, forms, i) is { } from)
        {
            return meaning.Of(form, from, near);
        }

        return StillToCome(sentence, form) is { } coming ? (meaning.Of(form, coming, near).Span, DateMention.FromArticle) : meaning.Of(form, null, near);
    }

    /// <summary>What tells the year of a date without one: the next in its list, or the account it stands in.</summary>
    private DateSpan? TellsYear(Sentence sentence, List<DateForm> forms, int i)
    {
        for (var j = i + 1; j < forms.Count && InAList().IsMatch(article.Text[forms[j - 1].End..forms[j].Start]); j++)
        {
            if (forms[j].HasYear && forms[j].NamesMonth && meaning.Of(forms[j], null, null).Span is { } listed)
            {
                return To(listed);
            }
        }

        return said.Account(sentence, forms[i]) is { } account && meaning.Of(forms[i], DateSpan.Day(account.Until), null).Span is { } span
            && span.Latest >= account.From && !(span.Earliest > published?.Latest)
                ? DateSpan.Day(account.Until)
                : null;
    }

    /// <summary>For "will return on 3 September": a day so far ahead that the last such date before it is the next one after the article.</summary>
    private DateSpan? StillToCome(Sentence sentence, DateForm form) =>
        published?.Latest is { } latest && Coming().IsMatch(Before(sentence, form))
            ? DateSpan.Day(form.Kind == DateKind.OnDay ? latest.AddDays(6) : latest.AddMonths(11))
            : null;

    private void Add(Sentence sentence, int start, int end, DateSpan? span, string anchor, bool saysYear, bool isLimit)
    {
        found.Add(new DateMention(article.Text[start..end], start, end - start, span?.Edtf ?? "", span?.Earliest, span?.Latest, anchor));
        if (span is not null)
        {
            said.Add(sentence, start, end, span, saysYear || anchor == DateMention.FromText, isLimit);
        }
    }

    /// <summary>Whether the text itself writes days before months, shown by a date that can be read one way alone.</summary>
    private static bool? Order(ArticleText article)
    {
        foreach (Match match in DatePatterns.Whole().Matches(article.Text))
        {
            if (match.Groups["t"].Success && match.Value.Split('/', '.', '-') is [var first, var second, _] && int.Parse(first, System.Globalization.CultureInfo.InvariantCulture) is var one && int.Parse(second, System.Globalization.CultureInfo.InvariantCulture) is var two && one > 12 != two > 12)
            {
                return one > 12;
            }
        }

        return null;
    }
}
