using System.Globalization;
using Map.Core.Events;
using Map.Core.Time;
using Map.Web.Drafts;

namespace Map.Web.Shared.Desk;

/// <summary>
/// Puts two edits of one event together, field by field. What only one side changed stands as that side has it, unless the editor says
/// otherwise; rows that one side added are kept.
/// </summary>
public sealed class DraftMerge : IMergeOf<EventDraft>
{
    private readonly EventDraft theirs;
    private readonly List<(MergeChoice Choice, Action<EventDraft> Apply)> choices = [];
    private readonly Func<string, string, string> say;
    private readonly NamedThings? names;

    /// <param name="seen">The event as I opened it; null where that is no longer known, and then all that differs is taken for my change.</param>
    /// <param name="mine">What I typed.</param>
    /// <param name="theirs">The event as it is recorded now.</param>
    /// <param name="say">Chooses between English and Arabic words.</param>
    /// <param name="names">What sources and speakers are called; null leaves them to their numbers and keys.</param>
    public DraftMerge(EventDraft? seen, EventDraft mine, EventDraft theirs, Func<string, string, string> say, NamedThings? names = null)
    {
        (this.theirs, this.say, this.names) = (theirs, say, names);
        foreach (var (label, read, write) in Texts())
        {
            Offer(label, seen is null ? (Held?)null : read(seen), read(mine), read(theirs), merged => write(merged, mine));
        }
        OfferActors(seen, mine);
        OfferFigures(seen, mine);
        OfferClaims(seen, mine);
    }

    public IReadOnlyList<MergeChoice> Choices => [.. choices.Select(it => it.Choice)];

    public EventDraft Theirs => DraftJson.Copy(theirs);

    /// <summary>Their event with my choices in it, ready to be saved over theirs.</summary>
    public EventDraft Merged(string reason)
    {
        var merged = DraftJson.Copy(theirs);
        foreach (var (_, apply) in choices.Where(it => it.Choice.TakeMine)) { apply(merged); }
        merged.Reason = reason;
        return merged;
    }

    private void Offer(string label, Held? seen, Held mine, Held theirs, Action<EventDraft> apply)
    {
        if (MergeChoice.Between(label, seen, mine, theirs) is { } choice) { choices.Add((choice, apply)); }
    }

    private IEnumerable<(string Label, Func<EventDraft, Held> Read, Action<EventDraft, EventDraft> Write)> Texts() =>
    [
        (say("Type", "النوع"), d => EventTypes.TryGet(d.Type, out var type) ? say(type.English, type.Arabic) : d.Type, (to, from) => to.Type = from.Type),
        (say("Status", "الحالة"), d => EventStatus.TryGet(d.Status, out var status) ? say(status.English, status.Arabic) : d.Status, (to, from) => to.Status = from.Status),
        (say("Title", "العنوان"), d => d.Title.Trim(), (to, from) => to.Title = from.Title),
        (say("Title in Arabic", "العنوان بالعربية"), d => d.TitleAr.Trim(), (to, from) => to.TitleAr = from.TitleAr),
        (say("Date", "التاريخ"), d => d.ReadSpan() is { } span ? say(DateWords.Of(span, arabic: false), DateWords.Of(span, arabic: true)) + $" ({span.Edtf})" : d.DateText, (to, from) => (to.DateText, to.DateChoice) = (from.DateText, from.DateChoice)),
        (say("The source's words for the date", "كلمات المصدر عن التاريخ"), d => d.SourcePhrase.Trim(), (to, from) => to.SourcePhrase = from.SourcePhrase),
        (say("Date counted from", "التاريخ محسوب من"), d => d.DateAnchor, (to, from) => to.DateAnchor = from.DateAnchor),
        (say("Place", "المكان"), d => new(d.PlaceName.Trim(), d.PlaceKey), (to, from) => (to.PlaceKey, to.PlaceName) = (from.PlaceKey, from.PlaceName)),
        (say("Position", "الموضع"), d => d.ReadPosition() is { } at ? string.Create(CultureInfo.InvariantCulture, $"{at.Latitude}, {at.Longitude}") : d.Coordinates.Trim(),
            (to, from) => (to.Coordinates, to.PositionConfirmed) = (from.Coordinates, from.PositionConfirmed)),
        (say("Known to", "معروف بدقة"), d => PlacePrecision.TryGet(d.Precision, out var known) ? say(known.English, known.Arabic) : d.Precision, (to, from) => to.Precision = from.Precision),
        (say("Shown to readers", "المعروض للقراء"), d => PublicPrecision.TryGet(d.PublicPrecision, out var shown) ? say(shown.English, shown.Arabic) : d.PublicPrecision, (to, from) => to.PublicPrecision = from.PublicPrecision),
        (say("Private note", "ملاحظة خاصة"), d => d.PrivateNote.Trim(), (to, from) => to.PrivateNote = from.PrivateNote),
        (say("Summary grade", "الدرجة الإجمالية"), d => string.Join(": ", new[] { d.GradeSet, d.GradeReason.Trim() }.Where(part => part.Length > 0)),
            (to, from) => (to.GradeSet, to.GradeReason) = (from.GradeSet, from.GradeReason)),
        (say("Description", "الوصف"), d => d.Description.Trim(), (to, from) => to.Description = from.Description),
    ];

