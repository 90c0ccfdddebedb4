using System.Security.Claims;
using Bunit;
using Map.Web.Data;
using Map.Web.Drafts;
using Map.Web.Features.EditEvents;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Map.Web.Tests.EditEvents;

public class EventGridTests
{
    [Fact]
    public async Task What_was_refused_stays_in_its_cell_when_another_is_opened()
    {
        using var desk = await Desk.OpenAsync();
        var (first, second) = await TwoAsync(desk);
        await using var page = Page(desk);
        var table = page.Render<EventTable>();
        table.WaitForElement($"[data-row='{first}']");
        await OpenAsync(table, first, "title");
        await table.TypeAsync("[data-cell-editor] input", "12345");

        await OpenAsync(table, second, "date");

        Assert.Equal("12345", table.Find("[data-cell-editor] input").GetAttribute("value"));
        Assert.Contains("has no letters", table.Find("[data-cell-editor] [role=alert]").TextContent, StringComparison.Ordinal);
        await table.PressAsync("[data-cell-editor]", "Escape");
        Assert.Empty(table.FindAll("[data-cell-editor]"));
        Assert.Equal("Convoy stopped near Azaz", (await desk.OpenAsync(first)).Title);
    }

    [Fact]
    public async Task Whoever_may_no_longer_edit_is_refused_at_the_cell_and_for_all_that_are_marked()
    {
        using var desk = await Desk.OpenAsync();
        var (first, second) = await TwoAsync(desk);
        await using var page = Page(desk);
        var table = page.Render<EventTable>();
        table.WaitForElement($"[data-row='{first}']");
        foreach (var id in new[] { first, second }) { await table.ClickAsync($"[data-row='{id}'] input[type=checkbox]"); }
        await table.EnterAsync("[data-batch-what]", "status");
        await table.EnterAsync("[data-batch-value]", "withdrawn");
        await desk.Database.Gate.RunAsync(Data.TestDatabase.Request(), async db => (await db.Users.SingleAsync()).Disabled = true);

        await table.ClickAsync("[data-apply]");

        Assert.Contains("may not edit here any longer", table.Find(".desk-strip-error").TextContent, StringComparison.Ordinal);
        Assert.Equal("published", (await desk.OpenAsync(first)).Status);
    }

    [Fact]
    public async Task A_range_is_marked_with_Shift_and_two_that_are_marked_can_be_merged()
    {
        using var desk = await Desk.OpenAsync();
        var (first, second) = await TwoAsync(desk);
        var third = Desk.Whole();
        await desk.SaveAsync(third);
        await using var page = Page(desk);
        var table = page.Render<EventTable>();
        table.WaitForElement($"[data-row='{first}']");
        Task MarkAsync(int row, bool shift = false) => table.InvokeAsync(() => table.FindAll("[data-row] input[type=checkbox]")[row].ClickAsync(new MouseEventArgs { ShiftKey = shift }));
        await MarkAsync(0);
        await MarkAsync(2, shift: true);
        Assert.Equal(3, table.FindAll("[data-row][aria-selected=true]").Count);
        Assert.Empty(table.FindAll("[data-merge-pair]"));
        await MarkAsync(1);
        var ids = table.FindAll("[data-row]").Select(row => row.GetAttribute("data-row")).ToList();
        Assert.Equal($"/desk/events/{ids[0]}/merge/{ids[2]}", table.Find("[data-merge-pair]").GetAttribute("href"));
        Assert.Equal(new[] { first, second, third.Id }.Order(), ids.Select(id => long.Parse(id!, System.Globalization.CultureInfo.InvariantCulture)).Order());
    }

    private static Task OpenAsync(IRenderedComponent<EventTable> table, long id, string column) =>
        table.InvokeAsync(() => table.Find($"[data-row='{id}'] .grid-{column}").TriggerEventAsync("ondblclick", new MouseEventArgs()));

    private static async Task<(long, long)> TwoAsync(Desk desk)
    {
        var (first, second) = (Desk.Whole(), Desk.Whole());
        Assert.True((await desk.SaveAsync(first)).Saved);
        Assert.True((await desk.SaveAsync(second)).Saved);
        return (first.Id, second.Id);
    }

    private static BunitContext Page(Desk desk)
    {
        var page = new BunitContext();
        page.JSInterop.Mode = JSRuntimeMode.Loose;
        page.Services
            .AddSingleton(Language.English)
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IDbContextFactory<MapDb>>(desk.Database.Dbs)
            .AddSingleton(desk.Database.Dbs)
            .AddSingleton(desk.Database.Gate)
            .AddSingleton<AuthenticationStateProvider>(new Rana())
            .AddDesk()
            .AddEditEvents()
            .AddDrafts();
        return page;
    }

    private sealed class Rana : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() =>
            Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, Desk.EditorId)], "test"))));
    }
}
