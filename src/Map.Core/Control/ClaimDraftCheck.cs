using Map.Core.Events;
using Map.Core.Time;

namespace Map.Core.Control;

/// <summary>Everything that stands in the way of recording a sheet of control claims.</summary>
internal sealed class ClaimDraftCheck(ClaimSheet sheet, ClaimContext context)
{
    private readonly FoundProblems found = new(context.Today, context.Arabic);

    public IReadOnlyList<FieldProblem> Run()
    {
        var published = CheckSource();
        if (!string.IsNullOrWhiteSpace(sheet.DateAnchor))
        {
            found.Edtf("DateAnchor", sheet.DateAnchor);
        }

        var said = (sheet.Lines ?? []).Count <= ClaimSheet.MostLines ? sheet.Said.ToList() : [];
        found.Add("Lines", sheet.Lines?.Count > ClaimSheet.MostLines
            ? Say($"There are {sheet.Lines.Count} lines; {ClaimSheet.MostLines} are the most. Save some of them first.", $"عدد الأسطر {sheet.Lines.Count}، وأقصاها {ClaimSheet.MostLines}. احفظ بعضها أولاً.")
            : said.Count == 0 ? Say("Nothing is said of any place yet. Type a place and who holds it.", "لم يُذكر أي مكان بعد. اكتب مكاناً ومن يسيطر عليه.") : null);
        var seen = new Dictionary<(string, string, string, string), int>();
        foreach (var (line, i) in said)
        {
            CheckLine($"Lines[{i}]", line, published);
            var ids = HolderWords.Read(line.Holders, context.Holders).Ids;
            if (line.PlaceKey.Length > 0 && sheet.ReadSpan(line) is { } span && !seen.TryAdd((line.PlaceKey, string.Join('+', Holders.InOrder(ids)), line.Posture, span.Edtf), i + 1))
            {
                found.Add($"Lines[{i}].PlaceKey", Repeats(i + 1, seen[(line.PlaceKey, string.Join('+', Holders.InOrder(ids)), line.Posture, span.Edtf)]));
            }
        }

        CheckStatus();
        return found.All;
    }

    private DateSpan? CheckSource()
    {
        var known = sheet.SourceId is not null || !string.IsNullOrEmpty(sheet.SourceKey);
        found.Add("SourceId", (known, sheet.NewSource) switch
        {
            (true, not null) => Say("There are both a known and a new source. Keep one of the two.", "هناك مصدر معروف ومصدر جديد معاً. أبقِ أحدهما."),
            (false, null) => Say("No claim is recorded without a source. Choose the report, or add it.", "لا يُسجَّل ادعاء بلا مصدر. اختر التقرير أو أضفه."),
            (true, _) when context.SourceExists?.Invoke(sheet.SourceId, sheet.SourceKey ?? "") == false => Say("The chosen source is no longer there. Choose another.", "لم يعد المصدر المختار موجوداً. اختر غيره."),
            _ => null,
        });
        return sheet.NewSource is { } added ? SourceCheck.Run(found, "NewSource", added) : EdtfText.TryParse(context.Published, out var published, out _) ? published : null;
    }

    private void CheckLine(string path, ClaimDraft line, DateSpan? published)
    {
        found.Add(path + ".PlaceKey", string.IsNullOrEmpty(line.PlaceKey)
            ? string.IsNullOrWhiteSpace(line.PlaceName)
                ? Say("No place is chosen. Type its name in any spelling and take it from the list.", "لم يُختر مكان. اكتب اسمه بأي كتابة وخذه من القائمة.")
                : Say($"“{Shortened(line.PlaceName)}” is not chosen yet. Take the place that is meant from the list.", $"لم يُختر «{Shortened(line.PlaceName)}» بعد. خذ المكان المقصود من القائمة.")
            : context.PlaceExists?.Invoke(line.PlaceKey) == false ? Say($"The gazetteer has no place “{line.PlaceKey}”. Choose one from the list.", $"لا مكان في المعجم بالمفتاح «{line.PlaceKey}». اختر مكاناً من القائمة.") : null);
        CheckHolders(path, line);
        CheckDate(path, line, published);
        found.Text(path + ".Quote", line.Quote, "The quotation", EventDraft.LongestQuote, manyLines: true);
        found.Text(path + ".Note", line.Note, "The note");
        found.Text(path + ".ReportedBy", line.ReportedBy, "Who reports it", EventDraft.LongestTitle);
        if (line.Credibility is < 1 or > 6)
        {
            found.Add(path + ".Credibility", Say($"{line.Credibility} is not a credibility. Choose 1 to 6; 6 says it cannot be judged.", $"{line.Credibility} ليست درجة مصداقية. اختر من 1 إلى 6؛ و6 تعني أنه لا يمكن الحكم."));
        }

        if (line.AgainstSide is not ("" or "yes" or "no"))
        {
            found.Add(path + ".AgainstSide", Say($"“{Shortened(line.AgainstSide ?? "")}” says nothing about sides. Choose from the list.", $"لا تقول «{Shortened(line.AgainstSide ?? "")}» شيئاً عن الجوانب. اختر من القائمة."));
        }
    }

