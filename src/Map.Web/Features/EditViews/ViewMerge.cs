using System.Globalization;
using Map.Core.Events;
using Map.Core.Views;
using Map.Web.Drafts;
using Map.Web.Shared;
using Map.Web.Shared.Desk;

namespace Map.Web.Features.EditViews;

/// <summary>Puts two edits of one view together, field by field. What only one side changed stands as that side has it, unless the editor says otherwise.</summary>
internal sealed class ViewMerge : IMergeOf<ViewDraft>
{
    private readonly ViewDraft theirs;
    private readonly List<(MergeChoice Choice, Action<ViewDraft> Apply)> choices = [];

    /// <param name="seen">The view as I opened it; null where that is no longer known, and then all that differs is taken for my change.</param>
    public ViewMerge(ViewDraft? seen, ViewDraft mine, ViewDraft theirs, Language lang)
    {
        this.theirs = theirs;
        void Offer(string label, Func<ViewDraft, Held> read, Action<ViewDraft> take)
        {
            if (MergeChoice.Between(label, seen is null ? (Held?)null : read(seen), read(mine), read(theirs)) is { } choice) { choices.Add((choice, take)); }
        }
        Offer(lang.Say("Title", "العنوان"), d => d.Title.Trim(), to => to.Title = mine.Title);
        Offer(lang.Say("Title in Arabic", "العنوان بالعربية"), d => d.TitleAr.Trim(), to => to.TitleAr = mine.TitleAr);
        Offer(lang.Say("Caption", "الشرح"), d => d.Caption.Trim(), to => to.Caption = mine.Caption);
        Offer(lang.Say("Caption in Arabic", "الشرح بالعربية"), d => d.CaptionAr.Trim(), to => to.CaptionAr = mine.CaptionAr);
        Offer(lang.Say("Address", "العنوان على الشبكة"), d => d.Slug.Trim(), to => to.Slug = mine.Slug);
        Offer(lang.Say("Date and window", "التاريخ والنافذة"), d => Time(d, lang), to => (to.When, to.Window) = (mine.When, mine.Window));
        Offer(lang.Say("Looks at", "ينظر إلى"), d => d.At.Trim(), to => to.At = mine.At);
        Offer(lang.Say("Layers", "الطبقات"), d => ViewWords.Layers(ViewLayer.All.Select(it => it.Id).Where(d.Layers.Contains), lang), to => to.Layers = [.. mine.Layers]);
        Offer(lang.Say("Filters", "المرشحات"), d => d.Filters, to => to.Filters = mine.Filters);
        Offer(lang.Say("Language", "اللغة"), d => ViewWords.Language(d.Language, lang), to => to.Language = mine.Language);
        Offer(lang.Say("Theme", "المظهر"), d => ViewWords.Theme(d.Theme, lang), to => to.Theme = mine.Theme);
        Offer(lang.Say("Left out of the embed", "غير ظاهر في التضمين"), d => ViewWords.Hidden(ViewControl.All.Select(it => it.Id).Where(d.Hidden.Contains), lang), to => to.Hidden = [.. mine.Hidden]);
        Offer(lang.Say("Names left out", "أسماء مخفية"), d => string.Join(lang.Say(", ", "، "), d.Unnamed.Select(place => place.Name)), to => to.Unnamed = DraftJson.Copy(mine).Unnamed);
        Offer(lang.Say("Own colours", "ألوان خاصة"), d => string.Join(lang.Say(", ", "، "), d.Colours.Select(own => $"{ViewWords.Holder(own.Holder, lang)} {own.Colour}")), to => to.Colours = DraftJson.Copy(mine).Colours);
        Offer(lang.Say("Callouts", "شروح على الخريطة"), d => string.Join("\n", d.Callouts.Select(it => Callout(it, lang))), to => to.Callouts = DraftJson.Copy(mine).Callouts);
        Offer(lang.Say("Sites that may frame it", "مواقع يجوز لها تضمينه"), d => string.Join("\n", Framers.Read(d.Framers).Origins), to => to.Framers = mine.Framers);
        Offer(lang.Say("Held fast", "مثبّت"), d => ViewWords.Day(d.ReadKnownOn()?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? d.KnownOn, lang, ""), to => to.KnownOn = mine.KnownOn);
        Offer(lang.Say("Status", "الحالة"), d => EventStatus.TryGet(d.Status, out var status) ? status.Words(lang.IsArabic) : d.Status, to => to.Status = mine.Status);
    }

    public IReadOnlyList<MergeChoice> Choices => [.. choices.Select(it => it.Choice)];

    public ViewDraft Theirs => DraftJson.Copy(theirs);

    /// <summary>Their view with my choices in it, ready to be saved over theirs.</summary>
    public ViewDraft Merged(string reason)
    {
        var merged = DraftJson.Copy(theirs);
        foreach (var (_, apply) in choices.Where(it => it.Choice.TakeMine)) { apply(merged); }
        merged.Reason = reason;
        return merged;
    }

    private static string Time(ViewDraft draft, Language lang)
    {
        var (day, window) = draft.ReadTime();
        var last = day is { } known ? ViewWords.Day(known.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), lang, "") : draft.When.Length > 0 ? draft.When : lang.Say("the last day with data", "آخر يوم فيه بيانات");
        return $"{last}{lang.Say(", ", "، ")}{ViewWords.Window(window, lang)}";
    }

    private static string Callout(DraftCallout it, Language lang) => string.Join(" / ", new[] { it.Text.Trim(), it.TextAr.Trim() }.Where(text => text.Length > 0))
        + $" ({it.At.Trim()}{lang.Say(", ", "، ")}{CalloutSide.All.FirstOrDefault(side => side.Id == it.Side)?.Words(lang.IsArabic) ?? it.Side})";
}
