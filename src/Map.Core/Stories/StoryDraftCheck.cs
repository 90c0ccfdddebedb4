using System.Text.RegularExpressions;
using Map.Core.Events;
using Map.Core.Places;

namespace Map.Core.Stories;

/// <summary>Everything that stands in the way of saving a story.</summary>
internal sealed partial class StoryDraftCheck(StoryDraft draft, DateOnly today, bool arabic)
{
    internal const int MostChapters = 40;
    private const int LongestTitle = 120, LongestSummary = 600, LongestByline = 200, LongestText = 6000;

    private readonly FoundProblems found = new(today, arabic);

    public IReadOnlyList<FieldProblem> Run()
    {
        CheckWords();
        if (draft.Chapters.Count > MostChapters) { found.Add("Chapters", $"{MostChapters} chapters are the most.", $"أقصى عدد للفصول {MostChapters}."); }
        if (draft.Chapters.Count == 0 && IsToBeSeen) { found.Add("Chapters", "The story has no chapter yet.", "ليس للقصة أي فصل بعد."); }
        for (var i = 0; i < draft.Chapters.Count; i++) { CheckChapter(draft.Chapters[i], $"Chapters[{i}]"); }
        if (!EventStatus.TryGet(draft.Status, out _)) { found.Add("Status", $"“{draft.Status}” is not a status. Choose one from the list.", $"«{draft.Status}» ليست حالة. اختر من القائمة."); }
        found.Text("Reason", draft.Reason, "The reason");
        if (draft.Version is not null && IsToBeSeen && string.IsNullOrWhiteSpace(draft.Reason))
        {
            found.Add("Reason", "Readers may have cited this story. Say in a few words why it changes.", "قد يكون القراء استشهدوا بهذه القصة. اذكر بكلمات قليلة سبب تغييرها.");
        }
        return found.All;
    }

    /// <summary>A draft may lack what readers must have.</summary>
    private bool IsToBeSeen => draft.Status is not "draft";

    private void CheckWords()
    {
        if (string.IsNullOrWhiteSpace(draft.Title) && string.IsNullOrWhiteSpace(draft.TitleAr)) { found.Add("Title", "The story has no title.", "ليس للقصة عنوان."); }
        Pair("Title", draft.Title, draft.TitleAr, "The title", LongestTitle);
        Pair("Summary", draft.Summary, draft.SummaryAr, "The summary", LongestSummary, manyLines: true);
        Pair("Byline", draft.Byline, draft.BylineAr, "The author line", LongestByline);
        if (draft.Slug.Length > 0 && !Slug().IsMatch(draft.Slug))
        {
            found.Add("Slug", "Small Latin letters, digits and hyphens, 3 to 60 of them, beginning and ending with a letter or digit: “saraqib-2020”.", "أحرف لاتينية صغيرة وأرقام وشرطات، من 3 إلى 60، تبدأ وتنتهي بحرف أو رقم: «saraqib-2020».");
        }
    }

    private void CheckChapter(StoryChapter chapter, string path)
    {
        if (string.IsNullOrWhiteSpace(chapter.Heading) && string.IsNullOrWhiteSpace(chapter.HeadingAr)) { found.Add($"{path}.Heading", "The chapter has no heading.", "ليس للفصل عنوان."); }
        Pair($"{path}.Heading", chapter.Heading, chapter.HeadingAr, "The heading", LongestTitle);
        if (IsToBeSeen && string.IsNullOrWhiteSpace(chapter.Text) && string.IsNullOrWhiteSpace(chapter.TextAr)) { found.Add($"{path}.Text", "The chapter says nothing yet.", "لا يقول الفصل شيئاً بعد."); }
        Pair($"{path}.Text", chapter.Text, chapter.TextAr, "The text", LongestText, manyLines: true);
        CheckLinks($"{path}.Text", chapter.Text);
        CheckLinks($"{path}.TextAr", chapter.TextAr);
        // What the map shows follows the rules of a named view.
        foreach (var problem in chapter.Shown("x").Check(today, arabic).Where(it => it.Field is "When" or "Window" or "At" or "Layers" or "Filters")) { found.Add($"{path}.{problem.Field}", problem.Message); }
        if (IsToBeSeen && string.IsNullOrWhiteSpace(chapter.When)) { found.Add($"{path}.When", "Say on which date, or in which span, the map stands while this is read.", "اذكر التاريخ أو المدة التي تقف عندها الخريطة أثناء قراءة هذا الفصل."); }
    }

    private void CheckLinks(string field, string text)
    {
        if (string.IsNullOrWhiteSpace(text)) { return; }
        if (StoryText.Broken(text) is [var broken, ..])
        {
            found.Add(field, $"{broken} is no link of a story. There are three: [words](event:number), [words](source:key) and [words](date:2018-01-20).", $"\u2068{broken}\u2069 ليس من روابط القصص. وهي ثلاثة: \u2066[words](event:number)\u2069 و\u2066[words](source:key)\u2069 و\u2066[words](date:2018-01-20)\u2069.");
        }
        else if (IsToBeSeen && !StoryText.Links(text).Any(link => link.Kind is StoryLinkKind.Event or StoryLinkKind.Source))
        {
            found.Add(field, "Nothing here names its source. Link at least one event or one source.", "لا شيء هنا يذكر مصدره. اربط حدثاً واحداً أو مصدراً واحداً على الأقل.");
        }
    }

    private void Pair(string field, string text, string textAr, string label, int longest, bool manyLines = false)
    {
        found.Text(field, text, label, longest, manyLines);
        found.Text(field + "Ar", textAr, label, longest, manyLines);
        if (!string.IsNullOrWhiteSpace(textAr) && !textAr.Any(PlainLetters.IsArabic))
        {
            var shown = textAr.Trim() is { Length: > 40 } cut ? cut[..40] + "…" : textAr.Trim();
            found.Add(field + "Ar", $"“{shown}” has no Arabic letters. Type it in Arabic, or leave it empty.", $"ليس في «{shown}» أي حرف عربي. اكتبه بالعربية أو اتركه فارغاً.");
        }
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{1,58}[a-z0-9]$", RegexOptions.CultureInvariant)]
    private static partial Regex Slug();
}
