namespace Map.Web.Data.FirstLoad;

/// <summary>One file of geodata and how its rows become rows of tables.</summary>
/// <param name="File">Path inside the geodata folder, with forward slashes.</param>
/// <param name="Rows">What its rows are, for the console: "places".</param>
/// <param name="ReadAsync">Reads the file into the load.</param>
internal sealed record LoadStep(string File, string Rows, Func<FileLoad, Task> ReadAsync)
{
    public const string MarkerPrefix = "loaded:";

    public string Marker => MarkerPrefix + File;
}

/// <summary>The folder of published data that came with the program.</summary>
/// <param name="withEvents">False where only the ground is wanted that events are recorded on: places, actors, sources and who held what.</param>
internal sealed class Geodata(string folder, bool withEvents = true)
{
    public string Folder => folder;

    public static string ShippedFolder => Path.Combine(AppContext.BaseDirectory, "geodata");

    public string PathOf(string file) => In(folder, file);

    /// <summary>Where a file of the ground is read. A folder given by a setting may hold data alone: the ground is then the one that ships.</summary>
    public string GroundOf(string file) => PathOf(file) is var path && File.Exists(path) ? path : In(ShippedFolder, file);

    private static string In(string folder, string file) => Path.Combine(folder, file.Replace('/', Path.DirectorySeparatorChar));

    /// <summary>The files there are, in the order in which they refer to each other.</summary>
    public IEnumerable<LoadStep> Steps() => Known().Where(step => File.Exists(PathOf(step.File)));

    private IEnumerable<LoadStep> Known() =>
    [
        new("sources.csv", "sources", SourceFile.ReadAsync),
        // Apart from the sources: folders that an earlier version loaded read it at their next start.
        new("leanings.csv", "sides of sources", LeaningFile.ReadAsync),
        new("gazetteer/places.csv", "places", GazetteerFiles.ReadPlacesAsync),
        new("gazetteer/aliases.csv", "names of places", GazetteerFiles.ReadAliasesAsync),
        new("actors/actors.csv", "actors", ActorFiles.ReadActorsAsync),
        new("actors/names.csv", "names of actors", ActorFiles.ReadNamesAsync),
        new("actors/relations.csv", "relations of actors", ActorFiles.ReadRelationsAsync),
        .. Events(),
        new("control/control_claims.csv", "control claims", ControlFile.ReadAsync),
        // Of events: without those there is nothing that it could lead to.
        .. withEvents ? Files("stories", "*.json").Select(file => new LoadStep(file, "stories", StoryFile.ReadAsync)) : [],
    ];

    private IEnumerable<LoadStep> Events() => !withEvents ? [] :
    [
        .. Files("events", "*.csv.gz").Select(file => new LoadStep(file, "events", UcdpFile.ReadAsync)),
        .. Files("articles", "events_*.json").Select(file => new LoadStep(file, "events of an article", ArticleFile.ReadAsync)),
    ];

    private IEnumerable<string> Files(string inside, string pattern) =>
        Directory.Exists(PathOf(inside))
            ? Directory.EnumerateFiles(PathOf(inside), pattern).Select(path => $"{inside}/{Path.GetFileName(path)}").Order(StringComparer.Ordinal)
            : [];
}
