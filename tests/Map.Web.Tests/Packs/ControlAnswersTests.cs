using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Map.Web.Data;
using Map.Web.Tests.Explore;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Tests.Packs;

/// <summary><c>GET /control</c>: who holds a spot on a day, for tools.</summary>
[Collection(nameof(Shipped))]
public class ControlAnswersTests(Shipped shipped)
{
    private const string Azaz = "lat=36.586&lng=37.06&date=2023-12-19";

    [Fact]
    public async Task It_answers_who_since_when_by_which_claim_and_source_and_how_far_the_place_is()
    {
        var answer = JsonDocument.Parse(await shipped.Http.GetStringAsync("control?" + Azaz)).RootElement;
        Assert.Equal(["place", "holders", "posture", "since", "claim", "source", "distance_m", "certain", "before", "rule", "claims", "dissent", "unconfirmed"], answer.EnumerateObject().Select(member => member.Name));
        Assert.Equal("Azaz", answer.GetProperty("place").GetProperty("name").GetString());
        Assert.Equal("""[{"id":"sna","name":"Syrian National Army"}]""", answer.GetProperty("holders").GetRawText());
        Assert.Equal("holds", answer.GetProperty("posture").GetString());
        Assert.Equal("""{"edtf":"2019-09-18","earliest":"2019-09-18","latest":"2019-09-18"}""", answer.GetProperty("since").GetRawText());
        Assert.Equal(["id", "edtf", "posture", "holders", "grade", "quote", "note"], answer.GetProperty("claim").EnumerateObject().Select(member => member.Name));
        Assert.Equal(["title", "outlet", "url", "published"], answer.GetProperty("source").EnumerateObject().Select(member => member.Name));
        Assert.InRange(answer.GetProperty("distance_m").GetInt32(), 1200, 1250);
        Assert.True(answer.GetProperty("certain").GetBoolean());
    }

    [Fact]
    public async Task While_a_change_is_uncertain_both_are_named()
    {
        // Raqqa's change of November 2013 is dated by its month.
        var answer = JsonDocument.Parse(await shipped.Http.GetStringAsync("control?lat=35.95283&lng=39.00788&date=2013-11-15")).RootElement;
        Assert.False(answer.GetProperty("certain").GetBoolean());
        Assert.Equal("islamic-state", answer.GetProperty("holders")[0].GetProperty("id").GetString());
        Assert.NotEqual(0, answer.GetProperty("before").GetArrayLength());
    }

    [Fact]
    public async Task Its_claim_is_one_that_was_dated_by_the_day()
    {
        // Jarabulus in 2016 is confirmed by a table of 2023: on the day itself that is no claim yet.
        var claim = JsonDocument.Parse(await shipped.Http.GetStringAsync("control?lat=36.8175&lng=38.0111&date=2016-08-24")).RootElement.GetProperty("claim");
        Assert.Equal("2016-08-24", claim.GetProperty("edtf").GetString());
    }

    [Theory]
    [InlineData("lat=51.5&lng=0&date=2015-01-01", "outside the country")]
    // Forty metres beyond the border, four kilometres from Jarabulus.
    [InlineData("lat=36.84055187271&lng=37.978051488277&date=2016-09-01", "outside the country")]
    [InlineData("lat=33.9&lng=38.9&date=2015-01-01", "within 20 km")]
    [InlineData("lat=36.586&lng=37.044&date=2011-01-01", "first claim about Azaz is of 2012-07-19")]
    [InlineData("lat=36.586&lng=37.044&date=2025-01-01", "ends on 2024-12-11")]
    [InlineData("lat=36.65556&lng=40.37079&date=2020-01-01", "nobody confirms")]
    public async Task Where_nothing_is_known_it_says_why(string query, string reason)
    {
        using var answer = await shipped.Http.GetAsync("control?" + query);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(reason, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("problem").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("lat=36&lng=37")]
    [InlineData("lat=36&lat=36&lng=37&date=2015-01-01")]
    [InlineData("lat=NaN&lng=37&date=2015-01-01")]
    [InlineData("lat=Infinity&lng=37&date=2015-01-01")]
    [InlineData("lat=1e1&lng=37&date=2015-01-01")]
    [InlineData("lat=90.1&lng=37&date=2015-01-01")]
    [InlineData("lat=36&lng=181&date=2015-01-01")]
    [InlineData("lat=36&lng=37&date=2015-02-29")]
    [InlineData("lat=36&lng=37&date=2015-1-1")]
    [InlineData("lat=36&lng=37&date=0000-01-01")]
    [InlineData("lat=36&lng=37&date=٢٠١٥-01-01")]
    [InlineData("lat=36&lng=37&date=2015-01-01%0A")]
    [InlineData("lat=36&lng=37&date=2015-01-01&zoom=3")]
    public async Task A_bad_question_is_refused_with_what_is_wrong(string query)
    {
        using var answer = await shipped.Http.GetAsync("control?" + query);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotEmpty(JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("problem").GetString()!);
    }

    [Fact]
    public async Task Who_has_the_answer_already_gets_304_and_other_sites_may_ask()
    {
        using var first = await shipped.Http.GetAsync("control?" + Azaz);
        Assert.True(first.Headers.CacheControl!.NoCache);
        Assert.Equal("*", first.Headers.GetValues("Access-Control-Allow-Origin").Single());
        using var again = new HttpRequestMessage(HttpMethod.Get, "control?" + Azaz);
        again.Headers.IfNoneMatch.Add(new EntityTagHeaderValue(first.Headers.ETag!.Tag));
        Assert.Equal(HttpStatusCode.NotModified, (await shipped.Http.SendAsync(again)).StatusCode);
        using var head = await shipped.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, "control?" + Azaz));
        Assert.Equal((HttpStatusCode.OK, first.Content.Headers.ContentLength), (head.StatusCode, head.Content.Headers.ContentLength));
    }

    [Fact]
    public async Task A_withdrawn_claim_is_answered_no_more()
    {
        await using var host = await WebHost.StartFullAsync();
        const string TellTamer = "control?lat=36.65556&lng=40.37079&date=2020-01-01";
        await WriteAsync(async db => (await db.ControlClaims.SingleAsync(claim => claim.Key == "azaz-2019-09-18-sna")).DeletedAt = DateTime.UtcNow);
        var answer = JsonDocument.Parse(await host.Http.GetStringAsync("control?" + Azaz)).RootElement;
        Assert.NotEqual("azaz-2019-09-18-sna", answer.GetProperty("claim").GetProperty("id").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await host.Http.GetAsync(TellTamer)).StatusCode);
        await WriteAsync(async db => (await db.Sources.SingleAsync(source => source.Key.StartsWith("mehr-"))).Side = null);
        Assert.Equal(HttpStatusCode.OK, (await host.Http.GetAsync(TellTamer)).StatusCode);

        Task WriteAsync(Func<MapDb, Task> write) => host.Gate.RunAsync(new WriteRequest(Acting.Server("tester"), "a test", Guid.NewGuid()), async db =>
        {
            await write(db);
            return 1;
        });
    }
}
