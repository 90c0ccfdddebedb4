namespace Map.Web.Shared.Desk;

/// <summary>One difference between what I typed and what somebody saved meanwhile, and which of the two is to stand.</summary>
public sealed class MergeChoice(string label, string mine, string theirs, bool takeMine)
{
    public string Label { get; } = label;
    public string Mine { get; } = mine;
    public string Theirs { get; } = theirs;
    public bool TakeMine { get; set; } = takeMine;
}
