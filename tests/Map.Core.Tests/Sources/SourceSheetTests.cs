using System.Text.Json;
using Map.Core.Sources;

namespace Map.Core.Tests.Sources;

public class SourceSheetTests
{
    private static readonly string Hash = new('a', 64);

    private static readonly SourceContext Context = new(new DateOnly(2026, 11, 21),
        [new(1, "own", "This one", "https://example.org/a", null), new(2, "agency", "An agency", "https://example.org/b/", null), new(3, "copy", "A copy", null, "own+agency"), new(4, "third", "A third", null, "copy")],
        hash => hash == Hash);

    [Fact]
    public void A_whole_sheet_may_be_saved_and_survives_being_kept_as_text()
    {
        var sheet = Whole();
        Assert.Empty(sheet.Check(Context));
        var json = JsonSerializer.Serialize(sheet);
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<SourceSheet>(json)));
        Assert.Equal(["sna", "turkey"], sheet.ReadSide());
    }

    [Fact]
    public void What_is_wrong_is_said_at_its_field_in_either_language()
    {
        var sheet = Whole();
        sheet.Source = new() { Title = " ", Url = "javascript:alert(1)", Published = "one day", Language = "English", Reliability = "G", Kind = "rumour" };
        (sheet.Side, sheet.SideReason, sheet.ArchiveUrl, sheet.ArchiveSha256, sheet.Reason) = ("nobody", "", "data:text/html,x", new string('b', 64), " ");
        var problems = sheet.Check(Context);
        Assert.Equal(["Source.Title", "Source.Url", "Source.Language", "Source.Reliability", "Source.Kind", "Source.Published", "Side", "SideReason", "ArchiveUrl", "ArchiveSha256", "Reason"], problems.Select(problem => problem.Field));
        Assert.Contains("Only http:// and https://", problems.Single(problem => problem.Field == "ArchiveUrl").Message, StringComparison.Ordinal);
        Assert.All(sheet.Check(Context with { Arabic = true }), problem => ToldInArabic.Check(problem.Message));
    }

    [Theory]
    [InlineData("https://example.org/b", "recorded already, as “An agency”")]
    [InlineData("https://example.org/a", null)]
    [InlineData("https://example.org/c", null)]
    public void One_address_is_one_source(string url, string? said)
    {
        var sheet = Whole();
        sheet.Source.Url = url;
        if (said is null) { Assert.Empty(sheet.Check(Context)); return; }
        var problem = Assert.Single(sheet.Check(Context));
        Assert.Equal("Source.Url", problem.Field);
        Assert.Contains(said, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "own", "rest on itself")]
    [InlineData(3, "copy", "rests on this source itself")]
    [InlineData(4, "third", "rests on this source itself")]
    [InlineData(9, "gone", "no longer there")]
    [InlineData(2, "agency", null)]
    public void A_source_rests_on_others_and_never_in_a_circle(long id, string key, string? said)
    {
        var sheet = Whole();
        sheet.Cites = [new() { Id = id, Key = key, Title = "It" }];
        if (said is null) { Assert.Empty(sheet.Check(Context)); return; }
        var problem = Assert.Single(sheet.Check(Context));
        Assert.Equal("Cites[0]", problem.Field);
        Assert.Contains(said, problem.Message, StringComparison.Ordinal);
    }

    private static SourceSheet Whole() => new()
    {
        Id = 1,
        Version = Guid.NewGuid(),
        Source = new() { Title = "A report", Outlet = "A paper", Author = "A writer", Url = "https://example.org/a", Published = "early January 2018", Language = "en", Reliability = "B", Kind = "news", Licence = "all rights" },
        Side = "4 + 8",
        SideReason = "Owned by them",
        SideReasonAr = "ملك لهم",
        Cites = [new() { Id = 2, Key = "agency", Title = "An agency" }],
        ArchiveUrl = "https://web.archive.org/web/2020/https://example.org/a",
        ArchiveSha256 = Hash,
        PrivateNote = "for the desk",
        Reason = "a look",
    };
}
