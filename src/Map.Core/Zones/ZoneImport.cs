using Map.Core.Control;
using Map.Core.Shapes;
using Map.Core.Time;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace Map.Core.Zones;

/// <summary>Reads files of zones feature by feature, and judges each by what the editor says its attributes mean. Nothing is repaired: what is bad is left out and listed.</summary>
public static class ZoneImport
{
    private const int MostPairs = 200;

    /// <summary>A feature whose swapped self lies so many times nearer to the others is taken as swapped.</summary>
    private const double SwappedNearer = 3, FarDegrees = 5;

    public static ImportFile Read(string name, ReadOnlyMemory<byte> bytes, ShapeCaps? caps = null)
    {
        try
        {
            var features = GeoJson.ReadEach(bytes, caps ?? new ShapeCaps());
            return new ImportFile(name, features, features.Count > 0 ? null : new ImportReason("The file holds no feature.", "لا عناصر في الملف."));
        }
        catch (GeoJsonException problem)
        {
            return new ImportFile(name, [], new ImportReason(problem.Message, $"تعذّرت قراءة الملف: {problem.Message}"));
        }
    }

    public static ImportJudgement Judge(IReadOnlyList<ImportFile> files, ImportMapping mapping, DateOnly today)
    {
        var bad = new List<BadFeature>(files.Where(file => file.Refused is not null).Select(file => new BadFeature(file.Name, null, [file.Refused!], null)));
        var dates = new ImportDays(mapping, today);
        var (centres, good, seen) = (Middle(files), new List<ImportedZone>(), new Dictionary<string, ImportedZone>());
        foreach (var (file, feature) in files.SelectMany(file => file.Features.Select(feature => (file, feature))))
        {
            var reasons = new List<ImportReason>();
            var (shape, at) = ShapeOf(feature, mapping.Region, centres, reasons);
            var value = ValueOf(feature, mapping.HolderAttribute);
            var holder = HolderOf(mapping, value, reasons);
            var (from, to) = dates.Of(file, feature, reasons);
            if (reasons.Count == 0)
            {
                var zone = new ImportedZone(file.Name, feature.Number, value, holder!.Ids, holder.Posture, from!, to, shape!, feature.HadHeight, ValueOf(feature, mapping.MethodAttribute));
                if (seen.TryAdd(KeyOf(zone), zone)) good.Add(zone);
                else Twice(seen[KeyOf(zone)], reasons);
            }
            if (reasons.Count > 0)
                bad.Add(new BadFeature(file.Name, feature.Number, reasons, at));
        }
        good = dates.Ended(good, bad);
        var order = mapping.Order.Select((layer, i) => (layer, i)).ToDictionary(it => it.layer, it => it.i);
        good = [.. good.OrderBy(zone => zone.From.EarliestDay).ThenBy(zone => order.GetValueOrDefault(zone.Value, -1))];
        return new ImportJudgement(good, bad, Overlaps(good));
    }

    /// <summary>Attributes of the features, with their values in the order met.</summary>
    public static IReadOnlyList<ImportColumn> Attributes(IReadOnlyList<ImportFile> files)
    {
        var found = new Dictionary<string, Dictionary<string, int>>();
        foreach (var properties in files.SelectMany(file => file.Features).Select(feature => feature.Properties).Where(it => it.ValueKind == System.Text.Json.JsonValueKind.Object))
            foreach (var property in properties.EnumerateObject())
                if (ImportText.Of(property.Value) is { } text)
                {
                    if (!found.TryGetValue(property.Name, out var values)) found[property.Name] = values = [];
                    values[text] = values.GetValueOrDefault(text) + 1;
                }
        return [.. found.Select(it => new ImportColumn(it.Key, [.. it.Value.Select(value => new ImportValue(value.Key, value.Value))]))];
    }

    /// <summary>What the attribute says of a feature; "" where it says nothing, or there is none to ask.</summary>
    public static string ValueOf(ReadFeature feature, string attribute) =>
        attribute.Length > 0 && feature.Properties.ValueKind == System.Text.Json.JsonValueKind.Object && feature.Properties.TryGetProperty(attribute, out var value) ? ImportText.Of(value) ?? "" : "";

    /// <summary>The date that a file's name tells, as EDTF, or null.</summary>
    public static string? DateOfName(string name) => ImportDays.OfName(name);

