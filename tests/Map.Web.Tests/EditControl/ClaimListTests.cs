using Map.Web.Features.EditControl;
using Map.Web.Shared.Desk;

namespace Map.Web.Tests.EditControl;

public class ClaimListTests
{
    [Theory]
    [InlineData("", "", "", "", "salihiyah-one kobani manbij manbij")]
    [InlineData("منب", "", "", "", "manbij manbij")]
    [InlineData("Manbej", "", "", "", "manbij manbij")]
    [InlineData("عين العرب", "", "", "", "kobani")]
    [InlineData("!", "", "", "", "")]
    [InlineData("", "sdf", "", "", "kobani manbij")]
    [InlineData("", "government-of-syria", "", "", "kobani")]
    [InlineData("", "sd", "", "", "")]
    [InlineData("", "", "another", "", "manbij")]
    [InlineData("", "", "paper", "", "salihiyah-one kobani manbij")]
    [InlineData("", "", "%", "", "")]
    [InlineData("", "", "", "draft", "")]
    [InlineData("", "", "", "deleted", "")]
    public async Task Claims_are_found_by_place_holder_source_and_status(string place, string holder, string source, string status, string found)
    {
        using var desk = await ControlDesk.OpenAsync();
        var sheet = ControlDesk.Sheet();
        await desk.SaveAsync(sheet);
        await using var db = desk.Database.Dbs.CreateDbContext();
        var (rows, total) = await ClaimList.FindAsync(db, new(place, holder, source, null, status, "date desc", 0, 25));
        Assert.Equal(found.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), rows.Select(row => row.Place switch { "Manbij" => "manbij", "Kobani" => "kobani", _ => "salihiyah-one" }).Order());
        Assert.Equal(rows.Count, total);
    }

    [Theory]
    [InlineData("manbij", "manbij")]
    [InlineData("MANBIJ", "manbij")]
    [InlineData("منبج", "manbij")]
    [InlineData("عين العرب", "kobani")]
    [InlineData("Ayn al Arab", "kobani")]
    [InlineData("Manb", null)]
    [InlineData("Salihiyah", null)]
    [InlineData("", null)]
    public async Task A_place_typed_in_full_is_taken_by_its_name_where_only_one_can_be_meant(string typed, string? key)
    {
        using var desk = await ControlDesk.OpenAsync();
        Assert.Equal(key, (await new DeskSearch(desk.Database.Dbs).PlaceCalledAsync(typed))?.Key);
    }
}
