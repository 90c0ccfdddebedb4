namespace Map.Web.Data.FirstLoad;

internal static class SourceFile
{
    public static Task ReadAsync(FileLoad load) => CsvFile.ReadAsync(load, row =>
    {
        var published = row.Text("published_edtf");
        if (published is not (null or "unknown")) _ = FileRow.Edtf("published_edtf", published);
        load.Add(new SourceRow
        {
            Id = load.NextId<SourceRow>(),
            Key = row.Need("key"),
            Title = row.Need("title"),
            Outlet = Known(row.Text("outlet")),
            Author = Known(row.Text("author")),
            Url = Known(row.Text("url")),
            PublishedEdtf = Known(published),
            Language = Known(row.Text("language")),
            Reliability = row.Need("reliability") is [>= 'A' and <= 'F'] letter ? letter : throw new BadRowException("reliability must be a letter from A to F"),
            Kind = Known(row.Text("kind")),
            Licence = Known(row.Text("licence")),
        });
    });

    // The files say that something is unknown; the tables leave it empty.
    private static string? Known(string? text) => text == "unknown" ? null : text;
}
