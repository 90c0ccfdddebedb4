namespace Map.Core.Events;

/// <summary>One change that can be asked for one event or for many. What it leaves as it was is no change.</summary>
/// <param name="Field">The draft's property, as problems name it.</param>
/// <param name="Put">Writes it into a draft.</param>
public sealed record EventChange(string Field, Action<EventDraft> Put)
{
    public static EventChange Title(string words) => new(nameof(EventDraft.Title), draft => draft.Title = words.Trim());

    public static EventChange Type(string id) => new(nameof(EventDraft.Type), draft => draft.Type = id);

    public static EventChange Status(string id) => new(nameof(EventDraft.Status), draft => draft.Status = id);

    public static EventChange Precision(string id) => new(nameof(EventDraft.Precision), draft => draft.Precision = id);

    /// <param name="id">Of a <see cref="Events.PublicPrecision"/>; blank tells readers the place.</param>
    public static EventChange PublicPrecision(string id) => new(nameof(EventDraft.PublicPrecision), draft => draft.PublicPrecision = id);

    /// <summary>A date in words or EDTF, counted from the event's own anchor.</summary>
    public static EventChange Date(string words) => new(nameof(EventDraft.DateText), draft =>
    {
        if (draft.DateText != words.Trim())
        {
            (draft.DateText, draft.DateChoice) = (words.Trim(), "");
        }
    });

    /// <summary>A place of the gazetteer, at its own point; or with a blank key words, which leave a typed position as it was.</summary>
    public static EventChange Place(string key, string name) => new(nameof(EventDraft.PlaceKey), draft =>
    {
        if (key.Length > 0 && draft.PlaceKey == key)
        {
            return;
        }

        (draft.PlaceKey, draft.PlaceName) = (key, name.Trim());
        if (key.Length > 0)
        {
            draft.Coordinates = "";
        }
    });

    public static EventChange AddActor(long id, string key, string name, string role) => new(nameof(EventDraft.Actors), draft =>
    {
        if (!draft.Actors.Exists(actor => actor.ActorId == id && actor.Role == role))
        {
            draft.Actors.Add(new() { ActorId = id, ActorKey = key, Name = name, Role = role });
        }
    });

    /// <summary>In whatever roles it stands.</summary>
    public static EventChange RemoveActor(long id) => new(nameof(EventDraft.Actors), draft => draft.Actors.RemoveAll(actor => actor.ActorId == id));

    /// <summary>A source is added with what it says: nothing rests on a source that is only named.</summary>
    public static EventChange AddClaim(DraftClaim claim) => new(nameof(EventDraft.Claims), draft =>
    {
        if (!draft.Claims.Exists(its => MergeClaims.AreRepeats(its, claim)))
        {
            draft.Claims.Add(EventMerge.Copy(claim));
        }
    });
}
