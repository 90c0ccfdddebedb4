namespace Map.Core.Events;

/// <summary>What a draft is checked against. A question left null is not asked.</summary>
/// <param name="Today">The day of the check; later dates are refused.</param>
/// <param name="WasPublished">True where readers see the record now: a change of it needs a reason.</param>
/// <param name="PlaceExists">Whether the gazetteer has a key.</param>
/// <param name="ActorExists">Whether an actor has this id (or null) and key (or "").</param>
/// <param name="SourceExists">Whether a source has this id (or null) and key (or "").</param>
/// <param name="InCountry">Whether latitude, longitude lie in the country the map shows.</param>
/// <param name="Arabic">True where problems are to be told in Arabic.</param>
/// <param name="WasWithdrawn">True where readers saw it once: it may be saved as withdrawn again.</param>
public sealed record DraftContext(
    DateOnly Today,
    bool WasPublished = false,
    Func<string, bool>? PlaceExists = null,
    Func<long?, string, bool>? ActorExists = null,
    Func<long?, string, bool>? SourceExists = null,
    Func<double, double, bool>? InCountry = null,
    bool Arabic = false,
    bool WasWithdrawn = false);

/// <summary>One thing to correct.</summary>
/// <param name="Field">Path of the property, such as "Title" or "Claims[1].SaidOn".</param>
/// <param name="Message">One or two sentences that name the values and the remedy.</param>
public sealed record FieldProblem(string Field, string Message);
