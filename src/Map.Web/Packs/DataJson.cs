using System.Text.Encodings.Web;
using System.Text.Json;

namespace Map.Web.Packs;

/// <summary>How JSON leaves the data endpoints: names in camel case, Arabic as it is written.</summary>
internal static class DataJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
