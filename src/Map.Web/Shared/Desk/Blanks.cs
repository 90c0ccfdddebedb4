using Map.Core.Events;
using Map.Web.Drafts;

namespace Map.Web.Shared.Desk;

/// <summary>The form always offers one claim to fill in; left empty, it was not meant.</summary>
internal static class Blanks
{
    private static readonly string Empty = DraftJson.Of(new DraftClaim());

    public static bool Is(DraftClaim claim) => DraftJson.Of(claim) == Empty;

    /// <summary>A copy without empty claims at the end; those before it keep their numbers.</summary>
    public static EventDraft Without(EventDraft draft)
    {
        var copy = DraftJson.Copy(draft);
        while (copy.Claims.Count > 0 && Is(copy.Claims[^1])) { copy.Claims.RemoveAt(copy.Claims.Count - 1); }
        return copy;
    }

    public static EventDraft WithOne(EventDraft draft)
    {
        if (draft.Claims.Count == 0) { draft.Claims.Add(new()); }
        return draft;
    }
}
