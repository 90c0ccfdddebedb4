using System.Text.Json.Nodes;
using Bunit;
using Map.Core.Events;
using Map.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Tests.Circuits;

/// <summary>Somebody who may edit and whose browser sends what no page of ours offers.</summary>
public sealed class TamperedTests(LiveDesk desk) : IClassFixture<LiveDesk>
{
    private const string Foreign = "never-offered";
    private const long NoSuchRow = 987_654_321;

    /// <summary>What stands in these may be any words; everything else that a form holds was chosen.</summary>
    private static readonly HashSet<string> Free =
    [
        "Title", "TitleAr", "Name", "NameAr", "Description", "Reason", "Note", "PrivateNote", "Quote", "Says", "SaysAr", "ClaimantText", "Claimant", "ReportedBy", "SourcePhrase", "Outlet", "Author", "Licence",
        "Method", "PlaceName", "PlaceText", "SideReason", "SideReasonAr", "GradeReason", "Text", "TextAr", "Caption", "CaptionAr", "Slug",
    ];

    /// <summary>Made by the page itself: which record it is of, and what a repeated save is known by. The page takes no draft of another record (IsUnsaved).</summary>
    /// <remarks>Who holds a zone is an id of small letters that no list has to know: zones are imported from everywhere.</remarks>
    private static readonly HashSet<string> Own = ["Id", "Key"];

    public static TheoryData<string> Forms => [.. DeskForm.All.Select(form => form.Name)];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_value_that_no_list_offers_is_recorded_by_no_form(string name)
    {
        var form = DeskForm.Of(name);
        var first = DeskForm.Next();
        await form.KeepAsync(desk.Drafts, LiveDesk.Person, first, Guid.NewGuid());
        var lists = (await desk.FormAsync(form, first)).FindAll("select").Count;
        Assert.True(lists > 0 || name is "zone", "Nothing is chosen here?");
        for (var list = 0; list < lists; list++)
        {
            foreach (var value in new[] { Foreign, $"{NoSuchRow}" })
            {
                var number = DeskForm.Next();
                await form.KeepAsync(desk.Drafts, LiveDesk.Person, number, Guid.NewGuid());
                var drawn = await desk.FormAsync(form, number);
                await drawn.InvokeAsync(() => drawn.FindAll("select")[list].ChangeAsync(new() { Value = value }));
                await drawn.ClickAsync(form.Button);
                Assert.Empty(desk.Where(value));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Nothing_but_words_is_recorded_of_a_draft_in_which_everything_was_put_in_the_place_of_something_else(string name)
    {
        var form = DeskForm.Of(name);
        var leaves = Leaves(JsonNode.Parse(form.Json(DeskForm.Next()))!).Where(leaf => !Free.Contains(leaf.Name) && !Own.Contains(leaf.Name) && !(name == "zone" && leaf.Name == "Holders")).ToList();
        Assert.NotEmpty(leaves);
        foreach (var (path, _) in leaves)
        {
            foreach (JsonNode value in new JsonNode[] { Foreign, NoSuchRow })
            {
                var draft = JsonNode.Parse(form.Json(DeskForm.Next()))!;
                Put(draft, path, value.DeepClone());
                var before = await RowsAsync();
                try { await form.SaveAsync(desk.All, LiveDesk.Editor, draft.ToJsonString(), Guid.NewGuid()); }
                // A number where there are none, letters where a number is.
                catch (System.Text.Json.JsonException) { continue; }
                Assert.True(desk.Where($"{value}", whole: true) is [], $"{name}: {path} = {value} was recorded in {string.Join(", ", desk.Where($"{value}", whole: true))}");
                Assert.True(before <= await RowsAsync(), $"{name}: {path} = {value} took rows away");
            }
        }
    }

    /// <summary>How a record stands, whose it is and which version was seen is nobody's to say.</summary>
    [Fact]
    public async Task A_status_that_there_is_none_of_and_a_version_that_nobody_saw_change_no_event()
    {
        await using var db = await desk.Host.Dbs.CreateDbContextAsync();
        var id = await db.Events.Where(row => row.Status == "published").Select(row => row.Id).FirstAsync();
        var save = (Map.Web.Shared.Desk.SaveEvent)desk.All.GetService(typeof(Map.Web.Shared.Desk.SaveEvent))!;
        var lines = desk.Lines;
        foreach (var tampered in new Action<EventDraft>[]
        {
            draft => draft.Status = "approved",
            draft => draft.Version = Guid.NewGuid(),
            draft => draft.Version = null,
        })
        {
            var draft = Map.Web.Shared.Desk.LoadDraft.From((await Map.Web.Shared.Desk.LoadDraft.RowAsync(db, id))!);
            (draft.Title, draft.Reason) = ("Another title", "a reason");
            tampered(draft);
            Assert.False((await save.RunAsync(draft, LiveDesk.Editor, Guid.NewGuid())).Saved);
        }
        Assert.Equal(lines, desk.Lines);
    }

    private async Task<int> RowsAsync()
    {
        await using var db = await desk.Host.Dbs.CreateDbContextAsync();
        return await db.Events.CountAsync() + await db.Sources.CountAsync() + await db.Actors.CountAsync() + await db.Places.CountAsync() + await db.ControlClaims.CountAsync();
    }

    private static IEnumerable<(string Path, string Name)> Leaves(JsonNode at, string path = "", string name = "") => at switch
    {
        JsonObject named => named.SelectMany(it => it.Value is null ? [($"{path}.{it.Key}", it.Key)] : Leaves(it.Value, $"{path}.{it.Key}", it.Key)),
        JsonArray list => list.SelectMany((item, i) => item is null ? [] : Leaves(item, $"{path}.{i}", name)),
        _ => [(path, name)],
    };

    private static void Put(JsonNode draft, string path, JsonNode value)
    {
        var steps = path.Split('.', StringSplitOptions.RemoveEmptyEntries);
        var owner = steps[..^1].Aggregate(draft, (at, step) => at is JsonArray list ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : at[step]!);
        if (owner is JsonArray rows) { rows[int.Parse(steps[^1], System.Globalization.CultureInfo.InvariantCulture)] = value; }
        else { owner[steps[^1]] = value; }
    }
}
