using Map.Web.Data;
using Map.Web.Shared;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.Accounts;

/// <summary>What an administrator does to the whole site: its mode, and an end to every sign-in.</summary>
public sealed class SetSiteMode(WriteGate gate, ModeOfSite site, TimeProvider clock)
{
    /// <summary>False where there is no such mode, or it holds already.</summary>
    /// <exception cref="NotAllowedException">This person is no administrator now.</exception>
    public async Task<bool> RunAsync(string mode, Editor editor, Guid requestId, CancellationToken cancel = default)
    {
        var chosen = new SiteMode(mode, clock.GetUtcNow().UtcDateTime);
        var isSet = await gate.RunAsync(editor.Writes($"mode set to {mode}", requestId, Right.Administer) with { Act = "mode", Target = "site" }, async db =>
        {
            if (!SiteMode.Ids.Contains(mode) || (await SiteMode.ReadAsync(db, cancel)).Id == mode) { return false; }
            var row = await db.Settings.FindAsync([SiteMode.Setting], cancel) ?? db.Settings.Add(new() { Key = SiteMode.Setting }).Entity;
            row.Value = chosen.Stored;
            return true;
        }, cancel);
        if (isSet) { site.Set(chosen); }
        return isSet;
    }

    /// <summary>Ends every sign-in on every device, this one's too; answers how many accounts there are.</summary>
    public Task<int> SignEveryoneOutAsync(Editor editor, Guid requestId, CancellationToken cancel = default) =>
        gate.RunAsync(editor.Writes("everyone signed out", requestId, Right.Administer) with { Act = "sign everyone out", Target = "site" }, async db =>
        {
            var people = await db.Users.ToListAsync(cancel);
            foreach (var person in people) { person.SecurityStamp = Guid.NewGuid().ToString("N"); }
            return people.Count;
        }, cancel);
}
