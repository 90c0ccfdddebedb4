namespace Map.Web.Canvas;

// client/contract.ts is generated from these records by a test; a renamed field breaks the build, not a reader's evening.

/// <summary>What the map shows. Always whole; the client works out what changed. Missing members are left as they are.</summary>
/// <param name="Date">ISO day, the last day of the window.</param>
/// <param name="Window">1d, 7d, 30d, 90d, 1y, any whole number of days as Nd, all (everything so far) or from (everything from here on).</param>
/// <param name="At">Centre latitude, longitude and zoom.</param>
/// <param name="Layers">control, events, boundaries, places.</param>
/// <param name="Event">The chosen event's id, or null.</param>
/// <param name="Types">Event types shown; null = all.</param>
/// <param name="Filters">What else an event must answer to; null = nothing.</param>
/// <param name="Series">Key of the series of zones that stands in the place of what is derived from claims; "" = what is derived, null = as it is.</param>
public sealed record MapState(string? Date, string? Window, MapView? At, IReadOnlyList<string>? Layers, long? Event, IReadOnlyList<string>? Types, EventFilters? Filters = null,
    string? Series = null);

/// <summary>What events are kept, besides their type. Inside one list any item will do; every member given must hold. Keys are those of the tables.</summary>
/// <param name="Actors">Keys of actors that took part; null = any.</param>
/// <param name="Sources">Keys of sources that report the event; null = any.</param>
/// <param name="Governorates">P-codes of governorates; null = anywhere, also nowhere.</param>
/// <param name="Disputed">Only events with competing claims.</param>
/// <param name="Text">Words that the event's text must hold; null = any.</param>
/// <param name="Grade">Id of the weakest summary grade kept, with all firmer ones; null = everything claimed.</param>
/// <param name="Lineage">Of the actors also what those did that they came of (<see cref="ActorLineage"/>); asks nothing without actors.</param>
public sealed record EventFilters(IReadOnlyList<string>? Actors, IReadOnlyList<string>? Sources, IReadOnlyList<string>? Governorates, bool Disputed, string? Text, string? Grade = null,
    bool Lineage = false);

public sealed record MapView(double Latitude, double Longitude, double Zoom);

/// <summary>The part of the earth on screen, in degrees.</summary>
public sealed record MapBounds(double South, double West, double North, double East);

/// <summary>Fixed for the life of one map.</summary>
/// <param name="IndexUrl">Where the current packs are named.</param>
/// <param name="DataUrl">Prefix of data files, ends in a slash.</param>
/// <param name="Language">en or ar.</param>
/// <param name="Theme">light, dark or auto.</param>
/// <param name="Embedded">True on /embed: no host, no address bar, links open the full map in a new tab.</param>
/// <param name="CanPick">True where a click on the map chooses a point (the event form).</param>
/// <param name="TileUrl">An outside tile server's template, null by default.</param>
/// <param name="Start">State to start from; the address overrides it where AddressIsState.</param>
/// <param name="AddressIsState">True where the client reads and writes the address bar.</param>
/// <param name="Look">How a named view differs from any map; null for any map.</param>
public sealed record MapOptions(string IndexUrl, string DataUrl, string Language, string Theme, bool Embedded, bool CanPick,
    string? TileUrl, string? TileAttribution, MapState? Start, bool AddressIsState, MapLook? Look = null);

/// <summary>What a named view shows, and what stands on it.</summary>
/// <param name="Version">Another one with each change of the view.</param>
/// <param name="Query">Where it begins, as an address says it; the page's own address goes before it.</param>
/// <param name="Hidden">Ids of controls that its embed lacks.</param>
/// <param name="Unnamed">Ids of places whose names are not written.</param>
public sealed record MapLook(string Version, string Query, IReadOnlyList<string> Hidden, IReadOnlyList<long> Unnamed, IReadOnlyList<HolderColour> Colours, IReadOnlyList<MapCallout> Callouts);

/// <param name="Holder">Id of a holder.</param>
/// <param name="Colour">#rrggbb.</param>
public sealed record HolderColour(string Holder, string Colour);

