using Map.Core.Control;
using Map.Core.Evidence;
using Map.Core.Sources;
using Map.Web.Drafts;
using Map.Web.Shared;
using Map.Web.Shared.Desk;

namespace Map.Web.Features.EditSources;

/// <summary>Puts two edits of one source together, field by field. What only one side changed stands as that side has it, unless the editor says otherwise.</summary>
internal sealed class SourceMerge : IMergeOf<SourceSheet>
{
    private readonly SourceSheet theirs;
    private readonly List<(MergeChoice Choice, Action<SourceSheet> Apply)> choices = [];

    /// <param name="seen">The source as I opened it; null where that is no longer known, and then all that differs is taken for my change.</param>
    public SourceMerge(SourceSheet? seen, SourceSheet mine, SourceSheet theirs, Language lang)
    {
        this.theirs = theirs;
        void Offer(string label, Func<SourceSheet, Held> read, Action<SourceSheet> take)
        {
            if (MergeChoice.Between(label, seen is null ? (Held?)null : read(seen), read(mine), read(theirs)) is { } choice) { choices.Add((choice, take)); }
        }
        var own = mine.Source;
        Offer(lang.Say("Title of the source", "عنوان المصدر"), s => s.Source.Title.Trim(), to => to.Source.Title = own.Title);
        Offer(lang.Say("Outlet", "الجهة الناشرة"), s => s.Source.Outlet.Trim(), to => to.Source.Outlet = own.Outlet);
        Offer(lang.Say("Author", "الكاتب"), s => s.Source.Author.Trim(), to => to.Source.Author = own.Author);
        Offer(lang.Say("Web address", "العنوان على الشبكة"), s => s.Source.Url.Trim(), to => to.Source.Url = own.Url);
        Offer(lang.Say("Published", "تاريخ النشر"), s => Core.Time.DatePhrase.Read(s.Source.Published, null).Readings is [var only] ? only.Edtf : s.Source.Published.Trim(), to => to.Source.Published = own.Published);
        Offer(lang.Say("Language code", "رمز اللغة"), s => s.Source.Language, to => to.Source.Language = own.Language);
        Offer(lang.Say("Reliability", "الموثوقية"), s => Enum.TryParse<Reliability>(s.Source.Reliability, out var letter) ? $"{letter} {GradeWords.Of(letter, lang.IsArabic)}" : "", to => to.Source.Reliability = own.Reliability);
        Offer(lang.Say("Kind", "النوع"), s => SourceKinds.Words(s.Source.Kind, lang), to => to.Source.Kind = own.Kind);
        Offer(lang.Say("Licence", "الترخيص"), s => s.Source.Licence.Trim(), to => to.Source.Licence = own.Licence);
        Offer(lang.Say("Whose side it takes", "الجانب الذي يأخذه"), s => HolderWords.Of(s.ReadSide(), lang.IsArabic), to => to.Side = mine.Side);
        Offer(lang.Say("Why", "السبب"), s => s.SideReason.Trim(), to => to.SideReason = mine.SideReason);
        Offer(lang.Say("Why, in Arabic", "السبب بالعربية"), s => s.SideReasonAr.Trim(), to => to.SideReasonAr = mine.SideReasonAr);
        Offer(lang.Say("Rests on", "يستند إلى"), s => new(string.Join(" · ", s.Cites.Select(cited => cited.Title)), string.Join("+", s.Cites.Select(cited => cited.Key))), to => to.Cites = mine.Cites);
        Offer(lang.Say("Archived copy", "النسخة المؤرشفة"), s => s.ArchiveUrl.Trim(), to => to.ArchiveUrl = mine.ArchiveUrl);
        Offer(lang.Say("Copy kept here", "النسخة المحفوظة هنا"), s => s.ArchiveSha256, to => to.ArchiveSha256 = mine.ArchiveSha256);
        Offer(lang.Say("Private note", "ملاحظة خاصة"), s => s.PrivateNote.Trim(), to => to.PrivateNote = mine.PrivateNote);
    }

    public IReadOnlyList<MergeChoice> Choices => [.. choices.Select(it => it.Choice)];

    public SourceSheet Theirs => DraftJson.Copy(theirs);

    /// <summary>Their source with my choices in it, ready to be saved over theirs.</summary>
    public SourceSheet Merged(string reason)
    {
        var merged = DraftJson.Copy(theirs);
        foreach (var (_, apply) in choices.Where(it => it.Choice.TakeMine)) { apply(merged); }
        merged.Reason = reason;
        return merged;
    }
}
