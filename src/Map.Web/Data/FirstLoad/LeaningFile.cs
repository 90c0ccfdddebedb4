using Map.Core.Control;

namespace Map.Web.Data.FirstLoad;

/// <summary>Whose side sources take, and why. A row without a side says that somebody looked and gave none.</summary>
internal static class LeaningFile
{
    public static Task ReadAsync(FileLoad load) => CsvFile.ReadAsync(load, row =>
    {
        var id = load.Keys.Source(row.Need("source_key"));
        var side = row.Text("side");
        if (side is not null && Holders.Split(side).FirstOrDefault(holder => Holders.Order(holder) == Holders.Named.Count) is { } unknown)
            throw new BadRowException($"no holder has the id {unknown}");
        var (reason, reasonAr) = (row.Need("reason"), row.Need("reason_ar"));
        load.Run($"UPDATE \"Sources\" SET \"Side\" = {side}, \"SideReason\" = {reason}, \"SideReasonAr\" = {reasonAr} WHERE \"Id\" = {id}");
    });
}
