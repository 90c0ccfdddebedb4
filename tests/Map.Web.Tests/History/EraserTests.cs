using System.Text;
using Map.Core.Chain;
using Map.Web.Data;
using Map.Web.Data.Erasing;
using Map.Web.Drafts;
using Map.Web.Tests.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Map.Web.Tests.History;

public class EraserTests
{
    [Fact]
    public async Task One_text_goes_from_its_field_and_all_its_lines_and_everything_else_stays()
    {
        using var database = await TestDatabase.CreateAsync();
        var claim = await PlantAsync(database);
        var outcome = (await EraseAsync(database, "Events", 7, [$"Claims/{claim}.Quote"]))!;
        Assert.Equal((1, 2, true), (outcome.Texts, outcome.Lines, outcome.IsSwept));

        await using var db = database.Dbs.CreateDbContext();
        var row = await db.Events.Include(e => e.Claims).SingleAsync();
        Assert.Equal(("Clash, Idlib", "It happened", null), (row.Title, row.Claims[0].Says, row.Claims[0].Quote));
        Assert.Empty(Files(database, "told by canaryquote"));
        Assert.NotEmpty(Files(database, "canarydescription"));
        var tombstone = await db.Revisions.SingleAsync(line => line.Field == ErasedLines.Field);
        Assert.Equal(("Events", 7L, "somebody's safety", "admin"), (tombstone.Table, tombstone.RowId, tombstone.Why, tombstone.Who));
        var emptied = await db.Revisions.Where(line => line.Salt == null).ToListAsync();
        Assert.Equal(2, emptied.Count);
        Assert.All(emptied, line => Assert.Equal(($"Claims/{claim}.Quote", null, null, null), (line.Field, line.Old, line.New, line.Why)));
        var report = StoredChain.Walk(database.Folder.Database, null);
        Assert.Equal((null, 1L, 2L), (report.First, report.Erasures, report.ErasedLines));
    }

    [Fact]
    public async Task Of_a_whole_event_no_byte_is_left_in_any_file_and_the_chain_still_follows()
    {
        using var database = await TestDatabase.CreateAsync();
        await PlantAsync(database);
        await database.Gate.RunAsync(TestDatabase.Request("for canaryreason"), async db => (await db.Events.SingleAsync()).Description = "canarydescription again");
        await database.Gate.RunAsync(TestDatabase.Request(), db => Task.FromResult(db.Drafts.Add(new() { UserId = "a", Form = "event-7", Json = "{\"Title\":\"canarydraft\"}" }).Entity.Form));
        Assert.NotEmpty(Files(database, "canary"));
        var before = StoredChain.Walk(database.Folder.Database, null).Head!;

        var outcome = (await EraseAsync(database, "Events", 7, null))!;
        Assert.True(outcome is { IsSwept: true, Drafts: 1 });
        Assert.Empty(Files(database, "canary"));
        await using var db = database.Dbs.CreateDbContext();
        Assert.Equal((0, 0, 0), (await db.Events.CountAsync(), await db.Claims.CountAsync(), await db.Settings.CountAsync(it => it.Key == SweptFiles.Due)));
        using (var raw = database.Open()) Assert.Equal((0L, 0L, 0L), (raw.Ask("SELECT COUNT(*) FROM EventBox"), raw.Ask("SELECT COUNT(*) FROM EventTexts"), raw.Ask("SELECT COUNT(*) FROM ShownEvents")));
        var report = StoredChain.Walk(database.Folder.Database, (before.Number, before.Hash));
        Assert.Equal((null, 1L, (long)outcome.Lines), (report.First, report.Erasures, report.ErasedLines));
        Assert.Equal(outcome.Lines + 1, await db.Revisions.CountAsync(line => line.Table == "Events"));
        Assert.Null(await ErasableRecord.ReadAsync(db, "Events", 7));
        Assert.Null(await EraseAsync(database, "Events", 7, null));

        // Somebody has its form still open.
        await database.AddEditorAsync("a");
        var drafts = new ServerDrafts(database.Gate, database.Dbs, TimeProvider.System);
        foreach (var form in new[] { "event-7", "event-8" }) await drafts.KeepAsync("a", form, "canary of a form");
        Assert.Equal(["event-8"], await db.Drafts.Select(it => it.Form).ToListAsync());
    }

