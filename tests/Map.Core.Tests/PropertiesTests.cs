using FsCheck;
using FsCheck.Fluent;
using Map.Core.Events;
using Map.Core.Places;
using Map.Core.Time;

namespace Map.Core.Tests;

/// <summary>What holds for every input, tried on thousands of made ones.</summary>
public class PropertiesTests
{
    private static readonly Gen<string> Day = Gen.Choose(0, 60_000).Select(number => new DateOnly(1900, 1, 1).AddDays(number).ToString("yyyy-MM-dd"));

    private static readonly Gen<string> Date = Gen.OneOf(
        Day,
        Day.Select(day => day[..7]),
        Day.Select(day => day[..4]),
        Gen.Zip(Day, Gen.Elements("?", "~", "%"), (day, mark) => day + mark),
        Gen.Zip(Day, Gen.Elements("21", "22", "23", "24", "25", "28", "33", "36"), (day, season) => $"{day[..4]}-{season}"),
        Gen.Zip(Day, Gen.Choose(2, 3), (day, digits) => day[..digits] + new string('X', 4 - digits)),
        Day.Select(day => day[..7] + "-XX"));

    private static readonly Gen<string> Expression = Gen.OneOf(
        Date,
        Gen.Zip(Date, Date, (from, to) => $"{from}/{to}"),
        Date.Select(date => $"{date}/.."),
        Date.Select(date => $"../{date}"),
        Gen.Zip(Date, Date, (from, to) => $"[{from}..{to}]"),
        Gen.Zip(Date, Date, (one, other) => $"[{one},{other}]"),
        Gen.Zip(Date, Date, (one, other) => $"{{{one},{other}}}"),
        Date.Select(date => $"[..{date}]"));

    /// <summary>Text that looks enough like the real thing to reach deep into a reader.</summary>
    private static Gen<string> Babble(params string[] pieces) =>
        Gen.Elements(pieces).ListOf().Select(list => string.Concat(list.Take(12)));

    private static readonly Gen<string> Anything = Gen.OneOf(
        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
        Babble("2017", "-", "01", "X", "?", "~", "%", "/", "..", "[", "]", "{", "}", ",", "T", "12:00:00", "Z", "Y", "-0044", " "),
        Babble("early ", "January ", "2018 ", "19 ", "between ", "and ", "since ", "before ", "last ", "week ", "two ", "ago ", "summer ", "about ", "8/10/2017 ", "كانون الأول ", "قبل ", "و", "أسبوعين ", "Monday ", "of ", "end ", "to ", "first ", "half ", "q", "1 "),
        Babble("36.5", "°", "'", "\"", "N", "E", ",", " ", "geo:", "https://", "?q=", "@", "-", "lat", "٣", "/"),
        Babble("al-", "Ma'", "arrat ", "ش", "ال", "ة", "kh", "dh", "ō", "Ẓ", "ǝ", "š", "th", "dj", "h", "at", "12", "ء", "\uFE8D"));

    [Fact]
    public void Every_span_starts_before_it_ends_and_is_read_back_the_same() =>
        Check(Expression, text =>
        {
            if (!EdtfText.TryParse(text, out var span, out var problem))
            {
                return problem.Contains("Swap", StringComparison.Ordinal);
            }

            return (span.Earliest is null || span.Latest is null || span.Earliest <= span.Latest)
                && span.EarliestDay <= span.LatestDay && EdtfText.Parse(span.Edtf) == span && DateWords.Of(span, false).Length > 0 && DateWords.Of(span, true).Length > 0;
        });

    [Fact]
    public void Every_reading_of_words_is_EDTF_that_reads_back_the_same() =>
        Check(Gen.Zip(Anything, Date), pair =>
        {
            var reading = DatePhrase.Read(pair.Item1, EdtfText.Parse(pair.Item2));
            return reading.Readings.Count == 0 == (reading.Problem is not null)
                && reading.Readings.All(span => EdtfText.Parse(span.Edtf) == span && DateWords.Of(span, true).Length > 0);
        });

    [Fact]
    public void The_words_of_a_day_or_month_are_read_as_that_day_or_month() =>
        Check(Gen.OneOf(Day, Day.Select(day => day[..7])), text =>
            new[] { false, true }.All(arabic => DatePhrase.Read(DateWords.Of(EdtfText.Parse(text), arabic), null).Readings is [var only] && only.Edtf == text));

    [Fact]
    public void The_key_of_a_key_is_itself() =>
        Check(Anything, text => NameKey.Of(NameKey.Of(text)) == NameKey.Of(text));

    [Fact]
    public void A_fold_of_a_fold_has_the_same_key_and_every_name_matches_itself() =>
        Check(Anything, text => NameKey.Of(text).Length == 0 || NameMatch.Compare(text, text.Trim()) == MatchKind.Exact);

    [Fact]
    public void A_written_position_is_read_back() =>
        Check(Gen.Zip(Gen.Choose(-89_999_999, 89_999_999), Gen.Choose(-179_999_999, 179_999_999)), pair =>
        {
            var (latitude, longitude) = (pair.Item1 / 1e6, pair.Item2 / 1e6);
            return Coordinates.TryRead($"{Coordinates.Text(latitude)}, {Coordinates.Text(longitude)}", out var north, out var east, out _)
                && Math.Abs(north - latitude) < 1e-6 && Math.Abs(east - longitude) < 1e-6;
        });

    [Fact]
    public void No_input_throws() =>
        Check(Anything, text =>
        {
            _ = EdtfText.TryParse(text, out _, out _);
            DatePhrase.Read(text, null);
            NameMatch.Compare(text, "Saraqib");
            var placed = Coordinates.TryRead(text, out var latitude, out var longitude, out var problem);
            var draft = new EventDraft { Title = text, DateText = text, DateAnchor = text, Coordinates = text, Type = text, Claims = [new() { Says = text, SaidOn = text, RadiusKm = text, NewSource = new() { Url = text } }], Figures = [new() { Low = text }] };
            return draft.Check(new DraftContext(new(2024, 6, 1))).Count > 0
                && placed == (problem.Length == 0) && Math.Abs(latitude) <= 90 && Math.Abs(longitude) <= 180;
        });

    private static void Check<T>(Gen<T> inputs, Func<T, bool> holds) =>
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_000), Prop.ForAll(Arb.From(inputs), holds));
}
