using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Map.Web.Data;

/// <summary>
/// Reads from the change tracker what a write changes, field by field, before each save, and gives every touched event and control claim
/// a new version. What belongs to a row (an event's claims, a place's names) is recorded under that row: table "Events", field "Claims/17.Says".
/// </summary>
internal sealed class ChangeRecorder
{
    /// <summary>What of a source goes into an event's summary grade.</summary>
    private static readonly string[] GradedBy = [nameof(SourceRow.Reliability), nameof(SourceRow.Outlet), nameof(SourceRow.Side), nameof(SourceRow.Cites)];
    /// <summary>What of a place goes into what is told of its events.</summary>
    private static readonly string[] ToldBy = [nameof(PlaceRow.PublicPrecision), nameof(PlaceRow.Latitude), nameof(PlaceRow.Longitude), nameof(PlaceRow.PCode), nameof(PlaceRow.Kind)];
    private const int MostOneByOne = 20_000;
    private readonly List<Change> found = [];
    private readonly List<Change> unsettled = [];
    /// <summary>What the work itself told the history: it goes into the chain with the rest.</summary>
    private readonly List<RevisionRow> told = [];
    private readonly HashSet<long> events = [], places = [];
    private readonly HashSet<PlaceRow> placed = [];
    private readonly HashSet<ControlClaimRow> claimed = [];
    private readonly MapDb db;
    private readonly DateTime at;
    private DataParts parts;
    private bool everyEvent, isDone;

    public ChangeRecorder(MapDb db, DateTime at)
    {
        (this.db, this.at) = (db, at);
        db.SavingChanges += (_, _) => Read();
        db.SavedChanges += (_, _) => Settle();
    }

    /// <summary>After the save: before it, a place that is new has no id yet.</summary>
    public DataChanged Touched => new(parts, everyEvent ? [] : events, places.Concat(placed.Select(place => place.Id)).Concat(claimed.Select(claim => claim.PlaceId)).ToHashSet());

    public string? Target => found.Count == 0 ? null : OwnerOf(found[0].Row) is var owner ? $"{owner.Table} {owner.Id}" : null;

    /// <summary>The revisions, once ids are known. Nothing is read of what is saved after this.</summary>
    public IReadOnlyList<RevisionRow> Rows(WriteRequest request)
    {
        isDone = true;
        // All is saved: asked for each line, it would look through every row for changes again.
        var looks = db.ChangeTracker.AutoDetectChangesEnabled;
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try { return [.. told, .. found.Select(change => RowOf(change, request))]; }
        finally { db.ChangeTracker.AutoDetectChangesEnabled = looks; }
    }

    private RevisionRow RowOf(Change change, WriteRequest request)
    {
        var owner = OwnerOf(change.Row);
        return new()
        {
            Table = owner.Table,
            RowId = owner.Id,
            Field = owner.Child is null ? change.Field : $"{owner.Child}.{change.Field}",
            Old = change.Old,
            New = change.New,
            Why = request.Why,
            Who = request.Who,
            At = at,
            RequestId = request.RequestId,
            Version = VersionOf(owner),
        };
    }

    private void Read()
    {
        if (isDone) return;
        // The files that stand beside a few changes would still hold what is erased: all are made anew.
        everyEvent |= db.IsErasing;
        var touched = db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        foreach (var line in touched.Where(entry => entry is { Entity: RevisionRow, State: EntityState.Added }))
        {
            told.Add((RevisionRow)line.Entity);
            line.State = EntityState.Detached;
        }
        touched.RemoveAll(entry => entry.Entity is RevisionRow);
        foreach (var entry in touched)
        {
            // What cites a source that no reader has seen is itself among the rows touched; nothing else was derived from it, and deriving control anew takes a second.
            if (!(entry.Entity is SourceRow && IsUnseen(entry))) parts |= PartOf(entry.Entity);
            if (db.IsErasing || OwnerOf(entry.Entity).Table.Length == 0) continue;
            foreach (var field in entry.Properties) ReadField(entry, field);
        }
        foreach (var entry in touched) MoveVersion(entry);
    }

