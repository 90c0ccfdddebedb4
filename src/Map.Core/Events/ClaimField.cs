using System.Diagnostics.CodeAnalysis;

namespace Map.Core.Events;

/// <summary>What a claim is about.</summary>
/// <param name="Id">Stable ASCII id.</param>
public sealed record ClaimField(string Id, string English, string Arabic)
{
    public static readonly ClaimField Event = new("event", "what happened", "ما حدث");
    public static readonly ClaimField Attribution = new("attribution", "who did it", "من فعل ذلك");
    public static readonly ClaimField Date = new("date", "when", "متى");
    public static readonly ClaimField Place = new("place", "where", "أين");
    public static readonly ClaimField Figures = new("figures", "how many", "كم");
    public static readonly ClaimField Motive = new("motive", "why", "لماذا");

    public static IReadOnlyList<ClaimField> All { get; } = [Event, Attribution, Date, Place, Figures, Motive];

    public string Words(bool arabic) => arabic ? Arabic : English;

    /// <summary>False for an unknown id.</summary>
    public static bool TryGet(string? id, [NotNullWhen(true)] out ClaimField? field)
    {
        field = All.FirstOrDefault(known => known.Id == id);
        return field is not null;
    }
}
