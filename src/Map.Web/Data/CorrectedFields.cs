using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Map.Web.Data;

/// <summary>What corrections call the columns that readers are told of; any other column is nobody's business.</summary>
internal static class CorrectedFields
{
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

    private static readonly Dictionary<string, string> OfSource = new()
    {
        [nameof(SourceRow.Title)] = "title",
        [nameof(SourceRow.Outlet)] = "outlet",
        [nameof(SourceRow.Author)] = "author",
        [nameof(SourceRow.Url)] = "address",
        [nameof(SourceRow.PublishedEdtf)] = "date",
        [nameof(SourceRow.Reliability)] = "reliability",
        [nameof(SourceRow.Kind)] = "kind",
        [nameof(SourceRow.Licence)] = "licence",
        [nameof(SourceRow.Side)] = "side",
        [nameof(SourceRow.SideReason)] = "side",
        [nameof(SourceRow.SideReasonAr)] = "side",
        [nameof(SourceRow.Cites)] = "cites",
        [nameof(SourceRow.ArchiveUrl)] = "copy",
    };

    private static readonly Dictionary<string, string> OfActor = new()
    {
        [nameof(ActorRow.Name)] = "name",
        [nameof(ActorRow.NameAr)] = "name",
        [nameof(ActorRow.Kind)] = "kind",
        [nameof(ActorRow.Holder)] = "colour",
        [nameof(ActorRow.ValidEdtf)] = "existence",
        [nameof(ActorRow.Note)] = "note",
        [nameof(ActorRow.SourceId)] = "source",
    };

    private static readonly Dictionary<string, string> OfPlace = new()
    {
        [nameof(PlaceRow.Name)] = "name",
        [nameof(PlaceRow.NameAr)] = "name",
        [nameof(PlaceRow.Kind)] = "kind",
        [nameof(PlaceRow.Latitude)] = "spot",
        [nameof(PlaceRow.Longitude)] = "spot",
        [nameof(PlaceRow.Population)] = "population",
        [nameof(PlaceRow.Adm1)] = "district",
        [nameof(PlaceRow.Adm2)] = "district",
        [nameof(PlaceRow.Adm3)] = "district",
    };

    private static readonly Dictionary<string, string> OfView = new()
    {
        [nameof(ViewRow.Title)] = "title",
        [nameof(ViewRow.TitleAr)] = "title",
        [nameof(ViewRow.Caption)] = "caption",
        [nameof(ViewRow.CaptionAr)] = "caption",
        [nameof(ViewRow.Callouts)] = "callouts",
        [nameof(ViewRow.Date)] = "shown",
        [nameof(ViewRow.Window)] = "shown",
        [nameof(ViewRow.At)] = "shown",
        [nameof(ViewRow.Layers)] = "shown",
        [nameof(ViewRow.Filters)] = "shown",
        [nameof(ViewRow.KnownOn)] = "shown",
    };

    private static readonly Dictionary<string, string> OfStory = new()
    {
        [nameof(StoryRow.Title)] = "title",
        [nameof(StoryRow.TitleAr)] = "title",
        [nameof(StoryRow.Summary)] = "summary",
        [nameof(StoryRow.SummaryAr)] = "summary",
        [nameof(StoryRow.Byline)] = "author",
        [nameof(StoryRow.BylineAr)] = "author",
        [nameof(StoryRow.Chapters)] = "chapters",
    };

    /// <summary>Columns of rows that belong to a record which readers are not told, or which only follow from others.</summary>
    private static readonly HashSet<string> Unsaid =
        ["Id", "EventId", nameof(ClaimRow.Position), nameof(ClaimRow.ArticleId), nameof(ClaimRow.QuoteStart), nameof(ActorNameRow.ActorId), nameof(PlaceNameRow.PlaceId), nameof(ActorNameRow.NameKey)];

    /// <summary>Of a relation what a reader sees of it.</summary>
    private static readonly HashSet<string> OfRelation =
        [nameof(ActorRelationRow.Kind), nameof(ActorRelationRow.ToId), nameof(ActorRelationRow.Edtf), nameof(ActorRelationRow.Claimant), nameof(ActorRelationRow.Credibility), nameof(ActorRelationRow.SourceId), nameof(ActorRelationRow.Note), nameof(ActorRelationRow.DeletedAt)];

    /// <summary>What of a row is changed by this save, by the names for readers.</summary>
    public static IEnumerable<string> Of(EntityEntry entry)
    {
        var changed = entry.Properties.Where(it => entry.State is EntityState.Added or EntityState.Deleted || (it.IsModified && !Same(it.OriginalValue, it.CurrentValue))).Select(it => it.Metadata.Name);
        return entry.Entity switch
        {
            EventRow or ControlClaimRow or ZoneRow or ZoneSeriesRow => Named(Told),
            SourceRow => Named(OfSource),
            ActorRow => Named(OfActor),
            PlaceRow => Named(OfPlace),
            ViewRow => Named(OfView),
            StoryRow => Named(OfStory),
            EventActorRow => Any("actors"),
            FigureRow => Any("figures"),
            ClaimRow => Any("claims"),
            ActorNameRow or PlaceNameRow => Any("names"),
            ActorRelationRow => changed.Any(OfRelation.Contains) ? ["relations"] : [],
            _ => [],
        };

        IEnumerable<string> Named(Dictionary<string, string> names) => changed.Select(name => names.GetValueOrDefault(name)).OfType<string>();
        IEnumerable<string> Any(string all) => changed.Any(name => !Unsaid.Contains(name)) ? [all] : [];
    }

    private static bool Same(object? was, object? now) => was is byte[] before && now is byte[] after ? before.AsSpan().SequenceEqual(after) : Equals(was, now);
}
