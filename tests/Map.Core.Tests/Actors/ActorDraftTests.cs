using System.Text.Json;
using Map.Core.Actors;
using Map.Core.Events;

namespace Map.Core.Tests.Actors;

public class ActorDraftTests
{
    private static readonly KnownParty[] Parties =
    [
        new(1, "front", "The Front", "2012-01/2016-07"), new(2, "body", "The Body", "2017-01/.."), new(3, "bloc", "A Bloc", null), new(4, "army", "An Army", null),
    ];

    private static readonly ActorContext Context = new(new DateOnly(2026, 11, 21), Parties, [], ["sdf"], (id, _) => id == 1, _ => "2020-06-01");

    [Fact]
    public void A_new_actor_with_a_name_and_a_key_may_be_recorded_and_blank_rows_are_not_asked_about()
    {
        var draft = new ActorDraft { Name = "Free Brigades", Key = "free-brigades", Names = [new()], Relations = [new()] };
        Assert.Empty(draft.Check(Context));
        Assert.Empty(draft.WithoutBlanks().Names);
        Assert.Empty(draft.WithoutBlanks().Relations);
    }

    [Fact]
    public void A_whole_draft_survives_being_kept_as_text()
    {
        var draft = Whole();
        var json = JsonSerializer.Serialize(draft);
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<ActorDraft>(json)));
        Assert.Empty(draft.Check(Context));
    }

    [Fact]
    public void What_is_wrong_is_said_at_its_field_in_either_language()
    {
        var draft = Whole();
        (draft.Name, draft.NameAr, draft.Kind, draft.Holder, draft.Valid, draft.Reason) = (" ", "Latin", "club", "nobody", "some day", "");
        draft.Names = [new() { Language = "english", Valid = "since 2018" }, new() { Name = "جيش", Language = "en" }];
        draft.Relations = [new() { Kind = "likes", ToName = "Someone", Credibility = 9, NewSource = new() { Title = "t", Url = "javascript:alert(1)" } }];
        var problems = draft.Check(Context);
        Assert.Equal(
            ["Name", "NameAr", "Kind", "Holder", "Valid", "Names[0].Name", "Names[0].Language", "Names[1].Name", "Relations[0].Kind", "Relations[0].ToName", "Relations[0].NewSource.Url", "Relations[0].Credibility", "Reason"],
            problems.Select(problem => problem.Field));
        Assert.Contains("javascript:", problems.Single(problem => problem.Field.EndsWith("Url", StringComparison.Ordinal)).Message, StringComparison.Ordinal);
        Assert.All(draft.Check(Context with { Arabic = true }), problem => ToldInArabic.Check(problem.Message));
    }

    [Theory]
    [InlineData("front", "The Front 2", "Key", "belongs to The Front")]
    [InlineData("other", "the front", "Name", "recorded already")]
    [InlineData("new", "Another", "Key", "is no key")]
    [InlineData("Not A Key", "Another", "Key", "is no key")]
    [InlineData("", "Another", "Key", "has no key")]
    public void A_key_or_name_that_is_taken_is_refused(string key, string name, string field, string said)
    {
        var problem = Assert.Single(new ActorDraft { Key = key, Name = name }.Check(Context));
        Assert.Equal(field, problem.Field);
        Assert.Contains(said, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_actor_stands_in_a_relation_to_itself_and_none_is_recorded_without_a_source()
    {
        var draft = Whole();
        draft.Relations[0].ToId = 2;
        Assert.Contains("to itself", Said(draft, "Relations[0].ToName"), StringComparison.Ordinal);
        draft.Relations[0].ToId = 99;
        Assert.Contains("no longer there", Said(draft, "Relations[0].ToName"), StringComparison.Ordinal);
        draft = Whole();
        (draft.Relations[0].SourceId, draft.Relations[0].SourceKey) = (null, "");
        Assert.Contains("without a source", Said(draft, "Relations[0].SourceId"), StringComparison.Ordinal);
        draft.Relations[0].SourceId = 7;
        Assert.Contains("no longer there", Said(draft, "Relations[0].SourceId"), StringComparison.Ordinal);
        draft = Whole();
        draft.Relations.Add(JsonSerializer.Deserialize<DraftRelation>(JsonSerializer.Serialize(draft.Relations[0]))!);
        Assert.Contains("listed twice", Said(draft, "Relations[1].Kind"), StringComparison.Ordinal);
    }

    [Theory]
    // What it came out of may have ended before, and cannot begin after.
    [InlineData("formed_from", 1, "2017-01", null)]
    [InlineData("allied_with", 1, "2017-01", "The Front existed")]
    [InlineData("formed_from", 1, "2011-05", "The Body existed")]
    [InlineData("allied_with", 4, "2016-12-31", "The Body existed")]
    [InlineData("allied_with", 4, "since 2016", null)]
    [InlineData("allied_with", 4, "2020-07", "after the source was published")]
    [InlineData("allied_with", 4, "1 January 2027", "has not come yet")]
    [InlineData("allied_with", 4, "8/10/2018", "can mean")]
    [InlineData("allied_with", 4, "one fine day", "not understood")]
    [InlineData("allied_with", 4, "", null)]
    public void A_date_that_contradicts_what_is_known_of_either_is_refused(string kind, long to, string date, string? said)
    {
        var draft = Whole();
        (draft.Relations[0].Kind, draft.Relations[0].ToId, draft.Relations[0].DateText) = (kind, to, date);
        if (said is null) { Assert.Empty(draft.Check(Context)); }
        else { Assert.Contains(said, Said(draft, "Relations[0].DateText"), StringComparison.Ordinal); }
    }

    [Fact]
    public void A_name_in_use_when_there_was_no_actor_is_refused()
    {
        var draft = Whole();
        draft.Names = [new() { Name = "The Old Front", Valid = "2012/2015" }];
        Assert.Contains("was in use", Said(draft, "Names[0].Valid"), StringComparison.Ordinal);
        draft.Names = [new() { Name = "Body", Valid = "2018/.." }, new() { Name = "Body", Valid = "2018/.." }];
        Assert.Contains("listed twice", Said(draft, "Names[1].Name"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("part_of", "part_of", "2019/..", "2019/..", true)]
    // At different times each may have been a part of the other.
    [InlineData("part_of", "part_of", "2018", "2019/..", false)]
    [InlineData("part_of", "member_of", "", "", true)]
    [InlineData("formed_from", "split_from", "2018", "2019", true)]
    // Nobody is hindered from allying with an ally, or from merging into what one left.
    [InlineData("allied_with", "allied_with", "", "", false)]
    [InlineData("part_of", "led_by", "", "", false)]
    public void A_circle_is_refused_where_it_cannot_be(string mine, string theirs, string date, string theirDate, bool isRefused)
    {
        var draft = Whole();
        (draft.Relations[0].Kind, draft.Relations[0].ToId, draft.Relations[0].DateText) = (mine, 3, date);
        // The Body → A Bloc → An Army → The Body
        var problems = draft.Check(Context with { Ties = [new(3, theirs, 4, theirDate.Length > 0 ? theirDate : null), new(4, theirs, 2, null), new(3, theirs, 1, null)] });
        if (!isRefused) { Assert.Empty(problems); return; }
        var problem = Assert.Single(problems);
        Assert.Equal("Relations[0].ToName", problem.Field);
        Assert.Contains("circle", problem.Message, StringComparison.Ordinal);
        Assert.EndsWith("The Body. Correct one of these.", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ahrar al-Sham", "ahrar-al-sham")]
    [InlineData("  Hay’at Taḥrīr  al-Shām! ", "hayat-tahrir-al-sham")]
    [InlineData("Türkiye", "turkiye")]
    [InlineData("7th Brigade (Homs)", "7th-brigade-homs")]
    [InlineData("هيئة تحرير الشام", "")]
    public void A_key_is_made_of_a_name(string name, string key)
    {
        Assert.Equal(key, ActorKey.Of(name));
        Assert.Equal(key.Length > 0, ActorKey.Is(key));
    }

    [Theory]
    [InlineData("Ahrar al-Sham", NameScript.Latin)]
    [InlineData("Taḥrīr ʿAyn", NameScript.Latin)]
    [InlineData("أحرار الشام 13", NameScript.Arabic)]
    [InlineData("Вагнер", NameScript.Cyrillic)]
    [InlineData("YPG ي", NameScript.Mixed)]
    [InlineData("313", NameScript.None)]
    public void A_names_script_is_told_by_its_letters(string name, NameScript script) => Assert.Equal(script, NameScripts.Of(name));

    private static string Said(ActorDraft draft, string field)
    {
        var problem = Assert.Single(draft.Check(Context));
        Assert.Equal(field, problem.Field);
        return problem.Message;
    }

    /// <summary>The Body, as recorded, with something in every field.</summary>
    private static ActorDraft Whole() => new()
    {
        Id = 2,
        Version = Guid.NewGuid(),
        Key = "body",
        Name = "The Body",
        NameAr = "الهيئة",
        Holder = "sdf",
        Valid = "since January 2017",
        Names = [new() { RowId = 1, Name = "Body", Valid = "2018/.." }, new() { Name = "جسم", Language = "ar" }],
        Relations = [new() { RowId = 5, Kind = "allied_with", ToId = 4, ToName = "An Army", DateText = "spring 2018", SourceId = 1, SourceKey = "a", Claimant = "its author", Credibility = 2, Note = "two\nlines" }],
        Note = "noted",
        PrivateNote = "for the desk",
        Reason = "a test",
    };
}