    [Fact]
    public async Task The_form_of_an_erased_place_or_view_that_somebody_has_still_open_brings_nothing_back()
    {
        using var database = await TestDatabase.CreateAsync();
        await database.Gate.RunAsync(TestDatabase.Request(), async db =>
        {
            db.Places.Add(new() { Id = 77, Key = "canary-house", Name = "canaryhouse", Latitude = 36, Longitude = 37, Version = Guid.NewGuid() });
            db.Views.Add(new() { Id = 78, Key = "cnry78", Title = "canaryview", Version = Guid.NewGuid() });
            await Task.CompletedTask;
            return true;
        });
        await database.AddEditorAsync("a");
        var open = new ErasedKeys();
        var drafts = new ServerDrafts(database.Gate, database.Dbs, TimeProvider.System, open);
        string[] forms = ["place-canary-house", "view-cnry78", "place-other", "view-other"];
        foreach (var form in forms) await drafts.KeepAsync("a", form, $"canary of {form}");
        await using var db = database.Dbs.CreateDbContext();
        Assert.Equal(4, await db.Drafts.CountAsync());

        Assert.Equal(1, (await EraseAsync(database, "Places", 77, null, open: open))!.Drafts);
        Assert.Equal(1, (await EraseAsync(database, "Views", 78, null, open: open))!.Drafts);
        foreach (var form in forms) await drafts.KeepAsync("a", form, $"again of {form}");
        Assert.Equal(["place-other", "view-other"], await db.Drafts.Select(it => it.Form).Order().ToListAsync());
    }

    [Fact]
    public async Task What_waits_for_review_of_it_and_what_was_said_there_goes_with_it()
    {
        using var database = await TestDatabase.CreateAsync();
        await PlantAsync(database);
        await database.Gate.RunAsync(TestDatabase.Request("canaryreason to send"), async db =>
        {
            var change = db.Reviews.Add(new() { RowId = 7, Kind = "change", Proposed = "{\"Title\":\"canaryproposed\"}", Base = "{\"Title\":\"canarybase\"}", Why = "canarywhy" }).Entity;
            db.Reviews.Add(new() { RowId = 7, Kind = "new", Why = "canarywhy", DecidedWhy = "canarysentback" });
            db.Reviews.Add(new() { RowId = 9, Kind = "change", Proposed = "{\"Title\":\"quite another\"}" });
            await db.SaveChangesAsync();
            db.ReviewComments.Add(new() { ReviewId = change.Id, By = "Omar", Text = "canarycomment" });
            return true;
        });
        await database.Gate.RunAsync(new WriteRequest(Acting.Server("Rana"), "canarysubmitted", Guid.NewGuid()) { Act = "submit", Target = "event 7" }, async db => (await db.Reviews.SingleAsync(it => it.Kind == "new")).AssignedTo = "Lina");
        Assert.NotEmpty(Files(database, "canaryproposed"));

        await EraseAsync(database, "Events", 7, null, elsewhere: true);

        foreach (var word in new[] { "canaryproposed", "canarybase", "canarywhy", "canarysentback", "canarycomment", "canarysubmitted" }) Assert.Empty(Files(database, word));
        await using var db = database.Dbs.CreateDbContext();
        Assert.Equal([7L, 9L], await db.Reviews.OrderBy(it => it.RowId).Select(it => it.RowId).Distinct().ToListAsync());
    }

    [Fact]
    public async Task A_source_that_claims_rest_on_stays_as_an_empty_row_under_another_key()
    {
        using var database = await TestDatabase.CreateAsync();
        await PlantAsync(database);
        var copies = new ArchivedCopies(database.Folder);
        var hash = await copies.KeepAsync(Encoding.UTF8.GetBytes("canarycopy"));
        var id = await database.Gate.RunAsync(TestDatabase.Request(), async db =>
        {
            var source = await db.Sources.SingleAsync();
            (source.ArchiveSha256, source.Author) = (hash, "canaryauthor");
            db.Sources.Add(new() { Key = "other", Title = "Another", Cites = "first+cited-report" });
            return source.Id;
        });

        await EraseAsync(database, "Sources", id, null, elsewhere: true);
        await using var db = database.Dbs.CreateDbContext();
        var source = await db.Sources.SingleAsync(it => it.Id == id);
        Assert.Equal(($"erased-{id}", Eraser.Word, null, null), (source.Key, source.Title, source.Author, source.ArchiveSha256));
        Assert.Equal($"first+erased-{id}", (await db.Sources.SingleAsync(it => it.Key == "other")).Cites);
        foreach (var word in new[] { "canaryauthor", "canarycopy", "cited-report" }) Assert.Empty(Files(database, word));
        Assert.NotEmpty(Files(database, "canarydescription"));
        Assert.Null(StoredChain.Walk(database.Folder.Database, null).First);
    }

