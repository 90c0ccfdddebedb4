using Map.Core.Chain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Map.Web.Data;

/// <summary>Puts lines of the history into its chain, in the transaction that writes them.</summary>
internal static class ChainedRevisions
{
    /// <summary>The setting of a database whose lines are from before there was a chain.</summary>
    public const string Due = "HistoryChainDue";

    private const int AtOnce = 50_000;

    /// <summary>Numbers and seals new lines after the last one there. Call inside the write gate's transaction, with all lines of the act.</summary>
    public static async Task SealAsync(MapDb db, IReadOnlyList<RevisionRow> lines, CancellationToken cancel)
    {
        if (lines.Count == 0) return;
        var last = await db.Revisions.AsNoTracking().OrderByDescending(line => line.Id).Select(line => new { line.Id, line.Hash }).FirstOrDefaultAsync(cancel);
        var (number, hash) = last is null ? (0, RevisionChain.Beginning) : (last.Id, last.Hash);
        foreach (var line in lines)
        {
            line.Id = ++number;
            line.Salt = RevisionChain.NewSalt();
            line.Digest = RevisionChain.Digest(line.Salt, line.Old, line.New, line.Why, line.Who);
            hash = line.Hash = RevisionChain.Hash(hash, FactsOf(line), line.Digest);
        }
        db.Revisions.AddRange(lines);
    }

    /// <summary>Makes the chain over the lines of an older version's database, each few thousand in a transaction of their own. Once: later an unsealed line is a forged one.</summary>
    public static async Task BringUpInPartsAsync(MapDb db, Action<string> say, CancellationToken cancel)
    {
        if (!await db.Settings.AnyAsync(it => it.Key == Due, cancel)) return;
        var last = await db.Revisions.AsNoTracking().Where(line => line.Hash != Array.Empty<byte>()).OrderByDescending(line => line.Id).Select(line => new { line.Id, line.Hash }).FirstOrDefaultAsync(cancel);
        var (number, hash) = last is null ? (long.MinValue, RevisionChain.Beginning) : (last.Id, last.Hash);
        for (var done = 0; ; done += AtOnce)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var lines = await db.Revisions.AsNoTracking().Where(line => line.Id > number).OrderBy(line => line.Id).Take(AtOnce).ToListAsync(cancel);
            if (lines.Count == AtOnce) say(FormattableString.Invariant($"Chaining the history from line {done:N0} on"));
            hash = await WriteAsync(db, lines, hash, cancel);
            if (lines.Count < AtOnce) await db.Settings.Where(it => it.Key == Due).ExecuteDeleteAsync(cancel);
            await transaction.CommitAsync(cancel);
            if (lines.Count < AtOnce) return;
            number = lines[^1].Id;
        }
    }

    public static RevisionFacts FactsOf(RevisionRow line) => new(line.Id, line.Table, line.RowId, line.Field, line.At, line.RequestId, line.Version);

    private static async Task<byte[]> WriteAsync(MapDb db, List<RevisionRow> lines, byte[] before, CancellationToken cancel)
    {
        await using var seal = db.Database.GetDbConnection().CreateCommand();
        seal.CommandText = "UPDATE Revisions SET Salt = @salt, Digest = @digest, Hash = @hash WHERE Id = @id";
        seal.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        foreach (var name in new[] { "@salt", "@digest", "@hash", "@id" })
        {
            var parameter = seal.CreateParameter();
            parameter.ParameterName = name;
            seal.Parameters.Add(parameter);
        }
        foreach (var line in lines)
        {
            var salt = RevisionChain.NewSalt();
            var digest = RevisionChain.Digest(salt, line.Old, line.New, line.Why, line.Who);
            before = RevisionChain.Hash(before, FactsOf(line), digest);
            (seal.Parameters[0].Value, seal.Parameters[1].Value, seal.Parameters[2].Value, seal.Parameters[3].Value) = (salt, digest, before, line.Id);
            await seal.ExecuteNonQueryAsync(cancel);
        }
        return before;
    }
}
