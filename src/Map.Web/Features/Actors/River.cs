using Map.Core.Actors;

namespace Map.Web.Features.Actors;

/// <summary>A family of actors along the time axis, ready to be drawn: a row for each, from left to right as the slider has it.</summary>
/// <param name="Trunk">Key of the actor that most others come to or from: the picture is called after it.</param>
/// <param name="Keys">All actors in it.</param>
public sealed record River(string Trunk, IReadOnlyList<string> Keys, double Width, double Height, IReadOnlyList<RiverYear> Years, IReadOnlyList<RiverStretch> Stretches,
    IReadOnlyList<RiverBend> Bends, IReadOnlyList<RiverName> Names, IReadOnlyList<RiverNote> Notes);

/// <summary>Where a year begins.</summary>
public sealed record RiverYear(double X, int Year);

/// <summary>A time in which an actor surely stood by itself. At the picture's edges it fades: nobody says since or until when.</summary>
/// <param name="Holder">Whose colour it wears; null = none.</param>
public sealed record RiverStretch(string Key, double From, double To, double Y, string? Holder, bool IsTrunk);

/// <summary>One step, from a row to another: it begins on the first day on which it may have come about and ends on the day by which it had.</summary>
public sealed record RiverBend(double FromX, double FromY, double ToX, double ToY, string? Holder, bool IsUnsure, ActorRelation Relation);

/// <summary>What a row is called from a day on, name after name.</summary>
public sealed record RiverName(double X, double Y, IReadOnlyList<RiverBearer> Bearers);

/// <summary>An actor on a day, by whose names it is called.</summary>
public sealed record RiverBearer(string Key, int Day);

/// <summary>What a step is called, and its date.</summary>
/// <param name="EndsHere">The words end at X instead of beginning there.</param>
public sealed record RiverNote(double X, double Y, bool EndsHere, ActorRelation Relation);
