using Map.Web.Shared;

namespace Map.Web.Features.Accounts;

/// <summary>What roles are called, and what each may do, in the reader's language.</summary>
internal static class RoleWords
{
    public static string Of(string role, Language lang) => role switch
    {
        Roles.Viewer => lang.Say("viewer", "قارئ"),
        Roles.Editor => lang.Say("editor", "محرر"),
        Roles.Reviewer => lang.Say("reviewer", "مراجع"),
        Roles.Admin => lang.Say("admin", "مدير"),
        _ => role,
    };

    public static string Does(string role, Language lang) => role switch
    {
        Roles.Viewer => lang.Say("sees published data", "يرى ما نُشر"),
        Roles.Editor => lang.Say("records and publishes events", "يسجل الأحداث وينشرها"),
        Roles.Reviewer => lang.Say("an editor who also checks others' work", "محرر يراجع عمل غيره أيضاً"),
        Roles.Admin => lang.Say("all of it, and people", "كل ذلك، والأشخاص"),
        _ => role,
    };
}
