using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;

namespace Map.Browser.Tests;

/// <summary>What the map says must be what the database says.</summary>
[Collection(nameof(FourthProduct))]
public class AgreementTests(Product product)
{
    private const int Rounds = 8;

    [Fact]
    public async Task The_maps_figures_agree_with_the_database_on_random_dates_and_windows()
    {
        var random = new Random(20231219);
        var first = new DateOnly(2015, 12, 1).DayNumber;
        var last = new DateOnly(2024, 12, 31).DayNumber;
        var windows = new Dictionary<string, int> { ["1d"] = 1, ["7d"] = 7, ["30d"] = 30, ["all"] = 0 };
        await using var database = new SqliteConnection($"Data Source={product.Site.DatabasePath};Mode=ReadOnly;Pooling=False");
        await database.OpenAsync();
        for (var round = 0; round < Rounds; round++)
        {
            // The last round stands inside the one shipped event that went on for months.
            var date = round == Rounds - 1 ? new DateOnly(2017, 12, 10) : DateOnly.FromDayNumber(random.Next(first, last));
            var (window, days) = round == Rounds - 1 ? KeyValuePair.Create("1d", 1) : windows.ElementAt(random.Next(windows.Count));
            await using var visit = await product.VisitAsync($"/?date={date:yyyy-MM-dd}&window={window}");
            await visit.ReadyAsync();
            var to = date.DayNumber - new DateOnly(1970, 1, 1).DayNumber;
            var (certain, possible) = Count(database, days == 0 ? int.MinValue : to - days + 1, to);
            Assert.Equal((date, window, certain, possible), (date, window, await visit.CertainAsync(), await visit.PossibleAsync()));
        }
    }

    [Fact]
    public async Task The_maps_figures_agree_with_the_lists_on_random_filters()
    {
        var random = new Random(20191009);
        await using var database = new SqliteConnection($"Data Source={product.Site.DatabasePath};Mode=ReadOnly;Pooling=False");
        await database.OpenAsync();
        var actors = Keys(database, "SELECT a.Key FROM Actors AS a JOIN EventActors AS r ON r.ActorId = a.Id GROUP BY a.Key ORDER BY COUNT(*) DESC LIMIT 12");
        var sources = Keys(database, "SELECT s.Key FROM Sources AS s JOIN Claims AS c ON c.SourceId = s.Id GROUP BY s.Key ORDER BY COUNT(*) DESC LIMIT 4");
        var some = 0;
        // Each kind of filter at least twice, and each grade.
        foreach (var round in new[] { 0, 1, 2, 3, 5, 7, 10 })
        {
            // The whole country on the screen, so that the list names all that the map counts.
            var address = new StringBuilder($"/?date={new DateOnly(2017, 6, 1).AddDays(random.Next(900)):yyyy-MM-dd}&window={Of(random, ["90d", "1y", "all", "from"])}&at=35.5,38.5,6");
            if (round % 3 == 0) address.Append(CultureInfo.InvariantCulture, $"&actors={Of(random, actors)},{Of(random, actors)}");
            if (round % 4 == 1) address.Append(CultureInfo.InvariantCulture, $"&sources={Of(random, sources)}");
            if (round % 2 == 0) address.Append(CultureInfo.InvariantCulture, $"&governorates={Of(random, ["SY07", "SY02", "SY11", "SY08,SY09"])}");
            if (round % 5 == 2) address.Append("&disputed=1");
            if (round is 0 or 1 or 5 or 10) address.Append("&grade=").Append(round switch { 0 => "contested", 1 => "weak", 5 => "fair", _ => "confirmed" });
            if (round % 3 == 2) address.Append(CultureInfo.InvariantCulture, $"&text={Uri.EscapeDataString(Of(random, ["strike", "clash al", "عفرين", "Şanlı", "manb"]))}");
            if (round % 4 == 3) address.Append("&types=clash,strike");
            await using var visit = await product.VisitAsync(address.ToString());
            await visit.LiveAsync();
            var (certain, possible) = (await visit.CertainAsync(), await visit.PossibleAsync());
            await Assertions.Expect(visit.Page.Locator("#tab-Events .tab-count")).ToHaveTextAsync($" {certain + possible:N0}");
            some += certain + possible;
        }
        Assert.True(some > 1000, $"Only {some} events were compared");
    }

    private static string Of(Random random, List<string> all) => all[random.Next(all.Count)];

    private static List<string> Keys(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
#pragma warning disable CA2100 // The text is this file's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var keys = new List<string>();
        while (reader.Read()) keys.Add(reader.GetString(0));
        return keys;
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
