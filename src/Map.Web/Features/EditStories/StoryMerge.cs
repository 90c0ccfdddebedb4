using Map.Core.Events;
using Map.Core.Stories;
using Map.Web.Drafts;
using Map.Web.Shared;
using Map.Web.Shared.Desk;

namespace Map.Web.Features.EditStories;

/// <summary>Puts two edits of one story together, field by field and chapter by chapter. What only one side changed stands as that side has it, unless the editor says otherwise.</summary>
internal sealed class StoryMerge : IMergeOf<StoryDraft>
{
    private readonly StoryDraft theirs;
    private readonly List<(MergeChoice Choice, Action<StoryDraft> Apply)> choices = [];

    /// <param name="seen">The story as I opened it; null where that is no longer known, and then all that differs is taken for my change.</param>
    public StoryMerge(StoryDraft? seen, StoryDraft mine, StoryDraft theirs, Language lang)
    {
        this.theirs = theirs;
        void Offer(string label, Func<StoryDraft, Held> read, Action<StoryDraft> take)
        {
            if (MergeChoice.Between(label, seen is null ? (Held?)null : read(seen), read(mine), read(theirs)) is { } choice) { choices.Add((choice, take)); }
        }
        Offer(lang.Say("Title", "العنوان"), d => d.Title.Trim(), to => to.Title = mine.Title);
        Offer(lang.Say("Title in Arabic", "العنوان بالعربية"), d => d.TitleAr.Trim(), to => to.TitleAr = mine.TitleAr);
        Offer(lang.Say("Summary", "الملخص"), d => d.Summary.Trim(), to => to.Summary = mine.Summary);
        Offer(lang.Say("Summary in Arabic", "الملخص بالعربية"), d => d.SummaryAr.Trim(), to => to.SummaryAr = mine.SummaryAr);
        Offer(lang.Say("Author line", "سطر الكاتب"), d => d.Byline.Trim(), to => to.Byline = mine.Byline);
        Offer(lang.Say("Author line in Arabic", "سطر الكاتب بالعربية"), d => d.BylineAr.Trim(), to => to.BylineAr = mine.BylineAr);
        Offer(lang.Say("Address", "العنوان على الشبكة"), d => d.Slug.Trim(), to => to.Slug = mine.Slug);
        // Where none came or went, each chapter is a question of its own.
        if (mine.Chapters.Count == theirs.Chapters.Count && (seen is null || seen.Chapters.Count == mine.Chapters.Count))
        {
            for (var i = 0; i < mine.Chapters.Count; i++)
            {
                var at = i;
                Offer(lang.Say($"Chapter {at + 1}", $"الفصل {at + 1}"), d => StoryWords.Chapter(d.Chapters[at], lang), to => to.Chapters[at] = DraftJson.Copy(mine).Chapters[at]);
            }
        }
        else
        {
            Offer(lang.Say("Chapters", "الفصول"), d => string.Join("\n\n", d.Chapters.Select((it, at) => $"{at + 1}. {StoryWords.Chapter(it, lang)}")), to => to.Chapters = DraftJson.Copy(mine).Chapters);
        }
        Offer(lang.Say("Status", "الحالة"), d => EventStatus.TryGet(d.Status, out var status) ? status.Words(lang.IsArabic) : d.Status, to => to.Status = mine.Status);
    }

    public IReadOnlyList<MergeChoice> Choices => [.. choices.Select(it => it.Choice)];

    public StoryDraft Theirs => DraftJson.Copy(theirs);

    /// <summary>Their story with my choices in it, ready to be saved over theirs.</summary>
    public StoryDraft Merged(string reason)
    {
        var merged = DraftJson.Copy(theirs);
        foreach (var (_, apply) in choices.Where(it => it.Choice.TakeMine)) { apply(merged); }
        merged.Reason = reason;
        return merged;
    }
}
