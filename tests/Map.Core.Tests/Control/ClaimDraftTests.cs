using System.Text.Json;
using Map.Core.Control;
using Map.Core.Events;

namespace Map.Core.Tests.Control;

public class ClaimDraftTests
{
    private static readonly ClaimContext Context = new(new DateOnly(2026, 11, 21), [], Published: "2024-12-12");

    [Fact]
    public void A_sheet_with_a_source_and_a_whole_line_may_be_saved() => Assert.Empty(Whole().Check(Context));

    [Fact]
    public void What_is_wrong_is_said_at_the_field_of_its_line_with_the_values()
    {
        var sheet = Whole();
        sheet.Lines.Add(new() { PlaceName = "Manbic", Holders = "nobody", Posture = "rules", DateText = "some day", Quote = new string('q', 3000), Credibility = 7, AgainstSide = "perhaps" });
        var problems = sheet.Check(Context);
        Assert.Equal(["PlaceKey", "Holders", "Posture", "DateText", "Quote", "Credibility", "AgainstSide"], problems.Select(p => p.Field.Replace("Lines[1].", "", StringComparison.Ordinal)));
        Assert.Contains("“Manbic”", problems[0].Message, StringComparison.Ordinal);
        Assert.Contains("“nobody”", problems[1].Message, StringComparison.Ordinal);
        Assert.All(sheet.Check(Context with { Arabic = true }), problem => ToldInArabic.Check(problem.Message));
    }

    [Theory]
    [InlineData("contested", "sdf", "nobody contests a place alone")]
    [InlineData("joint", "sdf", "held jointly by two or more")]
    [InlineData("holds", "", "Say who holds the place")]
    [InlineData("left", "", "Say who left")]
    public void A_way_of_holding_needs_those_who_hold(string posture, string holders, string said)
    {
        var sheet = Whole();
        (sheet.Lines[0].Posture, sheet.Lines[0].Holders) = (posture, holders);
        var problem = Assert.Single(sheet.Check(Context));
        Assert.Equal("Lines[0].Holders", problem.Field);
        Assert.Contains(said, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("13 December 2024", "after the source was published")]
    [InlineData("1 January 2027", "has not come yet")]
    [InlineData("8/10/2017", "can mean")]
    public void A_date_the_source_cannot_have_meant_is_refused(string words, string said)
    {
        var sheet = Whole();
        sheet.Lines[0].DateText = words;
        Assert.Contains(said, Assert.Single(sheet.Check(Context)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Relative_words_count_from_the_sheet_s_anchor()
    {
        var sheet = Whole();
        (sheet.DateAnchor, sheet.Lines[0].DateText) = ("2024-12-12", "on Monday");
        Assert.Empty(sheet.Check(Context));
        Assert.Equal("2024-12-09", sheet.ReadSpan(sheet.Lines[0])!.Edtf);
    }

    [Fact]
    public void The_next_line_keeps_who_how_and_when_and_says_nothing_until_it_has_a_place()
    {
        var sheet = Whole();
        sheet.Lines.Add(sheet.Lines[0].Next());
        var next = sheet.Lines[1];
        Assert.Equal(("4", "holds", "9 December 2024", ""), (next.Holders, next.Posture, next.DateText, next.PlaceName));
        Assert.NotEqual(sheet.Lines[0].Key, next.Key);
        Assert.True(next.IsBlank);
        Assert.Empty(sheet.Check(Context));
        Assert.Single(sheet.Said);
    }

    [Fact]
    public void A_line_that_repeats_another_is_said()
    {
        var sheet = Whole();
        sheet.Lines.Add(sheet.Lines[0].Next());
        (sheet.Lines[1].PlaceKey, sheet.Lines[1].PlaceName) = ("manbij", "Manbij");
        Assert.Contains("Line 2 repeats line 1", Assert.Single(sheet.Check(Context)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_recorded_without_a_source_or_without_a_claim()
    {
        var problems = new ClaimSheet { Lines = [new()] }.Check(Context);
        Assert.Equal(["SourceId", "Lines"], problems.Select(p => p.Field));
        Assert.Equal(["Lines"], new ClaimSheet { SourceId = 1, Lines = [.. Enumerable.Range(0, 201).Select(_ => new ClaimDraft { PlaceKey = "a" })] }.Check(Context).Select(p => p.Field));
    }

    [Fact]
    public void A_claim_that_readers_see_changes_only_with_a_reason()
    {
        var sheet = Whole();
        Assert.Equal("Reason", Assert.Single(sheet.Check(Context with { WasPublished = true })).Field);
        sheet.Status = EventStatus.Withdrawn.Id;
        Assert.Equal("Status", Assert.Single(sheet.Check(Context)).Field);
    }

    [Fact]
    public void An_editor_who_reads_Arabic_is_told_in_Arabic()
    {
        var sheet = Whole();
        (sheet.Lines[0].Posture, sheet.Lines[0].PlaceKey, sheet.Lines[0].DateText) = ("contested", "", "8/10/2017");
        Assert.All(sheet.Check(Context with { Arabic = true }), problem => Assert.DoesNotMatch("[A-Za-z]{4,}", problem.Message.Replace("Manbij", "", StringComparison.Ordinal)));
        Assert.DoesNotMatch("[a-z]{4,}", HolderWords.Read("9", [], arabic: true).Problem!);
    }

    [Fact]
    public void A_sheet_survives_as_JSON()
    {
        var sheet = Whole();
        sheet.NewSource = new() { Title = "A statement" };
        var json = JsonSerializer.Serialize(sheet);
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<ClaimSheet>(json)));
        Assert.Contains(sheet.Lines[0].Key, json, StringComparison.Ordinal);
    }

    private static ClaimSheet Whole() => new()
    {
        SourceId = 1,
        SourceKey = "report",
        Status = "published",
        Lines = [new() { PlaceKey = "manbij", PlaceName = "Manbij", Holders = "4", DateText = "9 December 2024", Quote = "entered the town", Credibility = 3 }],
    };
}
