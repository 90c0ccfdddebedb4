namespace Map.Core.Events;

/// <summary>Where something can be read, as a form holds it: a source that is known, or one added in place.</summary>
public interface ISourceAsChosen
{
    /// <summary>Id of a known source; null where <see cref="NewSource"/> is filled in.</summary>
    long? SourceId { get; set; }

    /// <summary>Key of a known source; blank where the id names it.</summary>
    string SourceKey { get; set; }

    /// <summary>A source added in place.</summary>
    DraftSource? NewSource { get; set; }
}
