using System.Globalization;
using Map.Core.Zones;
using Map.Web.Data;
using Microsoft.EntityFrameworkCore;
using NetTopologySuite.IO;

namespace Map.Web.Shared.Desk;

/// <summary>What stands in the history as a number, or as the print of a shape, by what people call it.</summary>
public sealed class NamedValues
{
    private readonly Dictionary<(string Field, string Value), string> names = [];

    /// <summary>What nothing is known of stays as it is.</summary>
    /// <param name="path">As the history calls the field: "Claims/17.SourceId".</param>
    public string? Of(string path, string? value) => value is null ? null : names.GetValueOrDefault((path.Split('.')[^1], value), value);

    public static async Task<NamedValues> OfAsync(MapDb db, IEnumerable<(string Path, string? Value)> values, CancellationToken cancel = default)
    {
        var asked = values.Where(it => it.Value is not null).Select(it => (Field: it.Path.Split('.')[^1], Value: it.Value!)).Distinct().ToLookup(it => it.Field, it => it.Value);
        List<long> Ids(params string[] fields) => [.. fields.SelectMany(field => asked[field]).Select(value => long.TryParse(value, CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id != 0).Distinct()];
        var (places, actors, sources, events) = (Ids("PlaceId"), Ids("ActorId", "ClaimantId", "FromId", "ToId"), Ids("SourceId"), Ids("MergedIntoId", MergedEvents.Field));
        var found = new NamedValues();
        foreach (var it in await db.Places.Where(it => places.Contains(it.Id)).Select(it => new { it.Id, it.Name }).ToListAsync(cancel)) { found.Add(it.Id, it.Name, "PlaceId"); }
        foreach (var it in await db.Actors.Where(it => actors.Contains(it.Id)).Select(it => new { it.Id, it.Name }).ToListAsync(cancel)) { found.Add(it.Id, it.Name, "ActorId", "ClaimantId", "FromId", "ToId"); }
        foreach (var it in await db.Sources.Where(it => sources.Contains(it.Id)).Select(it => new { it.Id, it.Title }).ToListAsync(cancel)) { found.Add(it.Id, it.Title, "SourceId"); }
        foreach (var it in await db.Events.Where(it => events.Contains(it.Id)).Select(it => new { it.Id, it.Title }).ToListAsync(cancel)) { found.Add(it.Id, it.Title, "MergedIntoId", MergedEvents.Field); }
        var prints = asked["Shape"].ToList();
        foreach (var it in prints.Count == 0 ? [] : await db.PastShapes.Where(it => prints.Contains(it.Print)).ToListAsync(cancel)) { found.names[("Shape", it.Print)] = Ground(it.Shape); }
        return found;
    }

    /// <summary>The ground as it stands now, which only its row has.</summary>
    public void AddShape(byte[] shape) => names[("Shape", RevisionText.Of(shape)!)] = Ground(shape);

    private void Add(long id, string name, params string[] fields)
    {
        foreach (var field in fields) { names[(field, id.ToString(CultureInfo.InvariantCulture))] = name; }
    }

    /// <summary>How large, of how many corners, and around where: the words are the language's.</summary>
    private static string Ground(byte[] shape)
    {
        var ground = new WKBReader().Read(shape);
        return string.Create(CultureInfo.InvariantCulture, $"{ZoneFit.SquareKilometres(ground):#,##0.##}|{ground.NumPoints - ground.NumGeometries}|{ground.Centroid.Y:0.00}, {ground.Centroid.X:0.00}");
    }
}
