using Map.Core.Places;
using Map.Web.Data;
using Map.Web.Tests.Data;

namespace Map.Web.Tests.Public;

/// <summary>Rows with something in every field that no reader may see, and one event of which all may be seen.</summary>
internal static class HiddenThings
{
    public const long AtHiddenPlace = 9001, ToldByDistrict = 9002, NotOnTheMap = 9003, ToldAsItIs = 9004, Drafted = 9005, InReview = 9006, Withdrawn = 9007;

    public const string ToldView = "told-view", UnseenView = "unseen-view", ToldStory = "told-story", UnseenStory = "unseen-story";

    /// <summary>Where the hidden place and the event on a farm are; nothing else is within some kilometres.</summary>
    public static readonly (double Latitude, double Longitude) Village = (35.61237, 36.46543), Farm = (36.51319, 37.08127);

    /// <summary>What stands in fields that are for the desk alone, and the names and figures of the two spots.</summary>
    public static readonly string[] Words =
    [
        "Zaqanari", "زقناري", "Zakhanary", "zaqanari-key", "Qumbul", "قمبل", "canary", "35.612", "36.465", "36.513", "37.081", "7.7351",
    ];

    /// <summary>What must be found, so that not finding the others means something.</summary>
    public static readonly string[] Told = ["An openly told meeting", "35.86435", "Azaz district", "An openly told view"];

