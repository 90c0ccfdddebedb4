using System.Globalization;

namespace Map.Web.Data;

/// <summary>This person may not do this now, or nobody may. Nothing was written.</summary>
public sealed class NotAllowedException(string english, string arabic) : Exception(english)
{
    public string Arabic { get; } = arabic;

    public static NotAllowedException Public() => new(
        "Readers see this record: a reviewer takes it off the map. Ask one, or save it as withdrawn, which proposes that.",
        "القراء يرون هذا السجل: المراجع هو من يزيله عن الخريطة. اطلب ذلك منه، أو احفظه مسحوباً فيكون ذلك اقتراحاً.");

    public static NotAllowedException Together() => new(
        "This would change at once what readers see, and here that waits for somebody else’s approval. Change the record in its form: it then goes to review.",
        "هذا يغيّر فوراً ما يراه القراء، وهو هنا ينتظر موافقة شخص آخر. غيّر السجل في نموذجه فيذهب إلى المراجعة.");

    public static NotAllowedException Decide() => new("Only a reviewer decides on this.", "لا يبت في هذا إلا مراجع.");

    public static NotAllowedException Own() => new("You wrote some of this. Here nobody approves their own change: somebody else publishes it.", "كتبتَ بعض هذا. هنا لا يجيز أحد تغييره بنفسه: ينشره غيرك.");

    public static NotAllowedException NoDesk() => new(
        "You may not edit here any longer. Nothing was saved; what you typed is kept on this device.",
        "لم يعد يحق لك التحرير هنا. لم يُحفظ شيء؛ وما كتبته محفوظ على هذا الجهاز.");

    public static NotAllowedException NotAdministrator() => new("Only an administrator does this. Nothing was saved.", "لا يفعل هذا إلا مدير. لم يُحفظ شيء.");

    public static NotAllowedException NoAccount() => new("This account is not open any longer. Nothing was saved.", "لم يعد هذا الحساب مفتوحاً. لم يُحفظ شيء.");

    public static NotAllowedException SecondFactor() => new(
        "Here reviewers and administrators sign in with a second factor. Set it up on the page of your account; what you typed is kept.",
        "يدخل المراجعون والمديرون هنا بعامل ثانٍ. أعدّه في صفحة حسابك؛ وما كتبته محفوظ.");

    /// <param name="since">In UTC.</param>
    public static NotAllowedException ReadOnly(DateTime since) => new(
        string.Create(CultureInfo.InvariantCulture, $"The map is read-only since {since:HH:mm} UTC on {since:d MMMM yyyy}. Nothing was saved; your words are kept as a draft."),
        string.Create(CultureInfo.InvariantCulture, $"الخريطة للقراءة فقط منذ الساعة {since:HH:mm} (التوقيت العالمي) في {since:yyyy-MM-dd}. لم يُحفظ شيء؛ وكلماتك محفوظة مسودةً."));

    /// <param name="since">In UTC.</param>
    public static NotAllowedException Closed(DateTime since) => new(
        string.Create(CultureInfo.InvariantCulture, $"The map is closed since {since:HH:mm} UTC on {since:d MMMM yyyy}. Nothing was saved; your words are kept as a draft."),
        string.Create(CultureInfo.InvariantCulture, $"الخريطة مغلقة منذ الساعة {since:HH:mm} (التوقيت العالمي) في {since:yyyy-MM-dd}. لم يُحفظ شيء؛ وكلماتك محفوظة مسودةً."));
}
