using Bunit;
using Map.Web.Shared.Desk;

namespace Map.Web.Tests.Circuits;

/// <summary>100 KB put into each field that takes lines: what a page can send arrives here, and is recorded whole or refused at its field. What it cannot send, the page itself refuses.</summary>
public sealed class LongTextTests(LiveDesk desk) : IClassFixture<LiveDesk>
{
    private const int Bytes = 102_400;

    public static TheoryData<string, string> Pasted()
    {
        var all = new TheoryData<string, string>();
        foreach (var form in DeskForm.All)
        {
            foreach (var letters in new[] { "ascii", "arabic", "emoji" }) { all.Add(form.Name, letters); }
        }
        return all;
    }

    [Theory]
    [MemberData(nameof(Pasted))]
    public async Task A_hundred_kilobytes_in_any_field_are_recorded_as_they_were_typed_or_refused_at_that_field(string name, string letters)
    {
        var form = DeskForm.Of(name);
        var words = letters switch { "ascii" => Times("word ", Bytes / 5), "arabic" => Times("كلمة ", Bytes / 9), _ => Times("🕊️ ", Bytes / 8) };
        var number = DeskForm.Next();
        await form.KeepAsync(desk.Drafts, LiveDesk.Person, number, Guid.NewGuid());
        var fields = (await desk.FormAsync(form, number)).FindAll("textarea[name]:not([hidden])").Select(field => field.GetAttribute("name")!).ToList();
        if (fields.Count == 0) { fields.Add(form.Words); }
        foreach (var path in fields)
        {
            number = DeskForm.Next();
            await form.KeepAsync(desk.Drafts, LiveDesk.Person, number, Guid.NewGuid());
            var drawn = await desk.FormAsync(form, number);
            var (field, before) = ("#" + FormState.IdOf(path), desk.Lines);
            await drawn.EnterAsync(field, words);
            await drawn.ClickAsync(form.Button);
            if (drawn.FindAll(field + "-problem") is [var problem])
            {
                Assert.Contains("characters", problem.TextContent, StringComparison.Ordinal);
                Assert.Equal(words, EveryFormTests.ValueOf(drawn, field));
                Assert.Equal(before, desk.Lines);
            }
            else { Assert.True(desk.Where(words, whole: true).Count > 0, $"{path}: neither recorded nor refused"); }
        }
    }

    /// <summary>As a text that somebody wrote: without blanks at its ends.</summary>
    private static string Times(string piece, int times) => string.Concat(Enumerable.Repeat(piece, times)).Trim();
}
