using Map.Core.Reading;
using Map.Web.Features.Read;
using Microsoft.Extensions.Configuration;

namespace Map.Web.Tests.Read;

/// <summary>A language model that proposes beside the rules, and how little it is believed.</summary>
public class EventModelTests
{
    private const string Text = "The mill of Sarmin was given to a committee. Nobody was hurt. Shells fell on Ariha.";
    private const string Sentence = "The mill of Sarmin was given to a committee.";

    [Fact]
    public async Task It_is_asked_with_the_text_and_its_key_and_what_it_proposes_of_the_text_is_taken()
    {
        await using var service = await ModelStandIn.StartAsync(ModelStandIn.Completion($$"""{"events":[{"sentence":"{{Sentence}}","type":"politics","title":"Mill given to a committee"}]}"""));
        using var model = new HttpEventModel(new(service.Address, "a-model", "a-key", TimeSpan.FromMinutes(1)));
        var outcome = await model.ProposeAsync(Text, [], default);
        Assert.Equal(new ModelProposal(Sentence, "politics", "Mill given to a committee"), Assert.Single(outcome.Answer!.Proposals));
        Assert.Null(outcome.Problem);
        var (body, key) = Assert.Single(service.Asked);
        Assert.Equal(("a-model", Text, "Bearer a-key"), (body.GetProperty("model").GetString(), body.GetProperty("messages")[1].GetProperty("content").GetString(), key));
        Assert.Contains("control-change", body.GetProperty("messages")[0].GetProperty("content").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The mill of Sarmin was sold.", "politics", "A title")]
    [InlineData("Nobody was hurt.", "rumour", "A title")]
    [InlineData("Nobody was hurt.", "politics", " ")]
    [InlineData("", "politics", "A title")]
    [InlineData("Shells fell on Ariha.", "strike", "A title")]
    public void What_is_not_word_for_word_in_the_text_or_no_event_or_proposed_already_is_left_out(string sentence, string type, string title)
    {
        var start = Text.IndexOf("Shells", StringComparison.Ordinal);
        var read = new DraftMention(Text[start..], start, Text.Length - start, "strike", "Shelling", null, null, [], [], null, DraftCertainty.Told);
        var answer = ModelProposals.Read(System.Text.Json.JsonSerializer.Serialize(new { events = new[] { new { sentence, type, title } } }), Text, [read])!;
        Assert.Equal((0, 1), (answer.Proposals.Count, answer.Refused));
    }

    [Theory]
    [InlineData("Sure, here are the events: {\"events\":[]}")]
    [InlineData("{\"events\":[{\"sentence\":\"Nobody was hurt.\",\"type\":\"politics\"}]}")]
    [InlineData("{\"events\":[{\"sentence\":\"Nobody was hurt.\",\"type\":\"politics\",\"title\":\"x\",\"place\":\"Idlib\"}]}")]
    [InlineData("{\"events\":null}")]
    [InlineData("[]")]
    [InlineData("")]
    public void An_answer_of_another_form_is_refused_whole(string answer) => Assert.Null(ModelProposals.Read(answer, Text, []));

    [Theory]
    [InlineData("{}", 200, "not an answer of chat completions")]
    [InlineData("no JSON", 200, "not an answer of chat completions")]
    [InlineData("{\"choices\":[{\"message\":{\"content\":\"no JSON\"}}]}", 200, "not the JSON that was asked for")]
    [InlineData("{}", 500, "HTTP 500")]
    [InlineData("{}", 302, "HTTP 302")]
    public async Task What_goes_wrong_is_said(string answer, int status, string problem)
    {
        await using var service = await ModelStandIn.StartAsync(answer, status);
        using var model = new HttpEventModel(new(service.Address, "a-model", null, TimeSpan.FromMinutes(1)));
        Assert.Equal((null, problem), await model.ProposeAsync(Text, [], default) is var outcome ? (outcome.Answer, outcome.Problem) : default);
    }

    [Fact]
    public async Task A_service_that_never_answers_is_given_up()
    {
        await using var service = await ModelStandIn.StartAsync(null);
        using var model = new HttpEventModel(new(service.Address, "a-model", null, TimeSpan.FromMilliseconds(200)));
        Assert.StartsWith("no answer within", (await model.ProposeAsync(Text, [], default)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void There_is_none_unless_an_address_is_set()
    {
        Assert.Null(ModelSettings.Of(Settings([])));
        Assert.Throws<InvalidOperationException>(() => ModelSettings.Of(Settings(new() { ["Map:Model:Address"] = "file:///etc/passwd" })));
        var set = ModelSettings.Of(Settings(new() { ["Map:Model:Address"] = "http://127.0.0.1:1/v1/chat/completions", ["Map:Model:Seconds"] = "5" }))!;
        Assert.Equal((null, TimeSpan.FromSeconds(5)), (set.Key, set.Patience));
    }

    private static IConfiguration Settings(Dictionary<string, string?> values) => new ConfigurationBuilder().AddInMemoryCollection(values).Build();
}
