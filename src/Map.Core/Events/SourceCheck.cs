using Map.Core.Time;

namespace Map.Core.Events;

/// <summary>What is asked of a source, added in place or on its own form.</summary>
internal static class SourceCheck
{
    private const int LongestUrl = 2_000;

    private static readonly string[] Kinds = ["dataset", "article", "encyclopaedia", "news", "monitor", "party-media", "statement"];

    /// <returns>When it was published, where that is known.</returns>
    public static DateSpan? Run(FoundProblems found, string path, DraftSource source)
    {
        if (string.IsNullOrWhiteSpace(source.Title))
        {
            found.Add(path + ".Title", "The source has no title. Copy it from the source, or describe it: “Voice message of 19 December 2023”.", "ليس للمصدر عنوان. انقله من المصدر أو صِفه: «رسالة صوتية بتاريخ 19 كانون الأول 2023».");
        }

        found.Text(path + ".Title", source.Title, "The source's title", EventDraft.LongestLine);
        found.Text(path + ".Outlet", source.Outlet, "The outlet", EventDraft.LongestTitle);
        found.Text(path + ".Author", source.Author, "The author", EventDraft.LongestTitle);
        found.Text(path + ".Licence", source.Licence, "The licence", EventDraft.LongestTitle);
        CheckUrl(found, path + ".Url", (source.Url ?? "").Trim());
        if (!string.IsNullOrEmpty(source.Language) && !(source.Language.Length is 2 or 3 && source.Language.All(char.IsAsciiLetterLower)))
        {
            found.Add(path + ".Language", $"“{source.Language}” is not a language code. Type two or three small letters: en, ar, tr.", $"«{source.Language}» ليست رمز لغة. اكتب حرفين أو ثلاثة أحرف لاتينية صغيرة: en أو ar أو tr.");
        }

        if (source.Reliability is not ("A" or "B" or "C" or "D" or "E" or "F"))
        {
            found.Add(path + ".Reliability", $"“{source.Reliability}” is not a reliability. Choose A to F; F says it cannot be judged.", $"«{source.Reliability}» ليست درجة موثوقية. اختر من A إلى F؛ وF تعني أنه لا يمكن الحكم.");
        }

        if (!Kinds.Contains(source.Kind))
        {
            found.Add(path + ".Kind", $"“{source.Kind}” is not a kind of source. Choose one of {string.Join(", ", Kinds)}.", $"«{source.Kind}» ليس نوعاً من المصادر. اختر من القائمة.");
        }

        return found.Date(path + ".Published", source.Published, anchor: null);
    }

    public static void CheckUrl(FoundProblems found, string field, string url)
    {
        if (url.Length == 0)
        {
            return;
        }

        if (TextRules.Problem(url, "The address", LongestUrl) is not null)
        {
            found.Text(field, url, "The address", LongestUrl);
        }
        else if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || url.Any(char.IsWhiteSpace))
        {
            found.Add(field, $"“{Shortened(url)}” is not a whole address. Paste it with its beginning, https://…", $"«{Ltr(url)}» ليس عنواناً كاملاً. ألصقه من أوله، أي من https.");
        }
        else if (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
        {
            found.Add(field, $"“{Shortened(url)}” begins with {address.Scheme}:. Only http:// and https:// addresses are kept.", $"يبدأ «{Ltr(url)}» بـ «{address.Scheme}». لا تُحفظ إلا عناوين http وhttps.");
        }
        else if (address.Host.Length == 0)
        {
            found.Add(field, $"“{Shortened(url)}” names no site. Paste the whole address.", $"لا يذكر «{Ltr(url)}» أي موقع. ألصق العنوان كاملاً.");
        }
        else if (address.UserInfo.Length > 0)
        {
            found.Add(field, "The address holds a user name or password before the @. Remove it.", "في العنوان اسم مستخدم أو كلمة مرور قبل علامة @. احذفهما.");
        }
    }

    private static string Ltr(string url) => DateProblem.Ltr(Shortened(url));

    private static string Shortened(string url) => url.Length <= 80 ? url : url[..80] + "…";
}
