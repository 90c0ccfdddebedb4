using System.Text.Json;
using Map.Core.Citing;

namespace Map.Core.Tests.Citing;

public class CitingTests
{
    private static readonly DateOnly Read = new(2026, 11, 22);

    private static readonly CitedSource Report = new("monitor-7", "Shelling in {Idlib} & 50% of it: $x_1 #2 ~ ^ \\", "The Monitor", "A. Writer", "monitor", "2019-11-01", "https://monitor.example/a_b?c=1&d={e}", "https://archive.example/1", "en", "CC BY 4.0");
    private static readonly CitedSource Bare = new("ملف 1", "تقرير", null, null, null, null, null, null, null, null);

    [Fact]
    public void Footnotes_are_numbered_one_a_line_with_what_is_known()
    {
        var notes = Footnotes.Of([Report with { Title = "Two\nlines" }, Bare], Read, arabic: false);
        Assert.Equal(
            "1. A. Writer, “Two lines”, The Monitor, 1 November 2019, https://monitor.example/a_b?c=1&d={e} (read on 22 November 2026; archived at https://archive.example/1).\n2. “تقرير”.\n", notes);
        Assert.StartsWith("1. A. Writer، «Two lines»، The Monitor، 1 ", Footnotes.Of([Report with { Title = "Two\nlines" }], Read, arabic: true), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2019-11-01", "[[2019,11,1]]", false)]
    [InlineData("2019-11", "[[2019,11]]", false)]
    [InlineData("2019", "[[2019]]", false)]
    [InlineData("2019-11-01/2019-11-05", "[[2019,11,1],[2019,11,5]]", false)]
    [InlineData("2019-11~", "[[2019,11,1],[2019,11,30]]", true)]
    public void A_date_in_csl_says_as_much_as_is_known(string edtf, string parts, bool isAbout)
    {
        var issued = JsonDocument.Parse(CslJson.Of([Report with { Published = edtf }], Read)).RootElement[0].GetProperty("issued");
        Assert.Equal(parts, JsonSerializer.Serialize(issued.GetProperty("date-parts")));
        Assert.Equal(isAbout, issued.TryGetProperty("circa", out _));
    }

    [Fact]
    public void Csl_names_the_kind_and_leaves_out_what_is_not_known()
    {
        var items = JsonDocument.Parse(CslJson.Of([Report, Bare], Read)).RootElement;
        Assert.Equal("report", items[0].GetProperty("type").GetString());
        Assert.Equal("A. Writer", items[0].GetProperty("author")[0].GetProperty("literal").GetString());
        Assert.Equal("[[2026,11,22]]", JsonSerializer.Serialize(items[0].GetProperty("accessed").GetProperty("date-parts")));
        Assert.Equal(["id", "type", "title"], items[1].EnumerateObject().Select(it => it.Name));
        Assert.Equal("2019-11/..", JsonDocument.Parse(CslJson.Of([Bare with { Published = "2019-11/.." }], Read)).RootElement[0].GetProperty("issued").GetProperty("literal").GetString());
    }

    [Fact]
    public void Bibtex_keeps_every_letter_and_none_of_it_means_anything_to_tex()
    {
        var entries = BibTex.Of([Report, Bare], Read);
        Assert.Contains("""title = {{Shelling in \{Idlib\} \& 50\% of it: \$x\_1 \#2 \textasciitilde{} \textasciicircum{} \textbackslash{}}},""", entries, StringComparison.Ordinal);
        Assert.Contains("url = {https://monitor.example/a_b?c=1&d=%7Be%7D},", entries, StringComparison.Ordinal);
        Assert.Contains("date = {2019-11-01},", entries, StringComparison.Ordinal);
        Assert.Contains("@online{----1,\n  title = {{تقرير}},\n}", entries, StringComparison.Ordinal);
        // Every brace that opens is closed: nothing typed ends a field.
        var depth = 0;
        for (var at = 0; at < entries.Length; at++)
        {
            if (at > 0 && entries[at - 1] == '\\') { continue; }
            depth += entries[at] switch { '{' => 1, '}' => -1, _ => 0 };
            Assert.True(depth >= 0);
        }
        Assert.Equal(0, depth);
    }
}
