namespace Map.Web.Shared.Desk;

/// <summary>One difference between what I typed and what somebody saved meanwhile, and which of the two is to stand.</summary>
/// <param name="bothChanged">True where neither says what was there before: nobody but a person can tell which is to stand.</param>
public sealed class MergeChoice(string label, string mine, string theirs, bool takeMine, bool bothChanged = false)
{
    public string Label { get; } = label;
    public string Mine { get; } = mine;
    public string Theirs { get; } = theirs;
    public bool TakeMine { get; set; } = takeMine;
    public bool BothChanged { get; } = bothChanged;
}
