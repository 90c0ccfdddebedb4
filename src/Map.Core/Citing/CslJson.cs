using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Map.Core.Time;

namespace Map.Core.Citing;

/// <summary>Sources as CSL-JSON (Citation Style Language 1.0.2, schema csl-data): what Zotero, Pandoc and Word's citation tools read.</summary>
public static class CslJson
{
    private static readonly JsonSerializerOptions Form = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="accessed">The day on which the reader looked.</param>
    /// <returns>A JSON array, one item a source, in the order given.</returns>
    public static string Of(IEnumerable<CitedSource> sources, DateOnly accessed) => new JsonArray([.. sources.Select(source => Item(source, accessed))]).ToJsonString(Form);

    private static JsonObject Item(CitedSource source, DateOnly accessed)
    {
        var item = new JsonObject { ["id"] = source.Key, ["type"] = TypeOf(source.Kind), ["title"] = source.Title };
        // A name as it is written: which part of it is the family's is not known, and differs by language.
        if (source.Author is { } author) item["author"] = new JsonArray(new JsonObject { ["literal"] = author });
        if (source.Outlet is { } outlet) item[source.Kind is "dataset" or "statement" ? "publisher" : "container-title"] = outlet;
        if (source.Published is { } published) item["issued"] = Date(published);
        if ((source.Url ?? source.ArchiveUrl) is { } url)
        {
            item["URL"] = url;
            item["accessed"] = new JsonObject { ["date-parts"] = new JsonArray(Parts(accessed)) };
        }
        if (source.Url is not null && source.ArchiveUrl is { } archive) item["archive_location"] = archive;
        if (source.Language is { } language) item["language"] = language;
        if (source.Licence is { } licence) item["note"] = $"Licence: {licence}";
        return item;
    }

    private static string TypeOf(string? kind) => kind switch
    {
        "news" => "article-newspaper",
        "encyclopaedia" => "entry-encyclopedia",
        "dataset" => "dataset",
        "monitor" => "report",
        "article" => "article",
        _ => "webpage",
    };

    /// <summary>Parts of dates as far as they are known; an uncertain one is marked, and what CSL has no form for stays as it is written.</summary>
    private static JsonObject Date(string edtf)
    {
        if (!EdtfText.TryParse(edtf, out var span, out _) || span.Earliest is not { } first || span.Latest is not { } last) return new() { ["literal"] = edtf };
        var isWhole = edtf.All(letter => char.IsAsciiDigit(letter) || letter == '-') && edtf.Length is 4 or 7 or 10;
        var date = new JsonObject
        {
            ["date-parts"] = isWhole ? new JsonArray(Parts(first, edtf.Length)) : first == last ? new JsonArray(Parts(first)) : new JsonArray(Parts(first), Parts(last)),
        };
        if (!isWhole && edtf.AsSpan().ContainsAny('?', '~', '%')) date["circa"] = true;
        return date;
    }

    private static JsonArray Parts(DateOnly day, int letters = 10) => letters switch
    {
        4 => [day.Year],
        7 => [day.Year, day.Month],
        _ => [day.Year, day.Month, day.Day],
    };
}
