using Map.Core.Review;
using Map.Core.Time;
using Map.Web.Data;
using Map.Web.Packs;
using Map.Web.Tests.EditEvents;
using Map.Web.Tests.Review;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Tests.Embed;

/// <summary>What an embed says of itself when what it shows was corrected after somebody had put it into a page.</summary>
public class CorrectedAnswersTests
{
    private static readonly Box World = new(-90, -180, 90, 180);

    [Fact]
    public async Task A_view_says_when_something_in_it_was_corrected_and_another_view_does_not()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        var answers = new CorrectedAnswers(queue.Desk.Database.Dbs);
        var id = await queue.PublishedAsync();
        Assert.Equal((null, null, false), await OfAsync(answers, World));
        Assert.False((await answers.OfAsync(World, Days.OpenStart, Days.OpenEnd, null, default)).Any);

        await queue.RetitleAsync(id, "Corrected", Queue.Lina);
        var row = await RowAsync(queue, id);
        var near = new Box(row.Latitude!.Value - .1, row.Longitude!.Value - .1, row.Latitude.Value + .1, row.Longitude.Value + .1);
        var told = await answers.OfAsync(near, row.EarliestDay, row.LatestDay, null, default);
        var day = DateOnly.FromDateTime(DateTime.UtcNow);
        Assert.InRange(DateOnly.Parse(told.Corrected!.Earliest!, null), day.AddDays(-1), day);
        Assert.Contains(told.Corrected.Earliest![..4], told.Corrected.Words, StringComparison.Ordinal);
        Assert.Null(told.Withdrawn);

        Assert.Equal((null, null, false), await OfAsync(answers, near with { West = near.East + 1, East = near.East + 2 }));
        Assert.Equal((null, null, false), await OfAsync(answers, near, to: row.EarliestDay - 1));
        Assert.Equal((null, null, false), await OfAsync(answers, near, from: row.LatestDay + 1));
        // Held open, it counts wherever the map looks.
        Assert.NotNull((await OfAsync(answers, near with { West = near.East + 1, East = near.East + 2 }, one: id)).Corrected);
    }

    [Fact]
    public async Task Of_what_was_withdrawn_only_the_day_is_told_wherever_one_looks()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        var answers = new CorrectedAnswers(queue.Desk.Database.Dbs);
        var id = await queue.PublishedAsync();
        await queue.RetitleAsync(id, "Corrected before", Queue.Lina);
        await queue.RetitleAsync(id, "Corrected before", Queue.Lina, "withdrawn");
        var row = await RowAsync(queue, id);
        var spot = new Box(row.Latitude!.Value, row.Longitude!.Value, row.Latitude.Value, row.Longitude.Value);

        var (here, there) = (await OfAsync(answers, spot), await OfAsync(answers, new Box(0, 0, 1, 1)));
        Assert.NotNull(here.Withdrawn);
        Assert.Equal(here, there);
        Assert.Null(here.Corrected);
        Assert.Equal((null, here.Withdrawn, true), await OfAsync(answers, spot, one: id));
        Assert.Equal((null, here.Withdrawn, false), await OfAsync(answers, spot, one: id + 1));

        await queue.RetitleAsync(id, "Corrected before", Queue.Lina);
        Assert.False((await OfAsync(answers, spot, one: id)).IsGone);
    }

    [Theory]
    [InlineData("south=1&west=1&north=2")]
    [InlineData("south=1&west=1&north=2&east=200")]
    [InlineData("south=1&west=1&north=2&east=2&from=yesterday")]
    [InlineData("south=1&west=1&north=2&east=2&to=2020-02-30")]
    [InlineData("south=1&south=1&west=1&north=2&east=2")]
    public async Task What_is_no_part_of_the_earth_or_of_time_is_refused(string query)
    {
        await using var host = await WebHost.StartSmallAsync();
        using var answer = await host.Http.GetAsync("/data/corrected.json?" + query);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("problem", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<(string? Corrected, string? Withdrawn, bool IsGone)> OfAsync(CorrectedAnswers answers, Box box, int from = Days.OpenStart, int to = Days.OpenEnd, long? one = null)
    {
        var told = await answers.OfAsync(box, from, to, one, default);
        return (told.Corrected?.Earliest, told.Withdrawn?.Earliest, told.IsGone);
    }

    private static async Task<EventRow> RowAsync(Queue queue, long id)
    {
        await using var db = queue.Desk.Database.Dbs.CreateDbContext();
        return await db.Events.AsNoTracking().SingleAsync(e => e.Id == id);
    }
}
