using System.Text.RegularExpressions;
using Map.Core.Shapes;
using Map.Core.Time;

namespace Map.Core.Zones;

/// <summary>From and until when each feature of an import is said to hold.</summary>
internal sealed partial class ImportDays(ImportMapping mapping, DateOnly today)
{
    private static readonly DateOnly First = new(1900, 1, 1);

    [GeneratedRegex(@"(?<![0-9])(?<y>[0-9]{4})(?:[-_. ]?(?<m>0[1-9]|1[0-2])(?:[-_. ]?(?<d>0[1-9]|[12][0-9]|3[01]))?)?(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex InName();

    [GeneratedRegex(@"^(?<y>[0-9]{4})(?<m>[0-9]{2})(?<d>[0-9]{2})$|^(?<y>[0-9]{4})[-/](?<m>[0-9]{1,2})[-/](?<d>[0-9]{1,2})(?:[T ].*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Written();

    /// <summary>The date a file's name tells, as EDTF, or null.</summary>
    public static string? OfName(string name)
    {
        var found = InName().Matches(Path.GetFileNameWithoutExtension(name));
        return found.Count == 0 ? null : Edtf(found[^1]);
    }

    public (DateSpan? From, DateSpan? To) Of(ImportFile file, ReadFeature feature, List<ImportReason> reasons)
    {
        var told = mapping.Dates switch
        {
            ImportDates.FileName => OfName(file.Name) ?? "",
            ImportDates.Attribute => ZoneImport.ValueOf(feature, mapping.FromAttribute),
            _ => mapping.Typed.GetValueOrDefault(file.Name, ""),
        };
        var last = mapping.End == ImportEnd.Attribute ? ZoneImport.ValueOf(feature, mapping.ToAttribute) : "";
        // A period tells both ends.
        if (last.Length == 0 && told.Split('/') is [{ Length: 4 or 7 or 10 } begins, { Length: >= 4 or 2 } ends] && (begins.Length == 4 || begins.Contains('-')) && (ends.Length >= 4 || ends == ".."))
            (told, last) = (begins, ends is ".." ? "" : ends);
        if (told.Trim().Length == 0)
        {
            reasons.Add(mapping.Dates switch
            {
                ImportDates.FileName => new ImportReason("The file's name tells no date.", "لا تاريخ في اسم الملف."),
                ImportDates.Attribute => new ImportReason($"“{mapping.FromAttribute}” tells no date.", $"لا تاريخ في «{mapping.FromAttribute}»."),
                _ => new ImportReason("No date is typed for the file.", "لم يُكتب تاريخ للملف."),
            });
            return default;
        }
        var (from, to) = (Read(told, reasons), last.Trim().Length == 0 ? null : Read(last, reasons));
        if (from is not null && to is not null && to.Latest < from.Earliest)
            reasons.Add(new ImportReason($"It would end ({to.Edtf}) before it begins ({from.Edtf}).", $"ينتهي ({to.Edtf}) قبل أن يبدأ ({from.Edtf})."));
        return (from, to);
    }

    /// <summary>Gives those without a last day the one before the next date of the import.</summary>
    public List<ImportedZone> Ended(List<ImportedZone> zones, List<BadFeature> bad)
    {
        if (mapping.End != ImportEnd.NextDate)
            return zones;
        var dates = zones.Select(zone => zone.From).DistinctBy(span => span.Edtf).OrderBy(span => span.EarliestDay).ThenBy(span => span.LatestDay).ToList();
        return [.. zones.Where(IsApart).Select(zone => zone.To is not null || Next(zone.From) is not { } next ? zone : zone with { To = Before(next, zone.From) })];

        DateSpan? Next(DateSpan from) => dates.Find(span => span.EarliestDay > from.EarliestDay);

        // A year and a day of it in one import: which of the two stands is not told.
        bool IsApart(ImportedZone zone)
        {
            if (zone.To is not null || Next(zone.From) is not { } next || next.LatestDay >= zone.From.LatestDay)
                return true;
            bad.Add(new BadFeature(zone.File, zone.Number, [new ImportReason($"Its date {zone.From.Edtf} holds the other date {next.Edtf}: which one comes first is not told.", $"تاريخه {zone.From.Edtf} يضم التاريخ الآخر {next.Edtf}: لا يُعرف أيهما أسبق.")], null));
            return false;
        }
    }

    private static DateSpan Before(DateSpan next, DateSpan from)
    {
        var (earliest, latest) = (Later(next.Earliest!.Value.AddDays(-1), from.Earliest!.Value), next.Latest!.Value.AddDays(-1));
        return earliest >= latest ? DateSpan.Day(latest) : EdtfText.Parse($"[{earliest:yyyy-MM-dd}..{latest:yyyy-MM-dd}]");
    }

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    private DateSpan? Read(string told, List<ImportReason> reasons)
    {
        var text = told.Trim();
        if (Written().Match(text) is { Success: true } figures)
            text = Edtf(figures);
        if (DatePhrase.Read(text, null).Readings is not [{ Earliest: { } earliest, Latest: { } latest } span])
        {
            reasons.Add(new ImportReason($"“{told}” is not understood as one date. Write 2023-05-31, 2023-05 or 2023.", $"«{told}» لا يُفهم تاريخاً واحداً. اكتب 2023-05-31 أو 2023-05 أو 2023."));
            return null;
        }
        if (earliest < First || earliest > today.AddDays(1))
        {
            reasons.Add(new ImportReason($"The year {earliest.Year} of “{told}” is impossible: dates lie between 1900 and today.", $"السنة {earliest.Year} في «{told}» مستحيلة: التواريخ بين 1900 واليوم."));
            return null;
        }
        return span;
    }

    private static string Edtf(Match found)
    {
        var (month, day) = (found.Groups["m"], found.Groups["d"]);
        return found.Groups["y"].Value + (month.Success ? "-" + month.Value.PadLeft(2, '0') : "") + (day.Success ? "-" + day.Value.PadLeft(2, '0') : "");
    }
}
