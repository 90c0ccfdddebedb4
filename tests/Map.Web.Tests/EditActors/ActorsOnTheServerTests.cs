using Map.Web.Shared;
using Map.Web.Tests.Data;
using System.Net;
using Map.Core.Actors;
using Map.Core.Sources;
using Map.Web.Features.EditActors;
using Map.Web.Features.EditSources;
using Map.Web.Packs;
using Map.Web.Shared.Desk;
using Map.Web.Tests.Packs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Map.Web.Tests.EditActors;

public class ActorsOnTheServerTests
{
    [Fact]
    public async Task A_new_name_is_in_the_maps_own_files_after_the_save_and_nobody_comes_to_the_desk_without_signing_in()
    {
        await using var host = await WebHost.StartSmallAsync();
        foreach (var path in new[] { "desk/actors", "desk/actors/new", "desk/actors/hts", "desk/sources", "desk/sources/new", "desk/sources/1" })
        {
            var answer = await host.Http.GetAsync(path);
            Assert.Equal((HttpStatusCode.Redirect, "/account/sign-in"), (answer.StatusCode, answer.Headers.Location!.IsAbsoluteUri ? answer.Headers.Location.AbsolutePath : answer.Headers.Location.OriginalString.Split('?')[0]));
        }

        var index = host.Services.GetRequiredService<PackIndex>();
        var before = await index.CurrentAsync();
        var renamed = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        index.Changed += file => { if (file.Facets != before.Facets) { renamed.TrySetResult(file.Facets); } };
        ActorDraft draft;
        await using (var db = await host.Dbs.CreateDbContextAsync())
        {
            var row = await db.EventActors.Select(part => part.Actor).OrderBy(actor => actor.Id).FirstAsync();
            draft = LoadActor.From((await LoadActor.RowAsync(db, row.Id))!, await LoadActor.RelationsAsync(db, row.Id));
        }
        await host.Gate.RunAsync(TestDatabase.Request(), db =>
        {
            db.Users.Add(new() { Id = "x", UserName = "rana@example.org" });
            db.UserRoles.Add(new() { UserId = "x", RoleId = Roles.Reviewer });
            return Task.FromResult(true);
        });
        (draft.Name, draft.Reason) = ("Called Otherwise", "a test");
        var outcome = await host.Services.GetRequiredService<SaveActor>().RunAsync(draft, new Editor("x", "Rana"), Guid.NewGuid());
        Assert.True(outcome.Saved, string.Join("; ", outcome.Problems));

        var facets = FacetReading.Of(await host.Http.GetByteArrayAsync("data/" + await renamed.Task.WaitAsync(TimeSpan.FromSeconds(60))));
        Assert.Contains(facets.Rows, row => row.Actors.Any(actor => actor.Key == draft.Key && actor.Name == "Called Otherwise"));
    }

    [Fact]
    public async Task Every_actor_and_source_that_ships_opens_with_nothing_to_correct()
    {
        await using var host = await WebHost.StartFullAsync();
        await using var db = await host.Dbs.CreateDbContextAsync();
        var known = await KnownActors.OfAsync(db);
        var published = await db.Sources.ToDictionaryAsync(source => source.Id, source => source.PublishedEdtf);
        var wrong = new List<string>();
        foreach (var id in await db.Actors.Select(actor => actor.Id).ToListAsync())
        {
            var draft = LoadActor.From((await LoadActor.RowAsync(db, id))!, await LoadActor.RelationsAsync(db, id));
            draft.Reason = "a look";
            wrong.AddRange(draft.Check(new ActorContext(new DateOnly(2026, 11, 21), known.Parties, known.Ties, known.Holders, (source, _) => published.ContainsKey(source!.Value), source => published[source!.Value])).Select(problem => $"{draft.Key} {problem.Field}: {problem.Message}"));
        }
        var sources = await LoadSource.AllAsync(db);
        foreach (var row in await db.Sources.ToListAsync())
        {
            var sheet = LoadSource.From(row, sources);
            sheet.Reason = "a look";
            wrong.AddRange(sheet.Check(new SourceContext(new DateOnly(2026, 11, 21), sources)).Select(problem => $"{row.Key} {problem.Field}: {problem.Message}"));
        }
        Assert.Empty(wrong);
    }
}
