namespace Map.Core.Places;

/// <summary>How a typed name met a known one, best first.</summary>
public enum MatchKind { Exact, Folded, Skeleton, Start, Word, LooseSkeleton, SkeletonStart, Within }

/// <summary>A known name that answers to what was typed, so that a list can say which spelling it found.</summary>
/// <param name="Name">The known name as it is written.</param>
/// <param name="Kind">How close it is.</param>
public sealed record NameMatch(string Name, MatchKind Kind)
{
    /// <summary>How a typed text meets one name; null where it does not.</summary>
    public static MatchKind? Compare(string? typed, string? name)
    {
        var query = new NameQuery(typed);
        return query.Compare(name);
    }

    /// <summary>The best of several names of one thing; null where none meets.</summary>
    public static NameMatch? Best(string? typed, IEnumerable<string> names) => new NameQuery(typed).Best(names);
}

/// <summary>A typed name, its keys worked out once for many comparisons.</summary>
public sealed class NameQuery
{
    private readonly string typed;
    private readonly string folded;

    public NameQuery(string? typed)
    {
        this.typed = (typed ?? "").Trim();
        folded = NameKey.Fold(this.typed);
        Key = NameKey.Of(this.typed);
        StartKey = NameKey.OfStart(this.typed);
    }

    /// <summary>What a whole name's key must equal.</summary>
    public string Key { get; }

    /// <summary>What a longer name's key must begin with, or hold.</summary>
    public string StartKey { get; }

    /// <summary>How the typed text meets a name; null where it does not.</summary>
    public MatchKind? Compare(string? name)
    {
        if (Key.Length == 0 || string.IsNullOrEmpty(name))
        {
            return null;
        }

        if (typed == name)
        {
            return MatchKind.Exact;
        }

        var nameFolded = NameKey.Fold(name);
        if (folded == nameFolded)
        {
            return MatchKind.Folded;
        }

        var nameKey = NameKey.Of(name);
        var sameKey = nameKey == Key;
        if (sameKey && IsClose(folded, nameFolded))
        {
            return MatchKind.Skeleton;
        }

        return folded.Length > 1 && nameFolded.StartsWith(folded, StringComparison.Ordinal) ? MatchKind.Start
            : folded.Length > 2 && nameFolded.Contains(" " + folded, StringComparison.Ordinal) ? MatchKind.Word
            : sameKey ? MatchKind.LooseSkeleton
            : nameKey.StartsWith(StartKey, StringComparison.Ordinal) && StartKey.Length > 1 ? MatchKind.SkeletonStart
            : StartKey.Length > 2 && nameKey.Contains(StartKey, StringComparison.Ordinal) ? MatchKind.Within
            : null;
    }

    /// <summary>The best of several names of one thing; null where none meets.</summary>
    public NameMatch? Best(IEnumerable<string> names)
    {
        NameMatch? best = null;
        foreach (var name in names)
        {
            if (Compare(name) is { } kind && (best is null || kind < best.Kind))
            {
                best = new NameMatch(name, kind);
            }
        }

        return best;
    }

    /// <summary>Two spellings of one skeleton are close when they are of different scripts, or at most a third of their letters differ.</summary>
    private static bool IsClose(string left, string right)
    {
        if (left.Any(PlainLetters.IsArabic) != right.Any(PlainLetters.IsArabic))
        {
            return true;
        }

        var (a, b) = (left.Replace(" ", "", StringComparison.Ordinal), right.Replace(" ", "", StringComparison.Ordinal));
        return Distance(a, b) <= Math.Max(1, Math.Max(a.Length, b.Length) / 3);
    }

    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j - 1], above) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[right.Length];
    }
}
