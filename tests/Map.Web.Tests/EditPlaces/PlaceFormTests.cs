using System.Security.Claims;
using Bunit;
using Map.Core.Events;
using Map.Web.Canvas;
using Map.Web.Data;
using Map.Web.Drafts;
using Map.Web.Features.EditPlaces;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Map.Web.Tests.Data;
using Map.Web.Tests.EditEvents;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Map.Web.Tests.EditPlaces;

public class PlaceFormTests
{
    [Fact]
    public async Task A_place_is_added_from_a_map_link_with_its_district_and_what_is_near_told_while_it_is_typed()
    {
        using var desk = await Desk.OpenAsync();
        await using var page = Page(desk);
        var key = NewPlaceKey.Make();
        var form = await OpenAsync(page, key);

        await form.EnterAsync("#f-coordinates", "https://www.google.com/maps/@36.59,37.05,15z");
        form.WaitForAssertion(() => Assert.Contains("Azaz", form.Find("[data-near]").TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain("same name", form.Find("[data-near]").TextContent, StringComparison.Ordinal);
        await form.EnterAsync("#f-name", "Aazaz");
        form.WaitForAssertion(() => Assert.Contains("same name", form.Find("[data-near]").TextContent, StringComparison.Ordinal));
        Assert.Contains("Possible duplicate: Azaz", form.Find(".desk-duplicates").TextContent, StringComparison.Ordinal);
        await form.EnterAsync("#f-name", "Tal Zahra");
        form.WaitForAssertion(() => Assert.Empty(form.FindAll(".desk-duplicates")));

        await form.ClickAsync("[data-add=name]");
        await form.EnterAsync("[name='Names[0].Name']", "تل الزهراء");
        await form.EnterAsync("[name='Names[0].Language']", "ar");
        await form.EnterAsync("[name='Names[0].Valid']", "no date at all");
        form.WaitForAssertion(() => Assert.Contains("1 field to correct", form.Find(".desk-count").TextContent, StringComparison.Ordinal));
        await form.EnterAsync("[name='Names[0].Valid']", "2016");
        await form.EnterAsync("#f-publicprecision", "district");
        Assert.Contains("no place on the map", form.Find("[data-shown-as]").TextContent, StringComparison.Ordinal);
        await form.ClickAsync("[data-save=publish]");

        form.WaitForAssertion(() => Assert.NotEmpty(form.FindAll("[data-saved]")));
        await using var db = desk.Database.Dbs.CreateDbContext();
        var row = (await LoadPlace.RowAsync(db, key, default))!;
        Assert.Equal(("Tal Zahra", 36.59, 37.05, "district"), (row.Name, row.Latitude, row.Longitude, row.PublicPrecision));
        Assert.Contains(row.Names, name => name is { Name: "تل الزهراء", Language: "ar", ValidEdtf: "2016" });
        Assert.Single(form.FindAll("[data-delete=ask]"));
    }

    [Fact]
    public async Task A_place_in_use_says_by_what_and_offers_no_removal_and_one_that_is_not_can_go()
    {
        using var desk = await Desk.OpenAsync();
        await desk.SaveAsync(Desk.Whole());
        await using var page = Page(desk);
        var form = await OpenAsync(page, "azaz");
        Assert.Contains("1 event", form.Find("[data-used]").TextContent, StringComparison.Ordinal);
        Assert.Empty(form.FindAll("[data-delete=ask]"));

        var key = NewPlaceKey.Make();
        await desk.Database.Gate.RunAsync(TestDatabase.Request(), db => Task.FromResult(db.Places.Add(new() { Key = key, Name = "A slip", Latitude = 36, Longitude = 37 }).Entity.Key));
        await using var other = Page(desk);
        var slip = await OpenAsync(other, key);
        await slip.ClickAsync("[data-delete=ask]");
        await slip.EnterAsync("#f-delete", "typed twice");
        await slip.ClickAsync("[data-delete=yes]");
        slip.WaitForAssertion(() => Assert.NotEmpty(slip.FindAll("[data-deleted]")));
        await using var db = desk.Database.Dbs.CreateDbContext();
        Assert.False(await db.Places.AnyAsync(place => place.Key == key));
    }

    private static async Task<IRenderedComponent<PlaceForm>> OpenAsync(BunitContext page, string key)
    {
        var form = page.Render<PlaceForm>(parameters => parameters.Add(f => f.Key, key));
        await form.WaitForStateAsync(() => form.FindAll("form[data-live=true]").Count == 1);
        return form;
    }

    private static BunitContext Page(Desk desk)
    {
        var page = new BunitContext();
        page.JSInterop.Mode = JSRuntimeMode.Loose;
        page.Services
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddSingleton(Language.English)
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IDbContextFactory<MapDb>>(desk.Database.Dbs)
            .AddSingleton(desk.Database.Dbs)
            .AddSingleton(desk.Database.Gate)
            .AddSingleton(DistrictMap.Shipped)
            .AddSingleton<AuthenticationStateProvider>(new Rana())
            .AddDesk()
            .AddEditPlaces()
            .AddDrafts()
            .AddTransient(_ => new BrowserDrafts(new EmptyBrowser()))
            .AddTransient(_ => new MapClient(new EmptyBrowser()));
        return page;
    }

    private sealed class Rana : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() =>
            Task.FromResult(new AuthenticationState(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, Desk.EditorId), new Claim(ClaimTypes.Role, Roles.Editor)], "a test"))));
    }
}
