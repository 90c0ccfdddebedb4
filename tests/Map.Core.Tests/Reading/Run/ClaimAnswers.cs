using Map.Core.Events;

namespace Map.Core.Tests.Reading;

/// <summary>What is compared of one claim: on which field, who says it, and whether it denies. In which words is an editor's own.</summary>
/// <param name="Who">Key of a known actor; <see cref="Author"/> for the article's own voice; <see cref="InWords"/> for whoever is only described, however that is worded.</param>
internal sealed record ClaimAnswer(string Field, string Who, bool Denies)
{
    public const string Author = "the author";
    public const string InWords = "in words";

    public static ClaimAnswer Of(string field, string? claimant, string? words, bool denies) =>
        new(field, claimant is { Length: > 0 } key ? key : words is { Length: > 0 } && !words.StartsWith("the article's author", StringComparison.Ordinal) ? InWords : Author, denies);
}

/// <summary>How the claims of a proposal become those that ship: as they are, with another field or claimant, added, or taken away.</summary>
internal sealed record ClaimSteps(int Kept, int Corrected, int Added, int Removed)
{
    public static ClaimSteps Of(IEnumerable<ClaimAnswer> proposed, IEnumerable<ClaimAnswer> wanted)
    {
        var (left, missing) = (proposed.ToList(), wanted.ToList());
        var kept = missing.RemoveAll(left.Remove);
        var corrected = missing.RemoveAll(one => left.Find(other => (other.Who == one.Who && other.Denies == one.Denies) || (other.Field == one.Field && other.Denies == one.Denies)) is { } near && left.Remove(near));
        return new(kept, corrected, missing.Count, left.Count);
    }
}
