using Map.Core.Events;
using Map.Core.Places;
using Map.Web.Drafts;
using Map.Web.Shared;
using Map.Web.Shared.Desk;

namespace Map.Web.Features.EditPlaces;

/// <summary>Puts two edits of one place together, field by field. What only one side changed stands as that side has it, unless the editor says otherwise.</summary>
internal sealed class PlaceMerge : IMergeOf<PlaceDraft>
{
    private readonly PlaceDraft theirs;
    private readonly List<(MergeChoice Choice, Action<PlaceDraft> Apply)> choices = [];

    /// <param name="seen">The place as I opened it; null where that is no longer known, and then all that differs is taken for my change.</param>
    public PlaceMerge(PlaceDraft? seen, PlaceDraft mine, PlaceDraft theirs, Language lang)
    {
        this.theirs = theirs;
        void Offer(string label, Func<PlaceDraft, Held> read, Action<PlaceDraft> take)
        {
            if (MergeChoice.Between(label, seen is null ? (Held?)null : read(seen), read(mine), read(theirs)) is { } choice) { choices.Add((choice, take)); }
        }
        Offer(lang.Say("Name", "الاسم"), d => d.Name.Trim(), to => to.Name = mine.Name);
        Offer(lang.Say("Name in Arabic", "الاسم بالعربية"), d => d.NameAr.Trim(), to => to.NameAr = mine.NameAr);
        Offer(lang.Say("Kind", "النوع"), d => PlaceKind.TryGet(d.Kind, out var kind) ? kind.Words(lang.IsArabic) : d.Kind, to => to.Kind = mine.Kind);
        Offer(lang.Say("Position", "الموضع"), d => d.ReadPosition() is { } at ? $"{Coordinates.Text(at.Latitude)}, {Coordinates.Text(at.Longitude)}" : d.Coordinates.Trim(),
            to => (to.Coordinates, to.PositionConfirmed) = (mine.Coordinates, mine.PositionConfirmed));
        Offer(lang.Say("Shown to readers", "المعروض للقراء"), d => PublicPrecision.TryGet(d.PublicPrecision, out var shown) ? shown.Words(lang.IsArabic) : d.PublicPrecision, to => to.PublicPrecision = mine.PublicPrecision);
        Offer(lang.Say("Private note", "ملاحظة خاصة"), d => d.PrivateNote.Trim(), to => to.PrivateNote = mine.PrivateNote);
        foreach (var name in mine.Names.Concat(theirs.Names).Where(name => !name.IsBlank()).DistinctBy(Words).ToList())
        {
            Held Stands(PlaceDraft draft) => draft.Names.Exists(it => Words(it) == Words(name)) ? Words(name) : "";
            Offer(lang.Say("Another name", "اسم آخر"), Stands, to =>
            {
                if (to.Names.RemoveAll(it => Words(it) == Words(name)) == 0) { to.Names.Add(name); }
            });
        }
    }

    public IReadOnlyList<MergeChoice> Choices => [.. choices.Select(it => it.Choice)];

    public PlaceDraft Theirs => DraftJson.Copy(theirs);

    /// <summary>Their place with my choices in it, ready to be saved over theirs.</summary>
    public PlaceDraft Merged(string reason)
    {
        var merged = DraftJson.Copy(theirs);
        foreach (var (_, apply) in choices.Where(it => it.Choice.TakeMine)) { apply(merged); }
        merged.Reason = reason;
        return merged;
    }

    private static string Words(DraftPlaceName name) => string.Join(" · ", new[] { name.Name.Trim(), name.Language, name.Script, name.ReadValid() ?? name.Valid.Trim() }.Where(part => part.Length > 0));
}
