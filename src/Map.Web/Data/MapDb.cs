using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Map.Web.Data;

public sealed class MapDb(DbContextOptions<MapDb> options) : IdentityDbContext<MapUser, IdentityRole, string>(options)
{
    /// <summary>What this context changes the history is not told: it would keep what is erased. See <see cref="Erasing.Eraser"/>.</summary>
    internal bool IsErasing { get; set; }

    public DbSet<EventRow> Events => Set<EventRow>();
    public DbSet<EventActorRow> EventActors => Set<EventActorRow>();
    public DbSet<FigureRow> Figures => Set<FigureRow>();
    public DbSet<ClaimRow> Claims => Set<ClaimRow>();
    public DbSet<SourceRow> Sources => Set<SourceRow>();
    public DbSet<PlaceRow> Places => Set<PlaceRow>();
    public DbSet<PlaceNameRow> PlaceNames => Set<PlaceNameRow>();
    public DbSet<ActorRow> Actors => Set<ActorRow>();
    public DbSet<ActorNameRow> ActorNames => Set<ActorNameRow>();
    public DbSet<ActorRelationRow> ActorRelations => Set<ActorRelationRow>();
    public DbSet<ControlClaimRow> ControlClaims => Set<ControlClaimRow>();
    public DbSet<ZoneSeriesRow> ZoneSeries => Set<ZoneSeriesRow>();
    public DbSet<ZoneRow> Zones => Set<ZoneRow>();
    public DbSet<PastShapeRow> PastShapes => Set<PastShapeRow>();
    public DbSet<ViewRow> Views => Set<ViewRow>();
    public DbSet<StoryRow> Stories => Set<StoryRow>();
    public DbSet<ArticleRow> Articles => Set<ArticleRow>();
    public DbSet<ArticleDraftRow> ArticleDrafts => Set<ArticleDraftRow>();
    public DbSet<RevisionRow> Revisions => Set<RevisionRow>();
    public DbSet<AuditRow> Audit => Set<AuditRow>();
    public DbSet<DraftRow> Drafts => Set<DraftRow>();
    public DbSet<SettingRow> Settings => Set<SettingRow>();
    public DbSet<InviteRow> Invites => Set<InviteRow>();
    public DbSet<ReviewRow> Reviews => Set<ReviewRow>();
    public DbSet<ReviewCommentRow> ReviewComments => Set<ReviewCommentRow>();
    public DbSet<CorrectionRow> Corrections => Set<CorrectionRow>();
    public DbSet<EndedSessionRow> EndedSessions => Set<EndedSessionRow>();

    /// <summary>What anyone may see: published and not deleted, its place as closely as it is told. Every query that leaves the desk starts here.</summary>
    public IQueryable<EventRow> PublicEvents => Events.FromSqlRaw($"{PublicRows.Events} WHERE {PublicRows.IsPublicEvent}").AsNoTracking();

    /// <summary>Claims of public events, without what would give a place away.</summary>
    public IQueryable<ClaimRow> PublicClaims => Claims.FromSqlRaw(PublicRows.Claims).AsNoTracking();

    /// <summary>The gazetteer without the places that are told coarsely.</summary>
    public IQueryable<PlaceRow> PublicPlaces => Places.FromSqlRaw(PublicRows.Places).AsNoTracking();

    /// <summary>Of a place that is told coarsely nobody is told who held it: the district is not held with it.</summary>
    public IQueryable<ControlClaimRow> PublicControlClaims => ControlClaims.Where(c => c.Status == "published" && c.DeletedAt == null && c.Place.PublicPrecision == null);

    /// <summary>Sources, actors and what is said of them as far as somebody let them out.</summary>
    public IQueryable<SourceRow> PublicSources => Sources.Where(it => it.Status == "published");

    public IQueryable<ActorRow> PublicActors => Actors.Where(it => it.Status == "published");

    public IQueryable<ActorNameRow> PublicActorNames => ActorNames.Where(name => PublicActors.Any(it => it.Id == name.ActorId));

    public IQueryable<ActorRelationRow> PublicActorRelations => ActorRelations.Where(it => it.DeletedAt == null && it.From.Status == "published" && it.To.Status == "published");

