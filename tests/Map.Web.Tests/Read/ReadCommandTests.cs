using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Map.Web.Features.Read;

namespace Map.Web.Tests.Read;

public sealed class ReadCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("map-read-").FullName;

    public void Dispose() => Directory.Delete(folder, true);

    [Fact]
    public void What_is_found_is_printed_as_JSON_with_words_that_stand_where_they_say()
    {
        var text = "HTS fighters arrested nine men in Sarmada on Sunday.\n\nThe group released them in Idlib (إدلب) two days later.\n";
        using var json = Read(text, "--published", "2019-05-14");
        foreach (var kind in new[] { "places", "dates", "actors", "figures", "drafts" })
        {
            foreach (var entry in json.RootElement.GetProperty(kind).EnumerateArray())
            {
                var words = text.Substring(entry.GetProperty("start").GetInt32(), entry.GetProperty("length").GetInt32());
                Assert.Equal(words, entry.GetProperty("text").GetString());
            }
        }
    }

    [Fact]
    public void A_web_page_is_read_by_its_article_and_its_own_date()
    {
        using var json = Read("<html><head><meta property=\"article:published_time\" content=\"2018-08-22T10:00:00Z\"></head><body><nav>Shells fell on Homs.</nav><article><p>On 8 August shells fell on the outskirts of the town, and the people who live nearby left their houses for some hours until it was quiet again in the evening.</p></article></body></html>");
        var article = json.RootElement.GetProperty("article").GetString()!;
        Assert.DoesNotContain("Homs", article);
        var date = Assert.Single(json.RootElement.GetProperty("dates").EnumerateArray());
        Assert.Equal("2018-08-08", date.GetProperty("edtf").GetString());
        Assert.Equal(article.IndexOf("8 August", StringComparison.Ordinal), date.GetProperty("start").GetInt32() + date.GetProperty("text").GetString()!.IndexOf('8', StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("There is no file", "missing.txt", "--published", "2018")]
    [InlineData("is no date in EDTF", "missing.txt", "--published", "last summer")]
    [InlineData("is no date in EDTF", "missing.txt", "--published")]
    [InlineData("No file is named", "--published", "2018")]
    [InlineData("One file at a time", "one.txt", "two.txt")]
    [InlineData("“--publish” is not known", "one.txt", "--publish", "2018")]
    public void What_cannot_be_done_is_said_in_a_sentence(string sentence, params string[] arguments)
    {
        using var output = new MemoryStream();
        using var errors = new StringWriter();
        Assert.Equal(1, ReadCommand.Run(arguments, Geodata, output, errors));
        Assert.Contains(sentence, errors.ToString());
        Assert.Equal(0, output.Length);
    }

    [Fact]
    public void A_text_that_is_not_UTF8_is_refused()
    {
        var file = Path.Combine(folder, "latin.txt");
        File.WriteAllBytes(file, [(byte)'a', 0xE9, (byte)'b']);
        using var output = new MemoryStream();
        using var errors = new StringWriter();
        Assert.Equal(1, ReadCommand.Run([file], Geodata, output, errors));
        Assert.Contains("not a text in UTF-8", errors.ToString());
    }

    [Fact]
    public async Task The_program_itself_reads_and_starts_no_server()
    {
        var file = Path.Combine(folder, "article.txt");
        await File.WriteAllTextAsync(file, "Shells fell on Saraqib.");
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "read", file, "--published", "2018-01"]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder };
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        using var json = JsonDocument.Parse(said);
        Assert.Equal(5, json.RootElement.EnumerateObject().Count());
        Assert.Equal([file], Directory.GetFileSystemEntries(folder));
    }

    private static string Geodata => Path.Combine(AppContext.BaseDirectory, "geodata");

    private JsonDocument Read(string text, params string[] options)
    {
        var file = Path.Combine(folder, "article.txt");
        File.WriteAllText(file, text, new UTF8Encoding(false));
        using var output = new MemoryStream();
        using var errors = new StringWriter();
        Assert.Equal(0, ReadCommand.Run([file, .. options], Geodata, output, errors));
        Assert.Equal("", errors.ToString());
        return JsonDocument.Parse(output.ToArray());
    }
}
