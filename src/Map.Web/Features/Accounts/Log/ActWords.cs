using System.Text.RegularExpressions;
using Map.Core.Review;
using Map.Web.Data;
using Map.Web.Data.SignIns;
using Map.Web.Shared;

namespace Map.Web.Features.Accounts.Log;

/// <summary>What the log's words for an act mean, in the reader's language.</summary>
internal static partial class ActWords
{
    public static string Of(string act, Language lang) => act switch
    {
        "save" => lang.Say("saved", "حفظ"),
        "publish" => lang.Say("published", "نشر"),
        "change" => lang.Say("changed, several at once", "تغيير جماعي"),
        "merge" => lang.Say("merged", "دمج"),
        "import" => lang.Say("imported", "استيراد"),
        "delete" => lang.Say("deleted", "حذف"),
        "undo" => lang.Say("undone, brought back", "تراجع واستعادة"),
        "drop" => lang.Say("proposal dropped", "إسقاط اقتراح"),
        "erase" => lang.Say("erased for good", "محو نهائي"),
        "submit" => lang.Say("sent to review", "إرسال إلى المراجعة"),
        "approve" => lang.Say("approved", "إجازة"),
        "send back" => lang.Say("sent back", "إعادة إلى صاحبه"),
        "take back" => lang.Say("taken back from review", "سحب من المراجعة"),
        "comment" => lang.Say("commented", "تعليق"),
        "resolve" => lang.Say("comment settled", "إغلاق تعليق"),
        "reopen" => lang.Say("comment opened again", "إعادة فتح تعليق"),
        "assign" => lang.Say("given to somebody to decide", "إسناد إلى مراجع"),
        "setting" => lang.Say("chose who publishes", "اختيار من ينشر"),
        "mode" => lang.Say("chose the mode of the site", "اختيار وضع الموقع"),
        "links" => lang.Say("asked addresses of sources", "فحص عناوين المصادر"),
        "load" => lang.Say("loaded a file that ships", "تحميل ملف مرفق"),
        "sign everyone out" => lang.Say("signed everyone out", "إخراج الجميع"),
        "sign out" => lang.Say("signed out", "خروج"),
        SignInLog.In => lang.Say("signed in", "دخول"),
        SignInLog.Refused => lang.Say("sign-in refused", "دخول مرفوض"),
        "account" => lang.Say("changed the account", "تغيير الحساب"),
        "set-up link" => lang.Say("made a link for the first administrator", "إنشاء رابط للمدير الأول"),
        OneTimeLink.Invite => lang.Say("made an invitation link", "إنشاء رابط دعوة"),
        OneTimeLink.Reset => lang.Say("made a link for a new password", "إنشاء رابط لكلمة مرور جديدة"),
        AccountActs.Join => lang.Say("made an account by a link", "إنشاء حساب برابط"),
        AccountActs.Password => lang.Say("chose a new password", "اختيار كلمة مرور جديدة"),
        AccountActs.Role => lang.Say("changed a role", "تغيير دور"),
        AccountActs.Disable => lang.Say("disabled an account", "تعطيل حساب"),
        AccountActs.Enable => lang.Say("enabled an account", "تفعيل حساب"),
        AccountActs.FactorRemoved => lang.Say("removed a second factor", "إزالة العامل الثاني"),
        _ => act,
    };

    public static string Who(string who, Language lang) => who switch
    {
        "" => lang.Say("not known", "غير معروف"),
        "server" => lang.Say("the server", "الخادم"),
        AccountActs.ResetLink => lang.Say("whoever had the link", "حامل الرابط"),
        _ => who,
    };

    /// <summary>What is known besides, where it is the product's own words; null where it is somebody's, or there is nothing.</summary>
    public static string? Detail(LogLine line, Language lang) => line switch
    {
        { SignIns: { } counts } => SignInWords.Of(counts, line.At, lang),
        { Detail: not { Length: > 0 } } => null,
        { Act: AccountActs.Role or OneTimeLink.Invite } => RoleWords.Of(line.Detail, lang),
        { Act: OneTimeLink.Reset } => "",
        { Act: AccountActs.Join } => line.Detail == OneTimeLink.SetUp ? lang.Say("the first administrator", "المدير الأول") : lang.Say("by invitation", "بدعوة"),
        { Act: "setting" } => ReviewMode.Of(line.Detail.Split(' ')[^1]).Words(lang.IsArabic),
        { Act: "mode" } => ModeWords.Of(line.Detail.Split(' ')[^1], lang),
        { Act: "sign everyone out" } => "",
        { Act: "set-up link" } => lang.Say("there was no administrator", "لم يكن هناك مدير"),
        { Act: "account" } => string.Join(lang.Say(", ", "، "), line.Detail.Split(", ").Select(part => Part(part, lang))),
        { Act: "load" } when LoadForm().Match(line.Detail) is { Success: true } load => lang.Say($"{load.Groups[1].Value} rows taken, {load.Groups[2].Value} refused", $"أُخذ {load.Groups[1].Value} صفاً ورُفض {load.Groups[2].Value}"),
        _ => null,
    };

    private static string Part(string part, Language lang) => part switch
    {
        "made" => lang.Say("made", "أُنشئ"),
        "removed" => lang.Say("removed", "أُزيل"),
        "second factor" => lang.Say("second factor", "العامل الثاني"),
        "password" => lang.Say("password", "كلمة المرور"),
        "account" => lang.Say("name or address", "الاسم أو العنوان"),
        "role" => lang.Say("role", "الدور"),
        "codes" => lang.Say("codes", "الرموز"),
        "passkey" => lang.Say("passkey", "مفتاح مرور"),
        _ => part,
    };

    [GeneratedRegex(@"^(\d+) rows taken, (\d+) refused$")]
    private static partial Regex LoadForm();
}
