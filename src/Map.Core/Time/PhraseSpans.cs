using System.Globalization;
using System.Text.RegularExpressions;

namespace Map.Core.Time;

/// <summary>Writes EDTF for the spans that words describe.</summary>
internal static partial class PhraseSpans
{
    [GeneratedRegex(@"-?[0-9X]{4}(?:-[0-9X]{2}){0,2}", RegexOptions.CultureInvariant)]
    private static partial Regex Dates();

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Month(int year, int month) => $"{year:0000}-{month:00}";

    /// <summary>One unknown day of a stretch, written with months or years where it is made of whole ones.</summary>
    public static string OneDayOf(DateOnly from, DateOnly to)
    {
        if (from == to)
        {
            return Iso(from);
        }

        var wholeMonths = from.Day == 1 && to.AddDays(1).Day == 1;
        return wholeMonths && from is { Month: 1 } && to is { Month: 12 } && from.Year == to.Year ? $"{from.Year:0000}"
            : wholeMonths && from.Month == to.Month && from.Year == to.Year ? Month(from.Year, from.Month)
            : wholeMonths ? $"[{Month(from.Year, from.Month)}..{Month(to.Year, to.Month)}]"
            : $"[{Iso(from)}..{Iso(to)}]";
    }

    /// <summary>Early, middle or late part of a year, season or month; null where the words have no such part.</summary>
    public static string? Part(string which, DateSpan whole)
    {
        if (EdtfExpression.Read(whole.Edtf, out _) is not { Shape: EdtfShape.Date } read || whole.Earliest is not { } first || whole.Latest is not { } last || read.Parts[0].From is not { Unspecified: false } date)
        {
            return null;
        }

        var third = which switch { "early" or "start" => 0, "mid" => 1, _ => 2 };
        var (year, month) = (first.Year, first.Month);
        return date.Grain switch
        {
            EdtfGrain.Year => $"[{Month(year, (third * 4) + 1)}..{Month(year, (third * 4) + 4)}]",
            EdtfGrain.Season => Month(first.AddMonths(third).Year, first.AddMonths(third).Month),
            EdtfGrain.Month => OneDayOf(new DateOnly(year, month, (third * 10) + 1), third == 2 ? last : new DateOnly(year, month, (third * 10) + 10)),
            _ => whole.Edtf,
        };
    }

    /// <summary>Adds a qualifier to every date. A season that is only approximate becomes its months, which more readers of EDTF accept.</summary>
    public static string Qualified(DateSpan span, char mark)
    {
        if (span.Edtf.AsSpan().ContainsAny("?~%"))
        {
            return span.Edtf;
        }

        var isSeason = EdtfExpression.Read(span.Edtf, out _) is { Shape: EdtfShape.Date, Parts: [{ From.Grain: EdtfGrain.Season }] };
        return mark == '~' && isSeason && span is { Earliest: { } first, Latest: { } last }
            ? $"{Month(first.Year, first.Month)}~/{Month(last.Year, last.Month)}~"
            : Dates().Replace(span.Edtf, match => match.Value + mark);
    }

    /// <summary>A span as the beginning of a longer one.</summary>
    public static string? AsStart(DateSpan span) => IsPlain(span) ? span.Edtf : span.Earliest is { } first ? Iso(first) + "~" : null;

    /// <summary>A span as the end of a longer one.</summary>
    public static string? AsEnd(DateSpan span) => IsPlain(span) ? span.Edtf : span.Latest is { } last ? Iso(last) + "~" : null;

    /// <summary>A span as an element of a set: a date, or the stretch inside another set's brackets; null where it lasted.</summary>
    public static string? AsElement(DateSpan span) =>
        IsPlain(span) ? span.Edtf : span.Edtf is ['[', .. var inner, ']'] && span is { Earliest: not null, Latest: not null } ? inner : null;

    /// <summary>The last moment before a span, in the grain the span was given in.</summary>
    public static string? Before(DateSpan span) => span.Earliest is { } first && first > DateOnly.MinValue ? InGrain(span, first.AddDays(-1)) : null;

    /// <summary>The first moment after a span, in the grain the span was given in.</summary>
    public static string? After(DateSpan span) => span.Latest is { } last && last < DateOnly.MaxValue ? InGrain(span, last.AddDays(1)) : null;

    private static string InGrain(DateSpan span, DateOnly day) =>
        EdtfExpression.Read(span.Edtf, out _) is { Shape: EdtfShape.Date, Parts: [{ From: { Unspecified: false } date }] }
            ? date.Grain switch
            {
                EdtfGrain.Year => $"{day.Year:0000}",
                EdtfGrain.Month or EdtfGrain.Season => Month(day.Year, day.Month),
                _ => Iso(day),
            }
            : Iso(day);

    private static bool IsPlain(DateSpan span) => EdtfExpression.Read(span.Edtf, out _) is { Shape: EdtfShape.Date };
}
