namespace Map.Core.Reading;

/// <summary>How sure the article is that it happened.</summary>
public enum DraftCertainty
{
    /// <summary>The article tells it in its own voice.</summary>
    Told,

    /// <summary>Somebody is quoted or named as saying it.</summary>
    Claimed,

    /// <summary>The article says it is thought, reported or alleged and names nobody.</summary>
    Unsure,
}

/// <summary>Somebody in a draft event.</summary>
/// <param name="Role">Id of an <see cref="Events.ActorRole"/>.</param>
public sealed record DraftActor(ActorMention Actor, string Role);

/// <summary>Who is quoted for a draft event.</summary>
/// <param name="Words">As the article names them: "local sources", or an actor's name.</param>
/// <param name="Actor">Null where nobody is named.</param>
public sealed record DraftClaimant(string Words, ActorMention? Actor);

/// <summary>Somebody says that it was not so.</summary>
/// <param name="Text">The sentence that says it.</param>
public sealed record DraftDenial(string Text, int Start, int Length, DraftClaimant By);

/// <summary>Somebody gives an account of it that another sentence tells.</summary>
/// <param name="Text">The sentence that tells it.</param>
/// <param name="Says">In our own neutral words.</param>
/// <param name="Field">Id of the <see cref="Events.ClaimField"/> it is about.</param>
public sealed record DraftAccount(string Text, int Start, int Length, DraftClaimant By, string Says, string Field);

/// <summary>A draft event: the sentence that tells it, and what the reader made of it. Nothing is recorded until an editor accepts it.</summary>
/// <param name="Type">Id of an <see cref="Events.EventType"/>.</param>
/// <param name="Title">In our own neutral words, never the article's.</param>
/// <param name="Place">Null where none is named near.</param>
/// <param name="Date">Null where none is said near.</param>
/// <param name="Claimant">Who is quoted; null where the article speaks in its own voice.</param>
public sealed record DraftMention(
    string Text, int Start, int Length, string Type, string Title, PlaceMention? Place, DateMention? Date, IReadOnlyList<DraftActor> Actors,
    IReadOnlyList<FigureMention> Figures, DraftClaimant? Claimant, DraftCertainty Certainty)
    : Mention(Text, Start, Length)
{
    /// <summary>How many it happened to of whom the sentence names each or speaks as of one; null where it gives no persons, or more than these.</summary>
    public int? Persons { get; init; }

    /// <summary>Who denies it, here or in what follows.</summary>
    public IReadOnlyList<DraftDenial> Denials { get; init; } = [];

    /// <summary>Who else tells of it, and what.</summary>
    public IReadOnlyList<DraftAccount> Accounts { get; init; } = [];

    /// <summary>The region that the article as a whole is about, for an event near which it names no place; null where it is about none.</summary>
    public PlaceMention? Ground { get; init; }

    /// <summary>True where somebody who is not named is said to accuse: it is told who did it, not that it is so.</summary>
    public bool IsAccusation { get; init; }

    /// <summary>True where who was held is let go.</summary>
    public bool IsRelease { get; init; }
}
