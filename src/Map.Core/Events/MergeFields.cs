using Map.Core.Evidence;
using Map.Core.Time;

namespace Map.Core.Events;

/// <summary>The fields that two records of one event may fill differently, with the side that stands unless the editor says otherwise.</summary>
internal static class MergeFields
{
    /// <summary>From what readers see least to what they see.</summary>
    private static readonly string[] Publicity = [EventStatus.Withdrawn.Id, EventStatus.Draft.Id, EventStatus.Review.Id, EventStatus.Published.Id];

    public static IEnumerable<MergeField> Of(EventDraft one, EventDraft other, bool arabic, Func<string, string?> placeName)
    {
        string Say(string english, string arabicWords) => arabic ? arabicWords : english;
        MergeField Field(string id, string label, Func<EventDraft, string> words, Action<EventDraft, EventDraft> take, MergeSide? side = null) => new()
        {
            Id = id,
            Label = label,
            This = words(one),
            Other = words(other),
            Side = side ?? (words(one).Length == 0 ? MergeSide.Other : MergeSide.This),
            Put = (merged, chosen) => take(merged, chosen == MergeSide.Other ? other : one),
        };

        yield return Field("Status", Say("Status", "الحالة"), d => EventStatus.TryGet(d.Status, out var status) ? status.Words(arabic) : d.Status, (to, from) => to.Status = from.Status,
            Array.IndexOf(Publicity, other.Status) > Array.IndexOf(Publicity, one.Status) ? MergeSide.Other : MergeSide.This);
        yield return Field("Type", Say("Type", "النوع"), d => EventTypes.TryGet(d.Type, out var type) ? type.Label(arabic) : d.Type, (to, from) => to.Type = from.Type);
        yield return Field("Title", Say("Title", "العنوان"), d => d.Title.Trim(), (to, from) => to.Title = from.Title);
        yield return Field("TitleAr", Say("Title in Arabic", "العنوان بالعربية"), d => d.TitleAr.Trim(), (to, from) => to.TitleAr = from.TitleAr);
        yield return Field("Date", Say("Date", "التاريخ"), d => Date(d, arabic),
            (to, from) => (to.DateText, to.DateChoice, to.DateAnchor, to.SourcePhrase) = (from.DateText, from.DateChoice, from.DateAnchor, from.SourcePhrase),
            DaysIn(other) < DaysIn(one) ? MergeSide.Other : MergeSide.This);
        yield return Field("Place", Say("Place", "المكان"), d => Place(d, arabic, placeName),
            (to, from) => (to.PlaceKey, to.PlaceName, to.Coordinates, to.Precision) = (from.PlaceKey, from.PlaceName, from.Coordinates, from.Precision),
            Vagueness(other).CompareTo(Vagueness(one)) < 0 ? MergeSide.Other : MergeSide.This);
        // Whoever asked for less to be told of a place is not overruled by a record that nobody asked it for.
        yield return Field("PublicPrecision", Say("Shown publicly as", "يُعرض للعموم على أنه"), d => PublicPrecision.TryGet(d.PublicPrecision, out var shown) ? shown.Words(arabic) : Say("the place", "المكان"),
            (to, from) => to.PublicPrecision = from.PublicPrecision, Reticence(other) > Reticence(one) ? MergeSide.Other : MergeSide.This);
        yield return Text("Description", Say("Description", "الوصف"), one, other, d => d.Description.Trim(), (to, words) => to.Description = words, joined: false);
        yield return Text("PrivateNote", Say("Private note", "ملاحظة خاصة"), one, other, d => d.PrivateNote.Trim(), (to, words) => to.PrivateNote = words, joined: true);
        // A grade was set on the claims of one record; of more claims the rules are asked again, unless it was set on the record that stays.
        yield return Field("Grade", Say("Summary grade", "الدرجة الإجمالية"), d => Grade(d, arabic), (to, from) => (to.GradeSet, to.GradeReason) = (from.GradeSet, from.GradeReason), MergeSide.This);
    }

    /// <param name="joined">True where both stand together unless the editor says otherwise.</param>
    private static MergeField Text(string id, string label, EventDraft one, EventDraft other, Func<EventDraft, string> read, Action<EventDraft, string> write, bool joined)
    {
        var (here, there) = (read(one), read(other));
        var both = here.Length > 0 && there.Length > 0 && here != there && here.Length + there.Length + 2 <= EventDraft.LongestDescription ? $"{here}\n\n{there}" : null;
        return new()
        {
            Id = id,
            Label = label,
            This = here,
            Other = there,
            Both = both,
            Side = here.Length == 0 ? MergeSide.Other : joined && both is not null ? MergeSide.Both : MergeSide.This,
            Put = (merged, side) => write(merged, side switch { MergeSide.Both => both ?? here, MergeSide.Other => there, _ => here }),
        };
    }

    private static int Reticence(EventDraft draft) => PublicPrecision.TryGet(draft.PublicPrecision, out var shown) ? shown.Precision.Code : -1;

    private static long DaysIn(EventDraft draft) => draft.ReadSpan() is { Earliest: not null, Latest: not null } span ? (long)span.LatestDay - span.EarliestDay : long.MaxValue;

    /// <summary>The less, the better the place is known: a point at all, then how closely, then a place of the gazetteer.</summary>
    private static (bool, int, bool) Vagueness(EventDraft draft) => (
        draft.PlaceKey.Length == 0 && draft.ReadPosition() is null,
        PlacePrecision.TryGet(draft.Precision, out var precision) ? PlacePrecision.All.ToList().IndexOf(precision) : PlacePrecision.All.Count,
        draft.PlaceKey.Length == 0);

    private static string Date(EventDraft draft, bool arabic)
    {
        var date = draft.ReadSpan() is { } span ? DateWords.Of(span, arabic) : draft.DateText.Trim();
        return draft.SourcePhrase.Trim() is { Length: > 0 } phrase ? $"{date} · “{phrase}”" : date;
    }

    private static string Place(EventDraft draft, bool arabic, Func<string, string?> placeName)
    {
        var name = draft.PlaceKey.Length > 0 && placeName(draft.PlaceKey) is { } known ? known : draft.PlaceName.Trim();
        var words = new[] { name, draft.Coordinates.Trim(), PlacePrecision.TryGet(draft.Precision, out var precision) ? precision.Words(arabic) : "" }.Where(part => part.Length > 0).ToList();
        return words.Count == 1 && name.Length == 0 ? "" : string.Join(" · ", words);
    }

    private static string Grade(EventDraft draft, bool arabic) =>
        EventGrades.TryGet(draft.GradeSet, out var grade) ? $"{grade.Words(arabic)}: {draft.GradeReason.Trim()}" : arabic ? "كما تقول القواعد" : "as the rules say";
}