    private void OfferActors(EventDraft? seen, EventDraft mine)
    {
        static (long?, string, string) Key(DraftActor a) => (a.ActorId, a.ActorId is null ? a.ActorKey : "", a.Role);
        foreach (var actor in mine.Actors.Concat(theirs.Actors).DistinctBy(Key))
        {
            string Stands(EventDraft draft) => draft.Actors.Any(a => Key(a) == Key(actor)) ? say("takes part", "مشارك") : "";
            var role = ActorRole.TryGet(actor.Role, out var known) ? say(known.English, known.Arabic) : actor.Role;
            Offer(say($"Actor {actor.Name} ({role})", $"الجهة {actor.Name} ({role})"), seen is null ? (Held?)null : new Held(Stands(seen)), Stands(mine), Stands(theirs), merged =>
            {
                if (merged.Actors.RemoveAll(a => Key(a) == Key(actor)) == 0) { merged.Actors.Add(actor); }
            });
        }
        // Readers have them in this order; who came or went is a choice of its own.
        var common = new[] { seen ?? mine, mine, theirs }.Select(draft => draft.Actors.Select(Key)).Aggregate((one, other) => one.Intersect(other)).ToHashSet();
        List<DraftActor> Common(EventDraft draft) => [.. draft.Actors.Where(a => common.Contains(Key(a))).DistinctBy(Key)];
        Held Order(EventDraft draft) => new(string.Join(say(", ", "، "), Common(draft).Select(a => a.Name)), string.Join(' ', Common(draft).Select(Key)));
        Offer(say("Order of the actors", "ترتيب الجهات"), seen is null ? (Held?)null : Order(seen), Order(mine), Order(theirs), merged =>
        {
            var ordered = new Queue<DraftActor>(Common(mine));
            for (var i = 0; i < merged.Actors.Count; i++) { if (common.Contains(Key(merged.Actors[i])) && ordered.TryDequeue(out var next)) { merged.Actors[i] = next; } }
        });
    }

    private void OfferFigures(EventDraft? seen, EventDraft mine)
    {
        foreach (var kind in mine.Figures.Concat(theirs.Figures).Select(f => f.Kind).Distinct())
        {
            DraftFigure? Of(EventDraft draft) => draft.Figures.Find(f => f.Kind == kind);
            string Words(EventDraft draft) => Of(draft) is { } f ? $"{Number(f.Low)} / {Number(f.Best)} / {Number(f.High)}" : "";
            Offer(FigureKind.TryGet(kind, out var known) ? say(known.English, known.Arabic) : kind, seen is null ? (Held?)null : new Held(Words(seen)), Words(mine), Words(theirs), merged =>
            {
                merged.Figures.RemoveAll(f => f.Kind == kind);
                if (Of(mine) is { } figure) { merged.Figures.Add(figure); }
            });
        }
        static string Number(string typed) => typed.Trim().Length == 0 ? "–" : typed.Trim();
    }

    private void OfferClaims(EventDraft? seen, EventDraft mine)
    {
        var words = new ClaimWords(say, names);
        foreach (var id in mine.Claims.Concat(theirs.Claims).Select(c => c.RowId).OfType<long>().Distinct())
        {
            DraftClaim? Of(EventDraft? draft) => draft?.Claims.Find(c => c.RowId == id);
            var (mineNow, theirsNow, seenThen) = (Of(mine), Of(theirs), Of(seen));
            var label = say("Claim", "الرواية") + $" “{ClaimWords.Shortened((theirsNow ?? mineNow)!.Says)}”";
            if (mineNow is null && theirsNow is not null && seen is not null && seenThen is null) { continue; } // theirs alone, added meanwhile: it stays
            if (mineNow is not null && theirsNow is not null)
            {
                foreach (var (part, read, write) in words.Parts)
                {
                    Offer($"{label}: {part}", seenThen is null ? "" : read(seenThen), read(mineNow), read(theirsNow), merged => write(merged.Claims.Find(c => c.RowId == id)!, mineNow));
                }
                continue;
            }
            Offer(label, seenThen is null ? "" : words.Of(seenThen), mineNow is null ? "" : words.Of(mineNow), theirsNow is null ? "" : words.Of(theirsNow), merged =>
            {
                if (mineNow is null) { merged.Claims.RemoveAll(c => c.RowId == id); }
                else { merged.Claims.Add(mineNow); }
            });
        }
        foreach (var added in mine.Claims.Where(c => c.RowId is null && !Blanks.Is(c)))
        {
            Offer(say("New claim", "رواية جديدة") + $" “{ClaimWords.Shortened(added.Says)}”", "", words.Of(added), "", merged => merged.Claims.Add(added));
        }
    }
}
