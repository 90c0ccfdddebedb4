using System.Text;
using Map.Core.Control;
using Map.Core.Shapes;
using Map.Core.Zones;

namespace Map.Core.Tests.Zones;

public class ZoneImportTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public void Of_the_areas_of_ACAPS_all_eight_are_taken_their_heights_left_out_and_what_overlaps_is_named()
    {
        var file = ZoneFiles.Read("yemen_acaps_excerpt_2023.geojson");
        var mapping = new ImportMapping { HolderAttribute = "layer", Region = ImportRegion.All.Single(region => region.Id == "yemen") };
        foreach (var (layer, holder) in new[] { ("DFA", "dfa"), ("DFA expanded", "dfa"), ("IRG", "irg"), ("STC", "stc"), ("AQAP presence", "aqap") })
            mapping.Holders[layer] = new([holder], Posture.Holds);
        mapping.Order.AddRange(["IRG", "STC", "DFA expanded", "DFA", "AQAP presence"]);

        var judged = ZoneImport.Judge([file], mapping, Today);

        Assert.Empty(judged.Bad);
        Assert.Equal(8, judged.Good.Count);
        Assert.Equal(6, judged.Flattened);
        // The file's name alone tells a date: some day of 2023.
        Assert.All(judged.Good, zone => Assert.Equal(("2023", null), (zone.From.Edtf, zone.To?.Edtf)));
        var pairs = judged.Overlaps.Select(it => (it.Under.Value, it.Over.Value)).Distinct().ToList();
        Assert.Contains(("IRG", "DFA expanded"), pairs);
        Assert.Contains(("IRG", "AQAP presence"), pairs);
        // The editor's order, and no other, says which of two answers.
        mapping.Order.Reverse();
        Assert.Contains(("AQAP presence", "IRG"), ZoneImport.Judge([file], mapping, Today).Overlaps.Select(it => (it.Under.Value, it.Over.Value)));
    }

    [Fact]
    public void Attributes_are_offered_with_their_values() =>
        Assert.Equal(["AQAP presence", "DFA expanded", "DFA", "IRG", "STC"], ZoneImport.Attributes([ZoneFiles.Read("yemen_acaps_excerpt_2023.geojson")]).Single(it => it.Name == "layer").Values.Select(value => value.Text));

    [Theory]
    [InlineData("null-and-empty", 1, "2:no geometry", "3:empty", "4:empty", "5:Point is no area", "6:LineString is no area")]
    [InlineData("impossible-years", 3, "2:2202", "3:0218|218", "4:2018-13-45", "5:tells no date", "8:03/04/2018")]
    [InlineData("swapped", 3, "4:swapped")]
    [InlineData("self-crossing", 1, "2:crosses itself at 37.1, 36.1", "3:hole lies outside", "4:hole")]
    [InlineData("third-dimension", 3)]
    [InlineData("overlapping", 4)]
    [InlineData("unknown-holder", 1, "2:No holder is chosen for “Free Idlib Army”", "3:says nothing", "4:says nothing", "5:says nothing")]
    [InlineData("repeated", 2, "2:repeats feature 1", "3:repeats feature 1")]
    [InlineData("broken-rings", 1, "2:ends where it begins", "3:four positions", "4:no finite number", "5:list was expected", "6:no kind of shape", "7:geometry", "8:type", "9:no finite number", "10:twice")]
    [InlineData("cut-off", 0, ":not readable as JSON")]
    [InlineData("in-metres", 0, ":32637")]
    [InlineData("too-deep", 0, ":not readable as JSON")]
    public void Of_a_hostile_file_the_good_is_taken_and_the_bad_is_listed_with_number_and_reason(string name, int good, params string[] bad)
    {
        var judged = ZoneImport.Judge([ZoneFiles.Read($"hostile/{name}.geojson")], Mapping(), Today);
        Assert.Equal(good, judged.Good.Count);
        Assert.Equal(bad.Length, judged.Bad.Count);
        foreach (var (expected, found) in bad.Select(it => it.Split(':', 2)).Zip(judged.Bad))
        {
            Assert.Equal($"{name}.geojson", found.File);
            Assert.Equal(expected[0], $"{found.Number}");
            Assert.Contains(found.Reasons, reason => expected[1].Split('|').Any(words => reason.Words.Contains(words, StringComparison.Ordinal)));
            Assert.All(found.Reasons, reason => Assert.Contains(reason.WordsAr, letter => letter is >= '\u0600' and <= '\u06FF'));
        }
    }

    [Fact]
    public void A_crossing_is_told_with_its_spot_for_the_preview_to_mark() =>
        Assert.Equal((37.1, 36.1), ZoneImport.Judge([ZoneFiles.Read("hostile/self-crossing.geojson")], Mapping(), Today).Bad[0].At is { } at ? (Math.Round(at.X, 6), Math.Round(at.Y, 6)) : default);

    [Fact]
    public void A_third_number_is_left_out_and_counted()
    {
        var judged = ZoneImport.Judge([ZoneFiles.Read("hostile/third-dimension.geojson")], Mapping(), Today);
        Assert.Equal(2, judged.Flattened);
        Assert.All(judged.Good.SelectMany(zone => zone.Shape.Coordinates), position => Assert.True(double.IsNaN(position.Z)));
    }

    [Fact]
    public void Overlaps_are_of_one_day_and_name_both()
    {
        var mapping = Mapping();
        mapping.End = ImportEnd.NextDate;
        var judged = ZoneImport.Judge([ZoneFiles.Read("hostile/overlapping.geojson")], mapping, Today);
        var overlap = Assert.Single(judged.Overlaps);
        Assert.Equal((1, 2, new DateOnly(2018, 1, 20)), (overlap.Under.Number, overlap.Over.Number, overlap.Day));
        Assert.InRange(overlap.SquareKilometres, 90, 110);
    }

    [Fact]
    public void Files_of_several_dates_follow_each_other_and_an_uncertain_end_stays_uncertain()
    {
        ImportFile[] files = [Named("front_2023-05.geojson"), Named("front_2023-06.geojson"), Named("front_20230710.geojson")];
        var mapping = Mapping();
        (mapping.Dates, mapping.End) = (ImportDates.FileName, ImportEnd.NextDate);
        var good = ZoneImport.Judge(files, mapping, Today).Good;
        Assert.Equal([("2023-05", "[2023-05-31..2023-06-29]"), ("2023-06", "2023-07-09"), ("2023-07-10", null)], good.Select(zone => (zone.From.Edtf, zone.To?.Edtf)));
    }

    [Fact]
    public void An_attribute_tells_by_which_method_each_zone_was_found()
    {
        var file = ZoneImport.Read("a_2018-01-20.geojson", System.Text.Encoding.UTF8.GetBytes(
            """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"holder":"sna","how":"by hand"},"geometry":{"type":"Polygon","coordinates":[[[37,36],[37.1,36],[37.1,36.1],[37,36]]]}},{"type":"Feature","properties":{"holder":"sna"},"geometry":{"type":"Polygon","coordinates":[[[38,36],[38.1,36],[38.1,36.1],[38,36]]]}}]}"""));
        var mapping = new ImportMapping { HolderAttribute = "holder", MethodAttribute = "how" };
        mapping.Holders["sna"] = new(["sna"], Posture.Holds);
        Assert.Equal(["by hand", ""], ZoneImport.Judge([file], mapping.Copy(), new DateOnly(2020, 1, 1)).Good.Select(zone => zone.Draft().Method));
    }

    [Fact]
    public void A_period_in_an_attribute_tells_both_ends()
    {
        var file = ZoneImport.Read("a.geojson", Encoding.UTF8.GetBytes(Feature("2023-05-01/2023-05-20")));
        var zone = Assert.Single(ZoneImport.Judge([file], Mapping(), Today).Good);
        Assert.Equal(("2023-05-01", "2023-05-20"), (zone.From.Edtf, zone.To!.Edtf));
    }

    [Fact]
    public void What_is_too_large_is_refused_before_it_is_made_a_shape_of()
    {
        var bytes = Encoding.UTF8.GetBytes(Feature("2018-01-20"));
        Assert.Contains("bytes", ZoneImport.Read("a", bytes, new ShapeCaps(Bytes: 50)).Refused!.Words);
        Assert.Contains("more than 4 points", ZoneImport.Read("a", bytes, new ShapeCaps(Points: 4)).Refused!.Words);
        Assert.Contains("5 points", ZoneImport.Read("a", bytes, new ShapeCaps(FeaturePoints: 4)).Features[0].Bad!.Message);
        Assert.Contains("features", ZoneImport.Read("a", bytes, new ShapeCaps(Features: 0)).Refused!.Words);
    }

    [Fact]
    public void One_file_that_cannot_be_read_spoils_no_other()
    {
        var judged = ZoneImport.Judge([ZoneFiles.Read("hostile/cut-off.geojson"), ZoneFiles.Read("hostile/repeated.geojson")], Mapping(), Today);
        Assert.Equal(2, judged.Good.Count);
        Assert.Equal([("cut-off.geojson", null), ("repeated.geojson", 2), ("repeated.geojson", 3)], judged.Bad.Select(bad => (bad.File, bad.Number)));
    }

    [Theory]
    [InlineData("control_2023-05-31.geojson", "2023-05-31")]
    [InlineData("20230531_v2.json", "2023-05-31")]
    [InlineData("yemen_acaps_areas_of_control_2023.geojson", "2023")]
    [InlineData("front 2017_10.geojson", "2017-10")]
    [InlineData("front.geojson", null)]
    public void A_files_name_tells_its_date(string name, string? edtf) => Assert.Equal(edtf, ZoneImport.DateOfName(name));

    private static ImportMapping Mapping()
    {
        var mapping = new ImportMapping { HolderAttribute = "holder", Dates = ImportDates.Attribute, FromAttribute = "date", End = ImportEnd.Open, Region = ImportRegion.All.Single(region => region.Id == "syria") };
        mapping.Holders["sdf"] = new(["sdf"], Posture.Holds);
        mapping.Holders["opposition"] = new(["opposition"], Posture.Holds);
        mapping.Order.AddRange(["sdf", "opposition"]);
        return mapping;
    }

    private static ImportFile Named(string name) => ZoneImport.Read(name, Encoding.UTF8.GetBytes(Feature("")));

    private static string Feature(string date) =>
        $$$"""{"type":"Feature","properties":{"holder":"sdf","date":"{{{date}}}"},"geometry":{"type":"Polygon","coordinates":[[[37,36],[37.2,36],[37.2,36.2],[37,36.2],[37,36]]]}}""";
}
