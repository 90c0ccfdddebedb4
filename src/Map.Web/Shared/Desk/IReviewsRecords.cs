using Map.Core.Events;
using Map.Web.Data;

namespace Map.Web.Shared.Desk;

/// <summary>What the list of the queue says of one thing in it.</summary>
/// <param name="Symbol">Id of an event's type, or the name of an icon after "icon:".</param>
public sealed record QueuedName(string Title, string? TitleAr, string Symbol);

/// <summary>What an approval would let out, word for word, and what readers see now.</summary>
/// <param name="Version">Of the record, as it was read.</param>
/// <param name="Differences">Where the two differ, readers' words as theirs and the proposed ones as mine; empty for a record that nobody has seen.</param>
/// <param name="Whole">All of it as it would be.</param>
/// <param name="IsPublic">True where readers see the record now.</param>
/// <param name="Conflicts">Labels of fields that were changed since in both.</param>
/// <param name="Form">The address of the record's form, without a language.</param>
public sealed record ReviewedRecord(QueuedName Name, Guid Version, IReadOnlyList<MergeChoice> Differences, IReadOnlyList<MergeChoice> Whole, bool IsPublic, IReadOnlyList<string> Conflicts, IReadOnlyList<SourceRow> Sources, string Form)
{
    /// <summary>The ground as it would be and as it is now, well-known binary; empty for what has none.</summary>
    public IReadOnlyList<byte[]> Grounds { get; init; } = [];
    public IReadOnlyList<byte[]> GroundsNow { get; init; } = [];
    /// <summary>What it names and readers do not see yet: that is approved first.</summary>
    public IReadOnlyList<Unseen> Awaits { get; init; } = [];
}

/// <summary>How an approval of one kind of record ended.</summary>
public sealed record ReviewApplied(IReadOnlyList<FieldProblem> Problems, IReadOnlyList<string> Conflicts)
{
    public static readonly ReviewApplied Done = new([], []);
}

/// <summary>What the queue has to know of one kind of record. Page and approval put the waiting change and the record together by one rule, from the same rows.</summary>
public interface IReviewsRecords
{
    /// <summary>The table whose records it knows.</summary>
    string Table { get; }

    /// <summary>By the record's number; of those that are there.</summary>
    Task<IReadOnlyDictionary<long, QueuedName>> NamesAsync(MapDb db, IReadOnlyList<ReviewRow> reviews, CancellationToken cancel);

    /// <summary>Null where the record is gone or deleted.</summary>
    Task<ReviewedRecord?> ReadAsync(MapDb db, ReviewRow review, Language lang, CancellationToken cancel);

    /// <summary>The record's version inside a write; null where it is gone or deleted.</summary>
    Task<Guid?> VersionAsync(MapDb db, long id, CancellationToken cancel);

    /// <summary>Writes what was approved, inside the write: whoever calls has judged whether they may.</summary>
    /// <param name="why">Kept with every field.</param>
    Task<ReviewApplied> ApplyAsync(MapDb db, ReviewRow review, string why, Editor editor, bool arabic, CancellationToken cancel);
}
