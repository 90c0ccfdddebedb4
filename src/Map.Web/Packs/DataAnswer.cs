using System.IO.Compression;
using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace Map.Web.Packs;

/// <summary>Answers of the data endpoints: with an ETag, compressed where the reader takes it, and 304 where the reader has it already.</summary>
internal static class DataAnswer
{
    public static IResult Json<T>(HttpContext context, T value, string cache) where T : class =>
        Json(context, JsonSerializer.SerializeToUtf8Bytes(value, DataJson.Options), cache);

    public static IResult Json(HttpContext context, byte[] json, string cache)
    {
        context.Response.Headers.CacheControl = cache;
        return Results.Bytes(json, "application/json; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{Packs.Pack.HashOf(json)}\""));
    }

    /// <summary>Each form has an ETag of its own, as caches need it.</summary>
    public static IResult Pack(HttpContext context, Pack pack, string cache)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = cache;
        headers.Vary = "Accept-Encoding";
        var (form, bytes) = Best(context.Request) switch
        {
            "br" => ("br", pack.Brotli),
            "gzip" => ("gzip", pack.Gzip),
            _ => ("", pack.Raw),
        };
        if (form.Length > 0)
            headers.ContentEncoding = form;
        return Results.Bytes(bytes, "application/octet-stream", entityTag: new EntityTagHeaderValue($"\"{pack.Hash}{(form.Length > 0 ? "-" + form : "")}\""));
    }

    /// <summary>What is made for this one question: compressed in little time.</summary>
    public static IResult Made(HttpContext context, byte[] raw, string cache)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = cache;
        headers.Vary = "Accept-Encoding";
        var tag = Packs.Pack.HashOf(raw);
        if (Best(context.Request) != "br")
            return Results.Bytes(raw, "application/octet-stream", entityTag: new EntityTagHeaderValue($"\"{tag}\""));
        headers.ContentEncoding = "br";
        using var to = new MemoryStream();
        using (var brotli = new BrotliStream(to, new BrotliCompressionOptions { Quality = 3 }))
            brotli.Write(raw);
        return Results.Bytes(to.ToArray(), "application/octet-stream", entityTag: new EntityTagHeaderValue($"\"{tag}-br\""));
    }

    public static IResult Missing(string reason) => Results.Json(new { problem = reason }, DataJson.Options, statusCode: StatusCodes.Status404NotFound);

    /// <param name="status">Why not now.</param>
    public static IResult Later(string reason, int status) => Results.Json(new { problem = reason }, DataJson.Options, statusCode: status);

    public static IResult Refused(string reason) => Results.Json(new { problem = reason }, DataJson.Options, statusCode: StatusCodes.Status400BadRequest);

    /// <summary>br, gzip or "": what the reader takes and likes best, the smaller on a tie.</summary>
    private static string Best(HttpRequest request)
    {
        if (!EncodingList(request, out var taken))
            return "";
        double br = Liking("br"), gzip = Liking("gzip");
        return br > 0 && br >= gzip ? "br" : gzip > 0 ? "gzip" : "";

        double Liking(string form) => (taken.FirstOrDefault(it => it.Value == form) ?? taken.FirstOrDefault(it => it.Value == "*")) is { } found ? found.Quality ?? 1 : 0;
    }

    private static bool EncodingList(HttpRequest request, out IList<StringWithQualityHeaderValue> taken) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out taken!) && taken is not null;
}
