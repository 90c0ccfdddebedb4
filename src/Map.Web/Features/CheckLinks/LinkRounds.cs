using Map.Web.Data;
using Map.Web.Data.FirstLoad;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.CheckLinks;

/// <summary>Asks the links of sources, a few each hour, and records which are dead. Nothing but the answer is written: no history of a source, no version.</summary>
internal sealed class LinkRounds(IDbContextFactory<MapDb> databases, WriteGate gate, LinkAsk ask, LoadState load, TimeProvider clock, ILogger<LinkRounds> log) : BackgroundService
{
    private const int MostInARound = 40;
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);
    /// <summary>An answer stands for so long.</summary>
    private static readonly TimeSpan Standing = TimeSpan.FromDays(30);
    /// <summary>When one that told nothing is asked again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    private readonly Dictionary<long, DateTime> unanswered = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await load.Completed.WaitAsync(stoppingToken);
            while (true)
            {
#pragma warning disable CA1031 // A round that fails is not the last one, and takes nothing else with it.
                try { await RunAsync(stoppingToken); }
                catch (Exception fault) when (fault is not OperationCanceledException) { log.LogWarning(fault, "The links of sources could not be asked this time"); }
#pragma warning restore CA1031
                await Task.Delay(Pause, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops; the next start asks those that are due.
        }
    }

    /// <summary>One round; how many links are recorded otherwise than before, or anew.</summary>
    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        var answers = new List<(long Id, string Url, LinkAnswer Answer)>();
        foreach (var (id, url) in await DueAsync(cancel))
        {
            answers.Add((id, url, Uri.TryCreate(url, UriKind.Absolute, out var link) ? await ask.RunAsync(link, cancel) : LinkAnswer.Unknown));
        }
        // Where nobody at all answered, the fault is more likely on this side of the line.
        var isOnline = answers.Exists(it => it.Answer is LinkAnswer.Alive or LinkAnswer.Gone);
        var told = new List<(long Id, string Url, string State)>();
        foreach (var (id, url, answer) in answers)
        {
            var state = answer switch { LinkAnswer.Alive => LinkStates.Alive, LinkAnswer.Gone => LinkStates.Dead, LinkAnswer.Silent when isOnline => LinkStates.Dead, _ => null };
            if (state is null) { unanswered[id] = Now; }
            else { told.Add((id, url, state)); }
        }
        return told.Count == 0 ? 0 : await RecordAsync(told, cancel);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task<IReadOnlyList<(long Id, string Url)>> DueAsync(CancellationToken cancel)
    {
        foreach (var (id, _) in unanswered.Where(it => it.Value < Now - Patience).ToList()) { unanswered.Remove(id); }
        var (before, waiting) = (Now - Standing, unanswered.Keys.ToList());
        await using var db = await databases.CreateDbContextAsync(cancel);
        // What nobody has let out is asked nowhere: the asking itself would tell its site that somebody here has it.
        var due = await db.PublicSources.Where(source => source.Url != null && source.Url != "" && (source.CheckedAt == null || source.CheckedAt < before) && !waiting.Contains(source.Id))
            .OrderBy(source => source.CheckedAt).ThenBy(source => source.Id).Take(MostInARound).Select(source => new { source.Id, source.Url }).ToListAsync(cancel);
        return [.. due.Select(source => (source.Id, source.Url!))];
    }

    private Task<int> RecordAsync(List<(long Id, string Url, string State)> told, CancellationToken cancel)
    {
        var at = Now;
        return gate.RunAsync(new WriteRequest(Acting.Server(), "", Guid.NewGuid()) { Act = "links", Target = $"{told.Count} sources" }, async db =>
        {
            var count = 0;
            foreach (var (id, url, state) in told)
            {
                // Of an address that was changed meanwhile nothing is known.
                count += await db.Sources.Where(source => source.Id == id && source.Url == url)
                    .ExecuteUpdateAsync(set => set.SetProperty(source => source.LinkState, state).SetProperty(source => source.CheckedAt, at), cancel);
            }
            return count;
        }, cancel);
    }
}
