using System.Text.RegularExpressions;

namespace Geodata.Tests;

public class ReadmeTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(Geodata.Folder, "README.md"));

    [Fact]
    public void Every_file_is_named_with_its_licence()
    {
        var rows = Lines.Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Select(line => line.Split('|')).ToList();
        var licensed = rows.Where(row => row[4].Trim() != "").SelectMany(row => Regex.Matches(row[1], "`([^`]+)`")).Select(m => m.Groups[1].Value).ToHashSet();

        var unnamed = Directory.EnumerateFiles(Geodata.Folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Geodata.Folder, file).Replace('\\', '/'))
            .Where(file => file != "README.md" && !licensed.Contains(file) && !licensed.Contains(file[..(file.IndexOf('/', StringComparison.Ordinal) + 1)]));

        Assert.Empty(unnamed);
        Assert.All(licensed, name => Assert.True(Path.Exists(Path.Combine(Geodata.Folder, name)), name));
    }

    [Fact]
    public void The_attribution_lines_name_everybody_who_must_be_named()
    {
        var text = string.Join('\n', Lines);

        foreach (var name in new[] { "OCHA", "CC BY 3.0 IGO", "OpenSyria", "GeoNames", "Natural Earth", "Uppsala", "Wikipedia", "CC BY-SA 4.0", "Golan" })
        {
            Assert.Contains(name, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Our_own_words_are_neutral()
    {
        var loaded = new Regex(@"\b(regime|terrorist\w*|terrorism|martyr\w*|liberated)\b", RegexOptions.IgnoreCase);

        Assert.DoesNotMatch(loaded, string.Join('\n', Lines));
        Assert.DoesNotMatch(loaded, File.ReadAllText(Path.Combine(Geodata.Folder, "derive/input/control-narratives.csv")));
        Assert.DoesNotMatch(loaded, File.ReadAllText(Path.Combine(Geodata.Folder, "derive/input/control-articles.csv")));
    }
}