/// <param name="Side">above, below, left or right of its spot.</param>
public sealed record MapCallout(double Latitude, double Longitude, string Side, string Text);

/// <summary>What the reader did, told to the host when the finger lifts: never while dragging.</summary>
/// <param name="State">The whole state after the act.</param>
/// <param name="Bounds">What is on screen.</param>
/// <param name="Cause">date, window, view, layers, series, event, types, start, history.</param>
public sealed record MapReport(MapState State, MapBounds Bounds, string Cause);

/// <summary>Where the packs of the current data stand; served at IndexUrl, never cached without asking.</summary>
/// <param name="Version">Goes up with every published change.</param>
/// <param name="Events">File name of the event pack.</param>
/// <param name="EventIds">File name of the ids of its rows.</param>
/// <param name="Facets">File name of what filters ask of its rows: actors, sources, governorates, disputes.</param>
/// <param name="Changes">File name of what has changed since those three were written, or null: rows to leave out and rows to add.</param>
/// <param name="Control">File name of the control pack.</param>
/// <param name="ControlChanges">File name of what has changed since the control pack was written, or null.</param>
/// <param name="Base">File name of the base map pack.</param>
/// <param name="Places">File name of the label pack: names, both languages, rank.</param>
/// <param name="Zones">File name of the zone pack, or null where no zones are published.</param>
/// <param name="FirstDay">ISO first day with data.</param>
/// <param name="EventsTo">ISO last day with an event.</param>
/// <param name="ControlTo">ISO last day with a control claim; beyond it the control layer is blank.</param>
/// <param name="Datasets">Spans with data, for the overview strip.</param>
/// <param name="Holders">Names of holders.</param>
/// <param name="Lineages">Of each actor that came of others: of which.</param>
public sealed record PackIndexFile(long Version, string Events, string EventIds, string Facets, string? Changes, string Control, string? ControlChanges, string Base, string Places, string? Zones,
    string FirstDay, string EventsTo, string ControlTo, IReadOnlyList<DatasetSpan> Datasets, IReadOnlyList<HolderName> Holders,
    IReadOnlyList<ActorLineage> Lineages);

/// <summary>DataUrl + "coverage.json?south=…&amp;west=…&amp;north=…&amp;east=…": how many report on a part of the earth, month by month.</summary>
/// <param name="From">The first month in which anybody does, as YYYY-MM; null where nobody does in any.</param>
/// <param name="Counts">One a month, from the first to the last in which anybody does.</param>
/// <param name="Names">Of each month those who report most, eight at most.</param>
public sealed record CoverageFile(string? From, IReadOnlyList<int> Counts, IReadOnlyList<IReadOnlyList<string>> Names);

/// <summary>DataUrl + "corrected.json?from=…&amp;to=…&amp;south=…&amp;west=…&amp;north=…&amp;east=…&amp;event=…": what was corrected of a view.</summary>
/// <param name="Corrected">When something of it last was; null for never.</param>
/// <param name="Withdrawn">When anything at all was last withdrawn, wherever it stood; null for never.</param>
/// <param name="IsGone">The event that was asked for was withdrawn.</param>
/// <param name="Any">False where nothing was ever corrected or withdrawn: no view needs to ask.</param>
public sealed record CorrectedFile(DateInWords? Corrected, DateInWords? Withdrawn, bool IsGone, bool Any);

public sealed record DatasetSpan(string Name, string From, string To);

/// <param name="Key">Key of an actor.</param>
/// <param name="Predecessors">All that it came of, through all steps.</param>
public sealed record ActorLineage(string Key, IReadOnlyList<ActorPredecessor> Predecessors);

/// <param name="Until">ISO last day on which what it did may be counted as the successor's: afterwards it had left, or was another; null = for ever.</param>
public sealed record ActorPredecessor(string Key, string? Until);

public sealed record HolderName(string Id, string Name, string NameAr, string Short, string ShortAr);

