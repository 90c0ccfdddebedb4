using System.Collections.Concurrent;
using Map.Web.Canvas;
using Map.Web.Data;
using Map.Web.Data.FirstLoad;
using Map.Web.Data.PastDays;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Map.Web.Packs;

/// <summary>The map as it was known at the end of a past day: all that readers ask of the map of now, asked of that day's rows. Nothing in it changes; where it no longer holds another takes its place.</summary>
public sealed class PastMap
{
    private readonly ConcurrentDictionary<Type, object> kept = [];

    private PastMap(PastDay rows, PackSet set, KnownEvents events, KnownControl control, PackSource source, Changes silence, IDbContextFactory<MapDb> today)
    {
        (Rows, Set, Events, Control, Silence) = (rows, set, events, control, silence);
        Cards = new EventCards(rows, today);
        Places = new PlaceCards(rows);
        Zones = new PublicZones(rows);
        ControlAnswers = new ControlAnswers(rows, control, source);
        Matches = new TextMatches(rows);
        Coverage = new CoverageAnswers(rows, events, control);
        Corrected = new CorrectedAnswers(rows, today);
        Bytes = rows.Bytes + set.All.Where(pack => pack != set.Base).Sum(pack => (long)pack.Raw.Length + pack.Brotli.Length);
    }

    public IDbContextFactory<MapDb> Databases => Rows;
    public KnownEvents Events { get; }
    public KnownControl Control { get; }
    /// <summary>For who listens for changes: there are none.</summary>
    public Changes Silence { get; }
    public PackIndexFile Index => Set.Index;
    public WhatIsGone Gone => Rows.Gone;

    internal PastDay Rows { get; }
    internal PackSet Set { get; }
    internal EventCards Cards { get; }
    internal PlaceCards Places { get; }
    internal PublicZones Zones { get; }
    internal ControlAnswers ControlAnswers { get; }
    internal TextMatches Matches { get; }
    internal CoverageAnswers Coverage { get; }
    internal CorrectedAnswers Corrected { get; }

    /// <summary>On disk and in memory.</summary>
    internal long Bytes { get; }

    /// <summary>What somebody makes of it once, for all who ask.</summary>
    public T Kept<T>(Func<PastMap, T> make) where T : class => (T)kept.GetOrAdd(typeof(T), _ => make(this));

    internal static async Task<PastMap> OfAsync(PastDay rows, PackSource now, PackSet current, LoadState load, TimeProvider clock, IDbContextFactory<MapDb> today, CancellationToken cancel)
    {
        var source = now.Of(rows);
        var silence = new Changes(NullLogger<Changes>.Instance);
        var control = new KnownControl(rows, source.Country, silence);
        var events = new KnownEvents(new CountedReading(rows, source.Governorates), silence, load, NullLogger<KnownEvents>.Instance);
        var (ofEvents, ofControl) = (await source.EventsAsync(null, cancel), await control.PartAsync(anew: true, cancel));
        var (places, zones) = (await source.PlacesAsync(cancel), await source.ZonesAsync(cancel));
        var index = IndexFile.Of(rows.Head, clock, ofEvents, ofControl, current.Base, places, zones, await source.LineagesAsync(cancel));
        return new PastMap(rows, new PackSet(index, "", ofEvents.Events, ofEvents.Ids, ofEvents.Facets, null, ofControl.Control, null, current.Base, places, zones), events, control, source, silence, today);
    }
}
