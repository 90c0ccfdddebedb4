using Map.Core.Events;

namespace Map.Web.Shared.Desk;

/// <summary>The form of a record that has a history and a status: readers see it or not, and it can be deleted and brought back.</summary>
public abstract class RecordForm<TDraft> : SubmittedForm<TDraft> where TDraft : class
{
    protected bool IsDeleted { get; set; }
    protected bool WasPublished { get; set; }

    protected abstract string Status { get; set; }
    /// <summary>Said where a published record's next version is kept and nothing has changed for readers.</summary>
    protected abstract string AsideWords { get; }
    /// <summary>True where the editor chose that somebody looks at it first.</summary>
    protected virtual bool AsksForReview => false;
    protected virtual string SecondAct => WasPublished ? Lang.Say("Keep as draft", "أبقها مسودة") : Lang.Say("Save draft", "احفظ مسودة");

    protected abstract Task RemoveAsync(Editor now, string reason);
    protected abstract Task ReturnAsync(Editor now, string reason);

    /// <summary>For a record that readers see, the status chosen says what the button does.</summary>
    protected virtual string FirstAct => (WasPublished, Status) switch
    {
        // What readers saw once and see no longer is mended without being shown.
        (false, "withdrawn") => Lang.Say("Save as withdrawn", "احفظه مسحوباً"),
        (false, _) => Lang.Say("Publish", "انشر"),
        (true, "withdrawn") => Lang.Say("Withdraw", "اسحب"),
        (true, "draft") => Lang.Say("Take off the map", "أزله عن الخريطة"),
        _ => Lang.Say("Publish changes", "انشر التغييرات"),
    };

    /// <summary>A published record stays as readers see it while its next version is a draft.</summary>
    protected async Task SaveDraftAsync()
    {
        if (IsBusy) { return; }
        if (!WasPublished)
        {
            Status = EventStatus.Draft.Id;
            await SaveAsync();
            return;
        }
        if (await MayAsync() is null) { return; }
        await GuardedAsync(async () =>
        {
            await KeepNowAsync();
            Saved = AsideWords;
        });
    }

    protected Task PublishAsync()
    {
        if (!AsksForReview && (WasPublished ? Status == EventStatus.Review.Id : Status != EventStatus.Withdrawn.Id)) { Status = EventStatus.Published.Id; }
        return SaveAsync();
    }

    protected async Task DeleteAsync(string reason)
    {
        if (IsBusy || await MayAsync() is not { } now) { return; }
        await GuardedAsync(async () =>
        {
            await RemoveAsync(now, reason);
            await StartOverAsync();
        });
    }

    protected async Task RestoreAsync()
    {
        if (IsBusy || await MayAsync() is not { } now) { return; }
        await GuardedAsync(async () =>
        {
            await ReturnAsync(now, Lang.Say("The deletion was undone.", "تم التراجع عن الحذف."));
            await StartOverAsync();
        });
    }
}
