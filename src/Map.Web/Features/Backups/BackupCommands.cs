using System.Globalization;
using Map.Web.Data;
using Map.Web.Data.Backups;
using Microsoft.Extensions.Logging.Abstractions;

namespace Map.Web.Features.Backups;

/// <summary><c>backup</c> writes one more backup, beside a running server or without one; <c>restore FILE</c> puts one in the place of the database while no server runs. Both answer 0, or 1 with the reason on the error stream.</summary>
public static class BackupCommands
{
    public static async Task<int> BackUpAsync(IReadOnlyList<string> arguments, DataFolder folder, BackupRules rules, TextWriter output, TextWriter errors)
    {
        if (arguments.Count > 0) return Refuse(errors, "Usage: backup   (writes into the folder “backups” of the data folder)");
        if (!File.Exists(folder.Database)) return Refuse(errors, $"There is no database in “{folder.FullPath}”. Map__DataFolder names the folder.");
        using var backups = new KeptBackups(folder, rules, TimeProvider.System, NullLogger<KeptBackups>.Instance);
        if (await backups.RunAsync() is not { } made) return Refuse(errors, $"No sound backup was made, and the older ones are kept: {Words(backups.Problem)}");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{made.Path}: {made.Bytes / 1e6:N1} MB, read whole and sound. The keys that sign cookies ({folder.Keys}) and the copies of sources ({folder.Archive}) are not in it."));
        return 0;
    }

    public static async Task<int> RestoreAsync(IReadOnlyList<string> arguments, DataFolder folder, TextWriter output, TextWriter errors)
    {
        if (arguments is not [var file]) return Refuse(errors, "Usage: restore FILE   (a backup; the server must be stopped)");
        if (!File.Exists(file)) return Refuse(errors, $"There is no file “{Path.GetFullPath(file)}”. Backups of the server's own are in “{folder.Backups}”.");
        try
        {
            folder.Hold();
        }
        catch (DataFolderInUseException running)
        {
            return Refuse(errors, $"Nothing was restored. {running.Message}");
        }
        using (folder)
        {
            var (refused, check) = await Restoring.PrepareAsync(folder, file);
            if (refused is not null) return Refuse(errors, $"Nothing was restored: {refused}.");
            var aside = Restoring.Finish(folder, DateTime.UtcNow);
            output.WriteLine($"Restored. What stood there before is in “{aside}”: delete it once all is well, and at once where something was erased for somebody's safety.");
            if (check!.History is { First: not null }) output.WriteLine("The history in it does not follow: verify-history says where.");
            output.WriteLine("Accounts, roles and what was erased are as they were when the backup was made: look at People before you open the map to others.");
        }
        return 0;
    }

    private static int Refuse(TextWriter errors, string words)
    {
        errors.WriteLine(words);
        return 1;
    }

    private static string Words(BackupProblem problem) => problem switch
    {
        BackupProblem.NoRoom => "the disk has too little room.",
        BackupProblem.Damaged => "the database is damaged. Restore the last good backup.",
        BackupProblem.History => "its history does not follow; verify-history says where. The copy is kept beside the sound ones, with the ending .unsound.",
        _ => "the database cannot be read, or the folder not written.",
    };
}
