using System.Globalization;
using Map.Core.Time;

namespace Map.Core.Reading;

/// <summary>What counts from another date: "two weeks ago", "the past month", "that week", "the following day".</summary>
internal sealed partial class DateMeaning
{
    private const int HoursOfDay = 24;
    private const int MostYears = 500;

    private static int Number(string words) => words.ToLowerInvariant() switch
    {
        "a" or "an" or "half a" or "half an" => 1,
        "a couple of" or "couple of" => 2,
        var one => (int)(NumberWords.Of(one) ?? 0),
    };

    private static (int Count, string Unit) Counted(string number, string units, bool half)
    {
        var (count, unit) = (Number(number), units.ToLowerInvariant().TrimEnd('s'));
        (count, unit) = unit == "decade" ? (count * 10, "year") : (count, unit);
        count = unit == "year" && count > MostYears ? 0 : count;
        if (number.StartsWith("half", StringComparison.OrdinalIgnoreCase))
        {
            return unit switch { "year" when count == 10 => (5, unit), "year" => (6, "month"), "month" => (15, "day"), _ => (0, unit) };
        }

        return !half ? (count, unit) : unit switch
        {
            "year" => ((count * MonthsOfYear) + 6, "month"),
            "month" => ((count * 30) + 15, "day"),
            "week" => ((count * 7) + 3, "day"),
            _ => (count, unit),
        };
    }

    /// <summary>The days that lie that far from an anchor, as <see cref="DatePhrase"/> says "ago" and "later".</summary>
    private static DateSpan? Away(DateSpan? anchor, int count, string unit, bool later) =>
        anchor is null || count == 0 ? null : Phrase($"{count} {unit} {(later ? "later" : "ago")}", anchor);

    private (DateSpan? Span, string Anchor) CountedFrom(DateForm form, DateSpan? said)
    {
        var way = form.Group("way").ToLowerInvariant();
        var later = way is "later" or "afterward" or "afterwards" or "after" or "since" or "following";
        var (anchor, where) = way is "ago" or "back" || (!later && said is null && way is not ("before" or "prior to"))
            ? (article, DateMention.FromArticle)
            : (said, DateMention.FromText);
        if (form.Has("vague"))
        {
            return way is "after" or "since" or "following" or "before" or "prior to" ? (null, where)
                : way == "previously" ? (Edge(article, "[..", "]"), DateMention.FromArticle)
                : later ? (anchor?.Latest is { } said1 ? EdtfText.Parse($"[{PhraseSpans.Iso(said1)}..]") : null, where)
                : (Edge(anchor, "[..", "]"), where);
        }

        var (count, unit) = Counted(form.Group("n"), form.Group("unit"), form.Has("half"));
        var away = Away(anchor, count, unit, later);
        var bound = form.Group("bound").ToLowerInvariant();
        return way != "ago" || away is null ? (away, where)
            : bound.Contains("more than", StringComparison.Ordinal) || bound.Contains("over", StringComparison.Ordinal) || bound.Contains("at least", StringComparison.Ordinal) ? (Edge(away, "[..", "]"), where)
            : (away, where);
    }

    /// <summary>A date counted from another that stands right behind: "two days after 19 December".</summary>
    public static DateSpan? FromThat(DateForm form, DateSpan that)
    {
        var way = form.Group("way").ToLowerInvariant();
        if (form.Has("vague") || way is "ago" or "back")
        {
            return null;
        }

        var (count, unit) = Counted(form.Group("n"), form.Group("unit"), form.Has("half"));
        return Away(that, count, unit, way is "after" or "since" or "following" or "later");
    }

    private (DateSpan? Span, string Anchor) PastOf(DateForm form, DateSpan? said)
    {
        var ofText = said?.Earliest is not null && (form.Text.Contains("prec", StringComparison.OrdinalIgnoreCase) || form.Text.Contains("previous", StringComparison.OrdinalIgnoreCase));
        var (anchor, where) = ofText ? (DateSpan.Day(said!.Earliest!.Value), DateMention.FromText) : (article, DateMention.FromArticle);
        if (form.Has("vague") && form.Group("vague").ToLowerInvariant() is not "couple of")
        {
            return (Edge(anchor, "../", ""), where);
        }

        var units = form.Group("unit");
        var (count, unit) = form.Has("vague") ? (2, form.Text.Split(' ')[^1].TrimEnd('s')) : Counted(form.Has("n") ? form.Group("n") : "a", units, half: false);
        (count, unit) = unit == "hour" ? ((count + HoursOfDay - 1) / HoursOfDay, "day") : (count, unit);
        return (count == 0 || anchor is null ? null : Phrase($"past {count} {unit}", anchor), where);
    }

