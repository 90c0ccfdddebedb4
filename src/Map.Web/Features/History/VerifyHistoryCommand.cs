using System.Data.Common;
using System.Globalization;
using Map.Core.Chain;
using Map.Web.Data;

namespace Map.Web.Features.History;

/// <summary>
/// <c>verify-history [--head HASH --number N]</c>: walks the chain of the history in the data folder and says whether all of it follows, and from the head that was kept elsewhere whether it is the same one.
/// It only reads, and may do so beside a running server. Answers 0, or 1 with what is wrong on the error stream.
/// </summary>
public static class VerifyHistoryCommand
{
    private const string Usage = "Usage: verify-history [--head HASH --number N]   (a head that was kept, as /history/head told it)";

    public static int Run(IReadOnlyList<string> arguments, string folder, TextWriter output, TextWriter errors)
    {
        if (!TryRead(arguments, out var kept))
        {
            errors.WriteLine(Usage);
            return 1;
        }
        var database = Path.Combine(folder, "map.db");
        if (!File.Exists(database))
        {
            errors.WriteLine($"There is no database in “{Path.GetFullPath(folder)}”. Map__DataFolder names the folder.");
            return 1;
        }
        try
        {
            return Say(StoredChain.Walk(database, kept), kept is not null, output, errors);
        }
        catch (DbException unread)
        {
            errors.WriteLine(unread.Message.Contains("no such column", StringComparison.Ordinal) ? "This database is from before the history was chained. Start the server on it once." : $"The database cannot be read: {unread.Message}");
            return 1;
        }
    }

    private static int Say(ChainReport report, bool hasHead, TextWriter output, TextWriter errors)
    {
        if (report.Head is not { } head)
        {
            if (report.First is null) output.WriteLine("The history is empty.");
        }
        else
        {
            output.WriteLine(Invariant($"{report.Lines:N0} lines of history. Head: number {head.Number}, hash {Convert.ToHexStringLower(head.Hash)}, {head.At:yyyy-MM-dd HH:mm:ss} UTC."));
        }
        if (report.Erasures > 0 || report.ErasedLines > 0) output.WriteLine(Invariant($"Erased for somebody's safety: {report.Erasures:N0} times, the texts of {report.ErasedLines:N0} lines."));
        if (report.EarlierThanBefore is [var early, ..])
            output.WriteLine(Invariant($"Line {early} is dated before the line it follows{(report.EarlierThanBefore.Count > 1 ? $", and {report.EarlierThanBefore.Count - 1:N0} more are" : "")}: a clock was set back. Their order is that of their numbers."));
        if (report.First is not { } bad)
        {
            output.WriteLine(hasHead ? "Every line follows from the one before, and the head that was kept is one of them." : "Every line follows from the one before. Whether the whole was replaced, only a head that was kept elsewhere can tell.");
            return 0;
        }
        errors.WriteLine(Words(bad));
        if (report.Bad > 1) errors.WriteLine(Invariant($"It is the first of {report.Bad:N0} faults."));
        return 1;
    }

    private static string Words(ChainFinding bad)
    {
        var of = bad.Line is { } line ? $" ({line.Table} {line.RowId}, {line.Field}, {line.At:yyyy-MM-dd HH:mm:ss} UTC)" : "";
        var lines = bad.Last > bad.Number ? Invariant($"Lines {bad.Number} to {bad.Last}") : Invariant($"Line {bad.Number}");
        return bad.Fault switch
        {
            ChainFault.Unreadable => $"{lines}: a value in it is not what stands in such a line.",
            ChainFault.Unsealed => $"{lines}{of} has no hash: it was written past the gate, or its hash was taken away.",
            ChainFault.Missing => $"{lines} missing: taken out, for the next line was sealed over it.",
            ChainFault.Changed => $"{lines}{of} does not follow from the line before: its place in the order, what it is of, when, its version, its digest or a hash was changed, or the line before it was made anew.",
            ChainFault.TextChanged => $"{lines}{of}: what stood there before, what after, why or who was changed.",
            ChainFault.TextGone => $"{lines}{of}: its texts are gone, and no erasure tells of it.",
            ChainFault.TextAdded => $"{lines}{of}: there is text where an erasure left none.",
            ChainFault.Cut => $"{lines} missing: the history ends before the head that was kept.",
            _ => $"{lines} is not the one that the head was of: the history was made anew from some line before it, or the head is another database's.",
        };
    }

    private static bool TryRead(IReadOnlyList<string> arguments, out (long, byte[])? kept)
    {
        kept = null;
        if (arguments.Count == 0) return true;
        string? head = null, number = null;
        for (var i = 0; i + 1 < arguments.Count; i += 2)
        {
            if (arguments[i] == "--head") head = arguments[i + 1];
            else if (arguments[i] == "--number") number = arguments[i + 1];
        }
        if (arguments.Count != 4 || head?.Length != RevisionChain.HashLength * 2 || !head.All(char.IsAsciiHexDigit) || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var at)) return false;
        kept = (at, Convert.FromHexString(head));
        return true;
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
