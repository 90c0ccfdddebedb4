using System.Security.Claims;

namespace Map.Web.Shared;

/// <summary>What people may be: each role may also do what the one before it may.</summary>
public static class Roles
{
    public const string Viewer = "viewer";
    public const string Editor = "editor";
    public const string Reviewer = "reviewer";
    public const string Admin = "admin";

    public static bool MayEdit(ClaimsPrincipal? user) => user is not null && (user.IsInRole(Editor) || user.IsInRole(Reviewer) || user.IsInRole(Admin));
}
