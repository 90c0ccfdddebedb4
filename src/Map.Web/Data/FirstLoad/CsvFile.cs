using System.IO.Compression;
using CsvHelper;

namespace Map.Web.Data.FirstLoad;

/// <summary>Reads a CSV file (RFC 4180, UTF-8, header, one row a line; gzip where the name ends in .gz) row by row into a load.</summary>
internal static class CsvFile
{
    /// <summary>Hands every good row to the reader of rows. Rows with a fault are listed with their line, and the rest goes on.</summary>
    public static async Task ReadAsync(FileLoad load, Action<FileRow> read)
    {
        load.Total = await CountAsync(load.Path);
        using var csv = Open(load.Path, broken => load.Refuse($"line {broken.LineNumber}", Reason(broken)));
        await csv.ReadHeaderAsync();
        var columns = csv.Headers.ToArray().Select((name, index) => (name, index)).ToDictionary(column => column.name.Trim(), column => column.index);
        while (await csv.ReadAsync())
        {
            var fields = csv.Current.ToArray();
            load.Take(() => read(new FileRow(columns, fields)), $"line {csv.LineNumber}");
        }
    }

    private static async Task<int> CountAsync(string path)
    {
        using var csv = Open(path, null);
        var rows = 0;
        while (await csv.ReadAsync()) rows++;
        return rows;
    }

    private static CsvReader Open(string path, Action<CsvMalformedRecord>? refuse)
    {
        Stream stream = File.OpenRead(path);
        if (path.EndsWith(".gz", StringComparison.Ordinal)) stream = new GZipStream(stream, CompressionMode.Decompress);
        return CsvReader.Create(stream, new CsvReaderOptions
        {
            Separator = ',',
            TrackLineNumbers = true,
            // A quote left open then costs its own line and not the rest of the file.
            AllowLineBreaksInQuotes = false,
            MaxRecordSize = 1_000_000,
            MalformedData = refuse is null ? CsvMalformedDataHandling.Recover : CsvMalformedDataHandling.Skip,
            FieldCountMismatch = refuse is null ? CsvFieldCountHandling.Allow : CsvFieldCountHandling.Skip,
            OnMalformedRecord = refuse,
        });
    }

    private static string Reason(CsvMalformedRecord broken) => broken.Reason switch
    {
        CsvMalformedReason.FieldCountMismatch => "its number of fields is not the header's",
        CsvMalformedReason.StrayQuote => "a quote stands inside a field that does not begin with one",
        CsvMalformedReason.TextAfterClosingQuote => "text follows a closing quote",
        _ => "a quote is opened and not closed on the same line",
    };
}
