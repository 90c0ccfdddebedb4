using Map.Core.Control;
using Map.Core.Places;
using Map.Web.Data;
using Map.Web.Features.EditControl;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Map.Web.Tests.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Tests.EditControl;

/// <summary>A real database with one editor, three places, two sources and one recorded claim, and what saves and removes control claims in it.</summary>
internal sealed class ControlDesk : IDisposable
{
    public const string EditorId = "the-editor";
    public static readonly Editor Editor = new(EditorId, "Rana");

    private ControlDesk(TestDatabase database)
    {
        Database = database;
        Save = new SaveControlClaims(database.Gate, TimeProvider.System);
        Remove = new RemoveControlClaim(database.Gate, TimeProvider.System);
    }

    public TestDatabase Database { get; }
    public SaveControlClaims Save { get; }
    public RemoveControlClaim Remove { get; }

    public static async Task<ControlDesk> OpenAsync()
    {
        var desk = new ControlDesk(await TestDatabase.CreateAsync());
        await desk.Database.Gate.RunAsync(TestDatabase.Request(), db =>
        {
            db.Places.AddRange(Place(1, "manbij", "Manbij", "منبج", 2), Place(2, "kobani", "Kobani", "كوباني", 2, "عين العرب", "Ayn al-Arab"), Place(3, "salihiyah-one", "Salihiyah", "الصالحية", 5), Place(4, "salihiyah-two", "Salihiyah", "الصالحية", 5));
            db.Sources.AddRange(
                new SourceRow { Id = 1, Key = "report", Title = "A report of 12 December", Outlet = "A paper", Reliability = "B", PublishedEdtf = "2024-12-12" },
                new SourceRow { Id = 2, Key = "other", Title = "Another report", Reliability = "C", PublishedEdtf = "2016-08-20" });
            db.ControlClaims.Add(new() { Id = 7, Key = "manbij-2016", PlaceId = 1, Holders = "sdf", Edtf = "2016-08-15", EarliestDay = 17028, LatestDay = 17028, SourceId = 2, Credibility = 3, Version = Guid.NewGuid() });
            db.Users.Add(new() { Id = EditorId, UserName = "rana@example.org", DisplayName = "Rana" });
            db.UserRoles.Add(new IdentityUserRole<string> { UserId = EditorId, RoleId = Roles.Editor });
            db.Settings.Add(new() { Key = Reviewing.Setting, Value = "open" });
            return Task.FromResult(true);
        });
        return desk;
    }

    /// <summary>Three claims of one report, ready to be published.</summary>
    public static ClaimSheet Sheet() => new()
    {
        SourceId = 1,
        SourceKey = "report",
        DateAnchor = "2024-12-12",
        Status = "published",
        Reason = "a report",
        Lines =
        [
            new() { PlaceKey = "manbij", PlaceName = "Manbij", Holders = "4", DateText = "on Monday", Quote = "entered the town", Credibility = 3, Note = "town only" },
            new() { PlaceKey = "kobani", PlaceName = "Kobani", Holders = "5 + 1", Posture = "contested", DateText = "10 December 2024", ReportedBy = "residents", AgainstSide = "yes" },
            new() { PlaceKey = "salihiyah-one", PlaceName = "Salihiyah", Holders = "SNA", DateText = "2024-12" },
            new() { Holders = "SNA", DateText = "2024-12" },
        ],
    };

    public Task<ClaimsOutcome> SaveAsync(ClaimSheet sheet, Guid? request = null) => Save.RunAsync(sheet, Editor, request ?? Guid.NewGuid(), Language.English);

    /// <summary>The claim as the form would open it.</summary>
    public async Task<ClaimSheet> OpenAsync(long id)
    {
        await using var db = Database.Dbs.CreateDbContext();
        return LoadSheet.From((await LoadSheet.RowAsync(db, id))!);
    }

    public async Task<List<ControlClaimRow>> RowsAsync()
    {
        await using var db = Database.Dbs.CreateDbContext();
        return await db.ControlClaims.Include(claim => claim.Place).Include(claim => claim.Source).OrderBy(claim => claim.Id).ToListAsync();
    }

    public void Dispose() => Database.Dispose();

    private static PlaceRow Place(long id, string key, string name, string arabic, int rank, params string[] others) => new()
    {
        Id = id,
        Key = key,
        Name = name,
        NameAr = arabic,
        Latitude = 36 + id / 10.0,
        Longitude = 38,
        Rank = rank,
        Names = [.. others.Prepend(arabic).Prepend(name).Select(called => new PlaceNameRow { Name = called, NameKey = NameKey.Of(called) })],
    };
}
