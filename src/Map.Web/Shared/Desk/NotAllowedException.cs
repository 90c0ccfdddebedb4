namespace Map.Web.Shared.Desk;

/// <summary>The rules of review do not let this person do this now. Nothing was written.</summary>
public sealed class NotAllowedException(string english, string arabic) : Exception(english)
{
    public string Arabic { get; } = arabic;

    public string Words(Language lang) => lang.Say(Message, Arabic);

    public static NotAllowedException Public() => new(
        "Readers see this record: a reviewer takes it off the map. Ask one, or save it as withdrawn, which proposes that.",
        "القراء يرون هذا السجل: المراجع هو من يزيله عن الخريطة. اطلب ذلك منه، أو احفظه مسحوباً فيكون ذلك اقتراحاً.");

    public static NotAllowedException Together() => new(
        "This would change at once what readers see, and here that waits for somebody else’s approval. Change the record in its form: it then goes to review.",
        "هذا يغيّر فوراً ما يراه القراء، وهو هنا ينتظر موافقة شخص آخر. غيّر السجل في نموذجه فيذهب إلى المراجعة.");

    public static NotAllowedException Decide() => new("Only a reviewer decides on this.", "لا يبت في هذا إلا مراجع.");

    public static NotAllowedException Own() => new("You wrote some of this. Here nobody approves their own change: somebody else publishes it.", "كتبتَ بعض هذا. هنا لا يجيز أحد تغييره بنفسه: ينشره غيرك.");

    public static NotAllowedException NoDesk() => new("You may not edit here any longer. Nothing was saved.", "لم يعد يحق لك التحرير هنا. لم يُحفظ شيء.");
}