    public IQueryable<ZoneRow> PublicZones => Zones.Where(z => z.Status == "published" && z.DeletedAt == null && z.Series.Status == "published" && z.Series.DeletedAt == null);

    public IQueryable<ViewRow> PublicViews => Views.Where(it => it.Status == "published" && it.DeletedAt == null);

    public IQueryable<StoryRow> PublicStories => Stories.Where(it => it.Status == "published" && it.DeletedAt == null);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<EventRow>(e =>
        {
            e.ToTable("Events");
            e.Property(x => x.Id).ValueGeneratedNever();
            e.Property(x => x.Version).IsConcurrencyToken();
            e.HasIndex(x => new { x.EarliestDay, x.LatestDay });
            e.HasIndex(x => x.LatestDay);
            e.HasMany(x => x.Actors).WithOne().HasForeignKey(x => x.EventId).OnDelete(DeleteBehavior.Cascade);
            e.HasMany(x => x.Figures).WithOne().HasForeignKey(x => x.EventId).OnDelete(DeleteBehavior.Cascade);
            e.HasMany(x => x.Claims).WithOne().HasForeignKey(x => x.EventId).OnDelete(DeleteBehavior.Cascade);
            e.HasOne(x => x.Place).WithMany().HasForeignKey(x => x.PlaceId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<EventActorRow>(e => { e.ToTable("EventActors"); e.HasOne(x => x.Actor).WithMany().HasForeignKey(x => x.ActorId).OnDelete(DeleteBehavior.Restrict); });
        builder.Entity<FigureRow>().ToTable("Figures");
        builder.Entity<ClaimRow>(e =>
        {
            e.ToTable("Claims");
            e.HasOne(x => x.Source).WithMany().HasForeignKey(x => x.SourceId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne(x => x.Claimant).WithMany().HasForeignKey(x => x.ClaimantId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne(x => x.Place).WithMany().HasForeignKey(x => x.PlaceId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<SourceRow>(e => { e.ToTable("Sources"); e.HasIndex(x => x.Key).IsUnique(); e.Property(x => x.Version).IsConcurrencyToken(); RestedOn(e); });
        builder.Entity<PlaceRow>(e =>
        {
            e.ToTable("Places");
            e.HasIndex(x => x.Key).IsUnique();
            e.Property(x => x.Version).IsConcurrencyToken();
            RestedOn(e);
            e.HasMany(x => x.Names).WithOne().HasForeignKey(x => x.PlaceId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<PlaceNameRow>(e => { e.ToTable("PlaceNames"); e.HasIndex(x => x.NameKey); });
        builder.Entity<ActorRow>(e =>
        {
            e.ToTable("Actors");
            e.HasIndex(x => x.Key).IsUnique();
            e.Property(x => x.Version).IsConcurrencyToken();
            RestedOn(e);
            e.HasMany(x => x.Names).WithOne().HasForeignKey(x => x.ActorId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<ActorNameRow>(e => { e.ToTable("ActorNames"); e.HasIndex(x => x.NameKey); });
        builder.Entity<ActorRelationRow>(e =>
        {
            e.ToTable("ActorRelations");
            e.HasIndex(x => x.Key).IsUnique();
            e.Property(x => x.Version).IsConcurrencyToken();
            e.HasOne(x => x.From).WithMany().HasForeignKey(x => x.FromId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne(x => x.To).WithMany().HasForeignKey(x => x.ToId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne(x => x.Source).WithMany().HasForeignKey(x => x.SourceId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<ControlClaimRow>(e =>
        {
            e.ToTable("ControlClaims");
            e.HasIndex(x => x.Key).IsUnique();
            e.Property(x => x.Version).IsConcurrencyToken();
            e.HasOne(x => x.Place).WithMany().HasForeignKey(x => x.PlaceId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne(x => x.Source).WithMany().HasForeignKey(x => x.SourceId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<ZoneSeriesRow>(e =>
        {
            e.ToTable("ZoneSeries");
            e.HasIndex(x => x.Key).IsUnique();
            e.Property(x => x.Version).IsConcurrencyToken();
            e.HasMany(x => x.Zones).WithOne(x => x.Series).HasForeignKey(x => x.SeriesId).OnDelete(DeleteBehavior.Restrict);
            e.HasOne(x => x.Source).WithMany().HasForeignKey(x => x.SourceId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<ZoneRow>(e =>
        {
            e.ToTable("Zones");
            e.Property(x => x.Version).IsConcurrencyToken();
            e.HasOne(x => x.Source).WithMany().HasForeignKey(x => x.SourceId).OnDelete(DeleteBehavior.Restrict);
        });
        builder.Entity<PastShapeRow>(e => { e.ToTable("PastShapes"); e.HasKey(x => x.Print); });
        builder.Entity<ViewRow>(e =>
        {
            e.ToTable("Views");
            e.HasIndex(x => x.Key).IsUnique();
            e.HasIndex(x => x.Slug).IsUnique();
            e.Property(x => x.Version).IsConcurrencyToken();
        });
        builder.Entity<StoryRow>(e =>
        {
            e.ToTable("Stories");
            e.HasIndex(x => x.Key).IsUnique();
            e.HasIndex(x => x.Slug).IsUnique();
            e.Property(x => x.Version).IsConcurrencyToken();
        });
        builder.Entity<ArticleRow>(e =>
        {
            e.ToTable("Articles");
            e.HasIndex(x => x.Sha256);
            e.Property(x => x.Version).IsConcurrencyToken();
            e.HasOne(x => x.Source).WithMany().HasForeignKey(x => x.SourceId).OnDelete(DeleteBehavior.Restrict);
            e.HasMany(x => x.Drafts).WithOne().HasForeignKey(x => x.ArticleId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<ArticleDraftRow>().ToTable("ArticleDrafts");
        builder.Entity<RevisionRow>(e => { e.ToTable("Revisions"); e.HasIndex(x => new { x.Table, x.RowId }); e.HasIndex(x => x.RequestId); });
        builder.Entity<AuditRow>(e => { e.ToTable("Audit"); e.HasIndex(x => x.RequestId).IsUnique().HasFilter("\"Outcome\" IS NOT NULL"); });
        builder.Entity<DraftRow>(e => { e.ToTable("Drafts"); e.HasIndex(x => new { x.UserId, x.Form }).IsUnique(); });
        builder.Entity<SettingRow>(e => { e.ToTable("Settings"); e.HasKey(x => x.Key); });
        builder.Entity<InviteRow>(e => { e.ToTable("Invites"); e.HasIndex(x => x.TokenHash).IsUnique(); });
        // As the framework's third schema has it; which schema holds it asks of services, and contexts here have none.
        builder.Entity<IdentityUserPasskey<string>>(e =>
        {
            e.ToTable("AspNetUserPasskeys");
            e.HasKey(x => x.CredentialId);
            e.Property(x => x.CredentialId).HasMaxLength(1024);
            e.OwnsOne(x => x.Data).ToJson();
            e.HasOne<MapUser>().WithMany().HasForeignKey(x => x.UserId).IsRequired();
        });
        builder.Entity<EndedSessionRow>(e => { e.ToTable("EndedSessions"); e.HasIndex(x => x.ExpiresAt); });
        builder.Entity<ReviewRow>(e =>
        {
            e.ToTable("Reviews");
            e.HasIndex(x => new { x.State, x.SubmittedAt });
            e.HasIndex(x => new { x.Table, x.RowId });
            e.Property(x => x.Version).IsConcurrencyToken();
            e.HasMany<ReviewCommentRow>().WithOne().HasForeignKey(x => x.ReviewId).OnDelete(DeleteBehavior.Cascade);
        });
        builder.Entity<ReviewCommentRow>().ToTable("ReviewComments");
        builder.Entity<CorrectionRow>(e => { e.ToTable("Corrections"); e.HasIndex(x => x.At); });
        builder.Entity<IdentityRole>().HasData(new[] { "viewer", "editor", "reviewer", "admin" }.Select(role => new IdentityRole
        {
            Id = role,
            Name = role,
            NormalizedName = role.ToUpperInvariant(),
            ConcurrencyStamp = role,
        }));
    }

    /// <summary>All that an older version recorded is public; what is not is found without reading the rest.</summary>
    private static void RestedOn<T>(EntityTypeBuilder<T> e) where T : class, IRestedOn
    {
        e.Property(x => x.Status).HasDefaultValue("published");
        e.HasIndex(x => x.Status).HasFilter("\"Status\" <> 'published'");
    }
}
