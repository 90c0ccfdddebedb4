using Map.Web.Data;

namespace Map.Web.Shared;

public static class RefusalWords
{
    /// <summary>Why the act was refused, in the reader's language.</summary>
    public static string Words(this NotAllowedException refused, Language lang) => lang.Say(refused.Message, refused.Arabic);
}
