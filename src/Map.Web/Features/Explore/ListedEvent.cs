using System.Linq.Expressions;
using Map.Core.Control;
using Map.Core.Events;
using Map.Web.Data;
using Map.Web.Packs;
using Map.Web.Shared;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.Explore;

/// <summary>One row of the list.</summary>
public sealed record ListedEvent(long Id, string Type, string Title, string? TitleAr, string? Place, string? PlaceAr,
    int EarliestDay, int LatestDay, bool Lasted, IReadOnlyList<ListedActor> Actors, IReadOnlyList<Figures> Figures)
{
    /// <summary>How firmly it stands; null until that was read.</summary>
    public GradedEvent? Graded { get; init; }

    public static readonly Expression<Func<EventRow, ListedEvent>> Columns = e => new ListedEvent(
        e.Id, e.Type, e.Title, e.TitleAr, e.Place == null ? e.PlaceText : e.Place.Name, e.Place == null ? null : e.Place.NameAr,
        e.EarliestDay, e.LatestDay, e.Lasted,
        e.Actors.OrderBy(a => a.Position).Select(a => new ListedActor(a.Actor.Key, a.Actor.Name, a.Actor.NameAr, a.Role)).ToList(),
        e.Figures.OrderBy(f => f.Id).Select(f => new Figures(f.Kind, f.Low, f.Best, f.High)).ToList());

    /// <summary>Rows of the list, in the order of their ids. What is no longer published is left out.</summary>
    public static async Task<IReadOnlyList<ListedEvent>> ReadAsync(MapDb db, IReadOnlyList<long> ids, CancellationToken cancel)
    {
        if (ids.Count == 0) { return []; }
        var found = await db.PublicEvents.AsNoTracking().Where(e => ids.Contains(e.Id)).Select(Columns).AsSplitQuery().ToDictionaryAsync(e => e.Id, cancel);
        return await GradedAsync(db, [.. ids.Select(found.GetValueOrDefault).OfType<ListedEvent>()], cancel);
    }

    /// <summary>The same rows with their grades, and their actors by the names of their dates.</summary>
    public static async Task<IReadOnlyList<ListedEvent>> GradedAsync(MapDb db, IReadOnlyList<ListedEvent> rows, CancellationToken cancel)
    {
        var graded = await GradedEvents.OfAsync(db, [.. rows.Select(row => row.Id)], cancel);
        var actors = await ActorsInTime.ReadAsync(db, cancel);
        return [.. rows.Select(row => row with { Graded = graded.GetValueOrDefault(row.Id), Actors = [.. row.Actors.Select(actor => actor.In(row.EarliestDay, row.LatestDay, actors))] })];
    }

    /// <summary>"SNA and SDF · 7 killed": who, by their part in it, and the first figure.</summary>
    public string SecondLine(Language language)
    {
        var names = Actors.Where(a => a.Role != ActorRole.Claimant.Id).Take(3).Select(a => a.ShortName(language)).ToList();
        var who = names.Count switch
        {
            0 => null,
            1 => names[0],
            2 => language.Say($"{names[0]} and {names[1]}", $"{names[0]} و{names[1]}"),
            _ => language.Say($"{names[0]}, {names[1]} and {names[2]}", $"{names[0]} و{names[1]} و{names[2]}"),
        };
        var figure = Figures.Select(f => FigureWords.Short(f, language)).FirstOrDefault(words => words is not null)
            ?? language.Say("no figure", "لا أرقام");
        return who is null ? figure : $"{who} · {figure}";
    }
}

public sealed record ListedActor(string Key, string Name, string? NameAr, string Role)
{
    /// <summary>It is called by another name than now, so that the short one of now does not stand for it.</summary>
    public bool HadAnotherName { get; init; }

    /// <summary>By the names it bore all through some days.</summary>
    public ListedActor In(int earliest, int latest, ActorsInTime actors)
    {
        var (name, nameAr) = (actors.NameOf(Key, earliest, latest, arabic: false), actors.NameOf(Key, earliest, latest, arabic: true));
        return this with { Name = name, NameAr = nameAr, HadAnotherName = name != Name };
    }

    /// <summary>What a row has room for: the short name of a party that the map's legend names too.</summary>
    public string ShortName(Language language) => !HadAnotherName && Holders.Named.FirstOrDefault(holder => holder.Id == Key) is { } known
        ? language.Name(known.Short, known.ShortAr)
        : language.Name(Name, NameAr);
}
