using Map.Core.Actors;
using Map.Web.Data;
using Map.Web.Shared.Desk;
using Microsoft.EntityFrameworkCore;

namespace Map.Web.Features.EditActors;

/// <summary>A recorded actor as the draft its form edits.</summary>
public static class LoadActor
{
    public static Task<ActorRow?> RowAsync(MapDb db, long id, CancellationToken cancel = default) =>
        db.Actors.Include(actor => actor.Names).SingleOrDefaultAsync(actor => actor.Id == id, cancel);

    /// <summary>What it is to others, in the order recorded.</summary>
    public static Task<List<ActorRelationRow>> RelationsAsync(MapDb db, long id, CancellationToken cancel = default) =>
        db.ActorRelations.Include(tie => tie.To).Include(tie => tie.Source).Where(tie => tie.FromId == id && tie.DeletedAt == null).OrderBy(tie => tie.Id).ToListAsync(cancel);

    public static ActorDraft From(ActorRow row, IReadOnlyList<ActorRelationRow> relations, bool arabic = false) => new()
    {
        Id = row.Id,
        Version = row.Version,
        Key = row.Key,
        Name = row.Name,
        NameAr = row.NameAr ?? "",
        Kind = row.Kind,
        Holder = row.Holder ?? "",
        Valid = row.ValidEdtf ?? "",
        Names = [.. row.Names.OrderBy(name => name.Id).Except([Standing(row.Names, row.Name), Standing(row.Names, row.NameAr)]).Select(name => new DraftName { RowId = name!.Id, Name = name.Name, Language = name.Language, Valid = name.ValidEdtf ?? "" })],
        Relations = [.. relations.Select(tie => new DraftRelation
        {
            RowId = tie.Id,
            Key = tie.Key,
            Kind = tie.Kind,
            ToId = tie.ToId,
            ToName = arabic && tie.To.NameAr is { Length: > 0 } named ? named : tie.To.Name,
            // EDTF reads the same in a year, whatever the words meant.
            DateText = tie.Edtf ?? "",
            SourceId = tie.SourceId,
            SourceKey = tie.Source.Key,
            Claimant = tie.Claimant ?? "",
            Credibility = tie.Credibility,
            Note = tie.Note ?? "",
        })],
        Note = row.Note ?? "",
        PrivateNote = row.PrivateNote ?? "",
    };

    /// <summary>The row by which a usual name is found in searches: it follows that name and is listed with no other.</summary>
    public static ActorNameRow? Standing(IEnumerable<ActorNameRow> names, string? name) =>
        string.IsNullOrEmpty(name) ? null : names.OrderBy(row => row.Id).FirstOrDefault(row => row.Name == name && row.ValidEdtf is null);
}
