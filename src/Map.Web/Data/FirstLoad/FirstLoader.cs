using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Map.Web.Data.FirstLoad;

/// <summary>
/// Reads what geodata holds and the tables do not. Each file is one transaction with its marker, so a load that was killed goes on
/// with the file it was killed in.
/// </summary>
internal sealed class FirstLoader(MapDbs dbs, WriteGate gate, Geodata geodata, LoadState state, Changes changes, DataFolder folder, DistrictMap districts)
{
    private const int ShownProblems = 20;

    public async Task RunAsync(CancellationToken cancel)
    {
        if (!geodata.Steps().Any()) Console.WriteLine($"There is no geodata in {geodata.Folder}: the map starts empty.");
        var read = 0;
        await using (var db = dbs.ForWriting())
        {
            foreach (var step in await state.MissingAsync(db))
            {
                await ReadFileAsync(step, cancel);
                read++;
            }
            if (read > 0)
            {
                using var turn = await gate.EnterAsync(cancel);
                await ShownEvents.BringUpAsync(db, districts, cancel);
                await EventTexts.BringUpInPartsAsync(db, state.Say, cancel);
                await db.Database.ExecuteSqlRawAsync("ANALYZE", cancel);
            }
        }
        if (read == 0) return;
        if (state.Problems > 0) Console.WriteLine($"{state.Problems} rows were refused; they are listed in {folder.LoadProblems}");
        changes.Tell(new DataChanged(DataParts.Events | DataParts.Control | DataParts.Places | DataParts.Actors | DataParts.Sources, [], []));
    }

    private async Task ReadFileAsync(LoadStep step, CancellationToken cancel)
    {
        using var turn = await gate.EnterAsync(cancel);
        await using var db = dbs.ForWriting();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        using var inserts = new Inserts(db, db.Database.GetDbConnection(), transaction.GetDbTransaction());
        await using var problems = new StreamWriter(folder.LoadProblems, append: true);
        var load = new FileLoad(step, geodata.PathOf(step.File), new Keys(db), inserts, state.Say, Refuse, cancel);

        await step.ReadAsync(load);

        var at = DateTime.UtcNow;
        inserts.Add(new SettingRow { Key = step.Marker, Value = JsonSerializer.Serialize(new { rows = load.Taken, refused = load.Refused, at }) });
        inserts.Add(new AuditRow { Id = inserts.NextId<AuditRow>(), At = at, Who = "server", Act = "load", Target = step.File, Detail = $"{load.Taken} rows taken, {load.Refused} refused" });
        await transaction.CommitAsync(cancel);
        state.Say(FormattableString.Invariant($"Loaded {load.Taken:N0} {step.Rows} from {step.File}"));

        void Refuse(string problem)
        {
            problems.WriteLine(problem);
            if (++state.Problems <= ShownProblems) Console.WriteLine($"Refused: {problem}");
        }
    }
}
