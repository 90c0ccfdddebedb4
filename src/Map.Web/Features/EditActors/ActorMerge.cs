using System.Globalization;
using Map.Core.Actors;
using Map.Web.Drafts;
using Map.Web.Shared;
using Map.Web.Shared.Desk;

namespace Map.Web.Features.EditActors;

/// <summary>Puts two edits of one actor together, field by field. What only one side changed stands as that side has it, unless the editor says otherwise.</summary>
internal sealed class ActorMerge : IMergeOf<ActorDraft>
{
    private readonly ActorDraft theirs;
    private readonly Language lang;
    private readonly List<(MergeChoice Choice, Action<ActorDraft> Apply)> choices = [];

    /// <param name="seen">The actor as I opened it; null where that is no longer known, and then all that differs is taken for my change.</param>
    public ActorMerge(ActorDraft? seen, ActorDraft mine, ActorDraft theirs, Language lang)
    {
        (this.theirs, this.lang) = (theirs, lang);
        void Text(string label, Func<ActorDraft, string> read, Action<ActorDraft> take) => Offer(label, seen is null ? (Held?)null : new Held(read(seen)), read(mine), read(theirs), take);
        Text(lang.Say("Name", "الاسم"), d => d.Name.Trim(), to => to.Name = mine.Name);
        Text(lang.Say("Name in Arabic", "الاسم بالعربية"), d => d.NameAr.Trim(), to => to.NameAr = mine.NameAr);
        Text(lang.Say("Kind", "النوع"), d => ActorKind.TryGet(d.Kind, out var kind) ? kind.Words(lang.IsArabic) : d.Kind, to => to.Kind = mine.Kind);
        Text(lang.Say("Counts for", "تُحسب على"), d => d.Holder, to => to.Holder = mine.Holder);
        Text(lang.Say("Existed", "وُجدت"), d => d.ReadValid()?.Edtf ?? d.Valid.Trim(), to => to.Valid = mine.Valid);
        Text(lang.Say("Note", "ملاحظة"), d => d.Note.Trim(), to => to.Note = mine.Note);
        Text(lang.Say("Private note", "ملاحظة خاصة"), d => d.PrivateNote.Trim(), to => to.PrivateNote = mine.PrivateNote);
        Rows(lang.Say("Name", "الاسم"), seen, mine, d => d.Names, name => name.RowId, name => name.IsBlank, Words);
        Rows(lang.Say("Relation", "العلاقة"), seen, mine, d => d.Relations, tie => tie.RowId, tie => tie.IsBlank, Words);
    }

    public IReadOnlyList<MergeChoice> Choices => [.. choices.Select(it => it.Choice)];

    public ActorDraft Theirs => DraftJson.Copy(theirs);

    /// <summary>Their actor with my choices in it, ready to be saved over theirs.</summary>
    public ActorDraft Merged(string reason)
    {
        var merged = DraftJson.Copy(theirs);
        foreach (var (_, apply) in choices.Where(it => it.Choice.TakeMine)) { apply(merged); }
        merged.Reason = reason;
        return merged;
    }

    private void Offer(string label, Held? seen, Held mine, Held theirs, Action<ActorDraft> apply)
    {
        if (MergeChoice.Between(label, seen, mine, theirs) is { } choice) { choices.Add((choice, apply)); }
    }

    /// <summary>Rows are told apart by what they are recorded as; a row that one side added is kept.</summary>
    private void Rows<TRow>(string what, ActorDraft? seen, ActorDraft mine, Func<ActorDraft, List<TRow>> of, Func<TRow, long?> idOf, Func<TRow, bool> isBlank, Func<TRow, Held> words) where TRow : class
    {
        foreach (var id in of(mine).Concat(of(theirs)).Select(idOf).OfType<long>().Distinct())
        {
            TRow? Of(ActorDraft? draft) => draft is null ? null : of(draft).Find(row => idOf(row) == id);
            var (here, there, then) = (Of(mine), Of(theirs), Of(seen));
            if (here is null && seen is not null && then is null) { continue; } // theirs alone, added meanwhile: it stays
            Offer($"{what} “{Shortened(words((there ?? here)!).Words)}”", then is null ? "" : words(then), here is null ? "" : words(here), there is null ? "" : words(there), merged =>
            {
                var at = of(merged).FindIndex(row => idOf(row) == id);
                if (at >= 0 && here is not null) { of(merged)[at] = here; }
                else if (at >= 0) { of(merged).RemoveAt(at); }
                // Taken away by them and kept by me: it is recorded anew.
                else if (here is not null) { of(merged).Add(Anew(here)); }
            });
        }

        foreach (var added in of(mine).Where(row => idOf(row) is null && !isBlank(row)))
        {
            Offer($"{what} “{Shortened(words(added).Words)}”", "", words(added), "", merged => of(merged).Add(added));
        }
    }

    private static TRow Anew<TRow>(TRow row) where TRow : class
    {
        var copy = DraftJson.Copy(row);
        if (copy is DraftName name) { name.RowId = null; }
        if (copy is DraftRelation tie) { (tie.RowId, tie.Key) = (null, new DraftRelation().Key); }
        return copy;
    }

    private static Held Words(DraftName name) => string.Join(" · ", new[] { name.Name.Trim(), name.Language, name.ReadValid()?.Edtf ?? name.Valid.Trim() }.Where(part => part.Length > 0));

    private Held Words(DraftRelation tie) => new(string.Join(" · ", new[]
    {
        (RelationKind.TryGet(tie.Kind, out var kind) ? kind.Words(lang.IsArabic) : tie.Kind) + " " + tie.ToName, tie.ReadSpan()?.Edtf ?? tie.DateText, tie.Claimant,
        tie.SourceId is { } source ? $"#{source}" : tie.NewSource?.Title, tie.Credibility.ToString(CultureInfo.InvariantCulture), tie.Note,
    }.Where(part => !string.IsNullOrWhiteSpace(part))), $"{tie.ToId}");

    private static string Shortened(string words) => words.Length <= 40 ? words : words[..40] + "…";
}
