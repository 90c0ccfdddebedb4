using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Map.Web.Data;

/// <summary>
/// Notes for readers what of a public event, control claim or zone is changed, withdrawn or given back, whoever writes and however: in the transaction of the write,
/// by the names of fields and never by what stands in them. Of an event that is told coarsely the fields that are withheld are not even named.
/// </summary>
internal sealed class Corrections
{
    public const string Corrected = "corrected", Withdrawn = "withdrawn", Returned = "returned";

    private static readonly Dictionary<string, string> Told = new()
    {
        [nameof(EventRow.Type)] = "type",
        [nameof(EventRow.Title)] = "title",
        [nameof(EventRow.TitleAr)] = "title",
        [nameof(EventRow.Edtf)] = "date",
        [nameof(EventRow.DatePhrase)] = "date",
        [nameof(EventRow.PlaceId)] = "place",
        [nameof(EventRow.PlaceText)] = "place",
        [nameof(EventRow.Latitude)] = "place",
        [nameof(EventRow.Longitude)] = "place",
        [nameof(EventRow.Precision)] = "place",
        [nameof(EventRow.PublicPrecision)] = "place",
        [nameof(EventRow.Description)] = "description",
        [nameof(EventRow.GradeSet)] = "grade",
        [nameof(EventRow.GradeReason)] = "grade",
        [nameof(ControlClaimRow.Holders)] = "holder",
        [nameof(ControlClaimRow.Posture)] = "holder",
        [nameof(ControlClaimRow.SourceId)] = "source",
        [nameof(ControlClaimRow.ReportedBy)] = "source",
        [nameof(ControlClaimRow.Quote)] = "source",
        [nameof(ControlClaimRow.Credibility)] = "source",
        [nameof(ControlClaimRow.AgainstSide)] = "source",
        [nameof(ZoneRow.FromEdtf)] = "date",
        [nameof(ZoneRow.ToEdtf)] = "date",
        [nameof(ZoneRow.Shape)] = "ground",
        [nameof(ZoneRow.Method)] = "source",
        [nameof(ZoneSeriesRow.Licence)] = "source",
    };

    /// <summary>What gives a coarsely told place away, or is withheld with it.</summary>
    private static readonly HashSet<string> Withheld = ["title", "place", "description"];
    /// <summary>Columns of an event's rows that readers are not told.</summary>
    private static readonly HashSet<string> Unsaid = ["Id", "EventId", nameof(ClaimRow.Position), nameof(ClaimRow.ArticleId), nameof(ClaimRow.QuoteStart)];

    private readonly Dictionary<(string, long), CorrectionRow> noted = [];
    private readonly MapDb db;
    private readonly DateTime at;

    private Corrections(MapDb db, DateTime at) => (this.db, this.at) = (db, at);

    /// <summary>From now on, with every save of this context.</summary>
    public static void NoteIn(MapDb db, DateTime at)
    {
        var corrections = new Corrections(db, at);
        db.SavingChanges += (_, _) => corrections.Read();
    }

    private void Read()
    {
        var touched = db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        foreach (var of in touched.Select(e => (Entry: e, Id: EventOf(e.Entity))).Where(it => it.Id is not null).GroupBy(it => it.Id!.Value).ToList())
        {
            ReadEvent(of.Key, [.. of.Select(it => it.Entry)]);
        }
        foreach (var entry in touched.Where(e => e.Entity is ControlClaimRow).ToList()) { ReadClaim(entry); }
        foreach (var entry in touched.Where(e => e.Entity is ZoneSeriesRow && e.State != EntityState.Added).ToList()) { Note("ZoneSeries", ((ZoneSeriesRow)entry.Entity).Id, WasPublic(entry), IsShown((ZoneSeriesRow)entry.Entity) && entry.State != EntityState.Deleted, FieldsOf(entry).ToHashSet()); }
        foreach (var entry in touched.Where(e => e.Entity is ZoneRow && e.State != EntityState.Added).ToList()) { ReadZone(entry); }
    }

