using Map.Core.Time;

namespace Map.Core.Events;

/// <summary>A source added in place.</summary>
internal static class SourceCheck
{
    private const int LongestUrl = 2_000;

    private static readonly string[] Kinds = ["dataset", "article", "encyclopaedia", "news", "monitor", "party-media", "statement"];

    /// <returns>When it was published, where that is known.</returns>
    public static DateSpan? Run(FoundProblems found, string path, DraftSource source)
    {
        if (string.IsNullOrWhiteSpace(source.Title))
        {
            found.Add(path + ".Title", "The source has no title. Copy it from the source, or describe it: “Voice message of 19 December 2023”.");
        }

        found.Text(path + ".Title", source.Title, "The source's title", EventDraft.LongestLine);
        found.Text(path + ".Outlet", source.Outlet, "The outlet", EventDraft.LongestTitle);
        found.Text(path + ".Author", source.Author, "The author", EventDraft.LongestTitle);
        found.Text(path + ".Licence", source.Licence, "The licence", EventDraft.LongestTitle);
        found.Add(path + ".Url", UrlProblem(source.Url));
        if (!string.IsNullOrEmpty(source.Language) && !(source.Language.Length is 2 or 3 && source.Language.All(char.IsAsciiLetterLower)))
        {
            found.Add(path + ".Language", $"“{source.Language}” is not a language code. Type two or three small letters: en, ar, tr.");
        }

        if (source.Reliability is not ("A" or "B" or "C" or "D" or "E" or "F"))
        {
            found.Add(path + ".Reliability", $"“{source.Reliability}” is not a reliability. Choose A to F; F says it cannot be judged.");
        }

        if (!Kinds.Contains(source.Kind))
        {
            found.Add(path + ".Kind", $"“{source.Kind}” is not a kind of source. Choose one of {string.Join(", ", Kinds)}.");
        }

        return found.Date(path + ".Published", source.Published, anchor: null);
    }

    private static string? UrlProblem(string? typed)
    {
        var url = (typed ?? "").Trim();
        if (url.Length == 0)
        {
            return null;
        }

        if (TextRules.Problem(url, "The address", LongestUrl) is { } problem)
        {
            return problem;
        }

        return !Uri.TryCreate(url, UriKind.Absolute, out var address) || url.Any(char.IsWhiteSpace) ? $"“{Shortened(url)}” is not a whole address. Paste it with its beginning, https://…"
            : address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps ? $"“{Shortened(url)}” begins with {address.Scheme}:. Only http:// and https:// addresses are kept."
            : address.Host.Length == 0 ? $"“{Shortened(url)}” names no site. Paste the whole address."
            : address.UserInfo.Length > 0 ? "The address holds a user name or password before the @. Remove it."
            : null;
    }

    private static string Shortened(string url) => url.Length <= 80 ? url : url[..80] + "…";
}