    public static Task PlantAsync(WriteGate gate) => gate.RunAsync(TestDatabase.Request("canary of a reason"), async db =>
    {
        var source = new SourceRow { Key = "told-source", Title = "A daily", Reliability = "B", PrivateNote = "canary of a source" };
        var village = Place(901, "zaqanari-key", "Zaqanari", "زقناري", "village", null, Village.Latitude, Village.Longitude);
        (village.PublicPrecision, village.PrivateNote) = ("governorate", "canary of a place");
        village.Names.Add(new() { Name = "Zakhanary", NameKey = NameKey.Of("Zakhanary") });
        db.Places.AddRange(village,
            Place(902, "azaz-district", "Azaz district", "منطقة أعزاز", "district", "SY0204", 36.49579, 37.17895),
            Place(903, "idlib-governorate", "Idlib governorate", "محافظة إدلب", "governorate", "SY07", 35.78511, 36.68228));
        var actor = db.Actors.First();
        actor.PrivateNote = "canary of an actor";
        db.Articles.Add(new() { Title = "canary of a text's title", Text = "canary of a text", Sha256 = new string('0', 64), ChangedAt = DateTime.UtcNow });
        db.Drafts.Add(new() { UserId = "somebody", Form = "event-9009", Json = "{\"Title\":\"canary of a draft\"}" });
        db.ControlClaims.Add(new()
        {
            Key = "zaqanari-key-2018",
            Place = village,
            Holders = "hts",
            Edtf = "2018-08-01",
            EarliestDay = 17744,
            LatestDay = 17744,
            Source = source,
            Note = "canary of a control claim",
            Quote = "Zaqanari fell",
        });

        var azaz = db.Places.First(p => p.Key == "azaz");
        var saraqib = db.Places.First(p => p.Key == "saraqib");
        db.Events.AddRange(
            Event(AtHiddenPlace, "Shelling of Zaqanari", "قصف زقناري", "Homes in Zaqanari were hit, and people of Zakhanary fled.", source, village, row => row.PlaceText = "east of Zaqanari"),
            Event(ToldByDistrict, "Raid on Qumbul farm", "مداهمة قمبل", "Two men were taken from Qumbul farm.", source, null, row =>
            {
                (row.DatePhrase, row.GradeSet, row.GradeReason) = ("on the day Qumbul farm burned", "weak", "only Qumbul farm's owner says so");
                row.Claims.Add(new() { Field = "figures", Says = "Two", ClaimantText = "the owner of Qumbul farm", Position = 3, Source = source });
                (row.PlaceText, row.PublicPrecision, row.Latitude, row.Longitude) = ("Qumbul farm", "district", Farm.Latitude, Farm.Longitude);
                row.Claims.Add(new() { Field = "place", Says = "It was on a farm with canary trees", SaysAr = "في قمبل", PlaceText = "Qumbul", RadiusKm = 7.7351, Quote = "canary trees", Position = 1, Source = source });
                row.Claims.Add(new() { Field = "event", Says = "They came to Qumbul farm", Quote = "to Qumbul farm", PlaceId = saraqib.Id, PlaceText = "Qumbul", Position = 2, Source = source });
            }),
            Event(NotOnTheMap, "Convoy stopped at Azaz", "توقيف رتل في أعزاز", "It stood in Azaz for a day.", source, azaz, row => row.PublicPrecision = "country"),
            Event(ToldAsItIs, "An openly told meeting", null, "At the market.", source, saraqib, row => row.PrivateNote = "canary of an event"));
        foreach (var (id, status) in new[] { (Drafted, "draft"), (InReview, "review"), (Withdrawn, "withdrawn") })
        {
            db.Events.Add(Event(id, $"canary of a title in {status}", "كناري قمبل", $"canary of a description in {status}", source, saraqib, row =>
            {
                row.Status = status;
                row.Claims[0].Says = $"canary of a claim in {status}";
            }));
        }
        Waiting(db, InReview, "new", "waiting", null);
        Waiting(db, ToldAsItIs, "change", "waiting", "{\"Title\":\"canary of a proposed title\",\"Description\":\"canary of a proposed text\"}");
        Waiting(db, Drafted, "new", "sent-back", null);
        // A control claim that nobody has let out yet, and a change of one that readers see.
        ControlClaimRow Held(string key, string status, string note) => new()
        {
            Key = key,
            Place = azaz,
            Holders = "irg",
            Edtf = "2018-09-01",
            EarliestDay = 17775,
            LatestDay = 17775,
            Source = source,
            Status = status,
            Note = note,
            Quote = status == "published" ? "It is held openly" : "canary of a quotation in review",
        };
        var (queued, open) = (Held("queued-claim", "review", "canary of a note in review"), Held("open-claim", "published", ""));
        db.ControlClaims.AddRange(queued, open);
        var series = new ZoneSeriesRow
        {
            Key = "canary-of-a-series",
            Title = "canary of a series in review",
            Method = "canary of a method",
            Source = source,
            Status = "review",
            Zones = [new() { Holders = "sna", FromEdtf = "2018-03-18", FromEarliest = 17608, FromLatest = 17608, Quote = "canary of a zone's quotation", Note = "canary of a zone's note", Status = "published", Shape = new NetTopologySuite.IO.WKBWriter().Write(new NetTopologySuite.IO.WKTReader().Read("POLYGON((37 36, 37.2 36, 37.2 36.2, 37 36.2, 37 36))")) }],
        };
        db.ZoneSeries.Add(series);
        await db.SaveChangesAsync();
        Waiting(db, series.Id, "new", "waiting", null, "ZoneSeries");
        Waiting(db, series.Id, "change", "waiting", "{\"Series\":{\"Title\":\"canary of a proposed series\"},\"Grounds\":[]}", "ZoneSeries");
        Waiting(db, queued.Id, "new", "waiting", null, "ControlClaims");
        Waiting(db, open.Id, "change", "waiting", "{\"Lines\":[{\"Quote\":\"canary of a proposed quotation\",\"Holders\":\"canary\"}]}", "ControlClaims");
        PlantUnseen(db, actor, saraqib);
        PlantViewsAndStories(db);
        await db.SaveChangesAsync();
        Waiting(db, db.Sources.Local.Single(it => it.Status == "review").Id, "new", "waiting", null, "Sources");
        Waiting(db, db.Actors.Local.Single(it => it.Status == "review").Id, "new", "waiting", null, "Actors");
        Waiting(db, db.Places.Local.Single(it => it.Status == "review").Id, "new", "waiting", null, "Places");
        Waiting(db, source.Id, "change", "waiting", "{\"Source\":{\"Title\":\"canary of a proposed source\"},\"SideReason\":\"canary of a proposed reason\"}", "Sources");
        Waiting(db, actor.Id, "change", "waiting", "{\"Name\":\"canary of a proposed actor\",\"Relations\":[{\"Note\":\"canary of a proposed relation\"}]}", "Actors");
        Waiting(db, saraqib.Id, "change", "waiting", "{\"Name\":\"canary of a proposed place\",\"Coordinates\":\"35.612, 36.465\"}", "Places");
        Waiting(db, saraqib.Id, "deletion", "waiting", null, "Places");
        Waiting(db, db.Views.Local.Single(it => it.Key == ToldView).Id, "change", "waiting", "{\"Title\":\"canary of a proposed view\",\"Callouts\":[{\"Text\":\"canary of a proposed callout\"}]}", "Views");
        Waiting(db, db.Stories.Local.Single(it => it.Key == ToldStory).Id, "change", "waiting", "{\"Title\":\"canary of a proposed story\",\"Chapters\":[{\"Text\":\"canary of a proposed chapter\"}]}", "Stories");
        db.Corrections.AddRange(new CorrectionRow { RowId = ToldAsItIs, Fields = "title" }, new CorrectionRow { RowId = Withdrawn, Kind = "withdrawn" }, new CorrectionRow { RowId = InReview, Fields = "title" }, new CorrectionRow { RowId = ToldByDistrict, Fields = "date" });
        foreach (var row in db.Events.Local) { row.PrivateNote ??= "canary of an event"; }
        await db.SaveChangesAsync();
        return true;
    });

