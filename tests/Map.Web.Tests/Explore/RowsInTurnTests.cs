using Bunit;
using Map.Web.Features.Explore;
using Map.Web.Shared;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Map.Web.Tests.Explore;

/// <summary>A list that changes is put into the page in pieces, so that the map beside it is never held up.</summary>
public sealed class RowsInTurnTests : IDisposable
{
    private readonly BunitContext page = new();

    public RowsInTurnTests()
    {
        page.Services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        page.Services.AddPages();
    }

    [Fact]
    public void Whoever_comes_to_a_list_finds_it_whole() =>
        Assert.Equal(Enumerable.Range(1, 100), Ids(Rows(Of(1, 100))));

    [Fact]
    public void Another_list_shows_first_the_rows_that_are_seen_and_then_the_others_until_it_is_whole()
    {
        var rows = Rows(Of(1, 100));
        List<int> sizes = [];
        rows.OnMarkupUpdated += (_, _) => sizes.Add(Ids(rows).Count);
        Show(rows, Of(101, 90, unplaced: 10));
        Assert.InRange(sizes[0], 10, 20);
        Assert.All(sizes.Zip(sizes.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 1, 20));
        Assert.Equal(Enumerable.Range(101, 100), Ids(rows));
    }

    [Fact]
    public void A_row_that_stood_on_the_page_stays_there_while_the_others_come()
    {
        var rows = Rows(Of(1, 100));
        List<bool> stands = [];
        rows.OnMarkupUpdated += (_, _) => stands.Add(rows.FindAll("[data-event='60']").Count == 1);
        Show(rows, Of(20, 100));
        Assert.NotEmpty(stands);
        Assert.DoesNotContain(false, stands);
        Assert.Equal(Enumerable.Range(20, 100), Ids(rows));
    }

    private static List<int> Ids(IRenderedComponent<EventRows> rows) => [.. rows.FindAll("[data-event]").Select(row => int.Parse(row.GetAttribute("data-event")!, null))];

    private IRenderedComponent<EventRows> Rows(EventList list) =>
        page.Render<EventRows>(given => given.Add(it => it.List, list).Add(it => it.Address, item => $"/?event={item.Id}"));

    private static void Show(IRenderedComponent<EventRows> rows, EventList list) => rows.Render(given => given.Add(it => it.List, list));

    /// <summary>So many events of ten days, and so many that stand nowhere, by ids from one on.</summary>
    private static EventList Of(int first, int placed, int unplaced = 0)
    {
        ListedEvent Event(int id) => new(id, "clash", $"Event {id}", null, null, null, 17_500, 17_500, false, [], []);
        return new EventList(placed, 0,
            [.. Enumerable.Range(first, placed).Select(Event).Chunk(10).Select((events, at) => new ListedDay(17_500 - at, events.Length, events))], new Dictionary<string, int>(), null)
        { Unplaced = [.. Enumerable.Range(first + placed, unplaced).Select(Event)] };
    }

    public void Dispose() => page.Dispose();
}
