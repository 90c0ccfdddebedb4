namespace Map.Web.Shared.Desk;

/// <summary>What a field holds.</summary>
/// <param name="Words">As a reader of the form sees it.</param>
/// <param name="Key">What tells it from another thing that is called alike; blank where the words are all there is.</param>
public readonly record struct Held(string Words, string Key = "")
{
    public static implicit operator Held(string words) => new(words);
}

/// <summary>One difference between what I typed and what somebody saved meanwhile, and which of the two is to stand.</summary>
/// <param name="bothChanged">True where neither says what was there before: nobody but a person can tell which is to stand.</param>
public sealed class MergeChoice(string label, string mine, string theirs, bool takeMine, bool bothChanged = false)
{
    public string Label { get; } = label;
    public string Mine { get; } = mine;
    public string Theirs { get; } = theirs;
    public bool TakeMine { get; set; } = takeMine;
    public bool BothChanged { get; } = bothChanged;

    /// <summary>Null where both hold the same. Two places of one name are not the same.</summary>
    /// <param name="seen">What was there when I opened it; null where that is no longer known, and then mine is taken for my change.</param>
    public static MergeChoice? Between(string label, Held? seen, Held mine, Held theirs) => mine == theirs
        ? null
        : new(label, Shown(mine, theirs), Shown(theirs, mine), takeMine: mine != seen, bothChanged: seen is not null && mine != seen && theirs != seen);

    private static string Shown(Held it, Held other) => it.Words == other.Words && it.Key.Length > 0 ? $"{it.Words} ({it.Key})" : it.Words;
}
