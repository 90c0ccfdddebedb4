using Bunit;
using Map.Web.Tests.Circuits;

namespace Map.Web.Tests.Zones;

public class ZoneFormTests
{
    [Fact]
    public async Task Another_source_that_was_asked_for_and_not_chosen_is_refused_at_its_field_and_asked_for_again_after_a_reload()
    {
        await using var desk = await LiveDesk.OpenAsync();
        var form = DeskForm.Of("zone");
        await form.KeepAsync(desk.Drafts, LiveDesk.Person, 1, Guid.NewGuid());
        var drawn = await desk.FormAsync(form, 1);
        var before = desk.Lines;
        await drawn.ClickAsync("[data-source-of-zone]");
        await drawn.ClickAsync(form.Button);
        Assert.Contains("none is chosen", drawn.Find("#f-series-zones-0-sourceid-problem").TextContent, StringComparison.Ordinal);

        await desk.LeaveAsync();
        drawn = await desk.FormAsync(form, 1);
        Assert.Single(drawn.FindAll("[data-own-source=true]"));
        await drawn.ClickAsync(form.Button);
        Assert.Contains("none is chosen", drawn.Find("#f-series-zones-0-sourceid-problem").TextContent, StringComparison.Ordinal);
        Assert.Equal(before, desk.Lines);

        await drawn.ClickAsync("[data-source-of-series]");
        await drawn.ClickAsync(form.Button);
        Assert.Equal(before.Acts + 1, desk.Lines.Acts);
    }
}
