using System.Runtime.CompilerServices;
using Map.Core.Reading;

namespace Map.Core.Tests.Reading;

/// <summary>The repository's own files that reading is tried on.</summary>
internal static class RepositoryFiles
{
    private static readonly Lazy<Lexicon> Known = new(() => LexiconTables.Read(
        Geodata("gazetteer", "places.csv"), Geodata("gazetteer", "aliases.csv"), Geodata("actors", "actors.csv"), Geodata("actors", "names.csv")));

    private static readonly Lazy<ArticleReader> OneReader = new(() => new ArticleReader(Known.Value));

    /// <summary>The lexicon the product ships with.</summary>
    public static Lexicon Lexicon => Known.Value;

    /// <summary>A reader that knows it.</summary>
    public static ArticleReader Reader => OneReader.Value;

    public static string Path(params string[] path) => System.IO.Path.Combine([Root(), .. path]);

    private static string Geodata(string folder, string file) => File.ReadAllText(Path("geodata", folder, file));

    private static string Root([CallerFilePath] string here = "") =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(here)!, "..", "..", ".."));
}
