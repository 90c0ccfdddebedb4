using Map.Core.Control;
using Map.Core.Events;

namespace Map.Core.Sources;

/// <summary>Everything that stands in the way of recording a source.</summary>
internal sealed class SourceSheetCheck(SourceSheet sheet, SourceContext context)
{
    private readonly FoundProblems found = new(context.Today, context.Arabic);

    public IReadOnlyList<FieldProblem> Run()
    {
        SourceCheck.Run(found, "Source", sheet.Source);
        CheckSame();
        CheckSide();
        CheckCites();
        SourceCheck.CheckUrl(found, "ArchiveUrl", sheet.ArchiveUrl.Trim());
        if (sheet.ArchiveSha256.Length > 0 && (!IsHash(sheet.ArchiveSha256) || context.HasCopy?.Invoke(sheet.ArchiveSha256) == false))
        {
            found.Add("ArchiveSha256", "The copy is not on the server. Choose its file again, or paste its text.", "النسخة ليست على الخادم. اختر ملفها من جديد أو ألصق نصها.");
        }

        found.Text("PrivateNote", sheet.PrivateNote, "The private note", EventDraft.LongestDescription, manyLines: true);
        found.Text("Reason", sheet.Reason, "The reason");
        if (sheet.Id is not null && string.IsNullOrWhiteSpace(sheet.Reason))
        {
            found.Add("Reason", "Readers see this source now. Say in a few words why it changes.", "يرى القراء هذا المصدر الآن. اذكر بكلمات قليلة سبب تغييره.");
        }

        return found.All;
    }

    /// <summary>One web address is one source: a second record of it would count as a second witness.</summary>
    private void CheckSame()
    {
        if (sheet.Source.Url.Trim() is { Length: > 0 } url && context.Sources?.FirstOrDefault(other => other.Id != sheet.Id && string.Equals(other.Url?.TrimEnd('/'), url.TrimEnd('/'), StringComparison.Ordinal)) is { } same)
        {
            found.Add("Source.Url", $"This address is recorded already, as “{Shortened(same.Title)}”. Open that source instead.", $"هذا العنوان مسجل من قبل باسم «{Shortened(same.Title)}». افتح ذلك المصدر.");
        }
    }

    private void CheckSide()
    {
        found.Add("Side", HolderWords.Read(sheet.Side, [], context.Arabic).Problem);
        found.Text("SideReason", sheet.SideReason, "The reason for the side");
        found.Text("SideReasonAr", sheet.SideReasonAr, "The reason for the side in Arabic");
        if (!string.IsNullOrWhiteSpace(sheet.Side) && string.IsNullOrWhiteSpace(sheet.SideReason))
        {
            found.Add("SideReason", "It is not said why the source takes that side. Name what shows it: who owns it, whom it speaks for.", "لم يُذكر لماذا يُحسب المصدر على ذلك الجانب. اذكر ما يدل عليه: من يملكه ولسان من هو.");
        }
    }

    private void CheckCites()
    {
        if (sheet.Cites.Count > EventDraft.MostRows)
        {
            found.Add("Cites", $"It rests on {sheet.Cites.Count} sources; {EventDraft.MostRows} are the most.", $"يستند إلى {sheet.Cites.Count} مصدراً، وأقصاها {EventDraft.MostRows}.");
            return;
        }

        var byKey = (context.Sources ?? []).ToDictionary(source => source.Key);
        var self = context.Sources?.FirstOrDefault(source => source.Id == sheet.Id)?.Key;
        for (var i = 0; i < sheet.Cites.Count; i++)
        {
            var cited = sheet.Cites[i];
            found.Add($"Cites[{i}]", (context.Sources is not null && !byKey.ContainsKey(cited.Key), cited.Id == sheet.Id) switch
            {
                (_, true) => found.Say("A source does not rest on itself. Remove it.", "لا يستند مصدر إلى نفسه. أزله."),
                (true, _) => found.Say($"“{Shortened(cited.Title)}” is no longer there. Remove it.", $"لم يعد «{Shortened(cited.Title)}» موجوداً. أزله."),
                _ when self is not null && RestsOn(cited.Key, self, byKey) => found.Say($"“{Shortened(cited.Title)}” rests on this source itself, as recorded. One of the two cannot be.", $"«{Shortened(cited.Title)}» يستند إلى هذا المصدر نفسه كما هو مسجل. لا يصح الأمران معاً."),
                _ => null,
            });
        }
    }

    private static bool RestsOn(string key, string self, Dictionary<string, KnownSource> byKey)
    {
        var (seen, open) = (new HashSet<string>(), new Queue<string>([key]));
        while (open.TryDequeue(out var at))
        {
            foreach (var next in byKey.TryGetValue(at, out var source) ? (source.Cites ?? "").Split('+', StringSplitOptions.RemoveEmptyEntries) : [])
            {
                if (next == self)
                {
                    return true;
                }

                if (seen.Add(next))
                {
                    open.Enqueue(next);
                }
            }
        }

        return false;
    }

    private static bool IsHash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    private static string Shortened(string words) => words.Trim() is { Length: > 60 } longer ? longer[..60] + "…" : words.Trim();
}