    /// <summary>What ends with the last day of an anchor, in the anchor's own grain.</summary>
    private static DateSpan? Edge(DateSpan? anchor, string before, string behind) =>
        anchor?.Latest is not null && PhraseSpans.AsEnd(anchor) is { } end && EdtfText.TryParse(before + end + behind, out var span, out _) ? span : null;

    private (DateSpan? Span, string Anchor) RelativeTo(DateForm form, DateSpan? said)
    {
        var words = form.Group("said").ToLowerInvariant();
        if (form.Has("text"))
        {
            return FromSaid(form.Group("text").ToLowerInvariant(), said);
        }

        if (form.Has("ere"))
        {
            return EarlierOrLater(form.Group("ere").Equals("later", StringComparison.OrdinalIgnoreCase), words, said);
        }

        var span = words switch
        {
            "today" or "tonight" or "this morning" or "this afternoon" or "this evening" => Each(article, day => (day, day)),
            "tomorrow" => Each(article, day => (day.AddDays(1), day.AddDays(1))),
            "overnight" => article is null ? null : Phrase("last night", article),
            "this decade" => null,
            _ when words.EndsWith("weekend", StringComparison.Ordinal) => Each(article, day => Around(day, "weekend", words.StartsWith("next", StringComparison.Ordinal) ? 1 : 0)),
            _ when words.StartsWith("next ", StringComparison.Ordinal) => Each(article, day => Around(day, words[5..], 1)),
            _ => article is null ? null : Phrase(words, article),
        };
        return (span, DateMention.FromArticle);
    }

    /// <summary>"That week", "the following day", "the night before".</summary>
    private (DateSpan? Span, string Anchor) FromSaid(string words, DateSpan? said)
    {
        var parts = words.Split(' ').Where(word => word is not ("on" or "the" or "that" or "very")).ToList();
        var unit = parts.First(part => part is "day" or "night" or "morning" or "afternoon" or "evening" or "week" or "weekend" or "month" or "year");
        var shift = parts.Any(part => part is "following" or "next" or "ensuing" or "subsequent" or "after" or "later") ? 1
            : parts.Any(part => part is "previous" or "preceding" or "before" or "earlier") ? -1
            : 0;
        var fromArticle = said is null && shift < 0;
        return (Each(fromArticle ? article : said, day => Around(day, unit, shift)), fromArticle ? DateMention.FromArticle : DateMention.FromText);
    }

    /// <summary>"Earlier this month" ends with the article; "later that month" begins with the date said before.</summary>
    private (DateSpan? Span, string Anchor) EarlierOrLater(bool later, string words, DateSpan? said)
    {
        var ofText = words.StartsWith("that", StringComparison.Ordinal) || words.StartsWith("the same", StringComparison.Ordinal);
        var (anchor, where) = ofText ? (said, DateMention.FromText) : (article, DateMention.FromArticle);
        var unit = words.Split(' ')[^1];
        if (anchor is null)
        {
            return (null, where);
        }

        if (words is "today" or "yesterday" || words.StartsWith("last ", StringComparison.Ordinal))
        {
            return (Phrase(words, anchor), where);
        }

        if (unit is "spring" or "summer" or "autumn" or "winter")
        {
            return (Phrase($"this {unit}", anchor), where);
        }

        if (unit is "day" or "morning" or "evening" or "night")
        {
            return (Each(anchor, day => (day, day)), where);
        }

        return (anchor.IsOneDay && Within(anchor.Earliest!.Value, unit, later) is { } part ? part : Each(anchor, day => Around(day, unit, 0)), where);
    }

    private static DateSpan? Within(DateOnly day, string unit, bool later)
    {
        var (from, to) = Around(day, unit, 0);
        return EdtfText.Parse(PhraseSpans.OneDayOf(later ? day : from, later ? to : day));
    }
}
