using System.Security.Claims;

namespace Map.Web.Shared;

/// <summary>What people may be: each role may also do what the one before it may.</summary>
public static class Roles
{
    public const string Viewer = "viewer";
    public const string Editor = "editor";
    public const string Reviewer = "reviewer";
    public const string Admin = "admin";

    /// <summary>From least to most.</summary>
    public static readonly IReadOnlyList<string> All = [Viewer, Editor, Reviewer, Admin];

    /// <summary>The roles that satisfy the policy named after a role: itself and those above it.</summary>
    public static IEnumerable<string> AtLeast(string role) => All.SkipWhile(known => known != role);

    /// <summary>Those whom a second factor is asked of.</summary>
    public static bool AreTrusted(ClaimsPrincipal user) => user.IsInRole(Reviewer) || user.IsInRole(Admin);

    public static bool MayEdit(ClaimsPrincipal? user) => user is not null && (user.IsInRole(Editor) || user.IsInRole(Reviewer) || user.IsInRole(Admin));
}
