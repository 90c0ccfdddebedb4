using System.Net;
using System.Net.Http.Json;
using Map.Web.Canvas;
using Map.Web.Packs;
using Map.Web.Tests.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Map.Web.Tests.Faults;

/// <summary>The folder of the map's files takes nothing, as on a full disk: what was withdrawn leaves the map all the same.</summary>
public class MapFilesOnFullDiskTests
{
    [Fact]
    public async Task What_the_disk_does_not_take_is_served_from_memory_and_written_when_it_does()
    {
        await using var host = await WebHost.StartSmallAsync();
        var before = (await host.Http.GetFromJsonAsync<PackIndexFile>("data/index.json"))!;
        var folder = Path.Combine(host.Folder, "packs");
        Directory.Delete(folder, recursive: true);
        await File.WriteAllTextAsync(folder, "no folder");

        var during = await AfterAsync(host, "withdrawn");
        Assert.NotEqual(before.Changes ?? before.Events, during.Changes ?? during.Events);
        foreach (var name in new[] { during.Events, during.EventIds, during.Changes, during.Control, during.Base, during.Places }.OfType<string>())
        {
            using var file = await host.Http.GetAsync($"data/{name}");
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        }
        using (var page = await host.Http.GetAsync("")) { Assert.Equal(HttpStatusCode.OK, page.StatusCode); }

        File.Delete(folder);
        Directory.CreateDirectory(folder);
        var after = await AfterAsync(host, "published");
        foreach (var name in new[] { after.Events, after.Control, after.Base, after.Places }) Assert.True(File.Exists(Path.Combine(folder, name)), name);
        Assert.True(File.Exists(Path.Combine(folder, "index.json")));
    }

    [Fact]
    public async Task A_server_that_cannot_keep_its_first_files_answers_for_them_all_the_same()
    {
        var folder = WebHost.NewFolder();
        // Where the index would be written first stands something that is no file.
        Directory.CreateDirectory(Path.Combine(folder, "packs", "index.json.new"));
        await using (var host = await WebHost.StartSmallAsync(folder: folder))
        {
            var index = (await host.Http.GetFromJsonAsync<PackIndexFile>("data/index.json").WaitAsync(TimeSpan.FromMinutes(1)))!;
            using var file = await host.Http.GetAsync($"data/{index.Events}");
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        }
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<PackIndexFile> AfterAsync(WebHost host, string status)
    {
        var packs = host.Services.GetRequiredService<PackIndex>();
        var version = (await packs.CurrentAsync()).Version;
        var next = new TaskCompletionSource<PackIndexFile>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Heard(PackIndexFile index)
        {
            if (index.Version > version) next.TrySetResult(index);
        }
        packs.Changed += Heard;
        await host.Gate.RunAsync(TestDatabase.Request(), async db =>
        {
            var row = await db.Events.OrderBy(it => it.Id).FirstAsync();
            row.Status = status;
            return row.Id;
        });
        var index = await next.Task.WaitAsync(TimeSpan.FromMinutes(1));
        packs.Changed -= Heard;
        return index;
    }
}