    [Fact]
    public async Task The_same_words_elsewhere_go_where_that_is_asked_for()
    {
        using var database = await TestDatabase.CreateAsync();
        await PlantAsync(database);
        await database.Gate.RunAsync(TestDatabase.Request(), db =>
        {
            db.Drafts.Add(new() { UserId = "a", Form = "event-8", Json = "{\"Description\":\"canarydescription of \\\"one\\\"\"}" });
            db.Events.Add(TestDatabase.Event(8, "canarydescription of \"one\""));
            return Task.FromResult(8);
        });
        await database.Gate.RunAsync(TestDatabase.Request(), async db => (await db.Events.SingleAsync(e => e.Id == 8)).Title = "Clash");
        Assert.Equal(0, (await EraseAsync(database, "Events", 7, ["Title"]))!.Drafts);
        var outcome = (await EraseAsync(database, "Events", 7, ["Description"], elsewhere: true))!;
        Assert.Equal((3, 1), (outcome.Lines, outcome.Drafts));
        Assert.Empty(Files(database, "canarydescription"));
        Assert.Null(StoredChain.Walk(database.Folder.Database, null).First);
    }

    [Fact]
    public async Task A_server_killed_before_the_files_were_swept_sweeps_them_at_its_next_start()
    {
        var folder = WebHost.NewFolder();
        await using (var first = await WebHost.StartSmallAsync(folder: folder))
            await first.Gate.RunAsync(TestDatabase.Request(), db => Task.FromResult(db.Settings.Add(new() { Key = SweptFiles.Due, Value = "1" }).Entity.Key));
        await using (var again = await WebHost.StartSmallAsync(folder: folder))
        {
            await using var db = await again.Dbs.CreateDbContextAsync();
            Assert.False(await db.Settings.AnyAsync(it => it.Key == SweptFiles.Due));
        }
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The files of the data folder that hold the word; the one by which a server holds the folder is empty, and held.</summary>
    internal static List<string> Files(DataFolder folder, string word) => [.. Directory.EnumerateFiles(folder.FullPath, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "in-use").Where(file =>
    {
        using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var all = new MemoryStream();
        open.CopyTo(all);
        var bytes = all.ToArray();
        return bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0 || bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(word)) >= 0;
    })];

    private static List<string> Files(TestDatabase database, string word) => Files(database.Folder, word);

    internal static async Task<ErasureOutcome?> EraseAsync(TestDatabase database, string table, long id, IReadOnlyList<string>? paths, bool elsewhere = false, ErasedKeys? open = null)
    {
        var eraser = new Eraser(database.Gate, new SweptFiles(database.Gate, database.Folder, NullLogger<SweptFiles>.Instance), new ArchivedCopies(database.Folder), TimeProvider.System, open: open);
        return await eraser.RunAsync(new(table, id, paths, "somebody's safety", elsewhere), Acting.Server("admin"), Guid.NewGuid());
    }

    /// <summary>An event with something to be found in its texts, and a claim that was edited once.</summary>
    private static async Task<long> PlantAsync(TestDatabase database)
    {
        await database.Gate.RunAsync(TestDatabase.Request(), db =>
        {
            var row = TestDatabase.Event(7);
            row.Description = "canarydescription of \"one\"";
            row.Claims.Add(new() { Says = "It happened", Quote = "told by canaryquote", Source = new() { Key = "cited-report", Title = "A report" } });
            db.Events.Add(row);
            return Task.FromResult(7);
        });
        return await database.Gate.RunAsync(TestDatabase.Request(), async db =>
        {
            var claim = await db.Claims.SingleAsync();
            claim.Quote = "told by canaryquote, who saw it";
            return claim.Id;
        });
    }
}
