using System.Text.Json;
using Map.Core.Events;

namespace Map.Core.Tests.Events;

public class EventDraftTests
{
    private static readonly DateOnly Today = new(2024, 6, 1);

    private static readonly DraftContext Desk = new(
        Today,
        PlaceExists: key => key is "azaz" or "idlib",
        ActorExists: (id, key) => id is 1 or 2 || key is "hts" or "zakour",
        SourceExists: (id, key) => id == 7 || key == "issue-8");

    private static readonly DraftContext PublishedBefore = Desk with { WasPublished = true };

    /// <summary>An event with every field right, published.</summary>
    private static EventDraft Good() => new()
    {
        Id = 1L << 41,
        Type = "detention",
        Title = "Convoy stopped on the way to Idlib",
        TitleAr = "إيقاف رتل على الطريق إلى إدلب",
        DateText = "19 December",
        DateAnchor = "2024-01",
        PlaceKey = "azaz",
        PlaceName = "Azaz",
        Coordinates = "36.587, 37.046",
        Precision = "near",
        Actors = [new() { ActorId = 1, Name = "HTS", Role = "initiator" }, new() { ActorKey = "zakour", Name = "Zakour", Role = "target" }],
        Figures = [new() { Kind = "detained", Low = "1", Best = "1", High = "2" }, new() { Kind = "killed", Best = "٠" }],
        Description = "Two lines\nof own words, with 5 km.",
        Claims =
        [
            new() { Says = "He was taken and freed the same day", ClaimantKey = "zakour", SaidOn = "the same day", SourceId = 7, Credibility = 3, Quote = "a few words", PlaceKey = "azaz", RadiusKm = "15", When = "19 December 2023" },
            new()
            {
                Field = "attribution", Says = "A foreign service stopped the convoy", ClaimantText = "The article's author", Denies = true,
                NewSource = new() { Title = "Issue 8", Outlet = "A review", Url = "https://example.org/issue-8", Published = "2024-01", Language = "en", Reliability = "C", Kind = "article" },
            },
        ],
        Status = "published",
        Reason = "First entry",
        Version = Guid.NewGuid(),
    };

