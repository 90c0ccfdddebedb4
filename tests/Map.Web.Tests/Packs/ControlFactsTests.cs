using System.Net;
using System.Text.Json;
using Map.Facts;
using Map.Web.Tests.Explore;

namespace Map.Web.Tests.Packs;

/// <summary>Sixty dated facts against what <c>GET /control</c> answers. What is expected stands in the file of the facts.</summary>
[Collection(nameof(Shipped))]
public class ControlFactsTests(Shipped shipped)
{
    [Fact]
    public void Sixty_facts_lie_over_the_whole_span_and_name_every_holder_and_every_posture_of_their_source()
    {
        Assert.Equal(60, ControlFact.All.Count);
        Assert.Equal(["2011", "2012", "2013", "2014", "2015", "2016", "2017", "2018", "2019", "2020", "2022", "2023", "2024"], ControlFact.All.Select(fact => fact.Edtf[..4]).Distinct());
        Assert.Equal(["contested", "holds", "joint", "besieged"], ControlFact.All.Select(fact => fact.Posture).Distinct().OrderBy(posture => posture == "besieged" ? 1 : 0).ThenBy(posture => posture, StringComparer.Ordinal));
        Assert.Superset(new HashSet<string> { "government-of-syria", "opposition", "hts", "sna", "sdf", "islamic-state", "turkey" }, ControlFact.All.SelectMany(fact => fact.Holders).ToHashSet());
        Assert.True(ControlFact.All.Count(fact => fact.SetAside.Length > 0) <= 3);
    }

    [Fact]
    public async Task Every_fact_that_no_rule_sets_aside_is_what_the_answer_says()
    {
        var wrong = new List<string>();
        foreach (var fact in ControlFact.All.Where(fact => fact.SetAside.Length == 0))
        {
            using var answer = await AskAsync(fact);
            if (answer is null)
            {
                wrong.Add($"{fact}: nothing");
                continue;
            }
            var root = answer.RootElement;
            var named = Named(root);
            var right = fact.Holders.All(named.Contains) && (!fact.Exactly || (named.Count == fact.Holders.Count && root.GetProperty("posture").GetString() == fact.Posture && root.GetProperty("certain").GetBoolean()));
            if (!right)
                wrong.Add($"{fact}: {root}");
        }
        Assert.Empty(wrong);
    }

    [Fact]
    public async Task A_fact_that_a_rule_sets_aside_is_not_followed_and_shown_with_its_place()
    {
        foreach (var fact in ControlFact.All.Where(fact => fact.SetAside.Length > 0))
        {
            Assert.NotEmpty(fact.Reason);
            using (var answer = await AskAsync(fact))
                Assert.False(answer is not null && Named(answer.RootElement).SetEquals(fact.Holders), $"{fact} is followed now: its reason is none any more");
            var card = await CardAsync(fact);
            var shown = fact.SetAside == "9" ? Claims(card, "unconfirmed") : card.GetProperty("history").EnumerateArray().SelectMany(holding => Claims(holding, "claims").Concat(Claims(holding, "dissent")));
            Assert.Contains(shown, claim => claim.GetProperty("edtf").GetString() == fact.Edtf && claim.GetProperty("holders").GetString()!.Split('+').ToHashSet().SetEquals(fact.Holders));
        }
    }

    private static JsonElement.ArrayEnumerator Claims(JsonElement of, string name) => of.GetProperty(name).EnumerateArray();

    private static HashSet<string> Named(JsonElement answer) =>
        [.. new[] { "holders", "before" }.Select(answer.GetProperty).Where(list => list.ValueKind == JsonValueKind.Array).SelectMany(list => list.EnumerateArray()).Select(holder => holder.GetProperty("id").GetString()!)];

    private async Task<JsonDocument?> AskAsync(ControlFact fact)
    {
        using var answer = await shipped.Http.GetAsync(fact.At);
        if (answer.StatusCode == HttpStatusCode.NotFound)
            return null;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
    }

    private async Task<JsonElement> CardAsync(ControlFact fact)
    {
        await using var db = await shipped.Dbs.CreateDbContextAsync();
        var (latitude, longitude) = (double.Parse(fact.Latitude, System.Globalization.CultureInfo.InvariantCulture), double.Parse(fact.Longitude, System.Globalization.CultureInfo.InvariantCulture));
        var place = db.PublicControlClaims.Select(claim => claim.Place).Distinct().AsEnumerable().MinBy(it => Math.Abs(it.Latitude - latitude) + Math.Abs(it.Longitude - longitude))!;
        return JsonDocument.Parse(await shipped.Http.GetStringAsync($"data/place/{place.Id}.json")).RootElement;
    }
}
