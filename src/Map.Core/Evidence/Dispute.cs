namespace Map.Core.Evidence;

/// <summary>
/// When an event counts as disputed, in one place for the list, the filters and the files: two claims or more answer the same question about it,
/// or a claim denies it. What only one source says, and nobody denies, is not disputed.
/// </summary>
public static class Dispute
{
    /// <summary>Claims on one field compete from this many on.</summary>
    public const int Competing = 2;

    /// <param name="claims">The claims of one event: what each is about, and whether it denies.</param>
    public static bool Is(IEnumerable<(string Field, bool Denies)> claims)
    {
        var fields = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (field, denies) in claims)
            if (denies || !fields.Add(field))
                return true;
        return false;
    }
}