    private void CheckHolders(string path, ClaimDraft line)
    {
        var known = Postures.TryParse(line.Posture, out var posture);
        var (ids, problem) = HolderWords.Read(line.Holders, context.Holders, context.Arabic);
        found.Add(path + ".Holders", problem ?? (ids.Count, posture) switch
        {
            (0, Posture.Left) => Say("Nobody is named. Say who left.", "لم يُذكر أحد. اذكر من انسحب."),
            (0, _) => Say("Nobody is named. Say who holds the place, by name or number.", "لم يُذكر أحد. اذكر من يسيطر على المكان، بالاسم أو الرقم."),
            (1, Posture.Contested) => Say($"Only {Holders.Of(ids[0]).Name} is named, and nobody contests a place alone. Name the others too, joined by +.", $"لم يُذكر سوى {Holders.Of(ids[0]).NameAr}، ولا أحد يتنازع على مكان وحده. اذكر الآخرين أيضاً بعلامة +."),
            (1, Posture.Joint) => Say($"Only {Holders.Of(ids[0]).Name} is named, and a place is held jointly by two or more. Name the others too, joined by +.", $"لم يُذكر سوى {Holders.Of(ids[0]).NameAr}، والسيطرة المشتركة لجهتين أو أكثر. اذكر الآخرين أيضاً بعلامة +."),
            _ => null,
        });
        if (!known)
        {
            found.Add(path + ".Posture", Say($"“{Shortened(line.Posture ?? "")}” is not a way of holding a place. Choose from the list.", $"ليست «{Shortened(line.Posture ?? "")}» كيفية للسيطرة على مكان. اختر من القائمة."));
        }
    }

    private void CheckDate(string path, ClaimDraft line, DateSpan? published)
    {
        var reading = sheet.ReadDate(line);
        if (reading.Readings.Count == 0)
        {
            found.Unread(path + ".DateText", reading);
        }
        else if (sheet.ReadSpan(line) is not { } span)
        {
            var meanings = found.Meanings(reading);
            found.Add(path + ".DateText", Say($"“{line.DateText.Trim()}” can mean {meanings}. Choose the one the source means.", $"قد تعني «{line.DateText.Trim()}» {meanings}. اختر ما يعنيه المصدر."));
        }
        else
        {
            found.Add(path + ".DateText", found.OutOfTime(line.DateText, span) ?? (span.Earliest > published?.Latest
                ? Say($"{Capital(Words(span))} is after the source was published ({Words(published)}). Correct one of the two dates.", $"{Words(span)} بعد نشر المصدر ({Words(published)}). صحّح أحد التاريخين.")
                : null));
        }
    }

    private void CheckStatus()
    {
        if (!EventStatus.TryGet(sheet.Status, out var status))
        {
            found.Add("Status", Say($"“{Shortened(sheet.Status ?? "")}” is not a status. Choose draft, review, published or withdrawn.", $"ليست «{Shortened(sheet.Status ?? "")}» حالة. اختر من القائمة."));
        }
        else if (status == EventStatus.Withdrawn && !context.WasPublished && !context.WasWithdrawn)
        {
            found.Add("Status", Say("Only a published claim can be withdrawn. Keep this one as a draft, or delete it.", "لا يُسحب إلا ادعاء منشور. أبقِ هذا مسودة أو احذفه."));
        }

        found.Text("Reason", sheet.Reason, "The reason");
        if (context.WasPublished && string.IsNullOrWhiteSpace(sheet.Reason))
        {
            found.Add("Reason", Say("Readers see this claim now. Say in a few words why it changes.", "يرى القراء هذا الادعاء الآن. اذكر بكلمات قليلة سبب تغييره."));
        }
    }

    private string Repeats(int line, int other) => Say($"Line {line} repeats line {other}. Remove one, or say what differs.", $"السطر {line} يكرر السطر {other}. أزل أحدهما أو اذكر ما يختلف.");

    private string Words(DateSpan span) => DateWords.Of(span, context.Arabic);

    private string Say(string english, string arabic) => context.Arabic ? arabic : english;

    private static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    private static string Shortened(string words) => words.Trim() is { Length: > 60 } longer ? longer[..60] + "…" : words.Trim();
}
