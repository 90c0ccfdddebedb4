using System.Text.RegularExpressions;

namespace Map.Core.Views;

/// <summary>Sites whose pages may frame a view, as browsers are told of them.</summary>
public static partial class Framers
{
    public const int Most = 20;

    /// <summary>The origins typed one a line, each once: "example.org" and "https://example.org/page" are https://example.org; "https://*.example.org" is all names below it.</summary>
    /// <returns>What could not be understood beside them.</returns>
    public static (IReadOnlyList<string> Origins, IReadOnlyList<string> Unknown) Read(string? typed)
    {
        var (origins, unknown) = (new List<string>(), new List<string>());
        foreach (var line in (typed ?? "").Split(['\n', ' ', ',', '،', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Origin(line) is not { } origin) { unknown.Add(line); }
            else if (!origins.Contains(origin)) { origins.Add(origin); }
        }
        return (origins, unknown);
    }

    private static string? Origin(string line)
    {
        var whole = line.Contains("://", StringComparison.Ordinal) ? line : "https://" + line;
        var anyName = whole.Contains("://*.", StringComparison.Ordinal);
        if (anyName) { whole = whole.Replace("://*.", "://", StringComparison.Ordinal); }
        if (!Uri.TryCreate(whole, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.UserInfo.Length > 0) { return null; }
        var host = uri.IdnHost;
        // What a browser is told is a list with blanks and semicolons between: nothing of those may come from here.
        if (!Name().IsMatch(host) || (!host.Contains('.', StringComparison.Ordinal) && host != "localhost") || (anyName && uri.HostNameType != UriHostNameType.Dns)) { return null; }
        return $"{uri.Scheme}://{(anyName ? "*." : "")}{host}{(uri.IsDefaultPort ? "" : $":{uri.Port}")}";
    }

    [GeneratedRegex("^[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
