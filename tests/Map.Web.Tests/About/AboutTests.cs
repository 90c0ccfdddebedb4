using System.Globalization;
using System.Net;
using System.Reflection;
using Map.Core.Control;
using Map.Web.Features.About;
using Map.Web.Tests.Explore;

namespace Map.Web.Tests.About;

[Collection(nameof(Shipped))]
public class AboutTests(Shipped shipped)
{
    private static readonly string Geodata = Path.Combine(Root(), "geodata");

    [Fact]
    public void Every_file_of_geodata_is_listed_and_every_listed_file_is_there()
    {
        var listed = ShippedFiles.Groups.SelectMany(group => group.Files).Concat(ShippedFiles.Control).SelectMany(file => file.Paths).ToList();
        var there = Directory.EnumerateFiles(Geodata, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Geodata, path).Replace('\\', '/')).ToList();
        Assert.All(there, path => Assert.Contains(listed, known => known == path || (known.EndsWith('/') && path.StartsWith(known, StringComparison.Ordinal))));
        Assert.All(listed, known => Assert.Contains(there, path => path == known || path.StartsWith(known, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_lines_to_show_are_those_of_the_readme()
    {
        var readme = File.ReadAllText(Path.Combine(Geodata, "README.md")).Replace("2016-2019", "2016–2019", StringComparison.Ordinal);
        Assert.All(ShippedFiles.Lines, line => Assert.Contains(line, readme, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/about", "How to read it")]
    [InlineData("/about?lang=ar", "كيف تقرأها")]
    [InlineData("/about/control", "20 km")]
    [InlineData("/about/control?lang=ar", "20 كم")]
    [InlineData("/about/data", "geodata/control/control_claims.csv")]
    [InlineData("/about/data?lang=ar", "كل المصادر")]
    [InlineData("/about/history", "What it does not prove")]
    [InlineData("/about/history?lang=ar", "ما الذي لا يثبته")]
    public async Task The_pages_answer_in_both_languages(string address, string words)
    {
        using var answer = await shipped.Http.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Contains(address.Contains("ar", StringComparison.Ordinal) && address.Contains("lang", StringComparison.Ordinal) ? "<html lang=\"ar\" dir=\"rtl\">" : "<html lang=\"en\" dir=\"ltr\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("style=\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_data_page_lists_every_source_and_sets_the_share_alike_file_apart()
    {
        await using var db = await shipped.Dbs.CreateDbContextAsync();
        var page = await shipped.Http.GetStringAsync("/about/data");
        Assert.All(db.Sources.Select(s => s.Key).ToList(), key => Assert.Contains($"id=\"source-{key}\"", page, StringComparison.Ordinal));
        Assert.Contains("CC BY-SA 4.0", page, StringComparison.Ordinal);
        Assert.Contains("16,566", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/about/control")]
    [InlineData("/about/control?lang=ar")]
    public async Task Every_number_of_the_rules_stands_on_their_page_and_every_rule_has_an_address(string address)
    {
        var page = await shipped.Http.GetStringAsync(address);
        var fields = typeof(ControlRules).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null));
        var properties = typeof(ControlRules).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => property.GetValue(null));
        var numbers = fields.Concat(properties).SelectMany(value => value as IEnumerable<int> is { } several ? several.Select(it => (double)it) : [Convert.ToDouble(value, CultureInfo.InvariantCulture)]).ToList();
        Assert.True(numbers.Count >= 9);
        Assert.All(numbers, number => Assert.Contains($"<data value=\"{number.ToString(CultureInfo.InvariantCulture)}\">", page, StringComparison.Ordinal));
        Assert.All(Enum.GetValues<ControlRule>(), rule => Assert.Contains($"id=\"rule-{(int)rule}\"", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_of_the_rules_lists_every_source_with_a_side_its_reason_and_what_of_it_nobody_confirms()
    {
        await using var db = await shipped.Dbs.CreateDbContextAsync();
        var page = WebUtility.HtmlDecode(await shipped.Http.GetStringAsync("/about/control"));
        var sided = db.Sources.Where(source => source.Side != null).ToList();
        Assert.NotEmpty(sided);
        var arabic = WebUtility.HtmlDecode(await shipped.Http.GetStringAsync("/about/control?lang=ar"));
        Assert.All(sided, source =>
        {
            Assert.Contains(source.Title, page, StringComparison.Ordinal);
            Assert.Contains(source.SideReason!, page, StringComparison.Ordinal);
            Assert.Contains(source.SideReasonAr!, arabic, StringComparison.Ordinal);
            Assert.DoesNotContain(source.SideReason!, arabic, StringComparison.Ordinal);
        });
        Assert.Contains("<bdi>Tell Rifaat</bdi>, <a class=\"date-link\" href=\"/?date=2024-12-01\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_outlet_with_a_side_has_one_row_however_often_it_reported()
    {
        await using var db = await shipped.Dbs.CreateDbContextAsync();
        var page = WebUtility.HtmlDecode(await shipped.Http.GetStringAsync("/about/control"));
        var table = page[page.IndexOf("id=\"sides\"", StringComparison.Ordinal)..];
        var rows = table[..table.IndexOf("</table>", StringComparison.Ordinal)].Split("<tr").Skip(2).ToList();
        var outlets = db.Sources.Where(source => source.Side != null).AsEnumerable().GroupBy(source => System.Text.RegularExpressions.Regex.Replace(source.Outlet ?? source.Title, @" \((mirror|copy): .*", "")).ToList();
        Assert.Contains(outlets, outlet => outlet.Count() > 2);
        Assert.Equal(outlets.Count, rows.Count);
        Assert.All(outlets, outlet =>
        {
            var row = Assert.Single(rows, row => row.Contains($"<bdi>{outlet.Key}</bdi>", StringComparison.Ordinal) || outlet.All(source => row.Contains(source.Title, StringComparison.Ordinal)));
            Assert.All(outlet, source => Assert.Contains(source.Title, row, StringComparison.Ordinal));
            var keys = outlet.Select(source => source.Id).ToList();
            Assert.Contains($"<td class=\"number\">{db.PublicControlClaims.Count(claim => keys.Contains(claim.SourceId))}</td>", row, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Every_date_on_the_pages_leads_to_the_map()
    {
        var about = await shipped.Http.GetStringAsync("/about");
        Assert.Contains("<a class=\"date-link\" href=\"/?date=2016-01-01\" data-to-day=\"2016-01-01\">1 January 2016</a>", about, StringComparison.Ordinal);
        var data = await shipped.Http.GetStringAsync("/about/data?lang=ar");
        Assert.True(System.Text.RegularExpressions.Regex.Count(data, "<a class=\"date-link\" href=\"/\\?date=[0-9-]{10}[^\"]*lang=ar\"") > 20);
    }

    [Fact]
    public async Task The_start_page_holds_its_list_before_any_script_runs()
    {
        var page = await shipped.Http.GetStringAsync("/?date=2023-12-19&window=1d&at=36.586,37.044,9");
        Assert.Contains("data-event=\"1002\"", page, StringComparison.Ordinal);
        Assert.Contains("<title>Map · Northern Syria</title>", page, StringComparison.Ordinal);
        Assert.Contains("data-theme-toggle", page, StringComparison.Ordinal);
        Assert.Contains("data-share", page, StringComparison.Ordinal);
        Assert.Matches("href=\"/\\?date=2023-12-19&amp;window=1d&amp;at=36.586[^\"]*&amp;lang=ar\" hreflang=\"ar\"", page);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Map.sln"))) { folder = folder.Parent!; }
        return folder.FullName;
    }
}
