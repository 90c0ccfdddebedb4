namespace Map.Web.Features.Accounts;

/// <summary>Where to go after signing in: a path of this site and nothing else.</summary>
public static class LocalPath
{
    /// <summary>The path if it stays on this site, else null. Browsers read backslashes and control characters as slashes or nothing.</summary>
    public static string? Of(string? path) =>
        path is ['/', ..] && !path.StartsWith("//", StringComparison.Ordinal) && !path.Contains('\\', StringComparison.Ordinal) && !path.Any(char.IsControl)
            ? path
            : null;
}
