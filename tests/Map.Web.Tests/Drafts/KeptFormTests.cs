using Map.Core.Events;
using Map.Web.Drafts;

namespace Map.Web.Tests.Drafts;

public class KeptFormTests
{
    private static readonly DateTimeOffset At = new(2024, 12, 9, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_copy_of_more_turns_is_the_later_one_whichever_clock_says_otherwise()
    {
        var device = Kept("device", turn: 4, "a", At);
        Assert.Same(device, KeptForms.Later(device, Kept("server", turn: 3, "a", At.AddHours(1))));
        Assert.Same(device, KeptForms.Later(device, Kept("server", turn: 4, "a", At.AddHours(1))));
        Assert.Equal("server", KeptForms.Later(device, Kept("server", turn: 5, "b", At.AddHours(-1)))!.Draft.Draft.Title);
        Assert.Same(device, KeptForms.Later(device, null));
        Assert.Equal("server", KeptForms.Later(null, Kept("server", turn: 1, "b", At))!.Draft.Draft.Title);
    }

    [Fact]
    public void What_the_same_hand_typed_after_the_last_answer_is_put_into_the_servers_later_copy()
    {
        var device = Kept("device", turn: 4, "a", At) with { Typed = new Dictionary<string, string> { ["Description"] = "typed since", ["Claims[0].Quote"] = "of a claim", ["Claims[7].Quote"] = "of none", ["Nothing.Here"] = "x" } };
        var server = Kept("server", turn: 5, "a", At);

        var later = KeptForms.Later(device, server)!.Draft.Draft;

        Assert.Equal(("server", "typed since", "of a claim"), (later.Title, later.Description, later.Claims.Single().Quote));
        Assert.Equal("", server.Draft.Draft.Description);
        // Saved under the id of what the server has, it would be taken for that.
        Assert.Null(KeptForms.Later(device, server)!.Draft.Request);
        Assert.NotNull(server.Draft.Request);
    }

    [Fact]
    public void What_another_device_went_on_with_is_not_mixed_with_older_words()
    {
        var device = Kept("device", turn: 4, "a", At) with { Typed = new Dictionary<string, string> { ["Description"] = "long ago" } };
        Assert.Equal("", KeptForms.Later(device, Kept("server", turn: 5, "b", At))!.Draft.Draft.Description);
        // Kept before hands were told apart.
        Assert.Equal("", KeptForms.Later(device with { Draft = device.Draft with { Hand = "" } }, Kept("server", turn: 5, "", At))!.Draft.Draft.Description);
    }

    private static KeptDraft<KeptForm<EventDraft>> Kept(string title, int turn, string hand, DateTimeOffset at) =>
        new(at, new(new EventDraft { Title = title, Claims = [new()] }, null, turn, hand, Guid.NewGuid()));
}
