using Map.Web.Shared;

namespace Map.Web.Features.Accounts;

/// <summary>Why an act on accounts was refused, or a field of theirs, in words for the person who tried it.</summary>
/// <param name="Message">In English.</param>
/// <param name="Arabic">The same in Arabic; null where it has none.</param>
public sealed record AccountProblem(string Message, string? Arabic)
{
    /// <summary>The messages of attributes are fixed in English: the Arabic stands here, by them, for all alike.</summary>
    private static readonly Dictionary<string, string> InArabic = new()
    {
        ["This link no longer works: it was used, or its time is over. Ask for a new one."] = "لم يعد هذا الرابط صالحاً: استُعمل أو انتهت مدته. اطلب رابطاً جديداً.",
        ["This link no longer works: it was used, or its time is over. Ask an administrator for a new one."] = "لم يعد هذا الرابط صالحاً: استُعمل أو انتهت مدته. اطلب رابطاً جديداً من مدير.",
        ["There is an administrator already. Sign in, or ask them for an invitation."] = "هناك مدير بالفعل. سجّل الدخول، أو اطلب منه دعوة.",
        ["An account with this address exists already. Sign in with it."] = "هناك حساب بهذا العنوان. سجّل الدخول به.",
        ["The current password is not right."] = "كلمة المرور الحالية غير صحيحة.",
        ["This is the only administrator. Make somebody else one first."] = "هذا هو المدير الوحيد. اجعل غيره مديراً أولاً.",
        ["There is no such role."] = "لا دور بهذا الاسم.",
        ["Choose a password."] = "اختر كلمة مرور.",
        ["The password needs at least 12 characters; four or five words do well."] = "كلمة المرور تحتاج إلى 12 حرفاً على الأقل؛ وأربع كلمات أو خمس تكفي.",
        ["Type the password again."] = "اكتب كلمة المرور مرة أخرى.",
        ["The two passwords differ. Type the same one twice."] = "كلمتا المرور مختلفتان. اكتب الكلمة نفسها مرتين.",
        ["Type the e-mail address you will sign in with."] = "اكتب عنوان البريد الذي ستدخل به.",
        ["This is not an e-mail address: it needs a name, an @ and a host."] = "هذا ليس عنوان بريد: يحتاج إلى اسم ثم @ ثم اسم الخادم.",
        ["The address is longer than 200 characters."] = "العنوان أطول من 200 حرف.",
        ["Type a name. It stands in the history of what you change; a pseudonym will do."] = "اكتب اسماً. يظهر في سجل ما تغيّره؛ ويكفي اسم مستعار.",
        ["The name is longer than 80 characters."] = "الاسم أطول من 80 حرفاً.",
        ["Type the current password."] = "اكتب كلمة المرور الحالية.",
        ["Type your e-mail address."] = "اكتب عنوان بريدك.",
        ["Type the code."] = "اكتب الرمز.",
        ["This is no code: it is too long."] = "ليس هذا رمزاً: هو أطول من ذلك.",
        ["Type your password."] = "اكتب كلمة المرور.",
    };

    public static AccountProblem Of(string message) => new(message, InArabic.GetValueOrDefault(message));

    public string In(Language lang) => lang.Name(Message, Arabic);
}
