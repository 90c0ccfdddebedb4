using System.Text.Json;
using System.Text.Json.Serialization;
using CsvHelper;

namespace Geodata.Tests;

/// <summary>The articles' events and the actors as the files hold them: an unknown field in a file is an error.</summary>
internal static class ArticlesFiles
{
    public static readonly IReadOnlyList<string> Articles = ["000", "001", "002", "003", "004"];

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    public static string Folder { get; } = FindGeodata();

    public static IReadOnlyList<ArticleEvent> Of(string article) =>
        JsonSerializer.Deserialize<List<ArticleEvent>>(File.ReadAllText(Path.Combine(Folder, "articles", $"events_{article}.json")), Json)!;

    public static IReadOnlyList<ArticleEvent> All { get; } = [.. Articles.SelectMany(Of)];

    public static IReadOnlyList<ActorLine> Actors { get; } = Rows("actors/actors.csv", row => new ActorLine(row["key"], row["name"], row["name_ar"], row["kind"], row["holder"], row["valid_edtf"], row["note"], row["source_key"]));

    public static IReadOnlyList<NameLine> Names { get; } = Rows("actors/names.csv", row => new NameLine(row["key"], row["name"], row["language"], row["valid_edtf"], row["source_key"]));

    public static IReadOnlyList<RelationLine> Relations { get; } = Rows("actors/relations.csv", row => new RelationLine(row["id"], row["from"], row["kind"], row["to"], row["date_edtf"], row["claimant"], row["credibility"], row["source_key"], row["note"]));

    public static HashSet<string> Keys(string file) => [.. Rows(file, row => row["key"])];

    public static IReadOnlyList<T> Rows<T>(string file, Func<Dictionary<string, string>, T> read)
    {
        using var stream = File.OpenRead(Path.Combine(Folder, file));
        return Rows(stream, read);
    }

    public static IReadOnlyList<T> Rows<T>(Stream stream, Func<Dictionary<string, string>, T> read)
    {
        using var csv = CsvReader.Create(stream);
        var rows = new List<T>();
        while (csv.Read())
        {
            rows.Add(read(csv.Headers.Select((column, index) => (column, index)).ToDictionary(field => field.column, field => csv.GetString(field.index))));
        }

        return rows;
    }

    private static string FindGeodata()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Map.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException($"No Map.sln above {AppContext.BaseDirectory}.");
        }

        return Path.Combine(folder.FullName, "geodata");
    }
}

internal sealed record ArticleEvent(
    long Id, string Type, string Title, string? TitleAr, string Date, string? DatePhrase, string? DateAnchor, string? Place, double? Latitude, double? Longitude,
    string Precision, string Description, IReadOnlyList<ArticleActor> Actors, IReadOnlyList<ArticleFigure> Figures, IReadOnlyList<ArticleClaim> Claims, string Status);

internal sealed record ArticleActor(string Actor, string Role);

internal sealed record ArticleFigure(string Kind, int? Low, int? Best, int? High);

internal sealed record ArticleClaim(
    string Field, string Says, string? SaysAr, string? Claimant, string? ClaimantText, string? PlaceText, string? Place, double? RadiusKm,
    string? When, string? SaidOn, string? Quote, string Source, int Credibility, bool Denies);

internal sealed record ActorLine(string Key, string Name, string NameAr, string Kind, string Holder, string Valid, string Note, string Source);

internal sealed record NameLine(string Key, string Name, string Language, string Valid, string Source);

internal sealed record RelationLine(string Id, string From, string Kind, string To, string Date, string Claimant, string Credibility, string Source, string Note);
