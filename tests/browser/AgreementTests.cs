using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Map.Browser.Tests;

/// <summary>What the map says must be what the database says.</summary>
[Collection(nameof(Product))]
public class AgreementTests(Product product)
{
    [Fact]
    public async Task The_maps_figures_agree_with_the_database_on_20_random_dates_and_windows()
    {
        var random = new Random(20231219);
        var first = new DateOnly(2015, 12, 1).DayNumber;
        var last = new DateOnly(2024, 12, 31).DayNumber;
        var windows = new Dictionary<string, int> { ["1d"] = 1, ["7d"] = 7, ["30d"] = 30, ["all"] = 0 };
        await using var database = new SqliteConnection($"Data Source={product.Site.DatabasePath};Mode=ReadOnly;Pooling=False");
        await database.OpenAsync();
        for (var round = 0; round < 20; round++)
        {
            // The last round stands inside the one shipped event that went on for months.
            var date = round == 19 ? new DateOnly(2017, 12, 10) : DateOnly.FromDayNumber(random.Next(first, last));
            var (window, days) = round == 19 ? KeyValuePair.Create("1d", 1) : windows.ElementAt(random.Next(windows.Count));
            await using var visit = await product.VisitAsync($"/?date={date:yyyy-MM-dd}&window={window}");
            await visit.ReadyAsync();
            var to = date.DayNumber - new DateOnly(1970, 1, 1).DayNumber;
            var (certain, possible) = Count(database, days == 0 ? int.MinValue : to - days + 1, to);
            Assert.Equal((date, window, certain, possible), (date, window, await visit.CertainAsync(), await visit.PossibleAsync()));
        }
    }

    private static (int Certain, int Possible) Count(SqliteConnection database, int from, int to)
    {
        using var command = database.CreateCommand();
        const string Certain = "((EarliestDay >= $from AND LatestDay <= $to) OR (Lasted AND EarliestDay > -2147483648 AND LatestDay < 2147483647))";
        command.CommandText = $"""
            SELECT COALESCE(SUM({Certain}), 0), COALESCE(SUM(NOT {Certain}), 0)
            FROM Events
            WHERE Status = 'published' AND DeletedAt IS NULL AND EarliestDay <= $to AND LatestDay >= $from
            """;
        command.Parameters.AddWithValue("$from", from);
        command.Parameters.AddWithValue("$to", to);
        using var reader = command.ExecuteReader();
        reader.Read();
        return (Convert.ToInt32(reader.GetValue(0), CultureInfo.InvariantCulture), Convert.ToInt32(reader.GetValue(1), CultureInfo.InvariantCulture));
    }
}
