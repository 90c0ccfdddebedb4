using Microsoft.AspNetCore.Components;

namespace Map.Web.Shared.Desk;

/// <summary>
/// The form of a record that others rest on, such as an actor or a source: readers see it once it is saved, or once somebody has approved it; a new one goes on as the form of the
/// recorded one, and it is deleted only where nothing uses it.
/// </summary>
/// <typeparam name="TUses">Where it is used.</typeparam>
public abstract class UsedRecordForm<TDraft, TUses> : SubmittedForm<TDraft> where TDraft : class where TUses : class
{
    /// <summary>The record to change; null for a new one.</summary>
    [Parameter] public long? Id { get; set; }
    /// <summary>The id of a new record's draft.</summary>
    [Parameter] public string? Sheet { get; set; }
    /// <summary>True where this form follows upon the one it was recorded with.</summary>
    [Parameter] public bool JustSaved { get; set; }

    /// <summary>What stood in the way of deleting it.</summary>
    protected TUses? RefusedBy { get; set; }
    /// <summary>The address of the list it stands in.</summary>
    protected abstract string ListAddress { get; }
    protected abstract string SavedWords { get; }

    /// <summary>Deletes it where nothing uses it, or proposes that; otherwise says what does.</summary>
    protected abstract Task<(TUses? RefusedBy, bool Waits)> RemoveAsync(Editor now, string reason);

    protected override async Task OnInitializedAsync()
    {
        await base.OnInitializedAsync();
        if (JustSaved) { Saved = Recorded is null || IsPublic ? SavedWords : SentWords; }
    }

    /// <param name="review">What waits of it; null where it is public.</param>
    protected async Task GoOnAsync(long id, long? review)
    {
        if (Id is null)
        {
            await ForgetAsync();
            // The whole page anew: from now on it is the form of a recorded one.
            Leave(Lang.Link($"{ListAddress}/{id}?saved=1"));
            return;
        }
        await StartOverAsync();
        Saved = review is null ? SavedWords : SentWords;
    }

    protected async Task DeleteAsync(string reason)
    {
        if (IsBusy || await MayAsync() is not { } now) { return; }
        await GuardedAsync(async () =>
        {
            (RefusedBy, var waits) = await RemoveAsync(now, reason);
            if (RefusedBy is not null) { return; }
            if (waits)
            {
                await StartOverAsync();
                Saved = DeletionSentWords;
                return;
            }
            await ForgetAsync();
            Leave(Lang.Link(ListAddress));
        });
    }
}
