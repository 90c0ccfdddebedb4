using System.Globalization;
using Map.Web.Data.SignIns;
using Map.Web.Shared;

namespace Map.Web.Features.Accounts.Log;

/// <summary>What a line counts of signing in, in words: each way with how often, and when last.</summary>
internal static class SignInWords
{
    public static string Of(SignInCounts counts, DateTime first, Language lang)
    {
        var ways = string.Join(lang.Say("; ", "؛ "), counts.Ways.Select(it => it.Times == 1 ? Way(it.Way, lang) : $"{Way(it.Way, lang)} × {Counted.Digits(it.Times)}"));
        return counts.Last - first < TimeSpan.FromMinutes(1) ? ways : string.Create(CultureInfo.InvariantCulture, $"{ways}{lang.Say("; last at ", "؛ آخرها الساعة ")}{counts.Last:HH:mm} UTC");
    }

    private static string Way(string way, Language lang) => way switch
    {
        SignInWay.Password => lang.Say("by password", "بكلمة المرور"),
        SignInWay.SecondFactor => lang.Say("with a second factor", "بعامل ثانٍ"),
        SignInWay.Passkey => lang.Say("by passkey", "بمفتاح مرور"),
        SignInWay.CodeAsked => lang.Say("the password was right, a code was asked for", "كلمة المرور صحيحة وطُلب رمز"),
        SignInWay.WrongPassword => lang.Say("wrong password", "كلمة مرور خاطئة"),
        SignInWay.NoAccount => lang.Say("no such account", "لا حساب كهذا"),
        SignInWay.Disabled => lang.Say("the account is disabled", "الحساب معطّل"),
        SignInWay.WrongCode => lang.Say("wrong code", "رمز خاطئ"),
        SignInWay.WrongPasskey => lang.Say("passkey not accepted", "مفتاح مرور غير مقبول"),
        SignInWay.Closed => lang.Say("the map was closed", "الخريطة مغلقة"),
        SignInWay.LimitOfOwn => lang.Say("not looked at: too many tries from one place", "لم يُنظر فيها: محاولات كثيرة من موضع واحد"),
        SignInWay.LimitOfAccount => lang.Say("not looked at: too many tries for the account from strange devices", "لم يُنظر فيها: محاولات كثيرة للحساب من أجهزة غريبة"),
        SignInWay.LimitOfAddress => lang.Say("not looked at: too many tries from one address", "لم يُنظر فيها: محاولات كثيرة من عنوان واحد"),
        SignInWay.LimitOfRequests => lang.Say("not looked at: too many requests", "لم يُنظر فيها: طلبات كثيرة"),
        _ => way,
    };
}