/// <summary>DataUrl + "event/{id}.json": what a pop-up says about one published event.</summary>
/// <param name="Corrected">The day on which it was last corrected after readers had seen it; null for never.</param>
/// <param name="CorrectedSince">On the map of a past day: when it was corrected after that day.</param>
/// <param name="ShownAs">district, governorate or country where the place is known more closely than it is told; null where all is told.</param>
public sealed record EventCard(long Id, string Type, string Title, string? TitleAr, string Edtf, string DateWords, string DateWordsAr,
    string? Earliest, string? Latest, string? Place, string? PlaceAr, double? Latitude, double? Longitude, string Precision, string? ShownAs,
    IReadOnlyList<CardActor> Actors, IReadOnlyList<CardFigure> Figures, IReadOnlyList<CardClaim> Claims, DateInWords? Corrected = null, DateInWords? CorrectedSince = null);

public sealed record CardActor(string Name, string? NameAr, string Role, string? Holder);

public sealed record CardFigure(string Kind, int? Low, int? Best, int? High);

public sealed record CardClaim(string Field, string Says, string? SaysAr, string Claimant, string? ClaimantAr, string? SaidOn, string? When,
    string? Place, double? Latitude, double? Longitude, double? RadiusKm, string? Quote, string Grade, string SourceTitle, string? SourceOutlet,
    string? SourceUrl, bool Denies, DateInWords? Said, DateInWords? Published, DeadLink? Dead = null);

/// <summary>A source whose address led nowhere when it was last asked.</summary>
/// <param name="AsOf">The day it was asked.</param>
/// <param name="Copy">Where an archived copy can be read; null where none is known.</param>
public sealed record DeadLink(DateInWords AsOf, string? Copy);

/// <summary>A date as a link prints it.</summary>
/// <param name="Earliest">ISO day, null = open.</param>
/// <param name="Latest">ISO day, null = open.</param>
public sealed record DateInWords(string Words, string WordsAr, string? Earliest, string? Latest);

/// <summary>DataUrl + "place/{id}.json": who held one place, every change with claim and source, oldest first.</summary>
/// <param name="Unconfirmed">Claims for their source's own side that nobody confirms, by day: shown, never followed.</param>
public sealed record PlaceCard(long Id, string Name, string? NameAr, double Latitude, double Longitude, IReadOnlyList<PlaceHolding> History, IReadOnlyList<HoldingClaim> Unconfirmed);

/// <summary>DataUrl + "zone/{id}.json": what a click on a zone is answered with.</summary>
/// <param name="Series">Key of its series.</param>
/// <param name="Kind">drawn or imported.</param>
/// <param name="To">Until and with which day; null = none is told.</param>
public sealed record ZoneCard(long Id, string Series, string Title, string? TitleAr, string Kind, string Method, string? Licence, IReadOnlyList<string> Holders, string Posture,
    DateInWords From, DateInWords? To, string? Quote, string? Note, string SourceTitle, string? SourceOutlet, string? SourceUrl, DateInWords? Published, DeadLink? Dead = null);

/// <param name="Earliest">ISO day from which it may hold, null = open.</param>
/// <param name="Latest">ISO day from which it certainly holds.</param>
/// <param name="Claims">The claims it rests on, strongest first.</param>
/// <param name="Dissent">Claims that say otherwise and are not followed, strongest first.</param>
/// <param name="Rule">The rule by which it stands, as numbered on the page about control.</param>
public sealed record PlaceHolding(IReadOnlyList<string> Holders, string Posture, string Edtf, string? Earliest, string? Latest,
    string DateWords, string DateWordsAr, IReadOnlyList<HoldingClaim> Claims, IReadOnlyList<HoldingClaim> Dissent, int Rule);

/// <param name="When">The claim's own date.</param>
/// <param name="Side">Holders whose side its source takes; empty if none is known.</param>
/// <param name="ConfirmedBy">Who confirms a claim for its source's own side: that source's outlet or title; null for all other claims.</param>
public sealed record HoldingClaim(string Id, string Holders, string Posture, string Edtf, string Grade, string? Note, string SourceTitle, string? SourceOutlet,
    string? SourceUrl, DateInWords? Published, string? Quote, DateInWords When, IReadOnlyList<string> Side, string? ConfirmedBy, DeadLink? Dead = null);
