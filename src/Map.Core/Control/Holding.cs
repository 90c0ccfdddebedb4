namespace Map.Core.Control;

/// <summary>A stretch of a place's history in which the same holders hold it in the same way.</summary>
/// <param name="Holders">Holder ids, the larger share first; empty where the posture is <see cref="Posture.Left"/>.</param>
/// <param name="MayFrom">Day from which it may hold; <see cref="Time.Days.OpenStart"/> if open.</param>
/// <param name="SureFrom">Day from which it certainly holds, never before <paramref name="MayFrom"/> and never after the next holding may begin.</param>
/// <param name="Edtf">The date of the claim it begins with.</param>
/// <param name="Claims">The claims it rests on, strongest first.</param>
/// <param name="Dissent">Claims that say otherwise and were not followed; shown beside it.</param>
/// <param name="Rule">The rule by which it stands.</param>
public sealed record Holding(IReadOnlyList<string> Holders, Posture Posture, int MayFrom, int SureFrom, string Edtf,
    IReadOnlyList<ControlClaim> Claims, IReadOnlyList<ControlClaim> Dissent, ControlRule Rule);

/// <summary>What is known of a place on one day.</summary>
/// <param name="Now">The last holding that may have begun.</param>
/// <param name="Perhaps">The holding before it, while it is not certain that it has ended; null if there is none.</param>
/// <param name="Certain">False between the earliest and the latest day of the change.</param>
public sealed record Answer(Holding Now, Holding? Perhaps, bool Certain)
{
    /// <summary>Everyone who holds the place on the day, certainly or perhaps.</summary>
    public IEnumerable<string> Holders => Perhaps is null ? Now.Holders : Now.Holders.Concat(Perhaps.Holders).Distinct();
}
