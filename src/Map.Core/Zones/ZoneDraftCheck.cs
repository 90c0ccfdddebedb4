using System.Text.RegularExpressions;
using Map.Core.Control;
using Map.Core.Events;
using Map.Core.Shapes;
using Map.Core.Time;
using NetTopologySuite.Geometries;

namespace Map.Core.Zones;

/// <summary>What stands in the way of saving zones. An invalid shape is refused with the place, never repaired.</summary>
internal sealed partial class ZoneDraftCheck(ZoneSeriesDraft draft, DateOnly today, bool arabic)
{
    private const int MostZones = 5_000;

    private readonly FoundProblems found = new(today, arabic);

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex HolderId();

    public static bool IsHolder(string id) => id.Length <= 60 && HolderId().IsMatch(id);

    public IReadOnlyList<FieldProblem> Run()
    {
        if (string.IsNullOrWhiteSpace(draft.Title))
            found.Add("Title", "The series has no title. Name what readers choose it by: “ACAPS, areas of control, 2023”.", "ليس للسلسلة عنوان. سمّها بما يختارها القراء به: «ACAPS، مناطق السيطرة، 2023».");
        found.Text("Title", draft.Title, "The title", EventDraft.LongestTitle);
        found.Text("TitleAr", draft.TitleAr, "The Arabic title", EventDraft.LongestTitle);
        if (draft.Kind is not (ZoneSeriesDraft.Drawn or ZoneSeriesDraft.Imported))
            found.Add("Kind", $"“{draft.Kind}” is not a kind of series.", $"«{draft.Kind}» ليس نوعاً من السلاسل.");
        if (string.IsNullOrWhiteSpace(draft.Method))
            found.Add("Method", "Say in a sentence how the lines were found: readers judge them by it.", "اذكر في جملة كيف رُسمت الخطوط، فبها يحكم القراء عليها.");
        found.Text("Method", draft.Method, "The method");
        found.Text("Licence", draft.Licence, "The licence", EventDraft.LongestTitle);
        if (draft.Kind == ZoneSeriesDraft.Imported && string.IsNullOrWhiteSpace(draft.Licence))
            found.Add("Licence", "An imported series needs its licence: readers must know on what terms it is shown.", "تحتاج السلسلة المستوردة إلى ترخيصها: يجب أن يعرف القراء بأي شروط تُعرض.");
        if (draft.NewSource is { } added)
            SourceCheck.Run(found, "NewSource", added);
        else if (draft.SourceId is null)
            found.Add("SourceId", "Nothing is published without a source. Choose one, or add one.", "لا يُنشر شيء بلا مصدر. اختر مصدراً أو أضف واحداً.");
        if (!EventStatus.TryGet(draft.Status, out _))
            found.Add("Status", $"“{draft.Status}” is not a status of a series.", $"«{draft.Status}» ليست حالة لسلسلة.");
        found.Text("Reason", draft.Reason, "The reason");
        if (draft.Zones.Count > MostZones)
            found.Add("Zones", $"There are {draft.Zones.Count:#,##0} zones; {MostZones:#,##0} are the most at a time.", $"عدد المناطق {draft.Zones.Count:#,##0}، وأقصاها {MostZones:#,##0} في المرة.");
        for (var i = 0; i < Math.Min(draft.Zones.Count, MostZones); i++)
            CheckZone($"Zones[{i}]", draft.Zones[i]);
        return found.All;
    }

    private void CheckZone(string path, ZoneDraft zone)
    {
        var holders = zone.ReadHolders();
        if (holders.Count == 0)
            found.Add(path + ".Holders", "Nobody is named as the holder.", "لم يُذكر من يسيطر.");
        foreach (var holder in holders.Where(id => !IsHolder(id)))
            found.Add(path + ".Holders", $"“{holder}” is no id of a holder. Small letters, digits and hyphens: “irg”.", $"«{DateProblem.Ltr(holder)}» ليس معرّف جهة. أحرف لاتينية صغيرة وأرقام وواصلات، مثل «irg».");
        if (!Postures.TryParse(zone.Posture, out var posture) || posture == Posture.Left)
            found.Add(path + ".Posture", $"“{zone.Posture}” is no way to hold a zone.", $"«{zone.Posture}» ليست كيفية للسيطرة على منطقة.");
        else if (posture is Posture.Contested or Posture.Joint && holders.Count < 2)
            found.Add(path + ".Posture", "A contested or joint zone names two holders or more.", "المنطقة المتنازع عليها أو المشتركة تذكر جهتين أو أكثر.");
        if (zone.Status is not ("published" or "withdrawn"))
            found.Add(path + ".Status", $"“{zone.Status}” is not a status of a zone.", $"«{zone.Status}» ليست حالة لمنطقة.");
        found.Text(path + ".Method", zone.Method, "The method");
        found.Text(path + ".Quote", zone.Quote, "The quotation", EventDraft.LongestQuote, manyLines: true);
        found.Text(path + ".Note", zone.Note, "The note", ZoneDraft.LongestNote, manyLines: true);
        if (zone.NewSource is { } added)
            SourceCheck.Run(found, path + ".NewSource", added);
        else if (zone is { HasOwnSource: true, SourceId: null })
            found.Add(path + ".SourceId", "Another source than the series' was asked for, and none is chosen. Choose one, add one, or go back to the series’ source.", "طُلب مصدر غير مصدر السلسلة ولم يُختر. اختر مصدراً أو أضفه، أو عد إلى مصدر السلسلة.");
        CheckDays(path, zone);
        if (ShapeRules.Check(zone.Shape) is { } problem)
            found.Add(path + ".Shape", problem.Message, problem.MessageAr ?? problem.Message);
        else if (zone.Shape is not (Polygon or MultiPolygon))
            found.Add(path + ".Shape", "A zone is an area; this shape is none.", "المنطقة مساحة، وهذا الشكل ليس مساحة.");
    }

    private void CheckDays(string path, ZoneDraft zone)
    {
        if (string.IsNullOrWhiteSpace(zone.From))
            found.Add(path + ".From", "Say from which day the zone holds.", "اذكر من أي يوم تسري المنطقة.");
        var (from, to) = (found.Date(path + ".From", zone.From, null), found.Date(path + ".To", zone.To, null));
        if (from is { Earliest: null } or { Latest: null })
            found.Add(path + ".From", $"“{zone.From.Trim()}” is open: a zone begins on a day, or in a span of days.", $"«{DateProblem.AsTyped(zone.From.Trim())}» مفتوح: تبدأ المنطقة في يوم أو خلال مدة من الأيام.");
        if (to is { Earliest: null } or { Latest: null })
            found.Add(path + ".To", $"“{zone.To.Trim()}” is open: leave it empty where no last day is told.", $"«{DateProblem.AsTyped(zone.To.Trim())}» مفتوح: اترك الحقل فارغاً إن لم يُذكر يوم أخير.");
        if (from?.Earliest is { } begins && to?.Latest is { } ends && ends < begins)
            found.Add(path + ".To", $"The zone would end on {DateWords.Of(ends, arabic: false)}, before it begins on {DateWords.Of(begins, arabic: false)}.", $"تنتهي المنطقة في {DateWords.Of(ends, arabic: true)} قبل أن تبدأ في {DateWords.Of(begins, arabic: true)}.");
    }
}
