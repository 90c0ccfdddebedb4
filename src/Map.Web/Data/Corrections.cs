using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Map.Web.Data;

/// <summary>
/// Notes for readers what of a public record is changed, withdrawn or given back, whoever writes and however: in the transaction of the write, by the names of fields and never by what stands in them.
/// Of an event that is told coarsely the fields that are withheld are not even named; and a place that is told coarsely, or was until now, is not told of at all: a line with its number would point at it.
/// </summary>
internal sealed class Corrections
{
    public const string Corrected = "corrected", Withdrawn = "withdrawn", Returned = "returned";

    /// <summary>What gives a coarsely told place away, or is withheld with it.</summary>
    private static readonly HashSet<string> Withheld = ["title", "place", "description"];

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
        foreach (var entry in touched.Where(e => e.Entity is ZoneSeriesRow && e.State != EntityState.Added).ToList()) { Note("ZoneSeries", ((ZoneSeriesRow)entry.Entity).Id, WasPublic(entry), IsShown((ZoneSeriesRow)entry.Entity) && entry.State != EntityState.Deleted, CorrectedFields.Of(entry).ToHashSet()); }
        foreach (var entry in touched.Where(e => e.Entity is ZoneRow && e.State != EntityState.Added).ToList()) { ReadZone(entry); }
        foreach (var entry in touched.Where(e => e.Entity is ViewRow or StoryRow && e.State != EntityState.Added).ToList()) { ReadNamed(entry); }
        foreach (var entry in touched.Where(e => e.Entity is SourceRow && e.State != EntityState.Added).ToList()) { NoteRestedOn("Sources", entry, [.. CorrectedFields.Of(entry)]); }
        foreach (var of in touched.Where(e => e.Entity is ActorRow or ActorNameRow or ActorRelationRow).GroupBy(ActorOf).ToList()) { ReadActor(of.Key, [.. of]); }
        foreach (var of in touched.Where(e => e.Entity is PlaceRow or PlaceNameRow).GroupBy(e => e.Entity is PlaceNameRow name ? name.PlaceId : ((PlaceRow)e.Entity).Id).ToList()) { ReadPlace(of.Key, [.. of]); }
    }

    private void ReadEvent(long id, List<EntityEntry> touched)
    {
        if ((touched.Find(e => e.Entity is EventRow)?.Entity ?? db.Events.Find(id)) is not EventRow row || db.Entry(row) is { State: EntityState.Added } or { State: EntityState.Detached }) { return; }
        var entry = db.Entry(row);
        var fields = touched.SelectMany(CorrectedFields.Of).ToHashSet();
        if (row.PublicPrecision is not null || entry.Property(nameof(EventRow.PublicPrecision)).OriginalValue is not null || IsCoarse(row.PlaceId)) { fields.ExceptWith(Withheld); }
        Note("Events", id, WasPublic(entry), IsPublic(row.Status, row.DeletedAt) && entry.State != EntityState.Deleted, fields);
    }

    private void ReadClaim(EntityEntry entry)
    {
        var row = (ControlClaimRow)entry.Entity;
        if (entry.State == EntityState.Added || IsCoarse(row.PlaceId)) { return; }
        Note("ControlClaims", row.Id, WasPublic(entry), IsPublic(row.Status, row.DeletedAt) && entry.State != EntityState.Deleted, CorrectedFields.Of(entry).ToHashSet());
    }

    /// <summary>Of a zone readers have seen only what its series let them; that the series itself came or went is told of the series.</summary>
    private void ReadZone(EntityEntry entry)
    {
        var row = (ZoneRow)entry.Entity;
        if (db.ZoneSeries.Find(row.SeriesId) is not { } series || db.Entry(series) is not { State: not EntityState.Added } of || !WasPublic(of) || !IsShown(series)) { return; }
        Note("Zones", row.Id, WasPublic(entry), IsPublic(row.Status, row.DeletedAt) && entry.State != EntityState.Deleted, CorrectedFields.Of(entry).ToHashSet());
    }

    /// <summary>What has an address of its own, in which others look at the record.</summary>
    private void ReadNamed(EntityEntry entry)
    {
        var (table, id, status, deleted) = entry.Entity is ViewRow view ? ("Views", view.Id, view.Status, view.DeletedAt) : OfStory((StoryRow)entry.Entity);
        Note(table, id, WasPublic(entry), IsPublic(status, deleted) && entry.State != EntityState.Deleted, CorrectedFields.Of(entry).ToHashSet());

        static (string, long, string, DateTime?) OfStory(StoryRow story) => ("Stories", story.Id, story.Status, story.DeletedAt);
    }

    private void ReadActor(long id, List<EntityEntry> touched)
    {
        if ((touched.Find(e => e.Entity is ActorRow)?.Entity ?? db.Actors.Find(id)) is not ActorRow row) { return; }
        var own = touched.Where(e => e.Entity is not ActorRelationRow || IsToldTie(e)).Where(e => e.Entity is not ActorNameRow name || !IsUsual(row, name.Name));
        NoteRestedOn("Actors", db.Entry(row), own.SelectMany(CorrectedFields.Of).ToHashSet());
    }

    private void ReadPlace(long id, List<EntityEntry> touched)
    {
        if ((touched.Find(e => e.Entity is PlaceRow)?.Entity ?? db.Places.Find(id)) is not PlaceRow row || db.Entry(row) is not { State: not EntityState.Added } entry) { return; }
        if (row.PublicPrecision is not null || entry.Property(nameof(PlaceRow.PublicPrecision)).OriginalValue is not null) { return; }
        NoteRestedOn("Places", entry, touched.Where(e => e.Entity is not PlaceNameRow name || !IsUsual(row, name.Name)).SelectMany(CorrectedFields.Of).ToHashSet());
    }

    private void NoteRestedOn(string table, EntityEntry entry, HashSet<string> fields)
    {
        if (entry.State is EntityState.Added or EntityState.Detached) { return; }
        var row = (IRestedOn)entry.Entity;
        Note(table, row.Id, IsPublic((string?)entry.OriginalValues[nameof(IRestedOn.Status)], null), IsPublic(row.Status, null) && entry.State != EntityState.Deleted, fields);
    }

    /// <summary>The usual name stands among the names too, for searches; that it changed is said once.</summary>
    private bool IsUsual(object row, string name) => db.Entry(row) is var entry && new[] { "Name", "NameAr" }.Any(field => Equals(entry.Property(field).CurrentValue, name) || Equals(entry.Property(field).OriginalValue, name));

    /// <summary>Until it is deleted; of one that a public actor begins, the other end is public too.</summary>
    private static bool IsToldTie(EntityEntry entry) =>
        ((ActorRelationRow)entry.Entity).DeletedAt is null || (entry.State == EntityState.Modified && entry.Property(nameof(ActorRelationRow.DeletedAt)).OriginalValue is null);

    private static long ActorOf(EntityEntry entry) => entry.Entity switch { ActorNameRow name => name.ActorId, ActorRelationRow tie => tie.FromId, var row => ((ActorRow)row).Id };

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