    private void ReadField(EntityEntry entry, PropertyEntry field)
    {
        var name = field.Metadata.Name;
        if (!RecordPast.IsTold(entry.Entity, field.Metadata)) return;
        var old = entry.State == EntityState.Added ? null : RevisionText.Of(field.OriginalValue);
        var now = entry.State == EntityState.Deleted ? null : RevisionText.Of(field.CurrentValue);
        if (old == now) return;
        if (entry.Entity is ZoneRow && name == nameof(ZoneRow.Shape) && old is not null) KeepShape(old, (byte[])field.OriginalValue!);
        var change = new Change(entry.Entity, name, old, now);
        found.Add(change);
        // What points at a row that is new has a made-up number until that row has its own.
        if (field.IsTemporary) unsettled.Add(change);
    }

    /// <summary>Of a shape a line tells its print: the ground that a zone gives up is kept beside it, once.</summary>
    private void KeepShape(string print, byte[] shape)
    {
        if (db.PastShapes.Find(print) is null) db.PastShapes.Add(new() { Print = print, Shape = shape });
    }

    private void Settle()
    {
        foreach (var change in unsettled) change.New = RevisionText.Of(db.Entry(change.Row).Property(change.Field).CurrentValue);
        unsettled.Clear();
    }

    private void MoveVersion(EntityEntry entry)
    {
        NotePlaces(entry);
        NoteEvents(entry);
        if (entry.State != EntityState.Deleted)
        {
            if (entry.Entity is ControlClaimRow claim) (claim.Version, claim.ChangedAt) = (Guid.NewGuid(), at);
            if (entry.Entity is ZoneSeriesRow series) (series.Version, series.ChangedAt) = (Guid.NewGuid(), at);
            if (entry.Entity is ZoneRow zone) (zone.Version, zone.ChangedAt) = (Guid.NewGuid(), at);
            if (entry.Entity is ArticleRow article) (article.Version, article.ChangedAt) = (Guid.NewGuid(), at);
            if (entry.Entity is IVersioned versioned) versioned.Version = Guid.NewGuid();
        }
        var owner = OwnerOf(entry.Entity);
        if (owner.Child is not null && VersionedOwner(owner) is { } whole && db.Entry(whole).State != EntityState.Deleted) whole.Version = Guid.NewGuid();
        if (owner.Table != "Events") return;
        events.Add(owner.Id);
        var row = entry.Entity as EventRow ?? db.Events.Find(owner.Id);
        if (row is null || db.Entry(row).State == EntityState.Deleted) return;
        row.Version = Guid.NewGuid();
        row.ChangedAt = at;
    }

    /// <summary>Which places' control is told otherwise now: a claim that moves to another place touches both.</summary>
    private void NotePlaces(EntityEntry entry)
    {
        if (entry.Entity is ControlClaimRow claim)
        {
            claimed.Add(claim);
            if (entry.State == EntityState.Modified) places.Add(entry.OriginalValues.GetValue<long>(nameof(ControlClaimRow.PlaceId)));
        }
        else if (entry.Entity is PlaceRow place)
        {
            placed.Add(place);
        }
        else if (entry is { Entity: SourceRow source, State: EntityState.Modified })
        {
            places.UnionWith(db.ControlClaims.Where(c => c.SourceId == source.Id).Select(c => c.PlaceId));
        }
    }

    /// <summary>The row whose version moves with its names as well; null where it is not in memory or keeps its version another way.</summary>
    private IVersioned? VersionedOwner((string Table, long Id, string? Child) owner) => owner.Table switch
    {
        "Sources" => db.Sources.Local.FindEntry(owner.Id)?.Entity,
        "Places" => db.Places.Local.FindEntry(owner.Id)?.Entity,
        "Actors" => db.Actors.Local.FindEntry(owner.Id)?.Entity,
        "Views" => db.Views.Local.FindEntry(owner.Id)?.Entity,
        "Stories" => db.Stories.Local.FindEntry(owner.Id)?.Entity,
        _ => null,
    };

