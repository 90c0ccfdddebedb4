using Bunit;
using Map.Web.Features.Accounts;
using Map.Web.Shared;
using Map.Web.Data;
using Map.Web.Tests.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace Map.Web.Tests.Circuits;

/// <summary>What holds for every form in which something is typed, on one server.</summary>
public sealed class EveryFormTests(LiveDesk desk) : IClassFixture<LiveDesk>
{
    public static TheoryData<string> Forms => [.. DeskForm.All.Select(form => form.Name)];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_save_whose_answer_was_lost_is_known_again_after_a_reload_and_made_once(string name)
    {
        var (form, number, request) = (DeskForm.Of(name), DeskForm.Next(), Guid.NewGuid());
        await form.KeepAsync(desk.Drafts, LiveDesk.Person, number, request);
        // The server is killed after the commit and before it answers.
        var before = desk.Lines;
        await form.SaveAsync(desk.All, LiveDesk.Editor, number, request);
        var saved = desk.Lines;
        Assert.Equal(before.Acts + 1, saved.Acts);

        var drawn = await desk.FormAsync(form, number);
        Assert.Single(drawn.FindAll("[data-restored]"));
        await drawn.ClickAsync(form.Button);
        await SavedAsync(form, drawn);
        Assert.Equal(saved, desk.Lines);
        Assert.Empty(desk.Kept());
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Ten_presses_at_once_save_once(string name)
    {
        var (form, number) = (DeskForm.Of(name), DeskForm.Next());
        await form.KeepAsync(desk.Drafts, LiveDesk.Person, number, Guid.NewGuid());
        var drawn = await desk.FormAsync(form, number);
        var before = desk.Lines.Acts;
        // All of them before anything is drawn of the first.
        await drawn.InvokeAsync(() =>
        {
            var button = drawn.Find(form.Button);
            return Task.WhenAll(Enumerable.Range(0, 10).Select(_ => button.ClickAsync(new())));
        });
        await SavedAsync(form, drawn);
        Assert.Equal(before + 1, desk.Lines.Acts);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task While_nobody_may_change_the_record_a_save_is_refused_in_words_with_what_was_typed_kept(string name)
    {
        var (form, number) = (DeskForm.Of(name), DeskForm.Next());
        await form.KeepAsync(desk.Drafts, LiveDesk.Person, number, Guid.NewGuid());
        var drawn = await desk.FormAsync(form, number);
        foreach (var mode in new[] { SiteMode.ReadOnly, SiteMode.Closed })
        {
            var words = $"typed before it was {mode}, {number}";
            await drawn.EnterAsync(FieldOf(form), words);
            await SetAsync(mode);
            var before = desk.Lines;
            await drawn.ClickAsync(form.Button);
            Assert.Contains(mode == SiteMode.Closed ? "is closed" : "read-only since", drawn.WaitForElement(".desk-strip-error").TextContent, StringComparison.Ordinal);
            Assert.Equal(before, desk.Lines);
            Assert.Equal(words, ValueOf(drawn, FieldOf(form)));
            // The page is left, and comes back with it.
            await desk.LeaveAsync();
            Assert.Contains(desk.Kept(), json => json.Contains(words, StringComparison.Ordinal));
            drawn = await desk.FormAsync(form, number);
            Assert.Equal(words, ValueOf(drawn, FieldOf(form)));
            await SetAsync(SiteMode.Normal);
        }
        await drawn.ClickAsync(form.Button);
        await SavedAsync(form, drawn);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_fault_that_nobody_thought_of_is_said_at_the_form_which_goes_on_with_what_was_typed(string name)
    {
        var (form, number, clock) = (DeskForm.Of(name), DeskForm.Next(), new BreakingClock());
        await form.KeepAsync(desk.Drafts, LiveDesk.Person, number, Guid.NewGuid());
        var drawn = await desk.FormAsync(form, number, clock);
        var words = $"typed while something was broken, {number}";
        clock.IsBroken = true;
        await drawn.EnterAsync(FieldOf(form), words);
        var said = drawn.WaitForElement(".desk-strip-error").TextContent;
        Assert.Contains("Something failed on the server", said, StringComparison.Ordinal);
        Assert.DoesNotContain(BreakingClock.Secret, drawn.Markup, StringComparison.Ordinal);

        clock.IsBroken = false;
        Assert.Equal(words, ValueOf(drawn, FieldOf(form)));
        await drawn.ClickAsync(form.Button);
        await SavedAsync(form, drawn);
        Assert.NotEmpty(desk.Where(words));
    }

    /// <summary>Waits until it says so, or has gone on to the page of what it saved.</summary>
    private static Task SavedAsync(DeskForm form, IRenderedComponent<IComponent> drawn)
    {
        var start = drawn.Services.GetRequiredService<NavigationManager>();
        return drawn.WaitForAssertionAsync(() => Assert.True(drawn.FindAll("[data-saved]").Count > 0 || start.Uri != start.BaseUri, $"{form}: {string.Join(' ', drawn.FindAll(".desk-problem, .desk-strip-error").Select(it => it.TextContent.Trim()))}"));
    }

    internal static string FieldOf(DeskForm form) => "#f-" + form.Words.Replace('[', '-').Replace("]", "", StringComparison.Ordinal).Replace('.', '-').ToLowerInvariant();

    internal static string ValueOf(IRenderedComponent<IComponent> drawn, string field) => drawn.Find(field) is var there && there.NodeName == "TEXTAREA" ? there.GetAttribute("value") ?? there.TextContent : there.GetAttribute("value") ?? "";

    private async Task SetAsync(string mode)
    {
        await using var scope = desk.Host.Services.CreateAsyncScope();
        Assert.True(await scope.ServiceProvider.GetRequiredService<SetSiteMode>().RunAsync(mode, Identities.EditorOf(Roles.Admin), Guid.NewGuid()));
    }

    private sealed class BreakingClock : TimeProvider
    {
        public const string Secret = "the inside of the server";

        public bool IsBroken { get; set; }

        public override DateTimeOffset GetUtcNow() => IsBroken ? throw new InvalidOperationException(Secret) : base.GetUtcNow();
    }
}