    [Fact]
    public void A_grade_of_the_editors_own_needs_a_reason_and_a_reason_needs_a_grade()
    {
        var draft = Good();
        draft.GradeSet = "fair";
        Assert.Contains(draft.Check(Desk), it => it.Field == "GradeReason" && it.Message.Contains("fair", StringComparison.Ordinal));
        draft.GradeReason = "Two of the sources are one";
        Assert.Empty(draft.Check(Desk));
        draft.GradeSet = "splendid";
        Assert.Contains(draft.Check(Desk), it => it.Field == "GradeSet" && it.Message.Contains("splendid", StringComparison.Ordinal));
        draft.GradeSet = "";
        Assert.Contains(draft.Check(Desk), it => it.Field == "GradeReason");
        Assert.All(draft.Check(Desk with { Arabic = true }), it => Assert.Contains("درجة", it.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_right_draft_has_nothing_to_correct()
    {
        var draft = Good();
        draft.Claims[0].SaidOn = "19 December 2023";
        Assert.Empty(draft.Check(PublishedBefore));
        Assert.Equal("2023-12-19", draft.ReadSpan()!.Edtf);
        Assert.Equal((36.587, 37.046), draft.ReadPosition());
        Assert.Equal(new Figures("killed", null, 0, null), draft.Figures[1].Read());
        Assert.Equal("2024-01", draft.Claims[1].NewSource!.Published);
    }

    /// <summary>Name of the case, the slip, where the message stands, words it must hold.</summary>
    public static TheoryData<string, string, string> Slips()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var (name, (_, field, words, _)) in Cases)
        {
            data.Add(name, field, words);
        }

        return data;
    }

    private static readonly Dictionary<string, (Action<EventDraft> Slip, string Field, string Words, DraftContext Context)> Cases = new()
    {
        ["no number"] = (draft => draft.Id = 0, "Id", "Open the form again", Desk),
        ["no type"] = (draft => draft.Type = "", "Type", "Choose what kind", Desk),
        ["unknown type"] = (draft => draft.Type = "riot", "Type", "“riot” is not a kind of event", Desk),
        ["no title"] = (draft => draft.Title = "  ", "Title", "The title is empty", Desk),
        ["title without letters"] = (draft => draft.Title = "123 !!", "Title", "has no letters", Desk),
        ["title in Arabic only"] = (draft => draft.Title = "إيقاف رتل", "Title", "Arabic title", Desk),
        ["title too long"] = (draft => draft.Title = new string('a', 203), "Title", "203 characters; 200 are the most. Shorten it by 3.", Desk),
        ["title with a control character"] = (draft => draft.Title = "Con\u0007voy", "Title", "a control character (U+0007) at character 4", Desk),
        ["title with a line break"] = (draft => draft.Title = "One\nTwo", "Title", "a line break", Desk),
        ["title with turned direction"] = (draft => draft.Title = "abc\u202Egpj.exe", "Title", "turns the reading direction", Desk),
        ["title with an isolate"] = (draft => draft.Title = "abc\u2066def", "Title", "turns the reading direction", Desk),
        ["title with half a character"] = (draft => draft.Title = "abc\uD83D", "Title", "half a character", Desk),
        ["Arabic title in Latin letters"] = (draft => draft.TitleAr = "Convoy", "TitleAr", "has no Arabic letters", Desk),
        ["Arabic title too long"] = (draft => draft.TitleAr = new string('ا', 201), "TitleAr", "200 are the most", Desk),
        ["no date"] = (draft => draft.DateText = "", "DateText", "No date is given", Desk),
        ["date not understood"] = (draft => draft.DateText = "when it rained", "DateText", "is not understood", Desk),
        ["impossible date"] = (draft => draft.DateText = "31 February 2018", "DateText", "February 2018 has 28 days", Desk),
        ["ambiguous date"] = (draft => draft.DateText = "8/10/2017", "DateText", "8 October 2017 or 10 August 2017", Desk),
        ["ambiguous date, choice from elsewhere"] = (draft => (draft.DateText, draft.DateChoice) = ("8/10/2017", "2017-01-01"), "DateText", "Choose the one", Desk),
        ["date without a year or an anchor"] = (draft => draft.DateAnchor = "", "DateText", "has no year", Desk),
        ["anchor that is no date"] = (draft => draft.DateAnchor = "spring", "DateAnchor", "is not a date", Desk),
        ["future date"] = (draft => draft.DateText = "2 June 2024", "DateText", "has not come yet (today is 1 June 2024)", Desk),
        ["interval into the future"] = (draft => draft.DateText = "2018/2030", "DateText", "reaches 2030", Desk),
        ["date before 1900"] = (draft => draft.DateText = "1789-07-14", "DateText", "lies before 1900", Desk),
        ["span that ends before it starts"] = (draft => draft.DateText = "2018-02/2018-01", "DateText", "Swap the two", Desk),
        ["unknown place"] = (draft => draft.PlaceKey = "atlantis", "PlaceKey", "no place “atlantis”", Desk),
        ["published without a place"] = (draft => (draft.PlaceKey, draft.PlaceName, draft.Coordinates) = ("", "", ""), "PlaceKey", "No place is given", Desk),
        ["exact place without a position"] = (draft => (draft.PlaceKey, draft.Coordinates, draft.Precision) = ("", "", "exact"), "PlaceKey", "has no position", Desk),
        ["position not understood"] = (draft => draft.Coordinates = "near the mill", "Coordinates", "is not a position", Desk),
        ["half a position"] = (draft => draft.Coordinates = "36.587", "Coordinates", "a position needs two", Desk),
        ["latitude out of range"] = (draft => draft.Coordinates = "96.5, 137", "Coordinates", "beyond 90", Desk),
        ["longitude out of range"] = (draft => draft.Coordinates = "36.5, 197", "Coordinates", "beyond 180", Desk),
        ["infinite position"] = (draft => draft.Coordinates = "Infinity, NaN", "Coordinates", "is not a position", Desk),
        ["swapped position"] = (draft => draft.Coordinates = "38.2, 36.1", "Coordinates", "These look swapped", Desk),
        ["swapped position, by the border"] = (draft => draft.Coordinates = "37.05, 36.59", "Coordinates", "type 36.59, 37.05", Desk with { InCountry = (lat, lng) => lat < 36.9 && lng > 36 }),
        ["position in the Atlantic"] = (draft => draft.Coordinates = "0, 0", "Coordinates", "Atlantic", Desk),
        ["unknown precision"] = (draft => draft.Precision = "sharp", "Precision", "“sharp” is not a precision", Desk),
        ["actor not chosen"] = (draft => draft.Actors[0] = new() { Name = "Somebody" }, "Actors[0].Name", "“Somebody” is not a known actor", Desk),
        ["actor gone"] = (draft => draft.Actors[1].ActorKey = "nobody", "Actors[1].Name", "no longer there", Desk),
        ["actor twice"] = (draft => draft.Actors.Add(new() { ActorId = 1, Name = "HTS", Role = "initiator" }), "Actors[2].Name", "twice", Desk),
        ["unknown role"] = (draft => draft.Actors[0].Role = "hero", "Actors[0].Role", "“hero” is not a role", Desk),
        ["too many actors"] = (draft => draft.Actors = [.. Enumerable.Range(0, 101).Select(_ => new DraftActor { ActorId = 1 })], "Actors", "101 actors; 100 are the most", Desk),
        ["low above best"] = (draft => draft.Figures[0] = new() { Kind = "detained", Low = "12", Best = "8", High = "20" }, "Figures[0].Low", "Low (12) is above best (8). Lower it, or raise best.", Desk),
        ["high below best"] = (draft => draft.Figures[0] = new() { Kind = "detained", Best = "8", High = "5" }, "Figures[0].High", "High (5) is below best (8)", Desk),
        ["low above high"] = (draft => draft.Figures[0] = new() { Kind = "detained", Low = "8", High = "5" }, "Figures[0].Low", "Low (8) is above high (5)", Desk),
        ["figure below zero"] = (draft => draft.Figures[0].Low = "-1", "Figures[0].Low", "-1 is below zero", Desk),
        ["figure too large"] = (draft => draft.Figures[0].High = "10000001", "Figures[0].High", "from 0 to 10,000,000", Desk),
        ["figure in words"] = (draft => draft.Figures[0].Best = "a dozen", "Figures[0].Best", "“a dozen” is not a whole number", Desk),
        ["figure with a fraction"] = (draft => draft.Figures[0].Best = "1.5", "Figures[0].Best", "“1.5” is not a whole number", Desk),
        ["empty figure"] = (draft => draft.Figures[0] = new() { Kind = "detained" }, "Figures[0].Best", "holds no number", Desk),
        ["unknown figure"] = (draft => draft.Figures[0].Kind = "tanks", "Figures[0].Kind", "nothing this map counts", Desk),
        ["figure twice"] = (draft => draft.Figures[1].Kind = "detained", "Figures[1].Kind", "already a row", Desk),
        ["description too long"] = (draft => draft.Description = new string('a', 102_401), "Description", "102,401 characters; 102,400 are the most", Desk),
        ["description with a null character"] = (draft => draft.Description = "a\0b", "Description", "U+0000", Desk),
        ["published without a claim"] = (draft => draft.Claims = [], "Claims", "Nothing is published without a source", Desk),
        ["sent to review without a claim"] = (draft => (draft.Claims, draft.Status) = ([], "review"), "Claims", "Nothing is published without a source", Desk),
        ["claim without a source"] = (draft => draft.Claims[0].SourceId = null, "Claims[0].SourceId", "Claim 1 has no source", Desk),
        ["claim with two sources"] = (draft => draft.Claims[0].NewSource = new() { Title = "T" }, "Claims[0].SourceId", "both a known and a new source", Desk),
        ["claim with a source that is gone"] = (draft => draft.Claims[0].SourceId = 8, "Claims[0].SourceId", "no longer there", Desk),
        ["claim that says nothing"] = (draft => draft.Claims[0].Says = " ", "Claims[0].Says", "is empty", Desk),
        ["claim about nothing known"] = (draft => draft.Claims[0].Field = "weather", "Claims[0].Field", "nothing a claim can be about", Desk),
        ["claim by nobody"] = (draft => draft.Claims[0].ClaimantKey = "", "Claims[0].ClaimantText", "Nobody is named", Desk),
        ["claim by an actor who is gone"] = (draft => draft.Claims[0].ClaimantKey = "nobody", "Claims[0].ClaimantText", "no longer there", Desk),
        ["claim said in the future"] = (draft => draft.Claims[0].SaidOn = "2025", "Claims[0].SaidOn", "has not come yet", Desk),
        ["claim said before the event"] = (draft => draft.Claims[0].SaidOn = "1 December 2023", "Claims[0].SaidOn", "before the event (19 December 2023)", Desk),
        ["claim said after its source"] = (draft => draft.Claims[1].SaidOn = "3 March 2024", "Claims[1].SaidOn", "after the source was published (January 2024)", Desk),
        ["claim said on an unclear day"] = (draft => draft.Claims[0].SaidOn = "3/1/2024", "Claims[0].SaidOn", "3 January 2024 or 1 March 2024", Desk),
        ["claim's own date not understood"] = (draft => draft.Claims[1].When = "soon", "Claims[1].When", "“soon” is not understood", Desk),
        ["claim's place unknown"] = (draft => draft.Claims[0].PlaceKey = "atlantis", "Claims[0].PlaceKey", "no place “atlantis”", Desk),
        ["claim's distance no number"] = (draft => draft.Claims[0].RadiusKm = "far", "Claims[0].RadiusKm", "“far” is not a distance", Desk),
        ["claim's distance not finite"] = (draft => draft.Claims[0].RadiusKm = "NaN", "Claims[0].RadiusKm", "“NaN” is not a distance", Desk),
        ["claim's distance from nowhere"] = (draft => draft.Claims[0].PlaceKey = "", "Claims[0].RadiusKm", "needs a place", Desk),
        ["quotation too long"] = (draft => draft.Claims[0].Quote = new string('a', 2_001), "Claims[0].Quote", "2,001 characters; 2,000 are the most", Desk),
        ["credibility out of range"] = (draft => draft.Claims[0].Credibility = 7, "Claims[0].Credibility", "7 is not a credibility", Desk),
        ["claim repeated"] = (draft => draft.Claims.Insert(1, new() { Says = draft.Claims[0].Says, ClaimantKey = "zakour", SourceId = 7 }), "Claims[1].Says", "Claim 2 repeats claim 1", Desk),
        ["too many claims"] = (draft => draft.Claims.AddRange(Enumerable.Range(0, 100).Select(_ => new DraftClaim())), "Claims", "102 claims; 100 are the most", Desk),
        ["new source without a title"] = (draft => draft.Claims[1].NewSource!.Title = "", "Claims[1].NewSource.Title", "has no title", Desk),
        ["address of a script"] = (draft => draft.Claims[1].NewSource!.Url = "javascript:alert(1)", "Claims[1].NewSource.Url", "Only http:// and https://", Desk),
        ["address of a file"] = (draft => draft.Claims[1].NewSource!.Url = "file:///etc/passwd", "Claims[1].NewSource.Url", "Only http:// and https://", Desk),
        ["address cut off"] = (draft => draft.Claims[1].NewSource!.Url = "example.org/issue", "Claims[1].NewSource.Url", "not a whole address", Desk),
        ["address with a password"] = (draft => draft.Claims[1].NewSource!.Url = "https://me:secret@example.org/", "Claims[1].NewSource.Url", "user name or password", Desk),
        ["new source with an unknown letter"] = (draft => draft.Claims[1].NewSource!.Reliability = "G", "Claims[1].NewSource.Reliability", "“G” is not a reliability", Desk),
        ["new source of an unknown kind"] = (draft => draft.Claims[1].NewSource!.Kind = "rumour", "Claims[1].NewSource.Kind", "“rumour” is not a kind", Desk),
        ["new source in an unknown language"] = (draft => draft.Claims[1].NewSource!.Language = "English", "Claims[1].NewSource.Language", "not a language code", Desk),
        ["new source from the future"] = (draft => draft.Claims[1].NewSource!.Published = "2027", "Claims[1].NewSource.Published", "has not come yet", Desk),
        ["unknown status"] = (draft => draft.Status = "live", "Status", "“live” is not a status", Desk),
        ["withdrawn before it was published"] = (draft => draft.Status = "withdrawn", "Status", "Only a published event", Desk),
        ["published change without a reason"] = (draft => draft.Reason = " ", "Reason", "Say in a few words why it changes", PublishedBefore),
        ["reason too long"] = (draft => draft.Reason = new string('a', 1_001), "Reason", "1,000 are the most", Desk),
    };

    [Theory]
    [MemberData(nameof(Slips))]
    public void A_slip_is_refused_at_its_field(string name, string field, string words)
    {
        var draft = Good();
        draft.Claims[0].SaidOn = "20 December 2023";
        Cases[name].Slip(draft);
        var problems = draft.Check(Cases[name].Context);
        Assert.Contains(problems, problem => problem.Field == field && problem.Message.Contains(words, StringComparison.Ordinal));

        var inArabic = draft.Check(Cases[name].Context with { Arabic = true });
        Assert.Equal(problems.Select(problem => problem.Field), inArabic.Select(problem => problem.Field));
        Assert.All(inArabic, problem => ToldInArabic.Check(problem.Message));
    }

    [Fact]
    public void A_chosen_reading_settles_an_ambiguous_date()
    {
        var draft = Good();
        (draft.DateText, draft.DateChoice, draft.Claims) = ("8/10/2017", "2017-08-10", [draft.Claims[1]]);
        Assert.Empty(draft.Check(Desk));
        Assert.Equal("2017-08-10", draft.ReadSpan()!.Edtf);
    }

    [Fact]
    public void A_confirmed_position_is_taken_as_typed()
    {
        var draft = Good();
        (draft.Coordinates, draft.PositionConfirmed) = ("38.2, 36.1", true);
        Assert.DoesNotContain(draft.Check(Desk), problem => problem.Field == "Coordinates");
    }

    [Fact]
    public void A_draft_may_wait_for_its_place_and_claims()
    {
        var draft = new EventDraft { Id = 5, Type = "protest", Title = "Protest", DateText = "October 2017" };
        Assert.Empty(draft.Check(Desk));
    }

    [Fact]
    public void An_event_known_only_to_be_in_the_country_needs_no_place()
    {
        var draft = Good();
        (draft.PlaceKey, draft.PlaceName, draft.Coordinates, draft.Precision) = ("", "", "", "country");
        Assert.DoesNotContain(draft.Check(Desk), problem => problem.Field == "PlaceKey");
    }

    [Fact]
    public void The_current_month_is_not_the_future()
    {
        var draft = Good();
        (draft.DateText, draft.Claims) = ("June 2024", []);
        Assert.DoesNotContain(draft.Check(Desk), problem => problem.Field == "DateText");
    }

    [Fact]
    public void A_draft_survives_being_kept_as_JSON()
    {
        var draft = Good();
        var json = JsonSerializer.Serialize(draft);
        var back = JsonSerializer.Deserialize<EventDraft>(json)!;
        Assert.Equal(json, JsonSerializer.Serialize(back));
        Assert.Equal(draft.Check(Desk), back.Check(Desk));
    }

    [Fact]
    public void A_draft_with_holes_is_answered_not_thrown_at()
    {
        const string holes = """{"Title":null,"DateText":null,"DateAnchor":null,"Coordinates":null,"PlaceKey":null,"Actors":null,"Figures":[null,{"Low":null,"Kind":null}],"Claims":[null,{"Says":null,"Quote":null,"ClaimantText":null,"SourceKey":null,"NewSource":{"Title":null,"Url":null,"Kind":null,"Language":null}}],"Status":null}""";
        Assert.NotEmpty(JsonSerializer.Deserialize<EventDraft>(holes)!.Check(Desk));
    }
}