    private void ReadEvent(long id, List<EntityEntry> touched)
    {
        if ((touched.Find(e => e.Entity is EventRow)?.Entity ?? db.Events.Find(id)) is not EventRow row || db.Entry(row) is { State: EntityState.Added } or { State: EntityState.Detached }) { return; }
        var entry = db.Entry(row);
        var fields = touched.SelectMany(FieldsOf).ToHashSet();
        if (row.PublicPrecision is not null || entry.Property(nameof(EventRow.PublicPrecision)).OriginalValue is not null || IsCoarse(row.PlaceId)) { fields.ExceptWith(Withheld); }
        Note("Events", id, WasPublic(entry), IsPublic(row.Status, row.DeletedAt) && entry.State != EntityState.Deleted, fields);
    }

    private void ReadClaim(EntityEntry entry)
    {
        var row = (ControlClaimRow)entry.Entity;
        if (entry.State == EntityState.Added || IsCoarse(row.PlaceId)) { return; }
        Note("ControlClaims", row.Id, WasPublic(entry), IsPublic(row.Status, row.DeletedAt) && entry.State != EntityState.Deleted, FieldsOf(entry).ToHashSet());
    }

    /// <summary>Of a zone readers have seen only what its series let them; that the series itself came or went is told of the series.</summary>
    private void ReadZone(EntityEntry entry)
    {
        var row = (ZoneRow)entry.Entity;
        if (db.ZoneSeries.Find(row.SeriesId) is not { } series || db.Entry(series) is not { State: not EntityState.Added } of || !WasPublic(of) || !IsShown(series)) { return; }
        Note("Zones", row.Id, WasPublic(entry), IsPublic(row.Status, row.DeletedAt) && entry.State != EntityState.Deleted, FieldsOf(entry).ToHashSet());
    }

    private static bool IsShown(ZoneSeriesRow row) => IsPublic(row.Status, row.DeletedAt);

    private void Note(string table, long id, bool was, bool isPublic, HashSet<string> fields)
    {
        var kind = (was, isPublic) switch
        {
            (true, true) => fields.Count > 0 ? Corrected : null,
            (true, false) => Withdrawn,
            (false, true) => db.Corrections.Any(it => it.Table == table && it.RowId == id && it.Kind == Withdrawn) ? Returned : null,
            _ => null,
        };
        if (kind is null) { return; }
        if (!noted.TryGetValue((table, id), out var row)) { noted[(table, id)] = row = db.Corrections.Add(new() { At = at, Table = table, RowId = id }).Entity; }
        row.Kind = kind;
        row.Fields = kind == Corrected ? string.Join(' ', row.Fields.Split(' ', StringSplitOptions.RemoveEmptyEntries).Union(fields).Order(StringComparer.Ordinal)) : "";
    }

    private static IEnumerable<string> FieldsOf(EntityEntry entry)
    {
        var changed = entry.Properties.Where(it => entry.State is EntityState.Added or EntityState.Deleted || (it.IsModified && !Same(it.OriginalValue, it.CurrentValue))).Select(it => it.Metadata.Name);
        return entry.Entity switch
        {
            EventRow or ControlClaimRow or ZoneRow or ZoneSeriesRow => changed.Select(name => Told.GetValueOrDefault(name)).OfType<string>(),
            EventActorRow => changed.Any(name => !Unsaid.Contains(name)) ? ["actors"] : [],
            FigureRow => changed.Any(name => !Unsaid.Contains(name)) ? ["figures"] : [],
            ClaimRow => changed.Any(name => !Unsaid.Contains(name)) ? ["claims"] : [],
            _ => [],
        };
    }

    private static bool Same(object? was, object? now) => was is byte[] before && now is byte[] after ? before.AsSpan().SequenceEqual(after) : Equals(was, now);

    private bool IsCoarse(long? place) => place is { } id && db.Places.Find(id)?.PublicPrecision is not null;

    private static bool WasPublic(EntityEntry entry) => IsPublic((string?)entry.OriginalValues[nameof(EventRow.Status)], (DateTime?)entry.OriginalValues[nameof(EventRow.DeletedAt)]);

    private static bool IsPublic(string? status, DateTime? deleted) => status == "published" && deleted is null;

    private static long? EventOf(object row) => row switch
    {
        EventRow it => it.Id,
        EventActorRow it => it.EventId,
        FigureRow it => it.EventId,
        ClaimRow it => it.EventId,
        _ => null,
    };
}
