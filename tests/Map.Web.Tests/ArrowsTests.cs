using System.Text.RegularExpressions;

namespace Map.Web.Tests;

/// <summary>The arrows of the architecture, and the sinks that must not appear: read from the sources, so that method bodies count too.</summary>
public class ArrowsTests
{
    private static readonly string Root = FindRoot();
    private static readonly string Web = Path.Combine(Root, "src/Map.Web");

    [Fact]
    public void Features_never_import_each_other()
    {
        var features = Directory.GetDirectories(Path.Combine(Web, "Features")).Select(folder => Path.GetFileName(folder)!).ToList();
        var crossings = from file in Sources("Features", ".cs", ".razor")
                        let own = Path.GetRelativePath(Path.Combine(Web, "Features"), file).Split(Path.DirectorySeparatorChar)[0]
                        from other in features
                        where other != own && Regex.IsMatch(File.ReadAllText(file), $@"Map\.Web\.Features\.{other}\b")
                        select $"{Short(file)} reaches into {other}";
        Assert.Empty(crossings);
    }

    [Theory]
    [InlineData(@"\bIJSRuntime\b|\bIJSObjectReference\b", "Canvas|Drafts")]
    [InlineData(@"\bUseSqlite\b|\bMicrosoft\.Data\.Sqlite\b", "Data")]
    [InlineData(@"\bMap\.Web\.Features\.", "Features|Program.cs")]
    public void What_one_place_owns_nobody_else_names(string name, string owners)
    {
        var strays = from file in Sources("", ".cs", ".razor")
                     where !Regex.IsMatch(Path.GetRelativePath(Web, file).Replace('\\', '/'), $"^({owners})") && Regex.IsMatch(Code(file), name)
                     select Short(file);
        Assert.Empty(strays);
    }

    /// <summary>What leaves the desk is asked of <c>MapDb.Public…</c>: a table by itself knows places and notes that readers do not.</summary>
    [Fact]
    public void Answers_to_readers_are_made_of_public_rows_alone()
    {
        // They count, grade, or ask for the places of public claims, and hand on nothing else.
        string[] grading = ["Packs/GradedEvents.cs", "Packs/Reporters.cs", "Packs/PublicLinks.cs", "Packs/KnownControl.cs", "Features/About/RecordFigures.cs", "Features/About/DataPage.razor"];
        var strays = from file in Sources("", ".cs", ".razor")
                     let path = Path.GetRelativePath(Web, file).Replace('\\', '/')
                     where !Regex.IsMatch(path, "^(Data|Drafts|Shared/Desk|Features/(Edit|Read|Review|Zones|Accounts|CheckLinks))") && !grading.Contains(path)
                        && Regex.IsMatch(Code(file), @"\b(db|database)\.(Events|Claims|Sources|Actors|ActorNames|ActorRelations|Places|PlaceNames|Zones|ControlClaims|Articles|ArticleDrafts|Drafts)\b")
                     select Short(file);
        Assert.Empty(strays);
    }

    [Fact]
    public void Only_the_map_its_layers_and_the_zone_editor_see_Leaflet()
    {
        var strays = from file in Sources("client", ".ts")
                     let path = Path.GetRelativePath(Path.Combine(Web, "client"), file).Replace('\\', '/')
                     where path != "map.ts" && !path.StartsWith("layers/", StringComparison.Ordinal) && !path.StartsWith("zone-editor/", StringComparison.Ordinal)
                        && Regex.IsMatch(File.ReadAllText(file), @"from 'leaflet|import\('leaflet")
                     select path;
        Assert.Empty(strays);
    }

    [Theory]
    [InlineData(@"\.innerHTML\b|\.outerHTML\b|insertAdjacentHTML|document\.write\b|bindPopup\(|bindTooltip\(", ".ts")]
    [InlineData(@"\bMarkupString\b|AddMarkupContent", ".cs", ".razor")]
    [InlineData(@"\sstyle=""", ".razor")]
    [InlineData(@"\son(click|load|error|input|change)=""[^@]", ".razor")]
    public void What_people_type_is_never_markup(string sink, params string[] endings)
    {
        var found = from file in Sources("", endings)
                    where Regex.IsMatch(File.ReadAllText(file), sink)
                    select $"{Short(file)}: {Regex.Match(File.ReadAllText(file), sink).Value}";
        Assert.Empty(found);
    }

    private static IEnumerable<string> Sources(string below, params string[] endings) =>
        Directory.EnumerateFiles(Path.Combine(Web, below), "*", SearchOption.AllDirectories)
            .Where(file => endings.Contains(Path.GetExtension(file)))
            .Where(file => !Regex.IsMatch(file.Replace('\\', '/'), "/(node_modules|bin|obj|\\.tests|data)/"));

    /// <summary>The file without its comments: they may name anything.</summary>
    private static string Code(string file) => Regex.Replace(File.ReadAllText(file), @"//.*", "");

    private static string Short(string file) => Path.GetRelativePath(Root, file);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Map.sln"))) { folder = folder.Parent!; }
        return folder.FullName;
    }
}
