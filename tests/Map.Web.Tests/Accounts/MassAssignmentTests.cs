using System.Net;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Map.Core.Actors;
using Map.Core.Control;
using Map.Core.Events;
using Map.Core.Places;
using Map.Core.Review;
using Map.Core.Sources;
using Map.Core.Zones;
using Map.Web.Data;
using Map.Web.Drafts;
using Map.Web.Features.Accounts;
using Map.Web.Shared;
using Map.Web.Tests.EditEvents;
using Map.Web.Tests.Review;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Map.Web.Tests.Accounts;

/// <summary>More fields than a form has, sent along with it.</summary>
public class MassAssignmentTests
{
    /// <summary>What the server alone says of a record, by its name in the tables.</summary>
    private static readonly string[] Servers = ["DeletedAt", "MergedIntoId", "ChangedAt", "Dataset", "EnteredAt", "UsedAt", "By", "ById", "Who", "At", "AuthorId", "SubmittedBy", "SubmittedById", "DecidedBy", "AssignedTo", "Digest", "Hash", "Salt"];

    [Fact]
    public async Task An_account_made_by_a_link_has_the_role_of_the_link_whatever_is_sent_along()
    {
        await using var host = await WebHost.StartSmallAsync();
        await Identities.AddAsync(host);
        string token;
        await using (var scope = host.Services.CreateAsyncScope()) { token = await scope.ServiceProvider.GetRequiredService<SaveAccount>().InviteAsync(Identities.EditorOf("admin"), Roles.Viewer); }
        using var http = await Identities.OpenAsync(host, Identities.Nobody);
        var more = new[] { "Role", "Roles", "Roles[0]", "RoleId", "Id", "IsAdmin", "Disabled", "TwoFactorEnabled", "EmailConfirmed", "SecurityStamp", "PasswordHash" }
            .SelectMany(field => new[] { field, "Typed." + field, "link." + field, "user." + field }).Select(field => (field, field.EndsWith("Id", StringComparison.Ordinal) ? "admin" : field.Contains("Role", StringComparison.Ordinal) ? "admin" : "true"));
        using var made = await Identities.PostAsync(http, $"account/invite?token={token}", "invite",
            [("Typed.Email", "new@example.org"), ("Typed.DisplayName", "Newcomer"), ("Typed.Password", Identities.Password), ("Typed.Again", Identities.Password), .. more]);
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);

        await using var db = await host.Dbs.CreateDbContextAsync();
        var user = await db.Users.SingleAsync(it => it.Email == "new@example.org");
        Assert.NotEqual("admin", user.Id);
        Assert.Equal((false, false), (user.Disabled, user.TwoFactorEnabled));
        Assert.Equal([Roles.Viewer], await (from held in db.UserRoles join role in db.Roles on held.RoleId equals role.Id where held.UserId == user.Id select role.Name).ToListAsync());
        using var desk = await http.GetAsync("desk/events");
        Assert.Equal("/account/denied", desk.Headers.Location!.AbsolutePath);
    }

    [Fact]
    public void No_form_of_the_desk_has_a_field_for_what_the_server_alone_says()
    {
        var seen = new HashSet<Type>();
        foreach (var form in new[] { typeof(EventDraft), typeof(ClaimSheet), typeof(SourceSheet), typeof(PlaceDraft), typeof(ActorDraft), typeof(ZoneSeriesDraft) }) Look(form);
        Assert.True(seen.Count > 12, $"Only {seen.Count} types were looked at");

        void Look(Type type)
        {
            if (type.Assembly != typeof(EventDraft).Assembly || !type.IsClass || !seen.Add(type)) { return; }
            foreach (var field in type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(field => field.CanWrite))
            {
                Assert.False(Servers.Contains(field.Name), $"{type.Name}.{field.Name}");
                Look(field.PropertyType.IsGenericType ? field.PropertyType.GetGenericArguments()[0] : field.PropertyType);
            }
        }
    }

    [Fact]
    public async Task What_is_slipped_into_a_kept_form_reaches_no_row_and_the_history_names_who_sent_it()
    {
        using var queue = await Queue.OpenAsync(ReviewMode.Reviewed);
        var draft = Desk.Whole();
        var kept = JsonNode.Parse(DraftJson.Of(new KeptForm<EventDraft>(draft, null)))!;
        Slip(kept);
        var read = DraftJson.Read<KeptForm<EventDraft>>(kept.ToJsonString())!;
        Assert.Equal(JsonSerializer.Serialize(draft), JsonSerializer.Serialize(read.Draft));

        Assert.NotNull((await queue.SaveAsync(read.Draft, Queue.Rana)).Review);

        Assert.Null(await queue.PublicAsync(draft.Id));
        await using var db = queue.Desk.Database.Dbs.CreateDbContext();
        var row = await db.Events.SingleAsync(it => it.Id == draft.Id);
        Assert.Equal(("review", "desk", null, null), (row.Status, row.Dataset, row.DeletedAt, row.MergedIntoId));
        Assert.All(await db.Revisions.Where(line => line.Table == "Events").ToListAsync(), line => Assert.Equal("Rana", line.Who));
        var waiting = await queue.WaitingAsync(draft.Id);
        Assert.Equal(("Rana", Queue.Rana.Id, null), (waiting.SubmittedBy, waiting.SubmittedById, waiting.DecidedBy));
    }

    /// <summary>Puts the server's fields into every object of a form.</summary>
    private static void Slip(JsonNode? at)
    {
        if (at is JsonArray list)
        {
            foreach (var item in list) { Slip(item); }
        }
        if (at is not JsonObject named) { return; }
        foreach (var (_, value) in named.ToList()) { Slip(value); }
        foreach (var field in Servers.Where(field => !named.ContainsKey(field))) { named[field] = field.EndsWith("At", StringComparison.Ordinal) ? "2020-01-01T00:00:00Z" : field.EndsWith("IntoId", StringComparison.Ordinal) ? 1 : "somebody-else"; }
    }
}
