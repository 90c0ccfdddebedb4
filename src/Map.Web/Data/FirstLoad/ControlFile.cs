namespace Map.Web.Data.FirstLoad;

internal static class ControlFile
{
    private static readonly string[] Postures = ["holds", "contested", "joint", "besieged", "left"];

    public static Task ReadAsync(FileLoad load) => CsvFile.ReadAsync(load, row =>
    {
        var span = row.NeedSpan("date_edtf");
        var posture = row.Need("posture");
        if (!Postures.Contains(posture)) throw new BadRowException($"posture is “{posture}”; it must be one of {string.Join(", ", Postures)}");
        load.Add(new ControlClaimRow
        {
            Key = row.Need("id"),
            PlaceId = load.Keys.Place(row.Need("place_key")).Id,
            Holders = row.Need("holders"),
            Posture = posture,
            Edtf = span.Edtf,
            EarliestDay = span.EarliestDay,
            LatestDay = span.LatestDay,
            SourceId = load.Keys.Source(row.Need("source_key")),
            ReportedBy = row.Text("reported_by"),
            Credibility = row.NeedCredibility("credibility"),
            Note = row.Text("note"),
            Version = Guid.NewGuid(),
            Id = load.NextId<ControlClaimRow>(),
        });
    });
}
