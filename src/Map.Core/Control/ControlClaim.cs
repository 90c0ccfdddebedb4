using Map.Core.Time;

namespace Map.Core.Control;

/// <summary>One cited statement that a place is held from a day on.</summary>
/// <param name="Key">The claim's stable id.</param>
/// <param name="Holders">Holder ids, the larger share first.</param>
/// <param name="Edtf">The date as EDTF, for people.</param>
/// <param name="EarliestDay">First day from which it may hold, days since 1970-01-01; <see cref="Days.OpenStart"/> if open.</param>
/// <param name="LatestDay">Day from which it certainly holds; <see cref="Days.OpenEnd"/> if open.</param>
/// <param name="Reliability">Admiralty letter of the source, A–F.</param>
/// <param name="Credibility">Admiralty digit of the claim, 1–6.</param>
/// <param name="DescribesState">True if it says how things stood when its source was written, not that they changed then: see <see cref="ControlRules.DescribesState"/>.</param>
/// <param name="Source">The stable id of the source; empty if unknown, then it is like no other.</param>
/// <param name="Side">Holders whose side the source takes; null or empty if it is neutral, or nothing is known.</param>
/// <param name="AgainstSide">What the editor says of it: true if it speaks against its source's own side, false if for it; null leaves that to <see cref="Side"/>.</param>
public sealed record ControlClaim(string Key, IReadOnlyList<string> Holders, Posture Posture, string Edtf, int EarliestDay, int LatestDay,
    char Reliability = 'F', int Credibility = 6, bool DescribesState = false, string Source = "", IReadOnlyList<string>? Side = null, bool? AgainstSide = null);
