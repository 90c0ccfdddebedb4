namespace Map.Core.Control;

/// <summary>Who holds, and in which way, as far as it is drawn: two cells of one kind look alike, and no front line runs between them.</summary>
/// <param name="Posture">Holds (besieged or not), Contested or Joint.</param>
/// <param name="Holders">In the order in which the holding names them.</param>
public sealed record HoldingKind(Posture Posture, IReadOnlyList<string> Holders)
{
    /// <summary>The same for kinds that are one: the order of partners makes no difference.</summary>
    public string Key { get; } = $"{(int)Posture} {string.Join('+', Holders.Order(StringComparer.Ordinal))}";

    /// <summary>Null where nobody is known to hold the place.</summary>
    public static HoldingKind? Of(Holding holding)
    {
        var isShared = holding.Posture is Posture.Contested or Posture.Joint;
        IReadOnlyList<string> owners = holding.Posture == Posture.Left ? [] : isShared ? holding.Holders : [.. holding.Holders.Take(1)];
        return owners.Count == 0 ? null : new HoldingKind(owners.Count > 1 ? holding.Posture : Posture.Holds, owners);
    }

    public bool Equals(HoldingKind? other) => other is not null && Key == other.Key;

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);
}