    private static (Geometry? Shape, Coordinate? At) ShapeOf(ReadFeature feature, ImportRegion region, Coordinate? middle, List<ImportReason> reasons)
    {
        if (feature.Bad is { } unread)
        {
            reasons.Add(new ImportReason(unread.Message, unread.MessageAr ?? $"لا يُقرأ الشكل: {unread.Message}"));
            return (null, unread.At);
        }
        var shape = feature.Good!.Shape;
        if (shape is null)
            reasons.Add(new ImportReason("It has no geometry.", "بلا شكل هندسي."));
        else if (!shape.IsEmpty && shape is not (Polygon or MultiPolygon))
            reasons.Add(new ImportReason($"A {shape.GeometryType} is no area.", $"الشكل {shape.GeometryType} ليس مساحة."));
        else if (!shape.IsEmpty && IsSwapped(shape, region, middle))
            reasons.Add(new ImportReason("Latitude and longitude are swapped: turned round, it lies where the rest does.", "خط العرض والطول مقلوبان: بعكسهما يقع حيث تقع البقية."));
        else if (ShapeRules.Check(shape) is { } problem)
        {
            reasons.Add(new ImportReason(problem.Message, problem.MessageAr ?? problem.Message));
            return (null, problem.At);
        }
        else if (!region.Bounds.Contains(shape.EnvelopeInternal))
            reasons.Add(new ImportReason($"It reaches out of {region.Name}.", $"يتجاوز حدود {region.NameAr}."));
        else if (ZoneFit.SquareKilometres(shape) < 1e-4)
            reasons.Add(new ImportReason("Its area is smaller than a hundred square metres.", "مساحته أقل من مئة متر مربع."));
        return (shape, null);
    }

    private static bool IsSwapped(Geometry shape, ImportRegion region, Coordinate? middle)
    {
        var box = shape.EnvelopeInternal;
        var turned = new Envelope(box.MinY, box.MaxY, box.MinX, box.MaxX);
        if (Math.Abs(turned.MaxY) > 90 || Math.Abs(turned.MinY) > 90)
            return false;
        if (box.MaxY > 90 || box.MinY < -90)
            return true;
        if (!region.IsAnywhere)
            return !region.Bounds.Intersects(box) && region.Bounds.Contains(turned);
        return middle is not null && middle.Distance(box.Centre) is var away && away > FarDegrees && away > SwappedNearer * middle.Distance(turned.Centre) && !box.Contains(middle);
    }

    /// <summary>Where most features lie: swapped ones are few beside the others, or nothing can be told.</summary>
    private static Coordinate? Middle(IReadOnlyList<ImportFile> files)
    {
        var centres = files.SelectMany(file => file.Features).Select(feature => feature.Good?.Shape).Where(shape => shape is { IsEmpty: false }).Select(shape => shape!.EnvelopeInternal.Centre).ToList();
        return centres.Count < 3 ? null : new Coordinate(Median(centres.Select(c => c.X)), Median(centres.Select(c => c.Y)));
    }

    private static double Median(IEnumerable<double> values) => values.Order().ToList() is var all ? all[all.Count / 2] : 0;

    private static ImportHolder? HolderOf(ImportMapping mapping, string value, List<ImportReason> reasons)
    {
        var holder = mapping.Holders.GetValueOrDefault(value);
        if (holder is null || holder.Ids.Count == 0)
            reasons.Add(value.Length == 0
                ? new ImportReason(mapping.HolderAttribute.Length == 0 ? "No holder is chosen." : $"“{mapping.HolderAttribute}” says nothing, so that no holder is known.", "لا طرف مسيطراً معروفاً.")
                : new ImportReason($"No holder is chosen for “{value}”.", $"لم يُختر طرف لـ«{value}»."));
        else if (holder.Ids.FirstOrDefault(id => !ZoneDraftCheck.IsHolder(id)) is { } wrong)
            reasons.Add(new ImportReason($"“{wrong}” is no id of a holder: small letters, digits and hyphens.", $"«{wrong}» ليس معرّف طرف: أحرف لاتينية صغيرة وأرقام وشرطات."));
        else if (holder.Posture is Posture.Contested or Posture.Joint && holder.Ids.Count < 2)
            reasons.Add(new ImportReason($"“{value}” is contested or joint but names one holder.", $"«{value}» متنازع عليها أو مشتركة لكن بطرف واحد."));
        return holder;
    }

    private static string KeyOf(ImportedZone zone) => $"{zone.From.Edtf}|{zone.To?.Edtf}|{string.Join('+', zone.Holders)}|{Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(zone.Shape.Normalized().AsBinary()))}";

    private static void Twice(ImportedZone first, List<ImportReason> reasons) =>
        reasons.Add(new ImportReason($"It repeats feature {first.Number} of {first.File}.", $"يكرر العنصر {first.Number} من {first.File}."));

    /// <summary>Pairs of different layers, or of one, that lie on the same ground on the same day.</summary>
    private static List<ImportOverlap> Overlaps(List<ImportedZone> good)
    {
        var index = new STRtree<int>();
        for (var i = 0; i < good.Count; i++)
            index.Insert(good[i].Shape.EnvelopeInternal, i);
        var (found, zones) = (new List<ImportOverlap>(), good.Select((zone, i) => new Zone(i, zone.Holders, zone.Posture, zone.From, zone.To, zone.Shape)).ToList());
        for (var a = 0; a < good.Count && found.Count < MostPairs; a++)
            foreach (var b in index.Query(good[a].Shape.EnvelopeInternal).Where(other => other > a).Order())
                if (zones[a].CommonDay(zones[b]) is { } day && ZoneFit.Shared(good[a].Shape, good[b].Shape) is { } shared)
                    found.Add(new ImportOverlap(good[a], good[b], Days.Date(day), ZoneFit.SquareKilometres(shared), shared));
        return found;
    }
}