    /// <summary>
    /// Which events are told or graded otherwise now: those at a place that moved or is told more or less closely, those that cite a source whose letter, outlet, side or sources changed, and those with a party that got
    /// another leader or part. Where they are very many, every event is read anew instead of one by one.
    /// </summary>
    private void NoteEvents(EntityEntry entry)
    {
        IQueryable<long>? told = entry switch
        {
            // What is told of events here may be another place now.
            { Entity: PlaceRow place, State: EntityState.Modified } when ToldBy.Any(field => entry.Property(field).IsModified) =>
                db.Events.Where(e => e.PlaceId == place.Id).Select(e => e.Id).Union(db.Claims.Where(claim => claim.PlaceId == place.Id).Select(claim => claim.EventId)),
            { Entity: SourceRow source, State: EntityState.Modified } when GradedBy.Any(field => entry.Property(field).IsModified) =>
                db.Claims.Where(claim => claim.SourceId == source.Id).Select(claim => claim.EventId),
            { Entity: ActorRelationRow { Kind: "led_by" or "part_of" } relation } =>
                db.EventActors.Where(part => part.ActorId == relation.FromId || part.ActorId == relation.ToId).Select(part => part.EventId),
            _ => null,
        };
        if (told is null) return;
        var touched = told.Distinct().Take(MostOneByOne + 1).ToList();
        everyEvent |= touched.Count > MostOneByOne;
        if (touched.Count == 0) return;
        events.UnionWith(touched);
        parts |= DataParts.Events;
    }

    private Guid VersionOf((string Table, long Id, string? Child) owner) => owner.Table switch
    {
        "Events" => db.Events.Local.FindEntry(owner.Id)?.Entity.Version ?? Guid.Empty,
        "ControlClaims" => db.ControlClaims.Local.FindEntry(owner.Id)?.Entity.Version ?? Guid.Empty,
        "ZoneSeries" => db.ZoneSeries.Local.FindEntry(owner.Id)?.Entity.Version ?? Guid.Empty,
        "Zones" => db.Zones.Local.FindEntry(owner.Id)?.Entity.Version ?? Guid.Empty,
        "Articles" => db.Articles.Local.FindEntry(owner.Id)?.Entity.Version ?? Guid.Empty,
        "ActorRelations" => db.ActorRelations.Local.FindEntry(owner.Id)?.Entity.Version ?? Guid.Empty,
        _ => VersionedOwner(owner)?.Version ?? Guid.Empty,
    };

    private static (string Table, long Id, string? Child) OwnerOf(object row) => row switch
    {
        EventRow r => ("Events", r.Id, null),
        EventActorRow r => ("Events", r.EventId, $"Actors/{r.Id}"),
        FigureRow r => ("Events", r.EventId, $"Figures/{r.Id}"),
        ClaimRow r => ("Events", r.EventId, $"Claims/{r.Id}"),
        ControlClaimRow r => ("ControlClaims", r.Id, null),
        ZoneSeriesRow r => ("ZoneSeries", r.Id, null),
        ZoneRow r => ("Zones", r.Id, null),
        SourceRow r => ("Sources", r.Id, null),
        PlaceRow r => ("Places", r.Id, null),
        PlaceNameRow r => ("Places", r.PlaceId, $"Names/{r.Id}"),
        ActorRow r => ("Actors", r.Id, null),
        ActorNameRow r => ("Actors", r.ActorId, $"Names/{r.Id}"),
        ActorRelationRow r => ("ActorRelations", r.Id, null),
        ViewRow r => ("Views", r.Id, null),
        StoryRow r => ("Stories", r.Id, null),
        ArticleRow r => ("Articles", r.Id, null),
        ArticleDraftRow r => ("Articles", r.ArticleId, $"Drafts/{r.Id}"),
        // Accounts, invitations, drafts: an audit line, never their fields, which hold secrets.
        _ => ("", 0, null),
    };

    private static bool IsUnseen(EntityEntry entry) => entry.State == EntityState.Added || entry.OriginalValues.GetValue<string>(nameof(SourceRow.Status)) != "published";

    private static DataParts PartOf(object row) => row switch
    {
        EventRow or EventActorRow or FigureRow or ClaimRow => DataParts.Events,
        ControlClaimRow => DataParts.Control,
        ZoneSeriesRow or ZoneRow => DataParts.Zones,
        SourceRow => DataParts.Sources,
        PlaceRow or PlaceNameRow => DataParts.Places,
        ActorRow or ActorNameRow or ActorRelationRow => DataParts.Actors,
        // No file is made of a view or a story; nothing that anyone but an editor sees comes from a pasted text.
        ViewRow or StoryRow or ArticleRow or ArticleDraftRow or RevisionRow or AuditRow or DraftRow or SettingRow or ReviewRow or ReviewCommentRow or CorrectionRow or PastShapeRow => DataParts.None,
        _ => DataParts.Accounts,
    };

    private sealed class Change(object row, string field, string? old, string? now)
    {
        public object Row { get; } = row;
        public string Field { get; } = field;
        public string? Old { get; } = old;
        public string? New { get; set; } = now;
    }
}
