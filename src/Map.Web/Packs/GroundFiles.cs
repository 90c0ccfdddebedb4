using System.Security.Cryptography;
using System.Text;
using Map.Core.Shapes;
using Map.Web.Data.FirstLoad;

namespace Map.Web.Packs;

/// <summary>The files of geodata that are drawn as they are.</summary>
internal sealed class GroundFiles(Geodata geodata)
{
    public IReadOnlyList<Feature> Read(string file) => GeoJson.Read(File.ReadAllBytes(geodata.GroundOf(file)));

    /// <summary>Names the content of files.</summary>
    public string HashOf(IEnumerable<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file));
            hash.AppendData(File.ReadAllBytes(geodata.GroundOf(file)));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
    }
}
