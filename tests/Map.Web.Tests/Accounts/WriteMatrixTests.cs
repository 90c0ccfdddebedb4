using System.Reflection;
using System.Security.Claims;
using Map.Core.Actors;
using Map.Core.Control;
using Map.Core.Events;
using Map.Core.Places;
using Map.Core.Reading;
using Map.Core.Sources;
using Map.Core.Zones;
using Map.Web.Canvas;
using Map.Web.Data;
using Map.Web.Data.Erasing;
using Map.Web.Drafts;
using Map.Web.Features.Accounts;
using Map.Web.Features.EditActors;
using Map.Web.Features.EditControl;
using Map.Web.Features.EditEvents;
using Map.Web.Features.EditPlaces;
using Map.Web.Features.EditSources;
using Map.Web.Features.EditStories;
using Map.Web.Features.EditViews;
using Map.Web.Features.History;
using Map.Web.Features.Read;
using Map.Web.Features.Review;
using Map.Web.Features.Zones;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.JSInterop;

namespace Map.Web.Tests.Accounts;

/// <summary>Everything that writes, and everything a browser may call besides, tried by each of the five. It is found by reflection: what is new has no row and fails.</summary>
public class WriteMatrixTests
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
    private static readonly Assembly Web = typeof(WriteGate).Assembly;

    /// <summary>Holds the gate and answers no person: the server's own work, and what is only called inside another write.</summary>
    private static readonly string[] Own = ["FirstLoader", "FirstAdmin", "SweptFiles", "LinkRounds", "GatedSaves", "Eraser", "SignInLog", "WriteGate"];

    [Fact]
    public async Task Every_write_asks_the_database_whose_act_it_is()
    {
        await using var host = await WebHost.StartSmallAsync(new Dictionary<string, string> { ["Accounts:SecondFactor"] = "required" });
        await Identities.AddAsync(host);
        var found = new List<AccessRow>();
        var acts = Acts();
        foreach (var name in Writes().Order(StringComparer.Ordinal))
        {
            if (!acts.TryGetValue(name, out var act)) { found.Add(new(name, "not tried: give it a line in Acts", [])); continue; }
            var answers = new List<string>();
            foreach (var role in Identities.All) { answers.Add(await TryAsync(host, act, Identities.EditorOf(role))); }
            found.Add(new(name, "", answers));
        }
        AccessTable.Same("Writes", found);
    }

    [Fact]
    public void Everything_a_browser_may_call_is_in_the_table()
    {
        var found = Web.GetTypes().SelectMany(type => type.GetMethods(Any)).Where(method => method.IsDefined(typeof(JSInvokableAttribute)))
            .Select(method => new AccessRow($"{method.DeclaringType!.DeclaringType?.Name}.{method.Name}", "", ["reads", "reads", "reads", "reads", "reads"])).ToList();
        AccessTable.Same("Called from JavaScript", found);
        // What is static could be called from any page without being handed out.
        var together = Web.GetReferencedAssemblies().Select(Assembly.Load).Append(Web);
        Assert.DoesNotContain(together.SelectMany(Types).SelectMany(type => type.GetMethods(Any)), method => method.IsStatic && method.IsDefined(typeof(JSInvokableAttribute), false));
    }

    /// <summary>What a browser calls says what it looks at. None of what hears it holds the gate, so nothing it says can be written without one of the writes below.</summary>
    [Fact]
    public async Task What_a_browser_calls_is_handed_on_and_writes_nothing()
    {
        await using var host = await WebHost.StartSmallAsync();
        var before = await LinesAsync(host);
        var heard = new List<string>();
        var listener = new MapListener { Reported = _ => Hear("Report"), EventOpened = _ => Hear("OpenEvent"), Picked = (_, _) => Hear("Pick"), Noticed = _ => Hear("Notice") };
        var ear = Activator.CreateInstance(typeof(MapClient).GetNestedType("Ear", BindingFlags.NonPublic)!, listener)!;
        foreach (var method in ear.GetType().GetMethods(Any).Where(method => method.IsDefined(typeof(JSInvokableAttribute))))
        {
            await (Task)method.Invoke(ear, [.. method.GetParameters().Select(it => it.ParameterType == typeof(string) ? "words" : it.ParameterType.IsValueType ? Activator.CreateInstance(it.ParameterType) : null)])!;
        }
        Assert.Equal(["Report", "OpenEvent", "Pick", "Notice"], heard);
        Assert.Equal(before, await LinesAsync(host));

        Task Hear(string name)
        {
            heard.Add(name);
            return Task.CompletedTask;
        }
    }

    private static IEnumerable<Type> Types(Assembly assembly)
    {
        try { return assembly.GetTypes(); }
        catch (ReflectionTypeLoadException some) { return some.Types.OfType<Type>(); }
    }

    /// <summary>Public methods that answer later, of every type that is given the gate, or what holds it and asks no right itself.</summary>
    private static IEnumerable<string> Writes() => Web.GetTypes()
        .Where(type => !type.IsNested && !Own.Contains(type.Name))
        .Where(type => type.GetConstructors(Any).Any(made => made.GetParameters().Any(it => it.ParameterType == typeof(WriteGate) || it.ParameterType == typeof(Eraser))))
        .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly))
        .Where(method => typeof(Task).IsAssignableFrom(method.ReturnType) && method.GetParameters() is not [{ ParameterType.Name: nameof(MapDb) }, ..])
        .Select(method => $"{method.DeclaringType!.Name}.{method.Name}").Distinct();

    /// <summary>Each write with as little as lets the gate be reached: what is not there is not found, which is an answer of its own.</summary>
    private static Dictionary<string, Func<IServiceProvider, Editor, Task<object?>>> Acts() => new()
    {
        ["ChangeEvents.RunAsync"] = (all, who) => Of<ChangeEvents>(all, it => it.RunAsync([new(1, Guid.NewGuid())], EventChange.Title("x"), "y", who, Guid.NewGuid())),
        ["ChangeEvents.TakeBackAsync"] = (all, who) => Of<ChangeEvents>(all, it => it.TakeBackAsync(Guid.NewGuid(), "y", who, Guid.NewGuid())),
        ["DecideProposal.AcceptAsync"] = (all, who) => Of<DecideProposal>(all, it => it.AcceptAsync(1, new(0, 1, "x"), new EventDraft(), who, Guid.NewGuid())),
        ["DecideProposal.BringBackAsync"] = (all, who) => Of<DecideProposal>(all, it => it.BringBackAsync(1, new(0, 1, "x"), who, Guid.NewGuid())),
        ["DecideProposal.DropAsync"] = (all, who) => Of<DecideProposal>(all, it => it.DropAsync(-1, new(0, 1, "x"), who, Guid.NewGuid())),
        ["DecideReview.ApproveAsync"] = (all, who) => Of<DecideReview>(all, it => it.ApproveAsync(new(1, Guid.NewGuid(), Guid.NewGuid()), who, Guid.NewGuid())),
        ["DecideReview.AssignAsync"] = (all, who) => Of<DecideReview>(all, it => it.AssignAsync(1, null, who, Guid.NewGuid())),
        ["DecideReview.SendBackAsync"] = (all, who) => Of<DecideReview>(all, it => it.SendBackAsync(1, "y", who, Guid.NewGuid())),
        ["DiscussReview.ResolveAsync"] = (all, who) => Of<DiscussReview>(all, it => it.ResolveAsync(1, true, who, Guid.NewGuid())),
        ["DiscussReview.SayAsync"] = (all, who) => Of<DiscussReview>(all, it => it.SayAsync(1, "x", who, Guid.NewGuid())),
        ["EraseRecord.RunAsync"] = (all, who) => Of<EraseRecord>(all, it => it.RunAsync(new("Events", -1, [], true, "safety", true, false, Guid.NewGuid()), Principal(who))),
        ["MergeEvents.RunAsync"] = (all, who) => Of<MergeEvents>(all, it => it.RunAsync(new EventDraft { Id = -1 }, -2, Guid.NewGuid(), who, Guid.NewGuid())),
        ["MergeEvents.TakeBackAsync"] = (all, who) => Of<MergeEvents>(all, it => it.TakeBackAsync(-2, who, "y", Guid.NewGuid())),
        ["RemoveActor.RunAsync"] = (all, who) => Of<RemoveActor>(all, it => it.RunAsync(-1, who, "y", Guid.NewGuid())),
        ["RemoveControlClaim.DeleteAsync"] = (all, who) => Of<RemoveControlClaim>(all, it => it.DeleteAsync(-1, who, "y", Guid.NewGuid())),
        ["RemoveControlClaim.RestoreAsync"] = (all, who) => Of<RemoveControlClaim>(all, it => it.RestoreAsync(-1, who, "y", Guid.NewGuid())),
        ["RemoveEvent.DeleteAsync"] = (all, who) => Of<RemoveEvent>(all, it => it.DeleteAsync(-1, who, "y", Guid.NewGuid())),
        ["RemoveEvent.RestoreAsync"] = (all, who) => Of<RemoveEvent>(all, it => it.RestoreAsync(-1, who, "y", Guid.NewGuid())),
        ["RemovePlace.RunAsync"] = (all, who) => Of<RemovePlace>(all, it => it.RunAsync("none", who, "y", Guid.NewGuid())),
        ["RemoveSource.RunAsync"] = (all, who) => Of<RemoveSource>(all, it => it.RunAsync(-1, who, "y", Guid.NewGuid())),
        ["RemoveZones.PublishAsync"] = (all, who) => Of<RemoveZones>(all, it => it.PublishAsync(-1, true, who, Guid.NewGuid())),
        ["RemoveZones.SeriesAsync"] = (all, who) => Of<RemoveZones>(all, it => it.SeriesAsync(-1, true, who, "y", Guid.NewGuid())),
        ["RemoveZones.ZoneAsync"] = (all, who) => Of<RemoveZones>(all, it => it.ZoneAsync(-1, true, who, "y", Guid.NewGuid())),
        ["SaveAccount.ChangePasswordAsync"] = (all, who) => Of<SaveAccount>(all, it => it.ChangePasswordAsync(who.Id, who.Name, "not it", new NewPassword())),
        ["SaveAccount.ChangeRoleAsync"] = (all, who) => Of<SaveAccount>(all, it => it.ChangeRoleAsync(who, "viewer", "no such role")),
        ["SaveAccount.CreateFromLinkAsync"] = (all, who) => Of<SaveAccount>(all, it => it.CreateFromLinkAsync("no such link", OneTimeLink.Invite, new NewAccount())),
        ["SaveAccount.EndSessionAsync"] = (all, who) => Of<SaveAccount>(all, it => it.EndSessionAsync(Principal(who))),
        ["SaveAccount.InviteAsync"] = (all, who) => Of<SaveAccount>(all, it => it.InviteAsync(who, "viewer")),
        ["SaveAccount.RemoveSecondFactorAsync"] = (all, who) => Of<SaveAccount>(all, it => it.RemoveSecondFactorAsync(who, "viewer")),
        ["SaveAccount.ResetLinkAsync"] = (all, who) => Of<SaveAccount>(all, it => it.ResetLinkAsync(who, "viewer")),
        ["SaveAccount.ResetPasswordAsync"] = (all, who) => Of<SaveAccount>(all, it => it.ResetPasswordAsync("no such link", new NewPassword())),
        ["SaveAccount.SetDisabledAsync"] = (all, who) => Of<SaveAccount>(all, it => it.SetDisabledAsync(who, "viewer", false)),
        ["SaveActor.RunAsync"] = (all, who) => Of<SaveActor>(all, it => it.RunAsync(new ActorDraft(), who, Guid.NewGuid())),
        ["SaveArticle.RemoveAsync"] = (all, who) => Of<SaveArticle>(all, it => it.RemoveAsync(-1, who, "y", Guid.NewGuid())),
        ["SaveArticle.RunAsync"] = (all, who) => Of<SaveArticle>(all, it => it.RunAsync(new PastedArticle(), who, Guid.NewGuid())),
        ["SaveControlClaims.RunAsync"] = (all, who) => Of<SaveControlClaims>(all, it => it.RunAsync(new ClaimSheet(), who, Guid.NewGuid(), Language.English)),
        ["SaveEvent.RunAsync"] = (all, who) => Of<SaveEvent>(all, it => it.RunAsync(new EventDraft(), who, Guid.NewGuid())),
        ["SavePlace.RunAsync"] = (all, who) => Of<SavePlace>(all, it => it.RunAsync(new PlaceDraft(), who, Guid.NewGuid(), false)),
        ["SaveSource.RunAsync"] = (all, who) => Of<SaveSource>(all, it => it.RunAsync(new SourceSheet(), who, Guid.NewGuid())),
        ["SaveZones.RunAsync"] = (all, who) => Of<SaveZones>(all, it => it.RunAsync(new ZoneSeriesDraft(), who, Guid.NewGuid())),
        ["RemoveStory.DeleteAsync"] = (all, who) => Of<RemoveStory>(all, it => it.DeleteAsync("nothing", who, "y", Guid.NewGuid())),
        ["RemoveStory.RestoreAsync"] = (all, who) => Of<RemoveStory>(all, it => it.RestoreAsync("nothing", who, "y", Guid.NewGuid())),
        ["RemoveView.DeleteAsync"] = (all, who) => Of<RemoveView>(all, it => it.DeleteAsync("nothing", who, "y", Guid.NewGuid())),
        ["RemoveView.RestoreAsync"] = (all, who) => Of<RemoveView>(all, it => it.RestoreAsync("nothing", who, "y", Guid.NewGuid())),
        ["SaveStory.RunAsync"] = (all, who) => Of<SaveStory>(all, it => it.RunAsync(new() { Key = "none" }, who, Guid.NewGuid(), false)),
        ["SaveView.RunAsync"] = (all, who) => Of<SaveView>(all, it => it.RunAsync(new() { Key = "none" }, who, Guid.NewGuid(), false)),
        ["ServerDrafts.ClearAsync"] = (all, who) => Of<ServerDrafts>(all, it => it.ClearAsync(who.Id, "event--1")),
        ["ServerDrafts.KeepAsync"] = (all, who) => Of<ServerDrafts>(all, it => it.KeepAsync(who.Id, "event--1", "words")),
        ["ServerDrafts.OfAsync"] = (all, who) => Of<ServerDrafts>(all, it => it.OfAsync(who.Id, "event-")),
        ["ServerDrafts.ReadAsync"] = (all, who) => Of<ServerDrafts>(all, it => it.ReadAsync<string>(who.Id, "event--1")),
        ["SetReviewMode.RunAsync"] = (all, who) => Of<SetReviewMode>(all, it => it.RunAsync("no such mode", who, Guid.NewGuid())),
        ["SetSiteMode.RunAsync"] = (all, who) => Of<SetSiteMode>(all, it => it.RunAsync("no such mode", who, Guid.NewGuid())),
        ["SetSiteMode.SignEveryoneOutAsync"] = (all, who) => Of<SetSiteMode>(all, it => it.SignEveryoneOutAsync(who, Guid.NewGuid())),
        ["TakeBackSubmission.RunAsync"] = (all, who) => Of<TakeBackSubmission>(all, it => it.RunAsync(1, who, Guid.NewGuid())),
    };

    private static async Task<string> TryAsync(WebHost host, Func<IServiceProvider, Editor, Task<object?>> act, Editor who)
    {
        await using var scope = host.Services.CreateAsyncScope();
        try
        {
            return await act(scope.ServiceProvider, who) is (ErasureRefusal.NotAllowed, _) ? "refused" : "let in";
        }
        catch (NotAllowedException)
        {
            return "refused";
        }
        // It was let in, and fell over what is not there.
        catch (DbUpdateException)
        {
            return "let in";
        }
    }

    private static async Task<object?> Of<T>(IServiceProvider all, Func<T, Task> act) where T : notnull
    {
        var running = act(all.GetRequiredService<T>());
        await running;
        return running.GetType().GetProperty("Result")?.GetValue(running);
    }

    private static ClaimsPrincipal Principal(Editor who) => new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, who.Id), new(ClaimTypes.GivenName, who.Name), new(SessionNow.Claim, "a session of " + who.Id), new(PersonName.Means, PersonName.SecondFactor)], "test"));

    private static async Task<int> LinesAsync(WebHost host)
    {
        await using var db = await host.Dbs.CreateDbContextAsync();
        return await db.Audit.CountAsync();
    }
}
