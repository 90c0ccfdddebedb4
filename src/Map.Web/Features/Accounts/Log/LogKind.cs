using Map.Web.Data.SignIns;
using Map.Web.Shared;

namespace Map.Web.Features.Accounts.Log;

/// <summary>A kind of act that the log can be narrowed to.</summary>
internal sealed record LogKind(string Id, string English, string Arabic, IReadOnlyList<string> Acts)
{
    public static readonly IReadOnlyList<LogKind> All =
    [
        new("records", "The record", "السجل", ["save", "publish", "change", "merge", "import", "delete", "undo", "drop"]),
        new("review", "Review", "المراجعة", ["submit", "approve", "send back", "take back", "comment", "resolve", "reopen", "assign"]),
        new("erased", "Erasures", "المحو", ["erase"]),
        new("people", "Accounts", "الحسابات", ["account", OneTimeLink.Invite, OneTimeLink.Reset, "set-up link", AccountActs.Join, AccountActs.Password, AccountActs.Role, AccountActs.Disable, AccountActs.Enable, AccountActs.FactorRemoved]),
        new("sign-ins", "Signing in and out", "الدخول والخروج", [SignInLog.In, "sign out", "sign everyone out"]),
        new("refused", "Refused sign-ins", "محاولات دخول مرفوضة", [SignInLog.Refused]),
        new("site", "The site", "الموقع", ["setting", "mode", "links", "load"]),
    ];

    public static LogKind? Of(string? id) => All.FirstOrDefault(kind => kind.Id == id);

    public string Words(Language lang) => lang.Say(English, Arabic);
}
