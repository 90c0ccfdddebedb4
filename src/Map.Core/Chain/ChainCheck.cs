namespace Map.Core.Chain;

/// <summary>A line of the history as it stands in the tables.</summary>
public sealed record ChainLine(RevisionFacts Facts, string? Old, string? New, string? Why, string? Who, byte[]? Salt, byte[] Digest, byte[] Hash);

public enum ChainFault
{
    /// <summary>A value is not of the kind that stands there.</summary>
    Unreadable,
    /// <summary>It has no hash: it was written past the gate.</summary>
    Unsealed,
    /// <summary>It is not there, but the next one was sealed over it.</summary>
    Missing,
    /// <summary>What it is of, when it was made, its place in the order, its digest or its hash is another.</summary>
    Changed,
    /// <summary>Old, new, why or who is another.</summary>
    TextChanged,
    /// <summary>Its texts are gone, and no erasure tells of it.</summary>
    TextGone,
    /// <summary>There is text where an erasure left none.</summary>
    TextAdded,
    /// <summary>The history ends before the head that was kept.</summary>
    Cut,
    /// <summary>At the number of the head that was kept stands another hash: the whole was made anew.</summary>
    OtherHead,
}

/// <param name="Number">The line that is bad or missing.</param>
/// <param name="Line">What stands there; null where nothing does, or it cannot be read.</param>
/// <param name="Last">Of several missing in a row the last one.</param>
public sealed record ChainFinding(long Number, ChainFault Fault, RevisionFacts? Line = null, long? Last = null);

/// <param name="First">The first bad line; null where all is well.</param>
/// <param name="Bad">How many lines, or stretches of missing ones, were found bad.</param>
/// <param name="EarlierThanBefore">Numbers of lines that are dated before the line they follow: a clock was set back.</param>
public sealed record ChainReport(long Lines, long Erasures, long ErasedLines, ChainHead? Head, ChainFinding? First, int Bad, IReadOnlyList<long> EarlierThanBefore);

public sealed record ChainHead(long Number, byte[] Hash, DateTime At);

/// <summary>Walks the chain from its beginning. After a bad line it goes on from the hash that stands there, so that one fault is counted once.</summary>
public sealed class ChainCheck
{
    private readonly List<ChainFinding> found = [];
    private readonly List<RevisionFacts> emptied = [];
    private readonly List<(long From, long To, long By)> erased = [];
    private readonly List<long> early = [];
    private readonly (long Number, byte[] Hash)? kept;
    private byte[] before = RevisionChain.Beginning;
    private byte[]? atKept;
    private long number, lines, erasures;
    private DateTime? at;

    /// <param name="kept">A head that was kept elsewhere.</param>
    public ChainCheck((long Number, byte[] Hash)? kept = null) => this.kept = kept;

    /// <summary>Lines in the order of their numbers.</summary>
    public void Take(ChainLine line)
    {
        lines++;
        var facts = line.Facts;
        if (line.Hash.Length == 0) found.Add(new(facts.Number, ChainFault.Unsealed, facts));
        else if (!line.Hash.AsSpan().SequenceEqual(RevisionChain.Hash(before, facts, line.Digest)))
            found.Add(facts.Number > number + 1 ? new(number + 1, ChainFault.Missing, Last: facts.Number - 1) : new(facts.Number, ChainFault.Changed, facts));
        TakeTexts(line);
        if (facts.At < at) early.Add(facts.Number);
        if (facts.Number == kept?.Number) atKept = line.Hash;
        (number, before, at) = (facts.Number, line.Hash, facts.At);
    }

    /// <summary>A line that holds what cannot stand there. What follows it cannot be judged by it: its hash is taken as it is.</summary>
    public void TakeUnreadable(long bad, byte[]? hash)
    {
        lines++;
        found.Add(new(bad, ChainFault.Unreadable));
        (number, before) = (bad, hash ?? before);
    }

    public ChainReport Report()
    {
        foreach (var line in emptied)
            if (!erased.Exists(it => line.Number >= it.From && line.Number <= it.To && line.Number < it.By)) found.Add(new(line.Number, ChainFault.TextGone, line));
        if (kept is { } head)
        {
            if (atKept is null) found.Add(head.Number > number ? new(number + 1, ChainFault.Cut, Last: head.Number) : new(head.Number, ChainFault.Missing));
            else if (!atKept.AsSpan().SequenceEqual(head.Hash)) found.Add(new(head.Number, ChainFault.OtherHead));
        }
        // Where the whole was made anew every line follows from the one before: the head is all that tells, and a fault in a line tells more.
        return new(lines, erasures, emptied.Count, lines == 0 ? null : new(number, before, at ?? default), found.OrderBy(it => it.Fault == ChainFault.OtherHead).ThenBy(it => it.Number).FirstOrDefault(), found.Count, early);
    }

    private void TakeTexts(ChainLine line)
    {
        var facts = line.Facts;
        if (line.Salt is null)
        {
            if (line.Old is not null || line.New is not null || line.Why is not null) found.Add(new(facts.Number, ChainFault.TextAdded, facts));
            else if (line.Hash.Length > 0) emptied.Add(facts);
            return;
        }
        if (!line.Digest.AsSpan().SequenceEqual(RevisionChain.Digest(line.Salt, line.Old, line.New, line.Why, line.Who)))
        {
            // A digest that was changed itself makes another hash, and that is told already.
            if (found.Count == 0 || found[^1].Number != facts.Number) found.Add(new(facts.Number, ChainFault.TextChanged, facts));
        }
        else if (facts.Field == ErasedLines.Field)
        {
            erasures++;
            erased.AddRange(ErasedLines.Read(line.New).Select(it => (it.From, it.To, facts.Number)));
        }
    }
}
