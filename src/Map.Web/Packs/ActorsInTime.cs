using Map.Core.Actors;
using Map.Core.Time;
using Map.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Packs;

/// <summary>All actors with their dated names and their lineage: what one is called, and whose colour it wears, on a day.</summary>
public sealed class ActorsInTime
{
    private static readonly string[] Kinds = [.. RelationKind.All.Where(kind => kind.IsLineage).Select(kind => kind.Id), LineageStep.Left];

    private readonly Dictionary<string, Actor> actors;

    public ActorsInTime(IEnumerable<Actor> actors, IEnumerable<ActorRelation> relations) =>
        (this.actors, Lineage) = (actors.ToDictionary(actor => actor.Key), new Lineage(relations));

    public Lineage Lineage { get; }

    /// <summary>Null for an unknown key.</summary>
    public Actor? this[string key] => actors.GetValueOrDefault(key);

    public static async Task<ActorsInTime> ReadAsync(MapDb db, CancellationToken cancel)
    {
        var lineage = await LineageAsync(db, cancel);
        var names = (await db.PublicActorNames.Where(row => row.ValidEdtf != null).OrderBy(row => row.Id).Select(row => new { row.ActorId, row.Name, row.Language, row.ValidEdtf }).ToListAsync(cancel))
            .ToLookup(row => row.ActorId, row => new ActorName(row.Name, row.Language, Span(row.ValidEdtf)));
        var rows = await db.PublicActors.Select(row => new { row.Id, row.Key, row.Name, row.NameAr, row.Kind, row.Holder, row.ValidEdtf }).ToListAsync(cancel);
        return new ActorsInTime(rows.Select(row => new Actor(row.Key, row.Name, row.NameAr, row.Kind, row.Holder, Span(row.ValidEdtf), [.. names[row.Id]])), lineage);
    }

    /// <summary>The relations that make lineages, and those that end them.</summary>
    public static async Task<IReadOnlyList<ActorRelation>> LineageAsync(MapDb db, CancellationToken cancel) =>
        [.. (await db.PublicActorRelations.Where(row => Kinds.Contains(row.Kind)).OrderBy(row => row.EarliestDay).ThenBy(row => row.Id)
            .Select(row => new { row.Key, From = row.From.Key, row.Kind, To = row.To.Key, row.Edtf, Source = row.Source.Key }).ToListAsync(cancel))
            .Select(row => new ActorRelation(row.Key, row.From, row.Kind, row.To, Span(row.Edtf), row.Source))];

    /// <summary>The name it bore all through some days, in the reader's language; the key of an actor that is not known.</summary>
    /// <param name="earliest">Day number, or <see cref="Days.OpenStart"/>.</param>
    /// <param name="latest">Day number, or <see cref="Days.OpenEnd"/>.</param>
    public string NameOf(string key, int earliest, int latest, bool arabic) =>
        (this[Lineage.BearerOn(key, earliest, latest)] ?? this[key])?.NameIn(earliest, latest, arabic) ?? key;

    /// <summary>The holder whose colour it wears in some days: on the last of them that is known.</summary>
    public string? HolderOf(string key, int earliest, int latest) =>
        Lineage.HolderOn(key, latest != Days.OpenEnd || earliest == Days.OpenStart ? latest : earliest, at => this[at]?.Holder);

    private static DateSpan? Span(string? edtf) => EdtfText.TryParse(edtf, out var span, out _) ? span : null;
}
