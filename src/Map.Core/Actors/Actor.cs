using Map.Core.Time;

namespace Map.Core.Actors;

/// <summary>A group, person, state, service or force, under a key that outlives its names.</summary>
/// <param name="Key">Stable ASCII slug.</param>
/// <param name="Kind">group, person, state, service, force or civilians.</param>
/// <param name="Holder">Id of the holder whose colour it wears; null where it holds no places.</param>
/// <param name="Valid">When it existed under this key; null = not stated.</param>
/// <param name="Names">Dated names in several languages, the usual one first.</param>
public sealed record Actor(string Key, string Name, string? NameAr, string Kind, string? Holder, DateSpan? Valid, IReadOnlyList<ActorName> Names)
{
    /// <summary>The name it bore on a day: a dated name valid then, else the usual one.</summary>
    public string NameOn(DateOnly day, bool arabic) => NameIn(Days.Of(day), Days.Of(day), arabic);

    /// <summary>The name it bore all through some days: a dated name valid on each of them, else the usual one.</summary>
    /// <param name="earliest">Day number, or <see cref="Days.OpenStart"/>.</param>
    /// <param name="latest">Day number, or <see cref="Days.OpenEnd"/>.</param>
    public string NameIn(int earliest, int latest, bool arabic)
    {
        var language = arabic ? "ar" : "en";
        return Names.FirstOrDefault(name => name.Language == language && name.Valid is { } valid && valid.EarliestDay <= earliest && latest <= valid.LatestDay)?.Name
            ?? (arabic && !string.IsNullOrEmpty(NameAr) ? NameAr : Name);
    }
}

/// <summary>One name of an actor.</summary>
/// <param name="Language">Two or three letters: en, ar, tr, ku.</param>
/// <param name="Valid">When it was in use; null = always.</param>
public sealed record ActorName(string Name, string Language, DateSpan? Valid)
{
    public bool IsValidOn(DateOnly day) => Valid?.Contains(day) ?? true;
}

/// <summary>One dated, cited relation between two actors: From did this to, or was this of, To.</summary>
/// <param name="Id">Stable text id.</param>
/// <param name="Kind">Id of a <see cref="RelationKind"/>.</param>
/// <param name="When">The day it came about, or the time it lasted; null = not stated.</param>
/// <param name="SourceKey">The source that carries it.</param>
public sealed record ActorRelation(string Id, string From, string Kind, string To, DateSpan? When, string SourceKey)
{
    public int EarliestDay => When?.EarliestDay ?? Days.OpenStart;

    public int LatestDay => When?.LatestDay ?? Days.OpenEnd;
}
