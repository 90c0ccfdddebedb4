using System.Globalization;
using Map.Core.Control;
using Map.Core.Events;
using Map.Core.Time;
using Map.Core.Zones;
using Map.Web.Shared;
using Map.Web.Shared.Desk;

namespace Map.Web.Features.Zones;

/// <summary>Puts a proposed save of zones over the series as it is, field by field; what only the series changed since stands as it has it.</summary>
internal sealed class ZoneMerge
{
    /// <summary>Of more zones than these each is told in one line.</summary>
    private const int ToldWhole = 3;

    private readonly List<(MergeChoice Choice, Action TakeTheirs)> choices = [];
    private readonly Language lang;
    private readonly NamedThings names;

    /// <param name="seen">As it was when the change was made; null takes all that differs for the change.</param>
    /// <param name="mine">What is proposed; where the series has changed since in other fields, <see cref="Settle"/> writes into it.</param>
    /// <param name="theirs">The series as it is, with those of the zones that are recorded.</param>
    public ZoneMerge(ZoneSeriesDraft? seen, ZoneSeriesDraft mine, ZoneSeriesDraft theirs, NamedThings names, Language lang)
    {
        (this.lang, this.names) = (lang, names);
        Offer(lang.Say("Status", "الحالة"), seen, mine, theirs, it => Status(it.Status), (to, from) => to.Status = from.Status);
        Offer(lang.Say("Series", "السلسلة"), seen, mine, theirs, it => it.Title.Trim(), (to, from) => to.Title = from.Title);
        Offer(lang.Say("Title in Arabic", "العنوان بالعربية"), seen, mine, theirs, it => it.TitleAr.Trim(), (to, from) => to.TitleAr = from.TitleAr);
        if (!mine.IsSourceOfZones)
        {
            Offer(lang.Say("How the lines were found", "كيف رُسمت الخطوط"), seen, mine, theirs, it => it.Method.Trim(), (to, from) => to.Method = from.Method);
            Offer(lang.Say("Source of the series", "مصدر السلسلة"), seen, mine, theirs, it => Source(it.NewSource, it.SourceId), (to, from) => (to.SourceId, to.SourceKey, to.NewSource) = (from.SourceId, from.SourceKey, from.NewSource));
        }
        Offer(lang.Say("Licence", "الترخيص"), seen, mine, theirs, it => it.Licence.Trim(), (to, from) => to.Licence = from.Licence);
        for (var i = 0; i < mine.Zones.Count; i++) { OfferZone(seen, mine, theirs, i); }
    }

    public IReadOnlyList<MergeChoice> Choices => [.. choices.Select(it => it.Choice)];

    /// <summary>Takes from the series what the change left alone.</summary>
    public void Settle()
    {
        foreach (var (choice, takeTheirs) in choices.Where(it => !it.Choice.TakeMine)) { takeTheirs(); }
    }

    private void OfferZone(ZoneSeriesDraft? seen, ZoneSeriesDraft mine, ZoneSeriesDraft theirs, int at)
    {
        var zone = mine.Zones[at];
        ZoneDraft? Of(ZoneSeriesDraft? draft) => zone.Id is { } id ? draft?.Zones.Find(it => it.Id == id) : null;
        var (then, now) = (Of(seen), Of(theirs) ?? new() { Posture = "", Status = "" });
        var which = mine.Zones.Count == 1 ? "" : lang.Say($"Zone {at + 1}: ", $"المنطقة {at + 1}: ");
        if (mine.Zones.Count > ToldWhole)
        {
            string Line(ZoneDraft it) => it.Shape is null ? "" : string.Join(lang.Say(", ", "، "), new[] { Held(it), Day(it.From), it.To.Length > 0 ? lang.Say("until ", "حتى ") + Day(it.To) : "", Ground(it) }.Where(part => part.Length > 0));
            Offer(lang.Say($"Zone {at + 1}", $"المنطقة {at + 1}"), then, zone, now, Line, (_, _) => { });
            return;
        }
        Offer(which + lang.Say("Who holds it", "من يسيطر عليها"), then, zone, now, Held, (to, from) => to.Holders = from.Holders);
        Offer(which + lang.Say("How", "كيف"), then, zone, now, it => Postures.TryParse(it.Posture, out var way) ? way.Words(lang.IsArabic) : it.Posture, (to, from) => to.Posture = from.Posture);
        Offer(which + lang.Say("From", "من"), then, zone, now, it => Day(it.From), (to, from) => to.From = from.From);
        Offer(which + lang.Say("Until", "حتى"), then, zone, now, it => Day(it.To), (to, from) => to.To = from.To);
        Offer(which + lang.Say("Ground", "المساحة"), then, zone, now, Ground, (to, from) => to.Shape = from.Shape, (a, b) => a.Shape is not null && b.Shape is not null && a.Shape.EqualsExact(b.Shape));
        Offer(which + lang.Say("Source of these lines", "مصدر هذه الخطوط"), then, zone, now, it => Source(it.NewSource, it.SourceId), (to, from) => (to.SourceId, to.SourceKey, to.NewSource) = (from.SourceId, from.SourceKey, from.NewSource));
        Offer(which + lang.Say("How these lines were found", "كيف رُسمت هذه الخطوط"), then, zone, now, it => it.Method.Trim(), (to, from) => to.Method = from.Method);
        Offer(which + lang.Say("In the source’s words", "بكلمات المصدر"), then, zone, now, it => it.Quote.Trim(), (to, from) => to.Quote = from.Quote);
        Offer(which + lang.Say("Note", "ملاحظة"), then, zone, now, it => it.Note.Trim(), (to, from) => to.Note = from.Note);
        if (zone.Id is not null) { Offer(which + lang.Say("Status of the zone", "حالة المنطقة"), then, zone, now, it => Status(it.Status), (to, from) => to.Status = from.Status); }
    }

    private void Offer<T>(string label, T? seen, T mine, T theirs, Func<T, string> read, Action<T, T> take, Func<T, T, bool>? same = null) where T : class
    {
        bool Differ(T a, T b) => same is null ? read(a) != read(b) : !same(a, b) && (read(a).Length > 0 || read(b).Length > 0);
        if (!Differ(mine, theirs)) { return; }
        var (changed, changedThere) = (seen is null || Differ(mine, seen), seen is not null && Differ(theirs, seen));
        choices.Add((new(label, read(mine), read(theirs), takeMine: changed, bothChanged: changed && changedThere), () => take(mine, theirs)));
    }

    private string Held(ZoneDraft zone) => HolderWords.Of(zone.ReadHolders(), lang.IsArabic);

    private string Status(string status) => EventStatus.TryGet(status, out var known) ? known.Words(lang.IsArabic) : status;

    private string Day(string words) => DatePhrase.Read(words, null).Readings is [var span] ? DateWords.Of(span, lang.IsArabic) : words.Trim();

    private string Source(DraftSource? added, long? id) => added is not null ? added.Title : names.Source(id)?.Title ?? (id is { } number ? $"#{number}" : "");

    private string Ground(ZoneDraft zone) => zone.Shape is not { } shape ? ""
        : string.Create(CultureInfo.InvariantCulture, $"{ZoneFit.SquareKilometres(shape):#,##0.##} ") + lang.Say("km²", "كم²") + lang.Say(", ", "، ") + Counted.Corners.Say(shape.NumPoints - shape.NumGeometries, lang);
}
