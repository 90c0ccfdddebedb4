using System.Globalization;
using CsvHelper;

namespace Geodata.Tests;

/// <summary>The folder under test and its tables, as rows keyed by the header.</summary>
internal static class Geodata
{
    public static string Folder { get; } = Find();

    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string file)
    {
        using var stream = File.OpenRead(Path.Combine(Folder, file));
        return Read(stream);
    }

    /// <summary>Strict: a row with another number of fields, a stray quote or a line break in a field throws.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(Stream stream)
    {
        using var csv = CsvReader.Create(stream, new CsvReaderOptions
        {
            Separator = ',',
            AllowLineBreaksInQuotes = false,
            MalformedData = CsvMalformedDataHandling.Throw,
            FieldCountMismatch = CsvFieldCountHandling.Throw,
        });
        csv.ReadHeader();
        var header = csv.Headers.ToArray();
        var rows = new List<IReadOnlyDictionary<string, string>>();
        while (csv.Read())
        {
            rows.Add(header.Select((name, column) => (name, Value: csv.GetString(column))).ToDictionary(field => field.name, field => field.Value));
        }

        return rows;
    }

    public static double Number(string value) => double.Parse(value, CultureInfo.InvariantCulture);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Map.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No Map.sln above the tests.");
        }

        return Path.Combine(folder.FullName, "geodata");
    }
}
