using System.Diagnostics.CodeAnalysis;

namespace Map.Core.Events;

/// <summary>What an actor did in an event, or had done to it.</summary>
/// <param name="Id">Stable ASCII id.</param>
public sealed record ActorRole(string Id, string English, string Arabic)
{
    public static readonly ActorRole Initiator = new("initiator", "initiator", "المبادِر");
    public static readonly ActorRole Target = new("target", "target", "المستهدَف");
    public static readonly ActorRole Claimant = new("claimant", "claimant", "صاحب الرواية");
    public static readonly ActorRole Victim = new("victim", "victim", "الضحية");
    public static readonly ActorRole Party = new("party", "party", "طرف");

    public static IReadOnlyList<ActorRole> All { get; } = [Initiator, Target, Claimant, Victim, Party];

    public string Words(bool arabic) => arabic ? Arabic : English;

    /// <summary>False for an unknown id.</summary>
    public static bool TryGet(string? id, [NotNullWhen(true)] out ActorRole? role)
    {
        role = All.FirstOrDefault(known => known.Id == id);
        return role is not null;
    }
}
