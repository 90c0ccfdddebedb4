namespace Map.Web.Shared.Desk;

/// <summary>A merge of what I typed with what somebody saved meanwhile.</summary>
public interface IMergeOf<out TDraft>
{
    IReadOnlyList<MergeChoice> Choices { get; }

    /// <summary>The record as somebody saved it meanwhile.</summary>
    TDraft Theirs { get; }

    /// <summary>Theirs with my choices in it, ready to be saved over theirs.</summary>
    TDraft Merged(string reason);
}

/// <summary>The form of a record that has a history, and that somebody else may save while it is open here.</summary>
public abstract class HistoryForm<TDraft> : DraftForm<TDraft> where TDraft : class
{
    protected IReadOnlyList<HistoryLine> History { get; set; } = [];
    protected IMergeOf<TDraft>? Merge { get; set; }
    protected abstract string Reason { get; }

    protected abstract Task SaveAsync();

    protected async Task SaveMergeAsync()
    {
        var merged = Merge!.Merged(Reason);
        // Whoever saves next meets both: what stands in the record now is what this was made from.
        Seen = Merge.Theirs;
        await UseAsync(merged);
        Merge = null;
        await SaveAsync();
    }
}
