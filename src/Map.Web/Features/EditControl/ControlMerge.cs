using Map.Core.Control;
using Map.Core.Events;
using Map.Core.Evidence;
using Map.Core.Time;
using Map.Web.Drafts;
using Map.Web.Shared;
using Map.Web.Shared.Desk;

namespace Map.Web.Features.EditControl;

/// <summary>Puts two edits of one control claim together, field by field. What only one side changed stands as that side has it, unless the editor says otherwise.</summary>
internal sealed class ControlMerge : IMergeOf<ClaimSheet>
{
    private readonly ClaimSheet theirs;
    private readonly List<(MergeChoice Choice, Action<ClaimSheet> Apply)> choices = [];

    /// <param name="seen">The claim as I opened it; null where that is no longer known, and then all that differs is taken for my change.</param>
    public ControlMerge(ClaimSheet? seen, ClaimSheet mine, ClaimSheet theirs, NamedThings names, Language lang)
    {
        this.theirs = theirs;
        void Offer(string label, Func<ClaimSheet, Held> read, Action<ClaimSheet> take)
        {
            if (MergeChoice.Between(label, seen is null ? (Held?)null : read(seen), read(mine), read(theirs)) is { } choice) { choices.Add((choice, take)); }
        }
        var line = mine.Lines[0];
        static ClaimDraft Of(ClaimSheet sheet) => sheet.Lines[0];
        Offer(lang.Say("Place", "المكان"), s => new(Of(s).PlaceName.Trim(), Of(s).PlaceKey), to => (Of(to).PlaceKey, Of(to).PlaceName) = (line.PlaceKey, line.PlaceName));
        Offer(lang.Say("Held by", "بيد"), s => HolderWords.Of(HolderWords.Read(Of(s).Holders, []).Ids, lang.IsArabic), to => Of(to).Holders = line.Holders);
        Offer(lang.Say("How", "كيف"), s => Postures.TryParse(Of(s).Posture, out var way) ? way.Words(lang.IsArabic) : Of(s).Posture, to => Of(to).Posture = line.Posture);
        Offer(lang.Say("From", "منذ"), s => s.ReadSpan(Of(s)) is { } span ? $"{DateWords.Of(span, lang.IsArabic)} ({span.Edtf})" : Of(s).DateText, to =>
        {
            (Of(to).DateText, Of(to).DateChoice, Of(to).SourcePhrase) = (line.DateText, line.DateChoice, line.SourcePhrase);
            to.DateAnchor = mine.DateAnchor;
        });
        Offer(lang.Say("The report's own words", "كلمات التقرير نفسها"), s => Of(s).Quote.Trim(), to => Of(to).Quote = line.Quote);
        Offer(lang.Say("Credibility", "المصداقية"), s => Of(s).Credibility is >= 1 and <= 6 and var digit ? $"{digit} {GradeWords.Of((Credibility)digit, lang.IsArabic)}" : "", to => Of(to).Credibility = line.Credibility);
        Offer(lang.Say("Note", "ملاحظة"), s => Of(s).Note.Trim(), to => Of(to).Note = line.Note);
        Offer(lang.Say("Reported by", "نقله"), s => Of(s).ReportedBy.Trim(), to => Of(to).ReportedBy = line.ReportedBy);
        Offer(lang.Say("And its source's own side", "وجانب المصدر نفسه"), s => Of(s).AgainstSide switch { "yes" => lang.Say("speaks against it", "يتكلم ضده"), "no" => lang.Say("speaks for it", "يتكلم لصالحه"), _ => "" }, to => Of(to).AgainstSide = line.AgainstSide);
        Offer(lang.Say("Source", "المصدر"), s => new(s.NewSource?.Title ?? names.Source(s.SourceId)?.Title ?? (s.SourceId is { } id ? $"#{id}" : ""), $"{s.SourceId}"), to => (to.SourceId, to.SourceKey, to.NewSource) = (mine.SourceId, mine.SourceKey, mine.NewSource));
        Offer(lang.Say("Status", "الحالة"), s => EventStatus.TryGet(s.Status, out var status) ? status.Words(lang.IsArabic) : s.Status, to => to.Status = mine.Status);
    }

    public IReadOnlyList<MergeChoice> Choices => [.. choices.Select(it => it.Choice)];

    public ClaimSheet Theirs => DraftJson.Copy(theirs);

    /// <summary>Their claim with my choices in it, ready to be saved over theirs.</summary>
    public ClaimSheet Merged(string reason)
    {
        var merged = DraftJson.Copy(theirs);
        foreach (var (_, apply) in choices.Where(it => it.Choice.TakeMine)) { apply(merged); }
        merged.Reason = reason;
        return merged;
    }
}
