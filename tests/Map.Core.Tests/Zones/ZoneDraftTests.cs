using Map.Core.Zones;
using NetTopologySuite.IO;

namespace Map.Core.Tests.Zones;

public class ZoneDraftTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public void A_whole_draft_may_be_saved() => Assert.Empty(Whole().Check(Today));

    [Theory]
    [InlineData("Zones[0].From", "2202-05-01", "has not come yet")]
    [InlineData("Zones[0].From", "", "from which day")]
    [InlineData("Zones[0].From", "2018-01/..", "is open")]
    [InlineData("Zones[0].To", "2017-12-31", "before it begins")]
    [InlineData("Zones[0].Holders", "", "Nobody is named")]
    [InlineData("Zones[0].Holders", "Free Army", "no id of a holder")]
    [InlineData("Zones[0].Posture", "left", "no way to hold")]
    public void What_is_wrong_with_a_zone_is_said_at_its_field(string field, string typed, string reason)
    {
        var draft = Whole();
        var zone = draft.Zones[0];
        typeof(ZoneDraft).GetProperty(field.Split('.')[1])!.SetValue(zone, typed);
        var problem = Assert.Single(draft.Check(Today), it => it.Field == field);
        Assert.Contains(reason, problem.Message);
        ToldInArabic.Check(Assert.Single(draft.Check(Today, arabic: true), it => it.Field == field).Message);
    }

    [Fact]
    public void A_contested_or_joint_zone_names_two_holders()
    {
        var draft = Whole();
        draft.Zones[0].Holders = "sna";
        Assert.Equal("Zones[0].Posture", Assert.Single(draft.Check(Today)).Field);
        ToldInArabic.Check(Assert.Single(draft.Check(Today, arabic: true)).Message);
    }

    [Theory]
    [InlineData("POLYGON((37 36, 37.2 36.2, 37.2 36, 37 36.2, 37 36))", "crosses itself at 37.1, 36.1")]
    [InlineData("POLYGON((37 36, 37.2 36, 37.2 36.2, 37 36), (38 36, 38.1 36, 38.1 36.1, 38 36))", "hole lies outside")]
    [InlineData("LINESTRING(37 36, 38 37)", "A zone is an area")]
    [InlineData("POLYGON EMPTY", "empty")]
    public void An_invalid_shape_is_refused_with_its_place(string wkt, string reason)
    {
        var draft = Whole();
        draft.Zones[0].Shape = new WKTReader().Read(wkt);
        Assert.Contains(reason, Assert.Single(draft.Check(Today)).Message);
        ToldInArabic.Check(Assert.Single(draft.Check(Today, arabic: true)).Message);
    }

    [Fact]
    public void An_imported_series_names_its_licence_and_any_series_its_source_and_method()
    {
        var draft = Whole();
        (draft.Kind, draft.Licence, draft.SourceId, draft.Method) = ("imported", "", null, " ");
        Assert.Equal(["Method", "Licence", "SourceId"], draft.Check(Today).Select(it => it.Field));
        Assert.All(draft.Check(Today, arabic: true), problem => ToldInArabic.Check(problem.Message));
    }

    [Fact]
    public void Another_source_that_was_asked_for_is_named_or_taken_back()
    {
        var draft = Whole();
        var zone = draft.Zones[0];
        zone.HasOwnSource = true;
        Assert.Equal("Zones[0].SourceId", Assert.Single(draft.Check(Today)).Field);
        ToldInArabic.Check(Assert.Single(draft.Check(Today, arabic: true)).Message);
        zone.SourceId = 2;
        Assert.Empty(draft.Check(Today));
        (zone.SourceId, zone.NewSource) = (null, new() { Title = "A later report" });
        Assert.Empty(draft.Check(Today));
        (zone.NewSource, zone.HasOwnSource) = (null, false);
        Assert.Empty(draft.Check(Today));
    }

    private static ZoneSeriesDraft Whole() => new()
    {
        Title = "Afrin, 2018",
        Method = "Drawn from the daily map of an agency.",
        SourceId = 1,
        Zones = [new() { Holders = "sna+turkey", Posture = "joint", From = "2018-03-18", To = "2018-05", Shape = new WKTReader().Read("POLYGON((37 36, 37.2 36, 37.2 36.2, 37 36))") }],
    };
}
