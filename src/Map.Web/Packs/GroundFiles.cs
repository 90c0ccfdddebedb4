using System.Security.Cryptography;
using System.Text;
using Map.Core.Shapes;
using Map.Web.Data.FirstLoad;

namespace Map.Web.Packs;

/// <summary>The files of geodata that are drawn as they are. A folder given by a setting may hold data alone: the ground is then the one that ships.</summary>
internal sealed class GroundFiles(Geodata geodata)
{
    public IReadOnlyList<Feature> Read(string file) => GeoJson.Read(File.ReadAllBytes(PathOf(file)));

    /// <summary>Names the content of files.</summary>
    public string HashOf(IEnumerable<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file));
            hash.AppendData(File.ReadAllBytes(PathOf(file)));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }

    private string PathOf(string file) =>
        geodata.PathOf(file) is var path && File.Exists(path) ? path : Path.Combine(AppContext.BaseDirectory, "geodata", file.Replace('/', Path.DirectorySeparatorChar));
}