    /// <summary>What nobody has let out yet, in each state that hides it, and a draft that rests on all of it.</summary>
    private static void PlantUnseen(MapDb db, ActorRow known, PlaceRow told)
    {
        foreach (var (status, i) in new[] { "draft", "review", IRestedOn.Added }.Select((status, i) => (status, i)))
        {
            var source = new SourceRow { Key = $"unseen-source-{status}", Title = $"canary of a source in {status}", Outlet = "canary of an outlet", Author = "canary of an author", Url = "https://canary.example.org/", Side = "sna", SideReason = "canary of a side's reason", Status = status };
            var actor = new ActorRow
            {
                Key = $"unseen-actor-{status}",
                Name = $"canary of an actor in {status}",
                NameAr = "قمبل",
                Holder = "sna",
                Note = "canary of an actor's note",
                Status = status,
                Names = [new() { Name = "Qumbul brigade", NameKey = NameKey.Of("Qumbul brigade"), ValidEdtf = "2018" }],
            };
            var place = Place(0, $"unseen-place-{status}", $"canary of a place in {status}", "قمبل", "village", null, Village.Latitude, Village.Longitude);
            place.Status = status;
            db.AddRange(source, actor, place);
            foreach (var kind in new[] { "split_from", "led_by" }) { db.ActorRelations.Add(new() { Key = $"unseen-tie-{status}-{kind}", From = actor, To = known, Kind = kind, Edtf = "2018", EarliestDay = 17532, LatestDay = 17896, Source = source, Note = "canary of a relation", Claimant = "canary of a claimant" }); }
            db.Events.Add(Event(9100 + i, "canary of a draft on what is unseen", null, "canary", source, told, row =>
            {
                (row.Status, row.PlaceId, row.Place) = ("draft", null, place);
                row.Actors.Add(new() { Actor = actor });
            }));
        }
    }

    /// <summary>Named views and stories: in each state that hides them, deleted, and one that is told, whose owner is not.</summary>
    private static void PlantViewsAndStories(MapDb db)
    {
        foreach (var (status, deleted) in new[] { ("draft", false), ("review", false), ("withdrawn", false), ("published", true), ("published", false) })
        {
            var isTold = status == "published" && !deleted;
            var state = deleted ? "deleted" : status;
            string Words(string what) => isTold ? $"An openly told {what}" : $"canary of a {what} in {state}";
            db.Views.Add(new()
            {
                Key = isTold ? ToldView : $"{UnseenView}-{state}",
                Slug = isTold ? null : $"unseen-by-name-{state}",
                Title = Words("view"),
                TitleAr = Words("view"),
                Caption = Words("caption"),
                CaptionAr = Words("caption"),
                Callouts = isTold ? null : """[{"At":"35.612, 36.465","Text":"canary of a callout","TextAr":"قمبل"}]""",
                Framers = isTold ? null : "https://canary.example.org",
                OwnerId = "somebody",
                Owner = "canary of an owner",
                Status = status,
                DeletedAt = deleted ? DateTime.UnixEpoch : null,
            });
            db.Stories.Add(new()
            {
                Key = isTold ? ToldStory : $"{UnseenStory}-{state}",
                Slug = isTold ? null : $"unseen-story-by-name-{state}",
                Title = Words("story"),
                TitleAr = Words("story"),
                Summary = Words("summary"),
                Byline = Words("byline"),
                Chapters = isTold ? null : """[{"Title":"canary of a chapter","Text":"canary of a chapter's text"}]""",
                OwnerId = "somebody",
                Owner = "canary of an owner",
                Status = status,
                DeletedAt = deleted ? DateTime.UnixEpoch : null,
            });
        }
    }

    /// <summary>What stands in an address: keys and readable names of all that is planted.</summary>
    public static IEnumerable<string> Names =>
        ["sources", "hts", "told-source", "unseen-actor-review", "unseen-source-review", "unseen-place-review", ToldView, ToldStory, "unseen-by-name-draft", "unseen-story-by-name-draft",
            .. new[] { "draft", "review", "withdrawn", "deleted" }.SelectMany(state => new[] { $"{UnseenView}-{state}", $"{UnseenStory}-{state}" })];

    private static void Waiting(MapDb db, long id, string kind, string state, string? proposed, string table = "Events")
    {
        var review = db.Reviews.Add(new()
        {
            Table = table,
            RowId = id,
            Kind = kind,
            State = state,
            Proposed = proposed,
            SubmittedById = "somebody",
            SubmittedBy = "canary of a submitter",
            Why = "canary of a reason to send it",
            DecidedWhy = "canary of a reason to send it back",
            AssignedTo = "canary of a reviewer",
        }).Entity;
        db.SaveChanges();
        db.ReviewComments.Add(new() { ReviewId = review.Id, By = "canary of a commenter", Text = "canary of a comment" });
    }

    private static PlaceRow Place(long id, string key, string name, string arabic, string kind, string? code, double latitude, double longitude) => new()
    {
        Id = id,
        Key = key,
        Name = name,
        NameAr = arabic,
        Kind = kind,
        PCode = code,
        Latitude = latitude,
        Longitude = longitude,
        Rank = 4,
        Names = [new() { Name = name, NameKey = NameKey.Of(name) }, new() { Name = arabic, Language = "ar", NameKey = NameKey.Of(arabic) }],
    };

    private static EventRow Event(long id, string title, string? titleAr, string description, SourceRow source, PlaceRow? place, Action<EventRow> more)
    {
        var row = TestDatabase.Event(id, title);
        (row.TitleAr, row.Description, row.PlaceId, row.Latitude, row.Longitude) = (titleAr, description, place?.Id, place?.Latitude, place?.Longitude);
        row.Claims.Add(new() { Field = "event", Says = "It happened", PlaceId = place?.Id, Source = source });
        more(row);
        return row;
    }
}
