using Map.Core.Events;
using Map.Web.Canvas;
using Map.Web.Shared;

namespace Map.Web.Packs;

/// <summary>
/// What the address of a map asks for, read once for all who answer it: pages, embeds, prints, exports; the client (address.ts) means the same by it.
/// What is missing stays missing; what is not understood is left out and named among the problems: a page goes on without it, a print refuses.
/// </summary>
/// <param name="Window">One that <see cref="ShownPart.Span"/> knows.</param>
/// <param name="Layers">Of <see cref="AllLayers"/>, in their order; null where the address is silent.</param>
/// <param name="Types">Ids of event types; null = all.</param>
/// <param name="Series">Key of a series of zones; null = what is derived from claims. Whether there is such a series only the data knows.</param>
/// <param name="Known">The past day whose map it is.</param>
/// <param name="Box">The very part of the earth to be shown, where a whole screen is meant and not a middle and a zoom.</param>
public sealed record MapAddress(DateOnly? Date, string? Window, MapView? At, MapBounds? Box, IReadOnlyList<string>? Layers, IReadOnlyList<string>? Types, EventFilters? Filters,
    string? Series, long? Event, DateOnly? Known, Language Language)
{
    public const string BoxName = "box";

    /// <summary>Every layer there is; an address without layers shows them all.</summary>
    public static readonly IReadOnlyList<string> AllLayers = ["control", "events", "boundaries", "places"];

    /// <summary>The parameters that say what a map shows.</summary>
    public static readonly IReadOnlyList<string> Parameters =
        ["date", "window", "at", BoxName, "layers", "series", "types", "actors", "lineage", "sources", "governorates", "disputed", "grade", "text", "event", KnownNote.Parameter, "lang"];

    public IReadOnlyList<AddressProblem> Problems { get; init; } = [];

    /// <summary>Is this layer shown?</summary>
    public bool Shows(string layer) => Layers is null || Layers.Contains(layer);

    /// <summary>For pages: of a parameter given twice the later value counts, and parameters of others are not looked at.</summary>
    public static MapAddress Read(Address address) => new AddressReading(name => address[name]).Whole();

    /// <summary>For what is made to be kept: a parameter that is unknown, or given twice, is a problem too.</summary>
    /// <param name="others">Names of parameters that somebody else reads.</param>
    public static MapAddress ReadStrictly(IQueryCollection query, IReadOnlyCollection<string> others)
    {
        var read = new AddressReading(name => query.TryGetValue(name, out var values) && values.Count > 0 ? values[^1] : null).Whole();
        var known = Parameters.Concat(others).ToHashSet(StringComparer.Ordinal);
        return read with
        {
            Problems = [.. query.Keys.Where(name => !known.Contains(name)).Select(AddressProblem.Unknown),
                .. query.Where(it => it.Value.Count > 1 && known.Contains(it.Key)).Select(it => AddressProblem.Repeated(it.Key)), .. read.Problems],
        };
    }

    /// <summary>Known types in their fixed order; null where all of them are named.</summary>
    internal static IReadOnlyList<string>? TypesOf(IReadOnlyCollection<string> names)
    {
        var known = EventTypes.All.Select(type => type.Id).Where(names.Contains).ToList();
        return known.Count == EventTypes.All.Count ? null : known;
    }
}
